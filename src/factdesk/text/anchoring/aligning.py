"""Laying two texts side by side: paragraphs, then sentences, then words."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise, takewhile

from factdesk.model.span import Span
from factdesk.text.anchoring.alignment import Alignment, Kept
from factdesk.text.anchoring.patience import Match, common
from factdesk.text.anchoring.plain import plain
from factdesk.text.sentences import sentences

_LINE = re.compile(r"[^\n]+")
_TOKEN = re.compile(r"\w+|[^\w\s]")


def align(old: str, new: str) -> Alignment:
    """Lay two texts side by side."""
    whole, (old, new) = (old, new), (plain(old), plain(new))
    kept: list[Kept] = []
    if old and old == new:
        return Alignment(*whole, old, new, [Kept(0, 0, len(old))], [], [], [], [], [])
    gaps = [
        smaller
        for olds, news in _gaps(old, new, _lines(old), _lines(new), kept)
        for smaller in _gaps(old, new, _sentences(whole[0], olds), _sentences(whole[1], news), kept)
    ]
    moved = _moved(old, new, gaps)
    left = {run.old for run in moved}
    entered = {run.new for run in moved}
    rest = [
        (
            [span for span in olds if span.start not in left],
            [span for span in news if span.start not in entered],
        )
        for olds, news in gaps
    ]
    for olds, news in rest:
        for _ in _gaps(old, new, _tokens(old, olds), _tokens(new, news), kept):
            pass
    return Alignment(
        *whole,
        old,
        new,
        _with_spaces(old, new, _joined(old, new, sorted(kept))),
        _joined(old, new, moved, over_words=False),
        [span for olds, _ in rest for span in olds],
        [span for _, news in rest for span in news],
        [span for olds, _ in gaps for span in olds if span.start in left],
        [span for _, news in gaps for span in news if span.start in entered],
    )


_Gap = tuple[list[Span], list[Span]]


def _gaps(
    old: str, new: str, olds: list[Span], news: list[Span], kept: list[Kept]
) -> Iterator[_Gap]:
    """Note the pieces in common, and give what lies between them."""
    runs = common(
        [old[span.start : span.stop] for span in olds],
        [new[span.start : span.stop] for span in news],
    )
    i = j = 0
    for run in (*runs, Match(len(olds), len(news), 0)):
        if run.old > i or run.new > j:
            yield olds[i : run.old], news[j : run.new]
        i, j = run.old + run.length, run.new + run.length
        kept += (
            Kept(here.start, there.start, here.stop - here.start)
            for here, there in zip(olds[run.old : i], news[run.new : j], strict=True)
        )


def _lines(text: str) -> list[Span]:
    return [Span(*match.span()) for match in _LINE.finditer(text)]


def _sentences(text: str, lines: list[Span]) -> list[Span]:
    return [
        Span(line.start + start, line.start + stop)
        for line in lines
        for start, stop in sentences(text[line.start : line.stop])
    ]


def _tokens(text: str, pieces: list[Span]) -> list[Span]:
    return [
        Span(*match.span())
        for piece in pieces
        for match in _TOKEN.finditer(text, piece.start, piece.stop)
    ]


def _moved(old: str, new: str, gaps: list[_Gap]) -> list[Kept]:
    """Pair the sentences that are left over once on either side, and equal ones beside them."""
    olds = [span for gap in gaps for span in gap[0]]
    news = [span for gap in gaps for span in gap[1]]
    old_words = [old[span.start : span.stop] for span in olds]
    new_words = [new[span.start : span.stop] for span in news]
    here, there = Counter(old_words), Counter(new_words)
    places = {words: j for j, words in enumerate(new_words)}
    pairs = {
        i: places[words]
        for i, words in enumerate(old_words)
        if here[words] == 1 and there[words] == 1
    }
    _spread(pairs, old_words, new_words)
    return [
        Kept(olds[i].start, news[j].start, olds[i].stop - olds[i].start)
        for i, j in sorted(pairs.items())
    ]


def _spread(pairs: dict[int, int], old: list[str], new: list[str]) -> None:
    """Pair the equal neighbours of pairs too, as far as none of them is taken."""
    taken = set(pairs.values())
    for step in (1, -1):
        for i, j in list(pairs.items()):
            i, j = i + step, j + step  # noqa: PLW2901 - it walks on from there
            while (
                0 <= i < len(old)
                and 0 <= j < len(new)
                and i not in pairs
                and j not in taken
                and old[i] == new[j]
            ):
                pairs[i] = j
                taken.add(j)
                i, j = i + step, j + step  # noqa: PLW2901


def _joined(old: str, new: str, runs: Iterable[Kept], *, over_words: bool = True) -> list[Kept]:
    """Join neighbouring runs where what stands between them is the same too.

    Those that have moved are not joined ``over_words``: these may be kept where they were.
    """
    joined: list[Kept] = []
    for run in runs:
        if joined and _continues(old, new, joined[-1], run, over_words=over_words):
            first = joined.pop()
            joined.append(Kept(first.old, first.new, run.old + run.length - first.old))
        else:
            joined.append(run)
    return joined


def _continues(old: str, new: str, first: Kept, run: Kept, *, over_words: bool) -> bool:
    between = old[first.old + first.length : run.old]
    return (
        first.shift == run.shift
        and between == new[first.new + first.length : run.new]
        and (over_words or not between.strip())
    )


def _with_spaces(old: str, new: str, runs: list[Kept]) -> list[Kept]:
    """Let each run have the white space around it that both texts have."""
    grown: list[Kept] = []
    reached = Kept(0, 0, 0)
    for run, following in pairwise((*runs, Kept(len(old), len(new), 0))):
        room = min(run.old - reached.old, run.new - reached.new)
        before = _spaces(old[run.old - room : run.old], new[run.new - room : run.new], -1)
        end = Kept(run.old + run.length, run.new + run.length, 0)
        room = min(following.old - end.old, following.new - end.new)
        after = _spaces(old[end.old : end.old + room], new[end.new : end.new + room], 1)
        grown.append(Kept(run.old - before, run.new - before, before + run.length + after))
        reached = Kept(end.old + after, end.new + after, 0)
    return grown


def _spaces(old: str, new: str, step: int) -> int:
    """Count the white space that both pieces begin with, or end with if the step is back."""
    same = takewhile(
        lambda pair: pair[0] == pair[1] and pair[0].isspace(),
        zip(old[::step], new[::step], strict=True),
    )
    return sum(1 for _ in same)
