"""Where sentences begin and end, by rules: quick, explainable, and good on news."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache

from factdesk.model.span import Span

_CLOSERS = "\"'\u2019\u201d\u00bb\u203a)\\]\u300d\u300f\uff09"
_OPENERS = "\"'\u2018\u201c\u201e\u00ab\u2039(\\[\u00bf\u00a1\u2013\u2014\\-"

# A possible end: a Latin stop needs white space after it, a CJK one needs nothing, but a quotation
# goes on where it is said by somebody. Dots without end are looked at once, not from each one on.
_STOP = re.compile(
    rf"(?<![.!?\u2026])(?P<mark>[.!?\u2026]++)[{_CLOSERS}]*+(?P<gap>\s+)"
    rf"|[\u3002\uff01\uff1f\uff61]+[{_CLOSERS}]*+(?!\u3068)"
)
_PARTS = re.compile(rf"[{_OPENERS}/]")
_NEXT_WORD = re.compile(rf"[{_OPENERS}]*(?P<word>[\w'\u2019]*)")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]\Z")
# Dots before the first word, the number or letter of an item in a list.
_OPENING = re.compile(r"[\W_]*(?:\d{1,3}|[A-Za-z])?\Z")
# A rank in German: „am 3. Platz“, „im 16. Jahrhundert“.
_RANK = re.compile(
    r"\b(?:der|die|das|den|dem|des|im|am|zum|zur|beim|vom|ins) \d{1,2}\Z", re.IGNORECASE
)
_LINE = re.compile(r"[^\n]+")

# Only so far back is an abbreviation looked for.
_LONGEST_WORD = 24


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Abbreviations that a name, a title or a figure follows: never an end.
_LEADING = _words(
    "mr mrs ms mx dr prof gov sen rep gen lt col maj capt cmdr adm sgt cpl pvt rev hon pres fr st"
    " mt ft messrs supt det insp amb atty vs v cf e.g i.e viz ca approx dipl ing z.b d.h"
    " u.a bzw evtl sog mme mlle mgr sra srta dra dott sig"
)
# Those that a figure follows: an end only where none does.
_BEFORE_FIGURES = _words(
    "no nos nr p pp pg vol fig figs art sec ch eq par jan feb mar apr jun jul aug sep sept oct nov"
    " dec tel ext est abs abb bd av"
)
# Those that stand at the end of a sentence as often as within one.
_TRAILING = _words(
    "inc corp co ltd llc bros jr sr etc al a.m p.m ave blvd rd dept univ assn gmbh mio mrd usw"
    " calif tex ariz mich minn conn colo okla tenn wis nev ph.d m.d b.a m.a d.c u.s u.k u.n e.u"
)
# Words that begin a sentence more often than they go on with a name.
_BEGINNERS = _words(
    "the a an this that these those he she it they we you i his her its their our my in on at but"
    " and or so yet for from to with by as if when while after before since because although though"
    " however there here what who why how where which one some many most all no not now then also"
    " still even among during under over between both each every another according last meanwhile"
    " instead der die das ein eine er sie es wir le la les un une il elle el los las"
)
_MONTHS = _words(
    "januar februar m\u00e4rz april mai juni juli august september oktober november dezember"
)


def sentences(text: str) -> list[Span]:
    """Split a text into its sentences; a line break always ends one. White space is in none."""
    return [
        sentence
        for line in _LINE.finditer(text)
        for sentence in _split_line(text, Span(*line.span()))
    ]


def sentence_around(text: str, span: Span) -> Span:
    """Grow a place to the sentences that it touches; an empty place to the one that it is in.

    Looks only at the lines that the place touches. A place between sentences comes back as it is.
    """
    begin, end = lines_around(text, span)
    local = Span(span.start - begin, max(span.stop, span.start + 1) - begin)
    found = touched(_known(text[begin:end]), local)
    if not found:
        return span
    return Span(min(span.start, begin + found[0].start), max(span.stop, begin + found[-1].stop))


def lines_around(text: str, span: Span) -> Span:
    """Grow a place to whole lines, without the break at their end."""
    stop = text.find("\n", max(span.start, span.stop - 1))
    return Span(text.rfind("\n", 0, span.start) + 1, len(text) if stop < 0 else stop)


def touched(sentences: Sequence[Span], span: Span) -> Sequence[Span]:
    """Choose of sentences, which stand in their order, those that a place touches."""
    first = bisect_right(sentences, span.start, key=lambda sentence: sentence.stop)
    return sentences[first : bisect_left(sentences, span.stop, first, key=lambda one: one.start)]


@lru_cache(maxsize=4)
def _known(lines: str) -> list[Span]:
    """Split what many places are asked for one after the other: a transcript may be one line."""
    return sentences(lines)


def _split_line(text: str, line: Span) -> list[Span]:
    """Split one line; every character of it but white space comes to lie in one sentence."""
    found: list[Span] = []
    start = line.start
    for stop in _STOP.finditer(text, *line):
        if stop["mark"] is None or _ends_sentence(text, start, stop):
            found.append(_trim(text, Span(start, stop.end())))
            start = stop.end()
    found.append(_trim(text, Span(start, line.stop)))
    return [sentence for sentence in found if sentence.start < sentence.stop]


def _trim(text: str, span: Span) -> Span:
    """Take white space off both ends."""
    piece = text[span.start : span.stop].rstrip()
    return Span(span.start + len(piece) - len(piece.lstrip()), span.start + len(piece))


def _ends_sentence(text: str, start: int, stop: re.Match[str]) -> bool:
    """Decide whether a stop before white space ends the sentence that begins at start."""
    following = _NEXT_WORD.match(text, stop.end())
    word = following["word"] if following else ""
    if word[:1].islower():
        return False
    before = text[max(start, stop.start() - _LONGEST_WORD) : stop.start()]
    if _OPENING.match(before):
        return False
    if stop["mark"] != ".":
        return True
    if _RANK.search(before):
        return False
    last = before.rsplit(maxsplit=1)[-1:]
    return not last or _ends_after(_PARTS.split(last[0])[-1], word)


def _ends_after(last: str, word: str) -> bool:
    """Decide whether the full stop after the last word ends a sentence if a word follows."""
    begins = word.lower() in _BEGINNERS
    folded = last.lower()
    if folded in _LEADING:
        return False
    if folded in _BEFORE_FIGURES:
        return not word[:1].isdigit()
    if folded in _TRAILING or (_INITIALS.match(last) and last != "I"):
        return begins
    return not (last.isdigit() and len(last) <= 2 and word.lower() in _MONTHS)
