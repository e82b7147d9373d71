"""Commands on versions: revise, diff."""

import argparse
from collections.abc import Iterator
from contextlib import closing
from typing import Any

from factdesk.cli.command import DONE, add_command, carry_out, opened, print_json, text
from factdesk.cli.shapes import Shape
from factdesk.cli.sources import bring
from factdesk.desk import revisions
from factdesk.errors import NotFound, Refused
from factdesk.importers.base import Document, Draft
from factdesk.importers.reader import Reader
from factdesk.model.article import Article, Version
from factdesk.model.claim import Anchor
from factdesk.model.edit import Edit
from factdesk.model.span import Span
from factdesk.store.store import Store
from factdesk.text.anchoring import Candidate, Op, Outcome, Run, difference

COMMANDS = ("revise", "diff")

_SIGNS = {Op.DELETE: ("[-", "-]"), Op.INSERT: ("{+", "+}"), Op.EQUAL: ("", "")}


def add_commands(commands: Any) -> None:  # noqa: ANN401 - argparse gives the type no public name
    """Add the commands of this group."""
    revise = add_command(
        commands, "revise", _revise, "Take in a new version of an article, with all its claims."
    )
    revise.add_argument("article", type=text, metavar="ARTICLE")
    revise.add_argument("source", metavar="FILE|URL")
    revise.add_argument(
        "--allow-private", action="store_true", help="fetch a link within your own network too"
    )
    diff = add_command(commands, "diff", _diff, "Show what has changed between two versions.")
    diff.add_argument("article", type=text, metavar="ARTICLE")
    diff.add_argument(
        "versions", type=int, nargs="*", metavar="V", help="two numbers; else the last two"
    )


def _revise(arguments: argparse.Namespace) -> int:
    with closing(opened(arguments)) as store, Reader() as reader:
        article = store.article_named(arguments.article)
        brought = bring(arguments.source, allow_private=arguments.allow_private)
        shape = _take_in(store, article, brought.document, brought.read(reader))
    if arguments.json:
        print_json(shape)
    else:
        _print_revision(shape)
    return DONE


def _take_in(store: Store, article: Article, document: Document, draft: Draft) -> Shape:
    revised: list[revisions.Revision] = []

    def plan() -> Edit:
        revised[:] = [revisions.revise(store, article, document, draft)]
        return revised[0].edit

    if plan().changes:
        carry_out(store, plan)
    return _revision_shape(store, article, revised[0])


def _revision_shape(store: Store, article: Article, revision: revisions.Revision) -> Shape:
    numbers = dict(store.claim_ids(article.id))
    return {
        "article": article.id,
        "version": revision.version.number,
        "status": "revised" if revision.edit.changes else "unchanged",
        "claims": [
            _outcome_shape(f"C{numbers[outcome.key.claim]}", outcome, revision.version.text)
            for outcome in revision.outcomes
        ],
    }


def _outcome_shape(reference: str, outcome: Outcome[Anchor], words: str) -> Shape:
    return {
        "claim": reference,
        "outcome": outcome.status.replace(" ", "-"),
        **_place_shape(outcome.span, words),
        "candidates": [_candidate_shape(one, words) for one in outcome.candidates],
    }


def _candidate_shape(candidate: Candidate, words: str) -> Shape:
    return {**_place_shape(candidate.span, words), "likeness": round(candidate.likeness, 4)}


def _place_shape(span: Span | None, words: str) -> Shape:
    if span is None:
        return {"start": None, "stop": None, "quote": None}
    return {"start": span.start, "stop": span.stop, "quote": words[span.start : span.stop]}


def _print_revision(shape: Shape) -> None:
    same = " has this very text; nothing was changed" if shape["status"] == "unchanged" else ""
    print(f"version {shape['version']}{same}")
    for claim in shape["claims"]:
        quote = f"  “{claim['quote']}”" if claim["quote"] else ""
        print(f"{claim['claim']}  {claim['outcome']}{quote}")


def _diff(arguments: argparse.Namespace) -> int:
    with closing(opened(arguments)) as store:
        article = store.article_named(arguments.article)
        old, new = _two(store.versions(article.id), arguments.versions)
    runs = difference(old.text, new.text)
    if arguments.json:
        shapes = [_run_shape(run, old.text, new.text) for run in runs]
        print_json({"article": article.id, "old": old.number, "new": new.number, "runs": shapes})
    else:
        print("".join(_marked(runs, old.text, new.text)))
    return DONE


def _two(versions: list[Version], wanted: list[int]) -> tuple[Version, Version]:
    """Choose the versions to compare.

    Raises:
        NotFound: if the article has none of that number, or only one.
        Refused: if another count of numbers than none or two is named.
    """
    if len(wanted) not in {0, 2}:
        raise Refused("A difference is between two versions.", "Name two numbers, or none.")
    if not wanted and len(versions) < 2:
        raise NotFound("There is only one version.", "`factdesk revise` takes a new one in.")
    by_number = {version.number: version for version in versions}
    old, new = wanted or sorted(by_number)[-2:]
    missing = next((number for number in (old, new) if number not in by_number), None)
    if missing is not None:
        known = ", ".join(map(str, by_number))
        raise NotFound(f"There is no version {missing}.", f"There are: {known}.")
    return by_number[old], by_number[new]


def _run_shape(run: Run, old: str, new: str) -> Shape:
    return {"op": run.op, "old": list(run.old), "new": list(run.new), "text": _words(run, old, new)}


def _words(run: Run, old: str, new: str) -> str:
    span, words = (run.old, old) if run.op is Op.DELETE else (run.new, new)
    return words[span.start : span.stop]


def _marked(runs: list[Run], old: str, new: str) -> Iterator[str]:
    """Write the changes into the text, as `wdiff` does."""
    for run in runs:
        before, after = _SIGNS[run.op]
        yield f"{before}{_words(run, old, new)}{after}"
