"""Cross-check: what is said to differ, on pairs of our own making.

    python -m benchmarks.hints.crosscheck [--kept] [--german] [--out benchmarks/results] [--show]

Precision: of what is said to differ, how much was altered. Recall: of what was altered, how much is
said to differ. With --kept the evidence stands in a news page of $FACTDESK_DATA, and the
claim is compared with the whole page, as with a text that the desk keeps of a source.
"""

import argparse
import json
import time
from collections import Counter
from itertools import cycle
from pathlib import Path

from benchmarks.hints.corpus import pages
from benchmarks.hints.pairs import Pair, pairs
from benchmarks.hints.pairs_de import GERMAN

from factdesk.text.crosscheck import Check, KeptText, Outcome, crosscheck


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=Path, default=Path("benchmarks/results"))
    parser.add_argument("--show", action="store_true", help="print what was judged wrongly")
    parser.add_argument("--kept", action="store_true", help="put the evidence into a whole page")
    parser.add_argument("--german", action="store_true", help="take the German pairs")
    arguments = parser.parse_args()
    made = list(GERMAN if arguments.german else pairs())
    around = cycle(page.text for page in pages()) if arguments.kept else cycle([""])
    texts = [_in_the_midst(pair.evidence, next(around)) for pair in made]
    before = time.process_time()
    judged = [
        (pair, crosscheck(pair.claim, [KeptText(text).near(pair.claim) if text else pair.evidence]))
        for pair, text in zip(made, texts, strict=True)
    ]
    taken = 1000 * (time.process_time() - before) / len(made)
    tally: Counter[str] = Counter()
    for pair, checks in judged:
        counted = count(pair, checks)
        tally.update(counted)
        if arguments.show and (counted["false"] or counted["missed"] or counted["other"]):
            print(pair, [tuple(check) for check in checks], sep="\n    ")
    row = {
        "pairs": len(made),
        "altered": tally["right"] + tally["missed"],
        "precision": round(tally["right"] / (tally["right"] + tally["false"]), 3),
        "recall": round(tally["right"] / (tally["right"] + tally["missed"]), 3),
        "absent told as absent": f"{tally['absent']} of {tally['absent'] + tally['other']}",
        "CPU ms a pair": round(taken, 2),
    }
    print("  ".join(f"{name} {value}" for name, value in row.items()))
    arguments.out.mkdir(parents=True, exist_ok=True)
    (arguments.out / "crosscheck.json").write_text(json.dumps(row, indent=2))


def _in_the_midst(evidence: str, page: str) -> str:
    middle = page.find("\n", len(page) // 2)
    return f"{page[:middle]}\n{evidence}{page[middle:]}" if page else ""


def count(pair: Pair, checks: list[Check]) -> Counter[str]:
    """Count what is right, false and missed in the answer to one pair."""
    wanted = {quote for quote, outcome in pair.told if outcome == Outcome.DIFFERS}
    gone = {quote for quote, outcome in pair.told if outcome == Outcome.ABSENT}
    differ = {check.quote for check in checks if check.outcome is Outcome.DIFFERS}
    absent = {check.quote for check in checks if check.outcome is Outcome.ABSENT}
    return Counter(
        {
            "right": len(wanted & differ),
            "false": len(differ - wanted),
            "missed": len(wanted - differ),
            "absent": len(gone & absent),
            "other": len(gone - absent),
        }
    )


if __name__ == "__main__":
    main()
