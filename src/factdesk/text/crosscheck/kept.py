"""A long text beside a claim: of all that stands in it, what is about the same."""

import heapq

from factdesk.text.keywords import stems
from factdesk.text.sentences import sentences

#: So many sentences are compared, at most: those that share the most words with the claim.
_MOST = 12


class KeptText:
    """The text of a source, taken apart once for all claims that cite it."""

    def __init__(self, text: str) -> None:
        self.text = text
        said = [text[start:stop] for start, stop in sentences(text)]
        self._said = [(sentence, stems(sentence)) for sentence in said]

    def near(self, claim: str) -> str:
        """Give the sentences that share most words with a claim, in the order of the text."""
        wanted = stems(claim)
        shares = [(len(wanted & words), number) for number, (_, words) in enumerate(self._said)]
        best = heapq.nlargest(_MOST, (pair for pair in shares if pair[0]))
        return " ".join(self._said[number][0] for number in sorted(number for _, number in best))
