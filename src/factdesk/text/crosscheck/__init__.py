"""Does the evidence say what the claim says? Numbers, dates, names and quoted words, compared.

Only what is certain is called different; nothing here is a verdict.
"""

from factdesk.text.crosscheck.arithmetic import Sum, arithmetic
from factdesk.text.crosscheck.compare import crosscheck
from factdesk.text.crosscheck.kept import KeptText
from factdesk.text.crosscheck.result import Check, Outcome

__all__ = ["Check", "KeptText", "Outcome", "Sum", "arithmetic", "crosscheck"]
