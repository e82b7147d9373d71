"""The hints of a text: a row a sentence."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from factdesk.model.span import Block, Span
from factdesk.text.hints.lexicon import Lexicon, english
from factdesk.text.hints.reading import Reading
from factdesk.text.hints.reasons import reason
from factdesk.text.hints.regions import readable
from factdesk.text.hints.scan import scan
from factdesk.text.hints.scoring import score
from factdesk.text.hints.words import Scope, scopes, words
from factdesk.text.sentences import sentences

#: A part is at least so many code points: some milliseconds.
_PART = 4000


class HintSpan(NamedTuple):
    """A checkable place: ``text[start:stop]`` with its hedge, and why, in words for the screen."""

    kind: str
    start: int
    stop: int
    reason: str


class Hint(NamedTuple):
    """A sentence: how checkable it is from 0 to 1, what is to be underlined, what else counts.

    A sentence that stood in the text before is a repeat: it has its score and no spans.
    """

    start: int
    stop: int
    score: float
    spans: tuple[HintSpan, ...]
    reasons: tuple[str, ...] = ()
    repeat: bool = False


def hints(
    text: str, blocks: Sequence[Block] | None = None, lexicon: Lexicon | None = None
) -> list[Hint]:
    """Judge every sentence; of a text with blocks only where an author states something.

    Headings, credits and tables have no rows: what they say is said in the text, or by nobody.
    """
    return list(chain.from_iterable(hints_in_parts(text, blocks, lexicon)))


def hints_in_parts(
    text: str, blocks: Sequence[Block] | None = None, lexicon: Lexicon | None = None
) -> Iterator[list[Hint]]:
    """Judge every sentence, some paragraphs at a time: in between, others may have their turn."""
    lexicon = lexicon or english()
    seen: set[str] = set()
    for part in _parts(text):
        said = [
            Span(part.start + start, part.start + stop)
            for start, stop in sentences(text[part.start : part.stop])
        ]
        if blocks:
            said = [span for span in said if readable(text, span, blocks)]
        taken = words(text[part.start : part.stop], lexicon, part.start)
        rows = []
        for sentence, scope in zip(said, scopes(taken, said, lexicon), strict=True):
            exact = text[sentence.start : sentence.stop]
            rows.append(_hint(scope, sentence, exact, repeat=exact in seen))
            seen.add(exact)
        yield rows


def _parts(text: str) -> Iterator[Span]:
    """Cut a text at line breaks, which end every sentence."""
    start = 0
    while start < len(text):
        stop = text.find("\n", start + _PART)
        stop = len(text) if stop < 0 else stop
        yield Span(start, stop)
        start = stop


def _hint(scope: Scope, sentence: Span, exact: str, *, repeat: bool) -> Hint:
    reading = scan(scope)
    value = round(score(scope, reading, exact), 3)
    if repeat:
        return Hint(*sentence, value, (), repeat=True)
    return Hint(*sentence, value, _spans(scope, reading), _reasons(scope, reading))


def _spans(scope: Scope, reading: Reading) -> tuple[HintSpan, ...]:
    """Give what is to be underlined; what runs into the one before is joined to it."""
    spans: list[HintSpan] = []
    for finding in reading.findings:
        if not finding.shown or finding.kind not in scope.lexicon.reasons:
            continue
        start, stop = scope.text.starts[finding.first], scope.text.stop(finding.last)
        if spans and start < spans[-1].stop:
            spans[-1] = spans[-1]._replace(stop=stop)
            continue
        why = reason(scope.lexicon, finding.kind, finding.hedge)
        spans.append(HintSpan(finding.kind, start, stop, why))
    return tuple(spans)


def _reasons(scope: Scope, reading: Reading) -> tuple[str, ...]:
    known = scope.lexicon.reasons
    kinds = dict.fromkeys([one.kind for one in reading.findings if not one.shown])
    return tuple([reason(scope.lexicon, kind) for kind in kinds if kind in known])
