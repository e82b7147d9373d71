"""The command line: scripts can do what the window can, and no Qt is loaded for it."""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NamedTuple

from factdesk.errors import FactdeskError

#: The commands by the module that holds them; only the one that is called is loaded.
GROUPS = {
    "articles": ("extract", "import", "list", "show", "search"),
    "claims": ("mark", "judge", "cite"),
    "revisions": ("revise", "diff"),
    "work": ("claim", "signoff", "history"),
    "hints": ("hints", "similar", "lint"),
    "hint_settings": ("hint-settings",),
    "reports": ("export",),
    "desks": ("desk",),
    "describing": ("describe", "house"),
    "exchange": ("claims",),
}
_MODULES = {command: module for module, commands in GROUPS.items() for command in commands}


class WindowArguments(NamedTuple):
    """What the window is started with."""

    desk: str | None
    sources: list[str]


def understands(words: Sequence[str]) -> bool:
    """Tell whether these words are for the command line: a command, or a question about them."""
    if set(words) & {"-h", "--help", "--version"}:
        return True
    return _command(words) in _MODULES


def _command(words: Sequence[str]) -> str:
    """Tell the first word behind the desk's name; empty if there is none."""
    rest = list(words)
    while rest[:1] == ["--desk"] or (rest[:1] and rest[0].startswith("--desk=")):
        rest = rest[2:] if rest[0] == "--desk" else rest[1:]
    return rest[0] if rest else ""


def main(words: Sequence[str]) -> int:
    """Carry out one command.

    Returns:
        0 done, 1 the world's fault for at least one argument, 2 usage.
    """
    from factdesk.cli.command import DONE, FAULT, complain, use_utf8  # noqa: PLC0415 - loads the desk

    use_utf8()
    try:
        arguments = _parser(_command(words)).parse_args(words)
    except SystemExit as stop:  # argparse has said all there is to say
        return int(stop.code or 0)
    try:
        status = int(arguments.run(arguments))
        sys.stdout.flush()
    except FactdeskError as error:
        complain(error)
        return FAULT
    except BrokenPipeError:  # whoever read our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    return status


def window_arguments(words: Sequence[str]) -> WindowArguments:
    """Understand the words with which the window is started; usage errors end the program."""
    parser = argparse.ArgumentParser(prog="factdesk")
    add_desk_argument(parser)
    parser.add_argument("sources", nargs="*", metavar="FILE|URL")
    arguments = parser.parse_args(words)
    return WindowArguments(getattr(arguments, "desk", None), arguments.sources)


def add_desk_argument(parser: argparse.ArgumentParser) -> None:
    """Let the desk be named before or after the command."""
    parser.add_argument(
        "--desk",
        metavar="FILE",
        default=argparse.SUPPRESS,  # so that the command's own default does not hide the program's
        help="the desk file (default: $FACTDESK_DESK, else the user's data folder)",
    )


def _parser(command: str) -> argparse.ArgumentParser:
    """Make the parser of one command, or of all where none is named."""
    from factdesk import __version__  # noqa: PLC0415 - a name the package itself defines

    parser = argparse.ArgumentParser(
        prog="factdesk",
        description="The desk of a professional fact-checker.",
        epilog="Without a command, `factdesk [FILE …]` opens the window and imports the files.",
    )
    parser.add_argument("--version", action="version", version=f"factdesk {__version__}")
    add_desk_argument(parser)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for module in [_MODULES[command]] if command in _MODULES else GROUPS:
        import_module(f"factdesk.cli.{module}").add_commands(commands)
    return parser
