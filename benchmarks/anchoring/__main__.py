"""How surely claims are carried over a changed text, beside three other ways in the same run.

    python -m benchmarks.anchoring [--seeds 1] [--every 13] [--articles 191]

Every article is edited in every way once a seed. Half of the claims are drawn anywhere, half where
the edit is made. The other ways are slow: they get every thirteenth case.
"""

import argparse
import json
import os
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.anchoring.cases import KINDS, Case, articles, cases
from benchmarks.anchoring.rivals import WAYS
from benchmarks.anchoring.tally import (
    Answer,
    Figures,
    Tally,
    Truth,
    count,
    figures,
    judged,
    judged_place,
    share,
)
from benchmarks.anchoring.timing import measure

from factdesk.text.anchoring import carry

TOP = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("FACTDESK_DATA") or TOP / "../shared/data")
RESULTS = TOP / "benchmarks/results/anchoring.json"
SIZES = ((100_000, 1_000), (250_000, 2_500), (500_000, 5_000), (1_000_000, 10_000))


def ours(tally: Tally, case: Case) -> None:
    """Carry a case's claims as the program does."""
    places = [(key, claim.span) for key, claim in enumerate(case.claims)]
    for outcome in carry(case.old, case.new, places):
        if outcome.span and outcome.status in {"anchored", "moved"}:
            span = case.claims[outcome.key].span
            assert case.new[slice(*outcome.span)] == case.old[slice(*span)]
        count(tally, case, case.claims[outcome.key], judged(outcome, case.claims[outcome.key]))


def other(tally: Tally, case: Case, name: str) -> None:
    """Carry a case's claims in another way."""
    for claim in case.claims:
        place = WAYS[name](case.old, case.new, claim.span)
        count(tally, case, claim, judged_place(place, claim))


def print_ours(tally: Tally) -> None:
    """Print the table by kind."""
    everything, anywhere = figures(tally), figures(tally, touched=False)
    print(f"{'kind':36} claims  false  placed %  at the edit %  true first %  orphaned, not gone")
    touched = figures(tally, touched=True)
    for kind in (*KINDS, "all"):
        row, around, at_edit = everything[kind], anywhere[kind], touched.get(kind, {})
        lost = sum(row.get(f"{each}: {Answer.ORPHANED}", 0) for each in ("same", "changed"))
        print(
            f"{kind:36} {row['claims']:6} {row.get(Answer.WRONG, 0):6}"
            f" {share(around, Truth.SAME, Answer.RIGHT):9.2f}"
            f" {share(at_edit, Truth.SAME, Answer.RIGHT):14.2f}"
            f" {share(row, Truth.CHANGED, Answer.FIRST):13.2f} {lost:19}"
        )


def print_others(name: str, tally: Tally) -> None:
    """Print how often a way is wrong in silence."""
    row = figures(tally)["all"]
    print(
        f"{name:30} {row['claims']:6} claims  wrong in silence {per_cent(row, Answer.WRONG):6.2f} %"
        f"  gone, but placed {share(row, Truth.GONE, Answer.WRONG):6.2f} %"
        f"  same, right {share(row, Truth.SAME, Answer.RIGHT):6.2f} %"
        f"  changed, taken as if not {share(row, Truth.CHANGED, Answer.RIGHT):6.2f} %"
    )


def per_cent(row: Figures, answer: Answer) -> float:
    """Give the share of an answer among all."""
    return 100 * row.get(answer, 0) / row["claims"]


def main() -> None:
    """Measure, print the tables, write the JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name, default in (("--seeds", 1), ("--every", 13), ("--articles", 191), ("--claims", 28)):
        parser.add_argument(name, type=int, default=default)
    arguments = parser.parse_args()
    texts = articles(DATA)[: arguments.articles]
    tally: Tally = Counter()
    sample: dict[str, Tally] = {name: Counter() for name in ("Factdesk", *WAYS)}
    seen = 0
    for seed in range(arguments.seeds):
        for case in cases(texts, seed, arguments.claims):
            ours(tally, case)
            seen += 1
            if seen % arguments.every == 0:
                ours(sample["Factdesk"], case)
                for name in WAYS:
                    other(sample[name], case, name)
    print_ours(tally)
    for name, counted in sample.items():
        print_others(name, counted)
    times = [measure(articles(DATA), *size) for size in SIZES]
    for time in times:
        print(
            f"{time.code_points:9,} code points {time.claims:7,} claims {time.seconds:6.2f} s CPU"
        )
    save({"factdesk": tally, "sample": sample, "times": times})


def save(report: dict[str, Any]) -> None:
    """Write all figures as JSON."""
    sample = report["sample"].items()
    answer = {
        "factdesk": {"all": figures(report["factdesk"])}
        | {"anywhere": figures(report["factdesk"], touched=False)}
        | {"at the edit": figures(report["factdesk"], touched=True)},
        "sample": {name: figures(tally) for name, tally in sample},
        "times": [time._asdict() for time in report["times"]],
    }
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    RESULTS.write_text(json.dumps(answer, indent=1, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
