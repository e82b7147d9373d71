"""The hints of a text: a row a sentence."""

from collections.abc import Sequence
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
    lexicon = lexicon or english()
    said = (
        [span for span in sentences(text) if readable(text, span, blocks)]
        if blocks
        else (sentences(text))
    )
    seen: set[str] = set()
    rows = []
    for sentence, scope in zip(said, scopes(words(text, lexicon), said, lexicon), strict=True):
        exact = text[sentence.start : sentence.stop]
        rows.append(_hint(scope, sentence, exact, repeat=exact in seen))
        seen.add(exact)
    return rows


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
