"""The command line: scripts can do what the window can, and no Qt is loaded for it."""

import argparse
import os
import sys
from collections.abc import Sequence
from typing import NamedTuple

from factdesk.cli import (
    articles,
    claims,
    describing,
    desks,
    exchange,
    hints,
    reports,
    revisions,
    work,
)
from factdesk.cli.command import DONE, FAULT, add_desk_argument, complain, use_utf8
from factdesk.errors import FactdeskError

_GROUPS = (articles, claims, revisions, work, hints, reports, desks, describing, exchange)


class WindowArguments(NamedTuple):
    """What the window is started with."""

    desk: str | None
    sources: list[str]


def understands(words: Sequence[str]) -> bool:
    """Tell whether these words are for the command line: a command, or a question about them."""
    if set(words) & {"-h", "--help", "--version"}:
        return True
    rest = list(words)
    while rest[:1] == ["--desk"] or (rest[:1] and rest[0].startswith("--desk=")):
        rest = rest[2:] if rest[0] == "--desk" else rest[1:]
    return bool(rest) and rest[0] in _commands()


def main(words: Sequence[str]) -> int:
    """Carry out one command.

    Returns:
        0 done, 1 the world's fault for at least one argument, 2 usage.
    """
    use_utf8()
    try:
        arguments = _parser().parse_args(words)
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


def _commands() -> set[str]:
    return {name for group in _GROUPS for name in group.COMMANDS}


def _parser() -> argparse.ArgumentParser:
    from factdesk import __version__  # noqa: PLC0415 - a name the package itself defines

    parser = argparse.ArgumentParser(
        prog="factdesk",
        description="The desk of a professional fact-checker.",
        epilog="Without a command, `factdesk [FILE …]` opens the window and imports the files.",
    )
    parser.add_argument("--version", action="version", version=f"factdesk {__version__}")
    add_desk_argument(parser)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for group in _GROUPS:
        group.add_commands(commands)
    return parser
