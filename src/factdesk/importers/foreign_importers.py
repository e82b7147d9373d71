"""Importers that others wrote: whatever they raise is told, whatever they return is checked."""

from collections.abc import Callable, Iterable

from pydantic import ValidationError

from factdesk.errors import ImportFailed
from factdesk.importers.base import Document, Draft, Importer
from factdesk.plugins import plugins

GROUP = "factdesk.importers"


class ForeignImporter:
    """An importer of a plugin, behind a wall."""

    def __init__(self, name: str, plugin: object) -> None:
        """Take it if it has all that an importer has.

        Raises:
            TypeError: if it has not.
        """
        self.name = name
        self._recognises = _method(plugin, "recognises")
        self._read = _method(plugin, "read")
        self.media_types = _words(plugin, "media_types")
        self.suffixes = _words(plugin, "suffixes")

    def recognises(self, head: bytes) -> bool:
        """Ask the plugin; one that fails recognises nothing."""
        try:
            return bool(self._recognises(head))
        except Exception:  # noqa: BLE001 - whatever it raises, the others are asked
            return False

    def read(self, document: Document) -> Draft:
        """Let the plugin read, and check what it gives.

        Raises:
            ImportFailed: if it raises anything, or gives no draft.
        """
        try:
            draft = self._read(document)
            return Draft.model_validate(draft.model_dump() if isinstance(draft, Draft) else draft)
        except ImportFailed:
            raise
        except ValidationError as error:
            raise self._failed("gave no article") from error
        except Exception as error:
            raise self._failed(f"failed ({type(error).__name__})") from error

    def _failed(self, what: str) -> ImportFailed:
        return ImportFailed(
            f"The plugin “{self.name}” {what}.",
            "Tell its author, or remove it and import the document again.",
            kind="plugin",
        )


def foreign_importers() -> tuple[Importer, ...]:
    """List the importers of installed plugins."""
    return tuple(plugins(GROUP, ForeignImporter))


def _method(plugin: object, name: str) -> Callable[..., object]:
    method = getattr(plugin, name, None)
    if not callable(method):
        raise TypeError(f"it has no method {name}")
    found: Callable[..., object] = method
    return found


def _words(plugin: object, name: str) -> frozenset[str]:
    words = getattr(plugin, name, None)
    if isinstance(words, str) or not isinstance(words, Iterable):
        raise TypeError(f"its {name} are no set of words")
    found = frozenset(words)
    if not all(isinstance(word, str) for word in found):
        raise TypeError(f"its {name} are no words")
    return found
