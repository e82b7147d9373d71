"""Where a place may begin and end: on borders of grapheme clusters, mostly on those of words.

Everything here looks only at the neighbourhood of the place, however long the text is.
"""

import re
from collections.abc import Iterator

import regex

from factdesk.model.span import Span

_CLUSTER = regex.compile(r"\X")

# Two characters of the property Other are never in one cluster, and a line break always ends one;
# so clusters may be counted from there without looking any further back.
_CLUSTER_START = regex.compile(
    r"(?r)(?<=\p{Grapheme_Cluster_Break=Other})(?=\p{Grapheme_Cluster_Break=Other})|(?<=\n)|\A"
)

# Scripts written without spaces: a run of their letters is a clause, not a word.
_UNSPACED = r"[\p{Han}\p{Hiragana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]"
_LETTER = rf"[[\w\p{{M}}\u200c\u200d]--{_UNSPACED}]"
_PART = rf"(?: \p{{L}}(?:\.\p{{L}})+\.?(?!\w) | {_LETTER}+ )"  # U.S., e.g. or a run of letters
_JOINT = r"[-\u2010\u2011'\u2019\u02bc.\u00b7&]"  # don't, well-known, AT&T
_DIGIT_JOINT = r"(?<=\d)[,:/\u00a0\u202f](?=\d)"  # 1,350 and 10:30
_TOKEN = regex.compile(
    rf"""
    (?P<word>
        (?: [-+\u00b1\u2212](?=[\p{{Sc}}\d]) )?  # a sign before a figure
        [@\#\p{{Sc}}]?                           # @handle, #tag, $5
        (?=[\w--{_UNSPACED}]) {_PART}
        (?: (?:{_JOINT}|{_DIGIT_JOINT}) {_PART} )*
        [%\u2030]?
      | (?=[\w\p{{So}}])\X                       # a Han character, an emoji
    )
    | \X                                         # punctuation
    """,
    regex.VERBOSE | regex.VERSION1,
)

# Where no word goes on: after white space, but for the no-break spaces of figures, and before a
# letter that is a word by itself.
_WORD_BREAK = regex.compile(rf"(?r)[\s--\u00a0\u202f]|(?={_UNSPACED})", regex.VERSION1)
_SOLID = re.compile(r"\S(?:.*\S)?", re.DOTALL)


def snap_to_graphemes(text: str, span: Span) -> Span:
    """Grow a place until its borders split no grapheme cluster."""
    start, stop = (min(max(position, 0), len(text)) for position in span)
    return Span(_cluster_around(text, start).start, _cluster_around(text, stop).stop)


def snap_to_words(text: str, span: Span) -> Span:
    """Understand a selection made by hand: half a word means the word, white space means nothing.

    Where nothing but white space is selected it is the word at the selection's start, or an empty
    place if there is none.
    """
    span = snap_to_graphemes(text, span)
    solid = _SOLID.search(text[span.start : span.stop])
    if solid is None:
        return word_at(text, span.start)
    start, stop = span.start + solid.start(), span.start + solid.end()
    start = next((word.start for word in _tokens(text, start) if word.stop > start), start)
    stop = next((word.stop for word in _tokens(text, stop) if word.stop >= stop), stop)
    return snap_to_graphemes(text, Span(start, stop))


def word_at(text: str, position: int) -> Span:
    """Find the word that the caret is in or at, the one after it first; else an empty place."""
    touching = [
        word
        for word in _tokens(text, position, words_only=True)
        if word.start <= position <= word.stop
    ]
    word = touching[-1] if touching else Span(position, position)
    return snap_to_graphemes(text, word)


def _cluster_around(text: str, position: int) -> Span:
    """Find the cluster that a position is inside of; an empty place if it is on a border."""
    if text[position - 1 : position + 1].isascii() or position in {0, len(text)}:
        return Span(position, position)
    safe = _CLUSTER_START.search(text, 0, position + 1).start()
    for cluster in _CLUSTER.finditer(text, safe):
        if cluster.end() > position > cluster.start():
            return Span(*cluster.span())
        if cluster.end() >= position:
            break
    return Span(position, position)


def _tokens(text: str, position: int, *, words_only: bool = False) -> Iterator[Span]:
    """Go through the words and the punctuation from some break before a position up to it."""
    before = _WORD_BREAK.search(text, 0, position)
    for match in _TOKEN.finditer(text, before.end() if before else 0):
        if match.start() > position:
            return
        if match["word"] or not words_only:
            yield Span(*match.span())
