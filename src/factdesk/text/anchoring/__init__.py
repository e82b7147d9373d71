"""Carrying places over a changed text, from an alignment of the two texts."""

from factdesk.text.anchoring.candidates import Candidate
from factdesk.text.anchoring.carrying import Outcome, carry
from factdesk.text.anchoring.difference import Op, Run, difference

__all__ = ["Candidate", "Op", "Outcome", "Run", "carry", "difference"]
