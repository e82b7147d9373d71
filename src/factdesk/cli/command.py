"""What all commands share: where the desk is, how answers are printed, what the exit codes mean."""

import argparse
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from factdesk.cli import add_desk_argument
from factdesk.desk import backups
from factdesk.desk.opening import checker_at_work, default_path, open_desk
from factdesk.errors import Conflict, FactdeskError
from factdesk.model.edit import Edit
from factdesk.store.store import Store

DONE, FAULT, USAGE = 0, 1, 2

#: How often a verb is planned anew when somebody else was quicker.
_TRIES = 50


def add_command(
    commands: Any,  # noqa: ANN401 - argparse gives the type no public name
    name: str,
    run: Callable[[argparse.Namespace], int],
    explanation: str,
) -> argparse.ArgumentParser:
    """Add a command with the options that every command has."""
    parser: argparse.ArgumentParser = commands.add_parser(
        name, help=explanation, description=explanation
    )
    parser.set_defaults(run=run)
    add_desk_argument(parser)
    parser.add_argument("--json", action="store_true", help="print JSON")
    return parser


def desk_path(arguments: argparse.Namespace) -> Path:
    """Tell which desk file is meant."""
    named = getattr(arguments, "desk", None)
    return Path(named) if named else default_path()


def opened(arguments: argparse.Namespace) -> Store:
    """Open the desk that is meant, and back it up if it has not been today.

    Raises:
        DeskUnusable: if it cannot be worked on.
    """
    path = desk_path(arguments)
    store = open_desk(path)
    try:
        backups.daily(path)
    except FactdeskError as error:  # no reason not to work
        complain(error, "today's backup")
    return store


def carry_out(store: Store, plan: Callable[[], Edit]) -> None:
    """Plan and apply; where another process was quicker, plan anew on what is there now.

    Raises:
        Conflict: if it never comes to rest.
    """
    for attempt in range(_TRIES):
        try:
            store.apply(plan(), checker_at_work(store))
        except Conflict:
            if attempt == _TRIES - 1:
                raise
        else:
            return


def print_json(answer: object, *, indent: int | None = None) -> None:
    """Print one JSON document on one line, or indented; at once, so that a reader sees it."""
    document = json.dumps(answer, ensure_ascii=False, indent=indent)
    try:
        document.encode()
    except UnicodeEncodeError:  # half a character, as in the name of a file that is no UTF-8
        document = json.dumps(answer, indent=indent)
    print(document, flush=True)


def text(word: str) -> str:
    """Understand an argument as text; the bytes of a file's name need not be any."""
    try:
        word.encode()
    except UnicodeEncodeError as error:
        raise argparse.ArgumentTypeError(f"{word!a} is not UTF-8") from error
    return word


def complain(error: FactdeskError, source: str = "") -> None:
    """Say what is wrong, and what to do, on standard error."""
    where = f"{source}: " if source else ""
    print(f"factdesk: {where}{error}", file=sys.stderr)


def failure(error: FactdeskError, source: str) -> dict[str, Any]:
    """Put a failed document's error in the place of its answer."""
    words = {"kind": error.kind, "message": error.message, "advice": error.advice}
    return {"source": source, "error": words}


def use_utf8() -> None:
    """Read and print UTF-8 whatever the locale says; names of files are printed as they are."""
    ways = ((sys.stdin, "surrogateescape"), (sys.stdout, "surrogateescape"))
    for stream, errors in (*ways, (sys.stderr, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)
