"""Commands that take in what others have marked: claims import, claims gather."""

import argparse
import re
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

from factdesk.cli.command import DONE, add_command, carry_out, opened, print_json, text
from factdesk.desk import annotations, claim_files, tables
from factdesk.desk.arrivals import Arrival, Arrivals
from factdesk.desk.opening import checker_at_work
from factdesk.importers.base import Document
from factdesk.importers.claims.base import ForeignClaim
from factdesk.importers.claims.columns import Field
from factdesk.importers.files import load
from factdesk.importers.reader import Reader
from factdesk.model.article import Article
from factdesk.model.edit import Edit

COMMANDS = ("claims",)

_PAIR = re.compile(rf"(?:^|,)({'|'.join(Field)})=")


def add_commands(commands: Any) -> None:  # noqa: ANN401 - argparse gives the type no public name
    """Add the commands of this group."""
    claims = commands.add_parser("claims", help="Take in claims that others have marked.")
    verbs = claims.add_subparsers(required=True, metavar="VERB")
    take_in = add_command(
        verbs,
        "import",
        _import,
        "Put the claims of a table, a Word file's comments and tracked changes, W3C or Hypothesis"
        " annotations, or ClaimReviews onto an article.",
    )
    take_in.add_argument("article", type=text, metavar="ARTICLE")
    _add_options(take_in)
    gather = add_command(
        verbs, "gather", _gather, "Make an article of such claims, with a paragraph for each."
    )
    _add_options(gather)


def _add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument(
        "--map",
        type=text,
        action="append",
        default=[],
        metavar="FIELD=COLUMN,…",
        help=f"which column of a table holds what, remembered for such tables: {', '.join(Field)}",
    )


def _import(arguments: argparse.Namespace) -> int:
    foreign = _foreign(load(arguments.file), arguments)
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


def _gather(arguments: argparse.Namespace) -> int:
    document = load(arguments.file)
    foreign = _foreign(document, arguments)
    made: list[Article] = []
    arrived: list[Arrivals] = []
    with closing(opened(arguments)) as store:

        def plan() -> Edit:
            article, arrivals = annotations.gather(store, document, foreign, checker_at_work(store))
            made[:], arrived[:] = [article], [arrivals]
            return arrivals.edit

        carry_out(store, plan)
    told = {"article": made[0].id, "title": made[0].title, "claims": len(arrived[0].claims)}
    for remark, often in arrived[0].remarks.items():
        print(f"factdesk: {often:,} times {remark}", file=sys.stderr)
    if arguments.json:
        print_json(told)
    else:
        print(made[0].id, flush=True)
    return DONE


def _foreign(document: Document, arguments: argparse.Namespace) -> list[ForeignClaim]:
    """Read the claims of a document; of a table it is told which columns are taken for what."""
    with Reader() as reader:
        file = claim_files.opened(document, reader.claims)
    if file.table is None:
        return list(file.claims)
    read = file.table
    names = dict(pair for words in arguments.map for pair in _pairs(words))
    columns = tables.columns_of(read, names)
    if names:
        tables.remember(read, columns)
    taken = ",".join(f"{field}={read.head[at]}" for field, at in columns.items())
    left = ", ".join(name for at, name in enumerate(read.head) if at not in columns.values())
    print(f"factdesk: --map {taken}{f'; not taken: {left}' if left else ''}", file=sys.stderr)
    return list(file.with_columns(columns).claims)


def _pairs(words: str) -> list[tuple[str, str]]:
    """Take “quote=Claim, as made,verdict=Rating” apart: a column's name may hold a comma."""
    found = list(_PAIR.finditer(words))
    if not found or found[0].start():
        field, _, name = words.partition("=")
        return [(field, name)]  # is refused by its name
    ends = [one.start() for one in found[1:]] + [len(words)]
    return [(one[1], words[one.end() : end]) for one, end in zip(found, ends, strict=True)]


def _print(arrival: Arrival, arguments: argparse.Namespace) -> None:
    claim = arrival.claim
    if arguments.json:
        told = {"claim": claim.reference, "id": claim.id, "status": arrival.status}
        doubt = {"quotes": list(arrival.quotes), "why": arrival.why}
        print_json(told | doubt | {"remarks": list(arrival.remarks)})
    else:
        doubtful = "".join(f"  “{quote}”" for quote in arrival.quotes)
        said = filter(None, (arrival.why, *arrival.remarks))
        remarks = "".join(f"  ({each})" for each in said)
        print(f"{claim.reference}  {arrival.status}{doubtful}{remarks}", flush=True)
