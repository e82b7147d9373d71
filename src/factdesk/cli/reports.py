"""The command on reports: export."""

import argparse
import sys
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
from factdesk.desk import exports
from factdesk.desk.opening import checker_at_work
from factdesk.errors import ExportFailed, FactdeskError
from factdesk.exporters.registry import Format
from factdesk.exporters.wording import languages
from factdesk.model.article import Article
from factdesk.model.export import Order
from factdesk.model.report import Audience, Part
from factdesk.store.store import Store

COMMANDS = ("export",)


def add_commands(commands: Any) -> None:  # noqa: ANN401 - argparse gives the type no public name
    """Add the command of this group."""
    export = add_command(commands, "export", _export, "Write reports.")
    which = export.add_mutually_exclusive_group(required=True)
    which.add_argument("article", type=text, nargs="?", metavar="ARTICLE")
    which.add_argument("--all", action="store_true", help="every article, into a folder")
    export.add_argument("--format", type=text, default="", metavar="F")
    export.add_argument(
        "--template", type=text, default="", metavar="NAME|FILE", help="instead of --format"
    )
    export.add_argument(
        "--report", type=Part, choices=list(Part), help="one document alone; default: the format's"
    )
    export.add_argument("--audience", type=Audience, choices=list(Audience), default="internal")
    export.add_argument(
        "--language", choices=list(languages()), default="", help="default: the desk's"
    )
    export.add_argument("--out", required=True, metavar="FILE|FOLDER")


def _export(arguments: argparse.Namespace) -> int:
    order = Order(
        arguments.format,
        Audience(arguments.audience),
        arguments.report,
        arguments.language,
        arguments.template,
    )
    with closing(opened(arguments)) as store:
        form = exports.form_of(store, order)
        if arguments.all:
            return _export_all(store, form, order, arguments)
        article = store.article_named(arguments.article)
        written = _write(store, article, order, _place(article, form, arguments), arguments)
    if arguments.json:
        print_json(written)
    return DONE


def _export_all(store: Store, form: Format, order: Order, arguments: argparse.Namespace) -> int:
    """Write every article's report; one that cannot be written stops none of the others."""
    folder, status, written = Path(arguments.out), DONE, []
    _make_folder(folder)
    for key in store.article_ids():
        try:
            article = store.article(key)
            place = folder / f"{article.slug}{form.suffix}"
            written.append(_write(store, article, order, place, arguments))
        except FactdeskError as error:
            status = FAULT
            complain(error, key)
            written.append(failure(error, key))
    if arguments.json:
        print_json(written, indent=2)
    return status


def _write(
    store: Store, article: Article, order: Order, place: Path, arguments: argparse.Namespace
) -> dict[str, Any]:
    """Write a report and, into a folder, those of single claims; keep on record that it was."""
    into_folder = arguments.all or Path(arguments.out).is_dir()
    wrote = exports.write(store, article, order, place, singles=into_folder)
    checker = checker_at_work(store)
    carry_out(store, lambda: exports.record(store, order, [wrote.written], checker))
    for claim in wrote.left_out:
        print(f"factdesk: {claim.reference} is left out: {claim.reason}.", file=sys.stderr)
    if not arguments.json:
        print(*wrote.paths, sep="\n", flush=True)
    form = exports.form_of(store, order)
    told: dict[str, Any] = {"article": article.id, "format": form.name, "file": str(place)}
    if singles := [str(path) for path in wrote.paths[1:]]:
        told["singles"] = singles
    left_out = [claim.model_dump() for claim in wrote.left_out]
    return told | ({"left_out": left_out} if left_out else {})


def _place(article: Article, form: Format, arguments: argparse.Namespace) -> Path:
    """Understand --out: a folder, there already or named with a slash, gets a file of the slug."""
    out = Path(arguments.out)
    if not out.is_dir() and not arguments.out.endswith("/"):
        return out
    _make_folder(out)
    return out / f"{article.slug}{form.suffix}"


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportFailed(
            f"The folder {folder} cannot be made: {error.strerror}.", "Choose another place."
        ) from error
