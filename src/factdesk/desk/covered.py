"""The hash of what a sign-off covers, by which it is known whether that is still as it was."""

import json
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import NamedTuple

from factdesk.model.article import Version
from factdesk.model.claim import UNDECIDED, Anchor, Claim
from factdesk.model.record import Record
from factdesk.model.source import Evidence, Source
from factdesk.model.verdict import Verdict
from factdesk.model.workflow import ChangeProposal, ContactAttempt, Exemption, SearchLog


class Covered(NamedTuple):
    """What a sign-off of a claim covers, beside the claim itself."""

    anchors: Iterable[Anchor]
    verdict: Verdict | None
    evidence: Sequence[Evidence]
    sources: Iterable[Source]
    searches: Iterable[SearchLog]
    contacts: Iterable[ContactAttempt]
    proposals: Iterable[ChangeProposal]
    exemptions: Iterable[Exemption]


def hash_of(claim: Claim, covered: Covered) -> str:
    """Compute the SHA-256 of a claim and of what belongs to it, in hexadecimal.

    That is the claim without its state and assignee, its words in the current text, its verdict,
    evidence with sources, searches, contacts, changes and exemptions.
    """
    parts: list[Record] = [*([covered.verdict] if covered.verdict else []), *covered.evidence]
    parts += [*covered.sources, *covered.searches, *covered.contacts]
    parts += [*covered.proposals, *covered.exemptions]
    told = {
        "claim": claim.model_dump(mode="json", exclude={"state", "assignee"}),
        "words": [
            place.exact
            for place in sorted(covered.anchors, key=lambda place: place.span)
            if place.status not in UNDECIDED
        ],
        "parts": [part.model_dump(mode="json") for part in parts],
    }
    return _digest(told)


def hash_of_article(version: Version, claims: Iterable[tuple[Claim, str]]) -> str:
    """Compute the SHA-256 of a text and of its claims by their numbers, each with its own."""
    told = [[claim.number, claim.state, covered] for claim, covered in claims]
    return _digest({"text": version.sha256, "claims": told})


def _digest(covered: object) -> str:
    return sha256(json.dumps(covered, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
