"""Cross-check on real claims: how often it says without cause that something differs.

    python -m benchmarks.hints.wild [--show]

The 500 claims of $FACTDESK_DATA/averitec with the answers that were found for them. What is said to
differ is printed with --show, to be judged by hand. Then each number that the evidence has is
altered in the claim, by a slip of the point and by two digits in the other order, and looked for.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator

from benchmarks.hints.corpus import data

from factdesk.text.crosscheck import Check, Outcome, crosscheck

_DIGITS = re.compile(r"\d[\d,]*")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--show", action="store_true", help="print what is said to differ")
    show = parser.parse_args().show
    differ, altered = 0, Counter[str]()
    for claim, evidence in claims():
        for check in crosscheck(claim, evidence):
            differ += check.outcome is Outcome.DIFFERS
            if show and check.outcome is Outcome.DIFFERS:
                print(f"{claim}\n    {check.quote} / {check.other}: {check.why}")
            if check.outcome is Outcome.FOUND and check.kind in {"number", "percent", "money"}:
                altered += looked_for(claim, check, evidence)
    print(f"claims 500  said to differ {differ}  altered {dict(altered)}")


def claims() -> Iterator[tuple[str, list[str]]]:
    """Read the claims with their evidence."""
    for row in json.loads((data() / "averitec" / "dev.json").read_text("utf-8")):
        answers = [answer["answer"] for asked in row["questions"] for answer in asked["answers"]]
        yield row["claim"], [text for text in answers if len(text.split()) > 1]


def looked_for(claim: str, check: Check, evidence: list[str]) -> Counter[str]:
    """Alter a number in the claim in each way, and see what is said of it."""
    told: Counter[str] = Counter()
    digits = _DIGITS.search(check.quote)
    number = digits[0] if digits else ""
    swapped = number.replace(number[:2], number[1::-1], 1) if number[:2].isdigit() else number
    for way, other in (("point", f"{number}0"), ("swapped", swapped)):
        if number and other != number and not other.startswith("0"):
            begin = check.start + check.quote.index(number)
            wrong = claim[:begin] + other + claim[begin + len(number) :]
            found = [one for one in crosscheck(wrong, evidence) if one.start == check.start]
            told[f"{way}: {found[0].outcome if found else 'no answer'}"] += 1
    return told


if __name__ == "__main__":
    main()
