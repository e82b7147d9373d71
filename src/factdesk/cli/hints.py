"""Commands that look and change nothing: hints, similar, lint."""

import argparse
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from factdesk.cli.command import DONE, add_command, opened, print_json, text
from factdesk.cli.shapes import Shape
from factdesk.desk import hint_settings, hints, memory, remarks
from factdesk.desk.weighing import weigh
from factdesk.importers.files import load
from factdesk.importers.reader import Reader
from factdesk.model.memory import Recollection
from factdesk.model.record import Id
from factdesk.model.remark import Weighed
from factdesk.text.canonical import assemble
from factdesk.text.hints import Hint

COMMANDS = ("hints", "similar", "lint")


def add_commands(commands: Any) -> None:  # noqa: ANN401 - argparse gives the type no public name
    """Add the commands of this group."""
    look = add_command(
        commands, "hints", _hints, "Show the sentences that can be checked, and why."
    )
    look.add_argument("source", type=text, metavar="ARTICLE|FILE")
    look.add_argument("--all", action="store_true", help="every sentence, not only the checkable")
    like = add_command(commands, "similar", _similar, "Find earlier claims like a passage.")
    like.add_argument("text", type=text, nargs="+", metavar="TEXT")
    like.add_argument("--limit", type=int, default=5, metavar="N", help="at most so many")
    lint = add_command(commands, "lint", _lint, "Show what does not fit, and what sources lack.")
    lint.add_argument("article", type=text, metavar="ARTICLE")


def _hints(arguments: argparse.Namespace) -> int:
    words, judged, threshold = _judged(arguments)
    for hint in judged if arguments.all else hints.checkable(judged, threshold):
        shape = hint_row(words, hint)
        if arguments.json:
            print_json(shape)
        else:
            print(f"{shape['score']:.2f}  {shape['text']}")
            for span in shape["spans"]:
                print(f"      “{span['text']}”: {span['reason']}")
    return DONE


def _judged(arguments: argparse.Namespace) -> tuple[str, list[Hint], float | None]:
    """Give the text that is meant, its sentences, and from which score on they count.

    A file is meant where there is one; else an article, which is judged as its desk wants it.
    """
    if Path(arguments.source).is_file():
        with Reader() as reader:
            draft = reader.read(load(Path(arguments.source)))
        words, blocks = assemble(draft.blocks)
        return words, hints.rows(words, blocks, draft.language), None
    with closing(opened(arguments)) as store:
        article = store.article_named(arguments.source)
        version, chosen = store.latest_version(article.id), hint_settings.settings(store)
        judged = hints.of_version(article, version, chosen)
        return version.text, judged, hint_settings.threshold(chosen)


def _similar(arguments: argparse.Namespace) -> int:
    with closing(opened(arguments)) as store:
        passage = " ".join(arguments.text)
        for recollection in memory.similar(store, passage, max(1, arguments.limit)):
            shape = recollection_shape(recollection)
            if arguments.json:
                print_json(shape)
            else:
                verdict = shape["verdict"] or shape["state"]
                print(f"{shape['claim']}  {verdict}  “{shape['wording'] or shape['quote']}”")
                print(f"      {shape['title']}")
    return DONE


def _lint(arguments: argparse.Namespace) -> int:
    with closing(opened(arguments)) as store:
        article = store.article_named(arguments.article)
        names = {checker.id: checker.name for checker in store.checkers()}
        asides = store.set_asides(article.id)
        for weighed in weigh(remarks.remarks(store, article), asides):
            if arguments.json:
                print_json(remark_shape(weighed, names))
            else:
                remark, aside = weighed
                told = f" (set aside: {aside.reason})" if aside else ""
                print(f"{remark.reference or 'article'}  {remark.sort}: {remark.words}{told}")
    return DONE


def remark_shape(weighed: Weighed, names: Mapping[Id, str]) -> Shape:
    """Print a remark; positions are those of the article's text, null where it is not in there.

    ``set_aside`` is null for one that counts.
    """
    remark, aside = weighed
    placed = remark.start >= 0
    return {
        "rule": remark.sort,
        "claim": remark.reference or None,
        "words": remark.words,
        "quote": remark.quote,
        "start": remark.start if placed else None,
        "stop": remark.stop if placed else None,
        "other": remark.other,
        "evidence": list(remark.evidence),
        "set_aside": aside
        and {
            "reason": aside.reason,
            "checker": names.get(aside.checker or ""),
            "when": aside.put_aside,
        },
    }


def recollection_shape(recollection: Recollection) -> Shape:
    """Print an earlier claim with its verdict and its sources."""
    earlier = recollection.memory
    return {
        "claim": earlier.reference,
        "id": earlier.claim,
        "article": earlier.article,
        "title": earlier.title,
        "published": earlier.published,
        "wording": earlier.wording,
        "quote": earlier.quote,
        "state": earlier.state,
        "verdict": earlier.label or None,
        "given": earlier.given or None,
        "likeness": round(earlier.likeness, 2),
        "sources": [
            {
                "source": use.source,
                "title": use.source_title,
                "url": use.url,
                "stance": use.stance,
                "accessed": use.accessed,
            }
            for use in recollection.sources
        ],
    }


def hint_row(words: str, hint: Hint) -> Shape:
    """Print a sentence with what is checkable in it."""
    return {
        "start": hint.start,
        "stop": hint.stop,
        "text": words[hint.start : hint.stop],
        "score": hint.score,
        "spans": [
            {
                "kind": span.kind,
                "start": span.start,
                "stop": span.stop,
                "text": words[span.start : span.stop],
                "reason": span.reason,
            }
            for span in hint.spans
        ],
    }
