"""The language of a text that does not say which one it is in."""

from importlib import import_module

_SAMPLE = 5_000  # characters
_FEWEST = 100


def detected(text: str) -> str:
    """Guess the language as a BCP 47 tag; empty for a short text, or where py3langid is missing."""
    if len(text) < _FEWEST:
        return ""
    try:
        langid = import_module("py3langid")
    except ModuleNotFoundError:
        return ""
    return str(langid.classify(text[:_SAMPLE])[0])
