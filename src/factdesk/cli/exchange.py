"""Commands that take in what others have marked: claims import."""

import argparse
from contextlib import closing
from pathlib import Path
from typing import Any

from factdesk.cli.command import DONE, add_command, carry_out, opened, print_json, text
from factdesk.desk import annotations
from factdesk.desk.annotations import Arrival, Arrivals
from factdesk.desk.opening import checker_at_work
from factdesk.importers.claims.reader import claims_of
from factdesk.importers.files import load
from factdesk.importers.reader import Reader
from factdesk.model.edit import Edit

COMMANDS = ("claims",)


def add_commands(commands: Any) -> None:  # noqa: ANN401 - argparse gives the type no public name
    """Add the commands of this group."""
    claims = commands.add_parser("claims", help="Take in claims that others have marked.")
    verbs = claims.add_subparsers(required=True, metavar="VERB")
    take_in = add_command(
        verbs,
        "import",
        _import,
        "Put a Word file's comments and tracked changes, W3C or Hypothesis annotations, or"
        " ClaimReviews onto an article.",
    )
    take_in.add_argument("article", type=text, metavar="ARTICLE")
    take_in.add_argument("file", type=Path, metavar="FILE")


def _import(arguments: argparse.Namespace) -> int:
    with Reader() as reader:
        foreign = claims_of(load(arguments.file), reader.read)
    arrived: list[Arrivals] = []
    with closing(opened(arguments)) as store:
        version = store.latest_version(store.article_named(arguments.article).id)

        def plan() -> Edit:
            arrived[:] = [annotations.put_on(store, version, foreign, checker_at_work(store))]
            return arrived[0].edit

        carry_out(store, plan)
    for arrival in arrived[0].claims:
        _print(arrival, arguments)
    return DONE


def _print(arrival: Arrival, arguments: argparse.Namespace) -> None:
    claim = arrival.claim
    if arguments.json:
        told = {"claim": claim.reference, "id": claim.id, "status": arrival.status}
        print_json(told | {"quotes": list(arrival.quotes), "remarks": list(arrival.remarks)})
    else:
        doubtful = "".join(f"  “{quote}”" for quote in arrival.quotes)
        remarks = "".join(f"  ({remark})" for remark in arrival.remarks)
        print(f"{claim.reference}  {arrival.status}{doubtful}{remarks}", flush=True)
