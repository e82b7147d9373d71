"""The words and weights of a language: data, which a desk may change."""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, NamedTuple, Self

from factdesk.text.hints.figures import figure_classes

#: Unknown words are remembered up to this many, then forgotten all at once.
_REMEMBERED = 50_000


class Phrase(NamedTuple):
    """Words that mean something together: those after the first, and what they mean."""

    rest: Sequence[str]
    means: str


class Entry(NamedTuple):
    """What one look-up of a word tells: its classes, and its phrases by their second word."""

    classes: tuple[str, ...]
    phrases: Mapping[str, Sequence[Phrase]] = MappingProxyType({})


class _Table(dict[str, Entry | None]):
    """The look-up; a word that is not in the lexicon is judged by its form, once."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        super().__init__(entries)
        self._entries = dict(entries)

    def __missing__(self, word: str) -> Entry | None:
        if len(self) > len(self._entries) + _REMEMBERED:
            self.clear()
            self.update(self._entries)
        classes = figure_classes(word)
        if not classes and len(word) > 4 and word.endswith("ed"):
            classes = ("past",)
        entry = Entry(classes) if classes else None
        self[word] = entry
        return entry


class Lexicon:
    """Words by class, phrases, hedges and weights; see ``lexicon/en.json`` for what each means.

    ``weights`` give for each kind or class what one occurrence is worth, and how many count.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data
        self.language: str = data["language"]
        self.threshold: float = float(data["threshold"])
        self.bias: float = data["bias"]
        self.length: tuple[float, int] = tuple(data["length"])
        self.short: tuple[int, float] = tuple(data["short"])
        self.unfinished: float = data["unfinished"]
        self.weights: dict[str, tuple[float, int]] = {
            name: (float(weight), int(most)) for name, (weight, most) in data["weights"].items()
        }
        tempered = data["tempered"]
        self.tempering = frozenset(tempered["by"].split())
        self.tempered = dict.fromkeys(tempered["kinds"].split(), float(tempered["to"]))
        self.reasons: dict[str, str] = data["reasons"]
        self.hedges = frozenset(tuple(hedge.split()) for hedge in data["hedges"])
        self.plurals = frozenset(f"{data['plurals']} {data['units']}".split())
        self.singular = frozenset(data["singular"].split())
        self.numbered = frozenset(data["numbered"].split())
        self.capital_nouns: bool = data["capital_nouns"]
        self.ordinal_stop: bool = data["ordinal_stop"]
        self.owners = frozenset(data["owners"].split())
        self.definite = frozenset(data["definite"].split())
        self.openers = frozenset(data["openers"].split())
        self.since = frozenset(data["since"].split())
        self.of = frozenset(data["of"].split())
        self.joiners = frozenset(data["joiners"].split())
        self.ranges = frozenset(data["ranges"].split())
        self.starts = frozenset(data["starts"].split())
        self.clock = frozenset(data["clock"].split())
        self.notes = frozenset(data["notes"].split())
        self.streets = frozenset(data["streets"].split())
        self.stops = frozenset(data["stops"].split())
        self.aged = frozenset(data["aged"].split())
        self.durations = frozenset(data["durations"].split())
        self.measurable = frozenset(data["measurable"].split())
        self.judgements = frozenset(data["judgements"].split())
        self.scopes = frozenset(data["scopes"].split())
        self.table = _Table(_entries(data["classes"], data["phrases"]))

    @classmethod
    def shipped(cls, language: str) -> Self:
        """Read a lexicon that comes with the program.

        Raises:
            FileNotFoundError: if there is none for that language.
        """
        file = files("factdesk.text.hints") / "lexicon" / f"{language}.json"
        return cls(json.loads(file.read_text("utf-8")))

    def changed(self, table: Mapping[str, Any]) -> "Lexicon":
        """Make the lexicon with a desk's own table laid over it, entry by entry.

        Words that begin with a + come to those that are there; others take their place.
        """
        return Lexicon(_laid_over(self.data, table))

    def has(self, word: str, name: str) -> bool:
        """Tell whether a word, in small letters, is of a class."""
        entry = self.table[word]
        return entry is not None and name in entry.classes


@cache
def lexicons() -> Mapping[str, Lexicon]:
    """Give the lexicons that come with the program by their languages, English first."""
    return {language: Lexicon.shipped(language) for language in ("en", "de")}


def english() -> Lexicon:
    """Give the English lexicon."""
    return lexicons()["en"]


def _entries(
    classes: Mapping[str, str], phrases: Mapping[str, Sequence[str]]
) -> Mapping[str, Entry]:
    named: dict[str, list[str]] = {}
    for name, words in classes.items():
        for word in words.split():
            named.setdefault(word, []).append(name)
    begun: dict[str, list[Phrase]] = {}
    for means, several in phrases.items():
        for first, *rest in map(str.split, several):
            begun.setdefault(first, []).append(Phrase(rest, means))
    return {
        word: Entry(tuple(named.get(word, ())), _by_second_word(begun.get(word, ())))
        for word in (*named, *begun)
    }


def _by_second_word(phrases: Iterable[Phrase]) -> Mapping[str, Sequence[Phrase]]:
    """Sort phrases of one beginning by how they go on, the longest first."""
    sorted_out: dict[str, list[Phrase]] = {}
    for phrase in sorted(phrases, key=lambda phrase: -len(phrase.rest)):
        sorted_out.setdefault(phrase.rest[0], []).append(phrase)
    return sorted_out


def _laid_over(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(below)
    for key, value in above.items():
        inner = merged.get(key)
        if isinstance(value, Mapping) and isinstance(inner, Mapping):
            merged[key] = _laid_over(inner, value)
        elif isinstance(value, str) and isinstance(inner, str) and value.startswith("+"):
            merged[key] = f"{inner} {value[1:]}"
        else:
            merged[key] = value
    return merged
