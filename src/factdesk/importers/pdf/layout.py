"""How a document is set: the size of its text, its columns, its lines' distance, drop caps."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from factdesk.importers.pdf.lines import Line

_SAME_SIZE = 0.08
_NARROWEST = 4.0  # heights: what begins nearer to a column's edge is indented in it
_DROP_CAP = 1.7
_EDGE = 3  # points within which lines begin at one edge


@dataclass(frozen=True, slots=True)
class Layout:
    """What holds for most of the text, in points; ``indent`` is in sizes, 0 for none."""

    size: float
    pitch: float
    indent: float
    spaced: bool

    @property
    def indented(self) -> bool:
        """Whether paragraphs begin indented."""
        return self.indent > 0


def is_body(line: Line, size: float) -> bool:
    """Tell whether a line is of the text's own size."""
    return abs(line.size - size) <= _SAME_SIZE * size


def body_size(lines: Sequence[Line]) -> float:
    """Find the size in which most characters are set."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 4) / 4] += len(line.text)
    return sizes.most_common(1)[0][0]


def laid_out(lines: list[Line]) -> tuple[list[Line], Layout]:
    """Give every line its column, set drop caps before their words, and tell how all is set."""
    size = body_size(lines)
    placed: list[Line] = []
    for _, group in groupby(lines, key=lambda line: line.page):
        page = list(group)
        _place(page, size)
        placed.extend(_with_drop_caps(_in_order(page), size))
    pitch = _pitch(placed, size)
    return placed, Layout(size, pitch, _indent(placed, size), _is_spaced(placed, size, pitch))


def _place(page: list[Line], size: float) -> None:
    """Find the columns by the edges at which many lines begin, and give every line its own."""
    body = [line for line in page if is_body(line, size)] or page
    edges = _edges(body, size)
    rights = [
        max((line.right for line in body if _column(line, edges) == edge), default=0.0)
        for edge in edges
    ]
    for line in page:
        edge = _column(line, edges)
        line.column = (edge, max(rights[edges.index(edge)], line.right))


def _edges(body: Sequence[Line], size: float) -> list[float]:
    starts = Counter(round(line.left / _EDGE) for line in body)
    often = max(2, max(starts.values()) * 0.15)
    edges: list[float] = []
    for start in sorted(place for place, count in starts.items() if count >= often):
        near = [line.left for line in body if abs(round(line.left / _EDGE) - start) <= 1]
        if not edges or min(near) - edges[-1] > _NARROWEST * size:
            edges.append(min(near))
    return edges or [min(line.left for line in body)]


def _column(line: Line, edges: Sequence[float]) -> float:
    return max((edge for edge in edges if edge <= line.left + _EDGE), default=edges[0])


def _in_order(page: list[Line]) -> list[Line]:
    """Take the order in which the page was written, unless that runs across its columns."""
    columns = len({line.column[0] for line in page})
    jumps = sum(one.column[0] != other.column[0] for one, other in pairwise(page))
    if columns < 2 or jumps <= max(3 * columns, len(page) // 4):
        return page
    return sorted(page, key=lambda line: (line.column[0], -line.top))


def _with_drop_caps(page: list[Line], size: float) -> list[Line]:
    """Set a large initial before the word that it begins; lines beside it are not indented."""
    kept: list[Line] = []
    cap: Line | None = None
    for line in page:
        if len(line.text) <= 2 and line.size > _DROP_CAP * size and line.text.isalpha():
            cap = line
            continue
        if cap is not None and line.left >= cap.right - size and line.top > cap.bottom:
            if not kept or kept[-1].column != cap.column or kept[-1].top > cap.top:
                line.text = cap.text + line.text
                line.left = cap.left + size * 1.5
                cap.text = ""
            else:
                line.left = cap.left
            line.column = (cap.column[0], line.column[1])
        elif cap is not None and cap.text:
            kept.append(cap)
            cap = None
        kept.append(line)
    return kept if cap is None or not cap.text else [*kept, cap]


def _neighbours(lines: Sequence[Line], size: float) -> list[tuple[Line, Line]]:
    return [
        (above, below)
        for above, below in pairwise(lines)
        if above.page == below.page
        and above.column[0] == below.column[0]
        and below.top < above.top
        and is_body(above, size)
        and is_body(below, size)
    ]


def _pitch(lines: Sequence[Line], size: float) -> float:
    gaps = Counter(round((a.bottom - b.bottom) * 2) / 2 for a, b in _neighbours(lines, size))
    return gaps.most_common(1)[0][0] if gaps else size * 1.2


def _indent(lines: Sequence[Line], size: float) -> float:
    """Find how far paragraphs begin indented: as most lines do that follow one at the edge."""
    pairs = _neighbours(lines, size)
    begun = Counter(
        round(below.indent, 1)
        for above, below in pairs
        if 0.5 < below.indent < 4 and abs(above.indent) < 0.3
    )
    return begun.most_common(1)[0][0] if begun.total() >= max(2, 0.03 * len(pairs)) else 0.0


def _is_spaced(lines: Sequence[Line], size: float, pitch: float) -> bool:
    """Tell whether paragraphs are set apart: a good part of the lines stand farther apart."""
    pairs = _neighbours(lines, size)
    apart = sum(above.bottom - below.bottom > 1.25 * pitch for above, below in pairs)
    return apart >= max(2, 0.03 * len(pairs))
