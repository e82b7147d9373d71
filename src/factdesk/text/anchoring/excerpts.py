"""The passages of a text that have changed, with some words around each."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factdesk.text.anchoring.difference import Op, Run

#: So many code points are shown around a change, and changes nearer than twice that stand together.
_AROUND = 70


class Excerpt(NamedTuple):
    """A passage: what of it is kept, gone and come; ``at`` is where it begins in the new text."""

    at: int
    pieces: tuple[tuple[Run, str], ...]


def excerpts(runs: Sequence[Run], old: str, new: str) -> Iterator[Excerpt]:
    """Cut what has changed out of a difference; white space that differs alone is no change."""
    at, pieces = 0, list[tuple[Run, str]]()
    for number, run in enumerate(runs):
        if run.op is not Op.EQUAL:
            at = at if pieces else run.new.start
            pieces.append((run, _text(run, old, new)))
            continue
        text, is_last = _text(run, old, new), number == len(runs) - 1
        goes_on = bool(pieces) and _goes_on(text) and not is_last
        if pieces:
            pieces.append((run, text if goes_on else _head(text)))
        if not goes_on:
            yield from _made(at, pieces)
            tail = "" if is_last else _tail(text)
            at, pieces = run.new.stop - len(tail.lstrip("…")), [(run, tail)] if tail else []
    yield from _made(at, pieces)


def _made(at: int, pieces: list[tuple[Run, str]]) -> Iterator[Excerpt]:
    if any(run.op is not Op.EQUAL and text.strip() for run, text in pieces) or _is_break(pieces):
        yield Excerpt(at, tuple(pieces))


def _is_break(pieces: list[tuple[Run, str]]) -> bool:
    """Tell whether a paragraph was split there, or joined with the next."""
    return any(run.op is not Op.EQUAL and "\n" in text for run, text in pieces)


def _goes_on(text: str) -> bool:
    return len(text) <= 2 * _AROUND and "\n" not in text


def _head(text: str) -> str:
    """Take what stands after a change: up to the end of its paragraph, or so many words."""
    line = text.split("\n", 1)[0]
    if len(line) <= _AROUND:
        return line
    return f"{line[: line.rfind(' ', 0, _AROUND) + 1].rstrip() or line[:_AROUND]} …"


def _tail(text: str) -> str:
    """Take what stands before a change: from the beginning of its paragraph, or so many words."""
    line = text.rsplit("\n", 1)[-1]
    if len(line) <= _AROUND:
        return line
    return f"…{line[line.find(' ', len(line) - _AROUND) :]}"


def _text(run: Run, old: str, new: str) -> str:
    span, text = (run.old, old) if run.op is Op.DELETE else (run.new, new)
    return text[span.start : span.stop]
