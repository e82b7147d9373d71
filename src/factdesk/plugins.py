"""What others add to the program, found by entry points of installed packages."""

import logging
from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint, entry_points
from typing import TypeVar

log = logging.getLogger(__name__)

T = TypeVar("T")


def plugins(group: str, wrap: Callable[[str, object], T]) -> Iterator[T]:
    """Load what packages offer under a group, each wrapped; one that fails to load is logged.

    ``wrap`` is given the name and what was loaded, and raises TypeError if that is no such plugin.
    """
    for point in sorted(entry_points(group=group), key=lambda point: point.name):
        found = _loaded(point)
        if found is None:
            continue
        try:
            yield wrap(point.name, found)
        except TypeError as error:
            log.warning("plugin %s of %s is left out: %s", point.name, group, error)


def _loaded(point: EntryPoint) -> object | None:
    try:
        made: object = point.load()
        return made() if isinstance(made, type) else made
    except Exception as error:  # noqa: BLE001 - whatever it raises, the program goes on without it
        log.warning("plugin %s cannot be loaded: %s", point.name, type(error).__name__)
        return None
