"""What a report's summary counts, so that it equals what the body holds."""

from collections import Counter, defaultdict
from typing import NamedTuple

from factdesk.model.report import Finding, Report
from factdesk.model.verdict import Rating, Scale, Verdict

_LAST = 10**6

#: For which claims a source is cited, and when it was looked at for each.
Uses = list[tuple[str, str]]

#: The colour of what has no verdict.
GREY = "#8a8f98"


class Count(NamedTuple):
    """How many claims have one rating, under the label that they were given."""

    glyph: str
    label: str
    claims: int


class Legend:
    """Finds what the report's scales say of a verdict."""

    def __init__(self, report: Report) -> None:
        others = (scale for scale in report.scales if scale.id != report.scale.id)
        self.scales: tuple[Scale, ...] = (report.scale, *others)
        self._named = {scale.id: scale for scale in self.scales}
        self._ranges = {scale.id: _range(scale) for scale in self.scales}
        self._known = {
            (scale.id, rating.code): (number, place, rating)
            for number, scale in enumerate(self.scales)
            for place, rating in enumerate(scale.ratings)
        }

    def rating(self, verdict: Verdict) -> Rating | None:
        """Find the rating as the scale has it now; none if the scale has lost it."""
        found = self._known.get((verdict.scale, verdict.rating))
        return found[2] if found else None

    def name(self, verdict: Verdict) -> str:
        """Name a verdict as it read when it was given, with its glyph."""
        rating = self.rating(verdict)
        return f"{rating.glyph} {verdict.label}" if rating else verdict.label

    def hues(self, finding: Finding) -> tuple[str, str]:
        """Give a verdict's colours for light paper and for dark; grey where there is none."""
        rating = self.rating(finding.verdict) if finding.verdict else None
        return (rating.light, rating.dark) if rating else (GREY, GREY)

    def scale(self, verdict: Verdict) -> Scale | None:
        """Find the scale that the verdict was given on."""
        return self._named.get(verdict.scale)

    def range(self, verdict: Verdict) -> tuple[int, int] | None:
        """Find the least and the greatest number of the verdict's scale, if it has numbers."""
        return self._ranges.get(verdict.scale)

    def place(self, verdict: Verdict) -> tuple[int, int, str]:
        """Tell where a verdict stands among all ratings of all scales, best first."""
        number, place, _ = self._known.get((verdict.scale, verdict.rating), (_LAST, _LAST, None))
        return number, place, verdict.label


def _range(scale: Scale) -> tuple[int, int] | None:
    values = [rating.value for rating in scale.ratings if rating.value is not None]
    return (min(values), max(values)) if values else None


def judged(report: Report) -> list[Finding]:
    """Find the claims that have a verdict."""
    return [finding for finding in report.findings if finding.verdict]


def unjudged(report: Report) -> list[Finding]:
    """Find the claims that have none."""
    return [finding for finding in report.findings if not finding.verdict]


def tally(report: Report) -> list[Count]:
    """Count claims by rating, in the order of the scales."""
    legend = Legend(report)
    verdicts = [finding.verdict for finding in report.findings if finding.verdict]
    counts = Counter(legend.place(verdict) for verdict in verdicts)
    samples = {legend.place(verdict): verdict for verdict in verdicts}
    rows = []
    for place in sorted(counts):
        rating = legend.rating(samples[place])
        rows.append(Count(rating.glyph if rating else "", samples[place].label, counts[place]))
    return rows


def uses(report: Report) -> dict[int, Uses]:
    """Tell of each source by its number for which claims it is cited, and when."""
    found: dict[int, Uses] = defaultdict(list)
    for finding in report.findings:
        for piece in finding.evidence:
            found[piece.number].append((finding.claim.reference, piece.evidence.accessed))
    return found


def accessed(used: Uses) -> str:
    """Tell when a source was looked at last."""
    return max((date for _, date in used), default="")


def claims_of(used: Uses) -> list[str]:
    """Name the claims for which a source is cited, each once."""
    return list(dict.fromkeys(reference for reference, _ in used))
