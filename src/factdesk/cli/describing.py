"""Commands that say what an article is, and whose desk this is: describe, house."""

import argparse
from contextlib import closing
from pathlib import Path
from typing import Any

from factdesk.cli.command import DONE, add_command, carry_out, opened, print_json, text
from factdesk.desk import articles, houses
from factdesk.errors import Refused

COMMANDS = ("describe", "house")

_OF_ARTICLE = (
    *("title", "dek", "authors", "publisher", "url", "canonical_url", "published", "modified"),
    *("section", "language", "review_url"),
)
_OF_HOUSE = (
    *("name", "publisher_url", "corrections_url", "methodology_url", "language", "templates"),
    "logo",
)


#: A logo is too long to be shown whole.
_SHOWN = 200


def add_commands(commands: Any) -> None:  # noqa: ANN401 - argparse gives the type no public name
    """Add the commands of this group."""
    article = add_command(commands, "describe", _describe, "Say what is known of an article.")
    article.add_argument("article", type=text, metavar="ARTICLE")
    house = add_command(commands, "house", _house, "Say whose desk this is; reports carry it.")
    for parser, names, least in ((article, _OF_ARTICLE, "+"), (house, _OF_HOUSE, "*")):
        parser.add_argument(
            "fields", type=text, nargs=least, metavar="FIELD=VALUE", help=", ".join(names)
        )


def _describe(arguments: argparse.Namespace) -> int:
    fields: dict[str, object] = _fields(arguments.fields, _OF_ARTICLE)
    if isinstance(authors := fields.get("authors"), str):
        fields["authors"] = tuple(name.strip() for name in authors.split(";") if name.strip())
    with closing(opened(arguments)) as store:
        key = store.article_named(arguments.article).id
        carry_out(store, lambda: articles.describe(store.article(key), **fields))
        if arguments.json:
            print_json(store.article(key).model_dump(mode="json"))
    return DONE


def _house(arguments: argparse.Namespace) -> int:
    fields = {name: str(value) for name, value in _fields(arguments.fields, _OF_HOUSE).items()}
    if logo := fields.get("logo"):
        fields["logo"] = houses.picture(Path(logo))
    with closing(opened(arguments)) as store:
        carry_out(store, lambda: houses.describe(store, **fields))
        told = store.house().model_dump(mode="json", include=set(_OF_HOUSE))
    if arguments.json:
        print_json(told)
    else:
        print("\n".join(f"{name}: {told[name][:_SHOWN]}" for name in _OF_HOUSE))
    return DONE


def _fields(words: list[str], names: tuple[str, ...]) -> dict[str, object]:
    """Understand FIELD=VALUE.

    Raises:
        Refused: if a field is none of the names.
    """
    fields: dict[str, object] = {}
    for each in words:
        name, equals, value = each.partition("=")
        if not equals or name not in names:
            raise Refused(f"“{each}” says nothing.", f"FIELD is one of: {', '.join(names)}.")
        fields[name] = value
    return fields
