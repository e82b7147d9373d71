"""Commands on claims: mark, judge, cite."""

import argparse
import json
import re
import sys
from collections.abc import Iterator
from contextlib import closing, nullcontext
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Any, TextIO, TypeVar

from factdesk.cli.command import (
    DONE,
    FAULT,
    add_command,
    carry_out,
    complain,
    failure,
    opened,
    print_json,
    text,
)
from factdesk.cli.shapes import Shape, claim_shape
from factdesk.desk import claims, evidence, reports, verdicts
from factdesk.desk.opening import checker_at_work
from factdesk.errors import FactdeskError, ImportFailed, NotFound, Refused
from factdesk.model.article import Version
from factdesk.model.claim import Claim, ClaimKind
from factdesk.model.edit import Edit
from factdesk.model.record import Id
from factdesk.model.report import Finding
from factdesk.model.sheet import CiteWish
from factdesk.model.source import Stance
from factdesk.store.store import Store
from factdesk.text.anchors import locate

COMMANDS = ("mark", "judge", "cite")

Word = TypeVar("Word", bound=StrEnum)


def add_commands(commands: Any) -> None:  # noqa: ANN401 - argparse gives the type no public name
    """Add the commands of this group."""
    mark = add_command(commands, "mark", _mark, "Mark a claim on words of the article.")
    mark.add_argument("article", type=text, metavar="ARTICLE")
    what = mark.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "--quote", type=text, metavar="TEXT", help="the words, as they stand in the text"
    )
    what.add_argument("--batch", metavar="JSONL", help="a claim a line; - is standard input")
    mark.add_argument("--occurrence", type=int, default=1, metavar="N", help="which of several")
    mark.add_argument("--kind", type=partial(word, ClaimKind), metavar="K")
    judge = add_command(commands, "judge", _judge, "Give a verdict.")
    judge.add_argument("article", type=text, metavar="ARTICLE")
    judge.add_argument("claim", type=text, metavar="CLAIM", help='"C12" or its id')
    judge.add_argument(
        "rating", type=text, metavar="RATING", help="a code or label of the article's scale"
    )
    judge.add_argument("--rationale", type=text, metavar="MARKDOWN")
    cite = add_command(commands, "cite", _cite, "Cite a source as evidence.")
    cite.add_argument("article", type=text, metavar="ARTICLE")
    cite.add_argument("claim", type=text, metavar="CLAIM")
    cite.add_argument("--title", type=text, required=True, metavar="T")
    cite.add_argument("--url", type=text, default="", metavar="U")
    cite.add_argument("--stance", type=partial(word, Stance), default=Stance.CONTEXT, metavar="S")
    cite.add_argument("--quote", type=text, default="", metavar="Q")
    cite.add_argument("--locator", type=text, default="", metavar="L")
    cite.add_argument("--confidential", action="store_true")


def word(words: type[Word], name: str) -> Word:
    """Understand a word of the trade, with hyphens or spaces."""
    wanted = name.replace("-", " ").replace("_", " ").casefold()
    for one in words:
        if wanted in {one.value.replace("-", " "), one.value.replace(" of the claim", "")}:
            return one
    offered = ", ".join(one.value for one in words)
    raise argparse.ArgumentTypeError(f"“{name}” is none of: {offered}")


def _mark(arguments: argparse.Namespace) -> int:
    with closing(opened(arguments)) as store:
        version = store.latest_version(store.article_named(arguments.article).id)
        if arguments.batch is not None:
            return _mark_batch(store, version, arguments)
        wish = {"quote": arguments.quote, "occurrence": arguments.occurrence}
        print_claim(_mark_one(store, version, wish, arguments.kind), arguments)
    return DONE


def _mark_batch(store: Store, version: Version, arguments: argparse.Namespace) -> int:
    """Mark a claim a line, each an edit of its own that is printed when it is on the disk."""
    status = DONE
    for number, line in _lines(arguments.batch):
        try:
            wish = _wish(line)
            kind = word(ClaimKind, wish["kind"]) if wish.get("kind") else arguments.kind
            shape = _mark_one(store, version, wish, kind)
        except argparse.ArgumentTypeError as error:
            shape = _failed_line(Refused(str(error)), number)
        except FactdeskError as error:
            shape = _failed_line(error, number)
        if "error" in shape:
            status = FAULT
        print_claim(shape, arguments)
    return status


def _lines(name: str) -> Iterator[tuple[int, str]]:
    """Read the lines one by one as they come, with their numbers; the blank ones mean nothing."""
    try:
        with nullcontext(sys.stdin) if name == "-" else _opened_lines(name) as lines:
            yield from ((number, line) for number, line in enumerate(lines, 1) if line.strip())
    except OSError as error:
        raise ImportFailed(
            f"{name} cannot be read: {error}.", "Name a file of JSON Lines in UTF-8."
        ) from error


def _opened_lines(name: str) -> TextIO:
    """Open a file of lines; bytes that are no UTF-8 are the fault of their line alone."""
    return Path(name).open(encoding="utf-8-sig", errors="surrogateescape")


def _wish(line: str) -> dict[str, Any]:
    try:
        wish = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise Refused(f"This line is no JSON: {error}.") from error
    if not isinstance(wish, dict) or not isinstance(wish.get("quote"), str):
        raise Refused("A line is an object with a “quote”, and perhaps “occurrence” and “kind”.")
    if type(wish.get("occurrence", 1)) is not int:  # a bool is an int too
        raise Refused("“occurrence” is a whole number from 1.")
    if not isinstance(wish.get("kind") or "", str):
        raise Refused("“kind” is a word.")
    return wish


def _failed_line(error: FactdeskError, number: int) -> Shape:
    source = f"line {number}"
    complain(error, source)
    return failure(error, source)


def _mark_one(store: Store, version: Version, wish: Shape, kind: ClaimKind | None) -> Shape:
    span = locate(version.text, wish["quote"], wish.get("occurrence", 1))
    marked: list[Claim] = []

    def plan() -> Edit:
        claim, edit = claims.mark(store, version, span, kind)
        marked[:] = [claim]
        return edit

    carry_out(store, plan)
    (claim,) = marked
    return claim_shape(Finding(claim=claim, anchors=tuple(store.anchors(claim.id, version.id))))


def _judge(arguments: argparse.Namespace) -> int:
    with closing(opened(arguments)) as store:
        article = store.article_named(arguments.article)
        scale, rating = verdicts.find_rating(store, article, arguments.rating)

        def plan() -> Edit:
            return verdicts.judge(
                store,
                find_claim(store, article.id, arguments.claim),
                scale,
                rating,
                rationale=arguments.rationale,
                checker=checker_at_work(store),
            )

        carry_out(store, plan)
        print_claim(shape_of(store, article.id, arguments.claim), arguments)
    return DONE


def _cite(arguments: argparse.Namespace) -> int:
    wish = CiteWish(
        title=arguments.title,
        url=arguments.url,
        stance=arguments.stance,
        quote=arguments.quote,
        locator=arguments.locator,
        confidential=arguments.confidential,
    )
    with closing(opened(arguments)) as store:
        article = store.article_named(arguments.article)
        carry_out(
            store,
            lambda: evidence.cite(store, find_claim(store, article.id, arguments.claim), wish),
        )
        print_claim(shape_of(store, article.id, arguments.claim), arguments)
    return DONE


def find_claim(store: Store, article: Id, name: str) -> Claim:
    """Find a claim of the article by reference or identity.

    Raises:
        NotFound: if the article has none of that name.
    """
    if reference := re.fullmatch(r"[Cc](\d{1,9})", name):
        return store.claim_numbered(article, int(reference[1]))
    claim = store.claim(name)
    if claim.article != article:
        raise NotFound(f"The claim {name} is not in that article.", "`factdesk show` lists them.")
    return claim


def shape_of(store: Store, article: Id, name: str) -> Shape:
    """Print a claim as it is now.

    Raises:
        NotFound: if the article has none of that name.
    """
    claim = find_claim(store, article, name)
    return claim_shape(reports.finding(store, claim, store.latest_version(article)))


def print_claim(shape: Shape, arguments: argparse.Namespace) -> None:
    """Print a claim's shape as asked; a failed line says what it is only in JSON."""
    if arguments.json:
        print_json(shape)
    elif "error" not in shape:
        verdict = shape["verdict"]["label"] if shape["verdict"] else shape["state"]
        print(f"{shape['claim']}  {verdict}  “{shape['quote']}”", flush=True)
