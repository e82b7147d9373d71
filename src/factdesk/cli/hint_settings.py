"""The command that says how the desk wants its hints: hint-settings."""

import argparse
import json
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

from factdesk.cli.command import DONE, add_command, carry_out, opened, print_json, text
from factdesk.desk import hint_settings
from factdesk.errors import NotFound, Refused
from factdesk.text.hints import english

COMMANDS = ("hint-settings",)

_FIELDS = ("threshold", "hidden")


def add_commands(commands: Any) -> None:  # noqa: ANN401 - argparse gives the type no public name
    """Add the commands of this group."""
    wanted = add_command(
        commands, "hint-settings", _set, "Say how the desk wants its hints, or change it."
    )
    wanted.add_argument(
        "fields",
        type=text,
        nargs="*",
        metavar="FIELD=VALUE",
        help="threshold (0 to 1, empty: as shipped), hidden (kinds, separated by commas)",
    )
    wanted.add_argument(
        "--lexicon",
        type=text,
        metavar="FILE",
        help="words and weights as JSON, laid over the shipped ones (“+ word” adds one to those "
        "that are there); - reads standard input",
    )
    wanted.add_argument(
        "--shipped", action="store_true", help="print the shipped words and weights, as JSON"
    )


def _set(arguments: argparse.Namespace) -> int:
    if arguments.shipped:
        print_json(english().data, indent=2)
        return DONE
    fields = dict(map(_field, arguments.fields))
    if arguments.lexicon:
        fields["lexicon"] = _lexicon(arguments.lexicon)
    with closing(opened(arguments)) as store:
        if fields:
            carry_out(store, lambda: hint_settings.choose(store, **fields))
        chosen = hint_settings.settings(store)
    told = {
        "threshold": hint_settings.threshold(chosen),
        "hidden": list(chosen.hidden),
        "lexicon": json.loads(chosen.lexicon),
    }
    if arguments.json:
        print_json(told)
    else:
        print(f"threshold: {told['threshold']}\nhidden: {', '.join(chosen.hidden)}")
        print(f"lexicon: {chosen.lexicon}")
    return DONE


def _field(words: str) -> tuple[str, object]:
    """Understand FIELD=VALUE; what the value must be is the desk's to say.

    Raises:
        Refused: if a field is none of those there are, or the threshold is no number.
    """
    name, equals, value = words.partition("=")
    if not equals or name not in _FIELDS:
        raise Refused(f"“{words}” says nothing.", f"FIELD is one of: {', '.join(_FIELDS)}.")
    if name == "hidden":
        return name, tuple(kind.strip() for kind in value.split(",") if kind.strip())
    try:
        return name, float(value) if value.strip() else None
    except ValueError as error:
        raise Refused(f"“{value}” is no number.", "A threshold is between 0 and 1.") from error


def _lexicon(file: str) -> str:
    """Read words and weights.

    Raises:
        NotFound: if the file cannot be read.
    """
    try:
        content = sys.stdin.read() if file == "-" else Path(file).read_text("utf-8")
    except (OSError, ValueError) as error:
        raise NotFound(f"{file} cannot be read.", "Name a JSON file in UTF-8.") from error
    return content.strip()
