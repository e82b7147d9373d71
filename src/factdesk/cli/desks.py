"""Commands on the desk file: desk check, desk info."""

import argparse
from contextlib import closing
from pathlib import Path
from typing import Any

from factdesk.cli.command import DONE, FAULT, add_command, desk_path, print_json
from factdesk.desk import exchange
from factdesk.desk.opening import open_desk
from factdesk.errors import DeskUnusable
from factdesk.store.store import Store

COMMANDS = ("desk",)


def add_commands(commands: Any) -> None:  # noqa: ANN401 - argparse gives the type no public name
    """Add the commands of this group."""
    desk = commands.add_parser("desk", help="Look after the desk file.")
    verbs = desk.add_subparsers(required=True, metavar="VERB")
    add_command(verbs, "check", _check, "Look whether all that the desk promises is true.")
    add_command(verbs, "info", _info, "Tell what is on the desk.")
    add_command(verbs, "schema", _schema, "Print the schema of the JSON export.")


def _existing(arguments: argparse.Namespace) -> tuple[Path, Store]:
    path = desk_path(arguments)
    if not path.exists():
        raise DeskUnusable(f"There is no desk at {path}.", "Name one with --desk FILE.")
    return path, open_desk(path)


def _check(arguments: argparse.Namespace) -> int:
    path, store = _existing(arguments)
    with closing(store):
        findings = list(store.findings())
    if arguments.json:
        print_json({"desk": str(path), "ok": not findings, "findings": findings}, indent=2)
    else:
        print("\n".join(findings) or f"{path}: all is well.")
    return FAULT if findings else DONE


def _info(arguments: argparse.Namespace) -> int:
    path, store = _existing(arguments)
    with closing(store):
        answer = {"desk": str(path), "bytes": path.stat().st_size, **store.counts()}
    if arguments.json:
        print_json(answer, indent=2)
    else:
        print("\n".join(f"{name}: {value}" for name, value in answer.items()))
    return DONE


def _schema(_arguments: argparse.Namespace) -> int:
    print_json(exchange.schema(), indent=2)
    return DONE
