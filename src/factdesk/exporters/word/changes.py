"""Proposed changes as Word tracks them: struck words and new ones, with who wants them and when."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from typing import NamedTuple

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.run import Run

from factdesk.exporters.places import place_of
from factdesk.exporters.word.writing import writable
from factdesk.model.report import Report
from factdesk.model.span import Span
from factdesk.model.workflow import ChangeProposal, Decision


class Tracked(NamedTuple):
    """The words that go, the words that come in their place, and the proposal that says so."""

    span: Span
    new: str
    proposal: ChangeProposal


def tracked(report: Report) -> list[Tracked]:
    """Find the changes that may still be made, in the order of the text.

    Of two that overlap the first stands, for Word knows no change of a change; comments tell both.
    """
    kept: list[Tracked] = []
    for change in sorted(_found(report), key=lambda change: change.span):
        if not kept or kept[-1].span.stop < change.span.start:
            kept.append(change)
    return kept


def _found(report: Report) -> Iterator[Tracked]:
    for finding in report.findings:
        for proposal in finding.proposals:
            place = place_of(proposal, finding, report.version.text)
            if place and proposal.decision is not Decision.STET:
                old, new = proposal.original.strip(), proposal.replacement.strip()
                span, words = narrowed(old, new)
                yield Tracked(
                    Span(place.start + span.start, place.start + span.stop), words, proposal
                )


def narrowed(old: str, new: str) -> tuple[Span, str]:
    """Leave alone the words with which both wordings begin and end; tell what becomes of the rest.

    Words are never put in front of everything: the first word is written anew with them.
    """
    before, after = list(re.finditer(r"\S+", old)), list(re.finditer(r"\S+", new))
    first = _alike(before, after)
    last = _alike(before[first:][::-1], after[first:][::-1])
    if not first and last == len(before):
        last -= 1
    gone, come = before[first : len(before) - last], after[first : len(after) - last]
    if gone and come:
        return Span(gone[0].start(), gone[-1].end()), new[come[0].start() : come[-1].end()]
    if first:
        stop = (gone or before[:first])[-1].end()
        words = new[after[first - 1].end() : come[-1].end()] if come else ""
        return Span(before[first - 1].end(), stop), words
    return Span(0, before[len(gone)].start() if last else len(old)), ""


def _alike(before: list[re.Match[str]], after: list[re.Match[str]]) -> int:
    """Count with how many of the same words both begin."""
    pairs = enumerate(zip(before, after, strict=False))
    return next(
        (number for number, (old, new) in pairs if old[0] != new[0]), min(len(before), len(after))
    )


class Tracker:
    """Strikes runs and puts new words behind them, once all runs and comments are written."""

    def __init__(self, changes: list[Tracked], signed: Callable[[str | None], str]) -> None:
        self._changes, self._signed, self._number = changes, signed, 0
        self._runs: list[tuple[Run, Span, Tracked]] = []

    def borders(self) -> Iterator[int]:
        """Tell where the text must be cut."""
        for change in self._changes:
            yield from change.span

    def note(self, run: Run, part: Span) -> None:
        """See whether a run of the article is struck, or followed by new words."""
        first = bisect_left(self._changes, part.start, key=lambda change: change.span.stop)
        last = bisect_right(self._changes, part.stop, first, key=lambda change: change.span.start)
        for change in self._changes[first:last]:
            if change.span.touches(part) or change.span.stop == part.stop:
                self._runs.append((run, part, change))

    def write(self) -> None:
        """Mark all that was noted."""
        for run, part, change in self._runs:
            last: BaseOxmlElement = run.element
            if change.span.touches(part):
                last = self._struck(last, change.proposal)
            if part.stop == change.span.stop and change.new.strip():
                self._put_in(last, change)

    def _struck(self, run: BaseOxmlElement, proposal: ChangeProposal) -> BaseOxmlElement:
        struck = self._marked("w:del", proposal)
        run.addprevious(struck)
        struck.append(run)
        for text in run.findall(qn("w:t")):
            text.tag = qn("w:delText")
        return struck

    def _put_in(self, after: BaseOxmlElement, change: Tracked) -> None:
        put_in = self._marked("w:ins", change.proposal)
        run, text = OxmlElement("w:r"), OxmlElement("w:t")
        text.text = writable(change.new)
        text.set(qn("xml:space"), "preserve")
        run.append(text)
        put_in.append(run)
        after.addnext(put_in)

    def _marked(self, tag: str, proposal: ChangeProposal) -> BaseOxmlElement:
        self._number += 1
        marked: BaseOxmlElement = OxmlElement(tag)
        marked.set(qn("w:id"), str(self._number))
        marked.set(qn("w:author"), writable(self._signed(proposal.checker)))
        marked.set(qn("w:date"), proposal.proposed)
        return marked
