"""What each rule that leaves blocks out gains and loses: the ledger by which rules stay or go.

    python -m benchmarks.importing.rules

For each reason: the blocks and words it left out rightly (the truth does not have them, or they are
kept elsewhere) and wrongly, on the pages that were looked at and on those that were put aside.
"""

from collections import Counter, defaultdict

import regex
from benchmarks.importing.corpus import Truth, is_aside, pages
from benchmarks.importing.measures import grams, paragraphs

from factdesk.errors import ImportFailed
from factdesk.importers.base import Document, DraftLeftOut
from factdesk.importers.registry import read

_NAMED = regex.compile("“.*”")
_HALF = 0.5

Ledger = dict[str, Counter[str]]


def enter(ledger: Ledger, truth: Truth, content: bytes) -> None:
    """Enter what was left out of a page."""
    draft = read(Document(name="page.html", content=content))
    kept = paragraphs("\n".join(block.text for block in draft.blocks))
    for block in draft.left_out:
        wrongly = is_true(block, truth) and not paragraphs(block.text).keys() <= kept.keys()
        name = "wrong" if wrongly else "right"
        split = "aside" if is_aside(truth["id"]) else "tuned"
        row = ledger[_NAMED.sub("“…”", block.reason)]
        row[f"{split} {name}"] += 1
        row[f"{split} words {name}"] += len(block.text.split())


def is_true(block: DraftLeftOut, truth: Truth) -> bool:
    """Tell whether at least half of a block stands in the truth."""
    own = grams(block.text)
    return (own & grams(truth["text"])).total() >= _HALF * own.total()


def main() -> None:
    """Read all pages and print the ledger."""
    ledger: Ledger = defaultdict(Counter)
    for truth, content in pages("all"):
        try:
            enter(ledger, truth, content)
        except ImportFailed as failure:
            print(truth["id"], failure)
    columns = [
        f"{split} {what}{name}"
        for split in ("tuned", "aside")
        for what in ("", "words ")
        for name in ("right", "wrong")
    ]
    print(f"{'reason':52}", *columns, sep=" | ")
    for reason, row in sorted(ledger.items(), key=lambda each: -sum(each[1].values())):
        print(f"{reason:52}", *(f"{row[each]:{len(each)}}" for each in columns), sep=" | ")


if __name__ == "__main__":
    main()
