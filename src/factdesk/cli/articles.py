"""Commands on articles: extract, import, list, show, search."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

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
from factdesk.cli.shapes import article_shape, draft_shape, hit_shape, line_shape
from factdesk.cli.sources import Brought, bring, unfolded
from factdesk.desk import annotations, articles, claim_files, exchange, reports
from factdesk.desk.arrivals import Arrivals, Status
from factdesk.desk.opening import checker_at_work
from factdesk.errors import FactdeskError
from factdesk.importers.base import Document, Draft
from factdesk.importers.reader import Reader
from factdesk.model.article import Article
from factdesk.model.edit import Edit
from factdesk.store.store import Store

COMMANDS = ("extract", "import", "list", "show", "search")


def add_commands(commands: Any) -> None:  # noqa: ANN401 - argparse gives the type no public name
    """Add the commands of this group."""
    extract = add_command(
        commands, "extract", _extract, "Show what an import would bring, without a desk."
    )
    extract.add_argument("sources", nargs="+", metavar="FILE|URL")
    _add_options(extract)
    take_in = add_command(commands, "import", _import, "Take articles in; prints their ids.")
    take_in.add_argument("sources", nargs="+", metavar="FILE|URL|FOLDER")
    _add_options(take_in)
    take_in.add_argument(
        "--with-claims",
        action="store_true",
        help="bring in as claims what is marked in Word documents: comments, tracked changes",
    )
    add_command(commands, "list", _list, "List the articles.")
    show = add_command(commands, "show", _show, "Show an article with its claims.")
    show.add_argument(
        "article", type=text, metavar="ARTICLE", help="an id, a beginning of one, or the slug"
    )
    search = add_command(commands, "search", _search, "Search titles, texts, claims and sources.")
    search.add_argument("query", type=text, nargs="+", metavar="QUERY")


def _add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--allow-private", action="store_true", help="fetch links within your own network too"
    )
    parser.add_argument(
        "--as-text", action="store_true", help="take the whole text of pages, not the article"
    )


def _options(arguments: argparse.Namespace) -> dict[str, bool]:
    return {"allow_private": arguments.allow_private, "as_text": arguments.as_text}


def _extract(arguments: argparse.Namespace) -> int:
    status = DONE
    with Reader() as reader:
        for source in arguments.sources:
            try:
                draft = bring(source, **_options(arguments)).read(reader)
            except FactdeskError as error:
                status = FAULT
                complain(error, source)
                if arguments.json:
                    print_json(failure(error, source))
                continue
            if arguments.json:
                print_json(draft_shape(draft))
            else:
                _print_draft(draft)
    return status


def _print_draft(draft: Draft) -> None:
    print(f"# {draft.title}\n")
    for block in draft.blocks:
        print(f"[{block.kind}] {block.text}\n")
    for out in draft.left_out:
        print(f"(left out: {out.reason}) {out.text}\n")
    for warning in draft.warnings:
        print(f"(warning) {warning}")


def _import(arguments: argparse.Namespace) -> int:
    status = DONE
    with closing(opened(arguments)) as store, Reader() as reader:
        for answer in _answers(store, reader, arguments):
            if "error" in answer:
                status = FAULT
            if arguments.json:
                print_json(answer)
            elif "article" in answer:
                print(answer["article"], flush=True)
    return status


def _answers(
    store: Store, reader: Reader, arguments: argparse.Namespace
) -> Iterator[dict[str, Any]]:
    """Import what every argument names; a failed document's error stands in its place."""
    for source in arguments.sources:
        try:
            for each in unfolded(source):
                name = source if each == Path(source) else str(each)
                yield _answer(store, reader, each, name, arguments)
        except FactdeskError as error:  # a folder that cannot be looked into, or nothing there
            complain(error, source)
            yield failure(error, source)


def _answer(
    store: Store, reader: Reader, source: str | Path, name: str, arguments: argparse.Namespace
) -> dict[str, Any]:
    try:
        brought = bring(source, **_options(arguments))
        return take_in(store, reader, brought, with_claims=arguments.with_claims)
    except FactdeskError as error:
        complain(error, name)
        return failure(error, name)


def take_in(
    store: Store, reader: Reader, brought: Brought, *, with_claims: bool = False
) -> dict[str, Any]:
    """Import one document, unless its very bytes are on the desk already.

    Raises:
        ImportFailed: if it cannot be read as an article.
    """
    document = brought.document
    if exchange.recognises(document.content):
        return _take_over(store, exchange.read(document.content))
    if known := articles.already_there(store, document):
        return {"article": known.id, "title": known.title, "status": "present"}
    return _add(store, document, brought.read(reader), with_claims=with_claims)


def _take_over(store: Store, package: exchange.Package) -> dict[str, Any]:
    """Take an article from another desk in, unless it is here."""
    edit = exchange.take_in(store, package)
    if edit is not None:
        store.apply(edit, checker_at_work(store))
    status = "imported" if edit else "present"
    return {"article": package.article.id, "title": package.article.title, "status": status}


def _add(
    store: Store, document: Document, draft: Draft, *, with_claims: bool = False
) -> dict[str, Any]:
    added: list[Article] = []

    def plan() -> Edit:
        article, edit = articles.add(store, document, draft)
        added.append(article)
        return edit

    carry_out(store, plan)
    article = added[-1]
    answer = {"article": article.id, "title": article.title, "status": "imported"}
    return answer | _marked(store, article, draft, with_claims=with_claims)


def _marked(store: Store, article: Article, draft: Draft, *, with_claims: bool) -> dict[str, Any]:
    """Bring in what is marked in the document, or say that it is there."""
    if not draft.claims:
        return {}
    if not with_claims:
        told = f"{article.title}: {claim_files.counted(draft.claims)}; --with-claims brings them in"
        print(f"factdesk: {told}", file=sys.stderr)
        return {"marked": len(draft.claims)}
    arrived: list[Arrivals] = []

    def plan() -> Edit:
        version = store.latest_version(article.id)
        checker = checker_at_work(store)
        arrived[:] = [annotations.put_on(store, version, draft.claims, checker)]
        return arrived[0].edit

    carry_out(store, plan)
    (arrivals,) = arrived
    return {
        "marked": len(draft.claims),
        "placed": len(arrivals.of(Status.PLACED)),
        "needs_review": len(arrivals.of(Status.REVIEW)),
    }


def _list(arguments: argparse.Namespace) -> int:
    with closing(opened(arguments)) as store:
        for line in store.article_lines():
            if arguments.json:
                print_json(line_shape(line))
            else:
                print(f"{line.article}  {line.judged}/{line.claims}  {line.title}")
    return DONE


def _show(arguments: argparse.Namespace) -> int:
    with closing(opened(arguments)) as store:
        shape = article_shape(reports.gather(store, store.article_named(arguments.article)))
    if arguments.json:
        print_json(shape)
        return DONE
    print(f"{shape['title']}\n\n{shape['text']}\n")
    for claim in shape["claims"]:
        verdict = claim["verdict"]["label"] if claim["verdict"] else claim["state"]
        print(f"{claim['claim']}  {verdict}  “{claim['quote']}”")
    return DONE


def _search(arguments: argparse.Namespace) -> int:
    with closing(opened(arguments)) as store:
        for hit in store.search(" ".join(arguments.query)):
            shape = hit_shape(hit)
            if arguments.json:
                print_json(shape)
            else:
                print(f"{shape['article']}  {shape['title']}\n    {shape['snippet']}")
    return DONE
