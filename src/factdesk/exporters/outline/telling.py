"""A report with what is needed to tell it: its legend, and the language of its reader."""

from collections.abc import Iterable, Iterator

from factdesk.exporters.outline.parts import Fact, Facts, Heading, Run, Runs, plain
from factdesk.exporters.tally import Legend
from factdesk.exporters.wording import words
from factdesk.model.report import Audience, Finding, Report
from factdesk.model.span import Span
from factdesk.model.workflow import ChangeProposal


class Telling:
    """What all parts of an outline ask of the report."""

    def __init__(self, report: Report) -> None:
        self.report, self.legend, self.say = report, Legend(report), words(report.language)
        self.internal = report.audience is Audience.INTERNAL
        self._names = {checker.id: checker.name for checker in report.checkers}

    def heading(self, level: int, key: str) -> Heading:
        """Head a part with fixed words."""
        return Heading(level, plain(self.say(key)))

    def fact(self, key: str, runs: Runs, below: Iterable[Runs] = ()) -> Fact:
        """Say something under a fixed name."""
        return Fact(self.say.colon(self.say(key)), runs, tuple(below))

    def facts(self, rows: Iterable[tuple[str, Runs]]) -> Facts:
        """Say what there is to say under fixed names."""
        return Facts(tuple(self.fact(key, runs) for key, runs in rows if _says_something(runs)))

    def strong(self, text: str) -> Run:
        """Set off a word that something follows."""
        return Run(self.say.colon(text), strong=True)

    def by(self, checker: str | None) -> Iterator[str]:
        """Name who did it; the public does not get to know."""
        if self.internal and checker in self._names:
            yield self._names[checker]

    def verdict(self, finding: Finding) -> str:
        """Name a claim's verdict, or say that there is none."""
        return self.legend.name(finding.verdict) if finding.verdict else self.say("unjudged")

    def paragraph(self, place: Span) -> str:
        """Name the paragraph of a place."""
        index = self.report.version.block_at(place)
        return self.say("between") if index is None else f"¶{index + 1}"

    def change(self, proposal: ChangeProposal) -> str:
        """Say which words shall become which."""
        old = self.say.quoted(" ".join(proposal.original.split()))
        if not proposal.replacement.strip():
            return self.say("cut", old=old)
        new = self.say.quoted(" ".join(proposal.replacement.split()))
        return self.say("change", old=old, new=new)

    def why(self, finding: Finding) -> str:
        """Give the reasoning in Markdown; what is not judged has none for the public."""
        if not self.internal and not finding.verdict:
            return ""
        given = finding.verdict.rationale if finding.verdict else ""
        return finding.claim.rationale if finding.claim.rationale.strip() else given


def title(report: Report) -> str:
    """Name the report."""
    return words(report.language)("fact_check", title=article_title(report))


def article_title(report: Report) -> str:
    """Name the article."""
    return report.article.title.strip() or report.article.slug


def _says_something(runs: Runs) -> bool:
    return any(run.text.strip() for run in runs)
