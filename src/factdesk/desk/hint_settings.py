"""How the desk wants its hints: from which score on, of which kinds, by which words and weights."""

import json
from functools import lru_cache

from factdesk.errors import Refused
from factdesk.model.edit import Change, Edit
from factdesk.model.hint import HintSettings
from factdesk.store.store import Store
from factdesk.text.hints import Lexicon, english, hints

#: The kinds that can be underlined, in the order in which they are offered.
KINDS = (
    *("number", "percent", "money", "fraction", "duration", "ordinal", "superlative", "first"),
    *("comparison", "change", "absolute", "cause", "doubt", "event"),
)

#: Judged once with every lexicon that a desk makes: what cannot read this reads nothing.
_TRIAL = "It was the first time since 1965, about 5,000 people said. Did the biggest debt fall?"


def settings(store: Store) -> HintSettings:
    """Tell how the desk wants its hints."""
    return store.hint_settings() or HintSettings()


def choose(store: Store, **fields: object) -> Edit:
    """Plan to change how the desk wants its hints.

    Raises:
        Refused: if a value is none of those that the field takes.
    """
    before = store.hint_settings()
    now = before or HintSettings()
    try:
        after = HintSettings.model_validate(now.model_dump() | fields)
        _try(after)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise Refused(
            f"Hints cannot be set so: {_why(error)}.",
            "`factdesk hint-settings --shipped` shows all words and weights, and their form.",
        ) from error
    return Edit("Set the hints", (Change(before, after),) if after != now else ())


def lexicon(chosen: HintSettings, shipped: Lexicon | None = None) -> Lexicon:
    """Make the lexicon that the desk wants; its own words are English, and change no other."""
    if shipped is None or shipped is english():
        return _english_with(chosen.lexicon)
    return shipped


def threshold(chosen: HintSettings) -> float:
    """Tell from which score on a sentence counts."""
    return lexicon(chosen).threshold if chosen.threshold is None else chosen.threshold


@lru_cache(maxsize=4)
def _english_with(table: str) -> Lexicon:
    laid_over = json.loads(table)
    return english().changed(laid_over) if laid_over else english()


def _why(error: Exception) -> str:
    """Say in a line what pydantic says in many, and name a key that is unknown."""
    if isinstance(error, KeyError):
        return f"there is no {error}"
    lines = str(error).splitlines()
    return lines[min(2, len(lines) - 1)].split("[")[0].strip().rstrip(".") if lines else "?"


def _try(chosen: HintSettings) -> None:
    """Judge a text by the settings; one with a key that is unknown is none either."""
    shipped = english().data
    for key, value in json.loads(chosen.lexicon).items():
        inner = shipped[key]
        if isinstance(inner, dict) and (unknown := sorted(value.keys() - inner.keys())):
            raise ValueError(f"{key} has no {', '.join(unknown)}")
    if unknown := sorted(set(chosen.hidden) - set(KINDS)):
        raise ValueError(f"there is no kind {', '.join(unknown)}")
    hints(_TRIAL, None, lexicon(chosen))
