"""One walk over a sentence: what stands there, as findings and as counts."""

from collections.abc import Sequence

from factdesk.text.hints.lexicon import Phrase
from factdesk.text.hints.reading import Reading
from factdesk.text.hints.rules import RULES
from factdesk.text.hints.words import Scope


def scan(scope: Scope) -> Reading:
    """Read a sentence; each word is taken once, by the longest phrase that it begins."""
    reading = Reading([], {})
    counts, reached = reading.counts, 0
    entries = scope.text.entries[scope.begin : scope.end]
    following = [*scope.text.folded[scope.begin + 1 : scope.end], ""]
    for index, (entry, after) in enumerate(zip(entries, following, strict=False), scope.begin):
        if entry is None or index < reached:
            continue
        if entry.phrases and (begun := entry.phrases.get(after)):
            reached = _phrase(scope, index, begun, reading)
            if reached:
                continue
        for name in entry.classes:
            if name in RULES:
                reached = max(reached, _take(scope, name, index, index, reading))
            else:
                counts[name] = counts.get(name, 0) + 1
    return reading


def _phrase(scope: Scope, index: int, begun: Sequence[Phrase], reading: Reading) -> int:
    """Take the phrase that begins here: the token after it, or 0 if none does."""
    folded = scope.text.folded
    for rest, means in begun:
        end = index + 1 + len(rest)
        if end <= scope.end and folded[index + 1 : end] == rest:
            return max(end, _take(scope, means, index, end - 1, reading))
    return 0


def _take(scope: Scope, name: str, first: int, last: int, reading: Reading) -> int:
    """Count a class or follow its rule; gives the token after it."""
    rule = RULES.get(name)
    if rule is None:
        reading.counts[name] = reading.counts.get(name, 0) + 1
        return last + 1
    finding = rule(scope, first, last)
    if finding is None:
        return last + 1
    reading.findings.append(finding)
    if finding.last > last and scope.has(finding.last, "measure"):  # 300 jobs
        reading.counts["measure"] = reading.counts.get("measure", 0) + 1
    reading.counts[finding.kind] = reading.counts.get(finding.kind, 0) + 1
    return finding.last + 1
