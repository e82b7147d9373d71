"""An article of our own about a town that is on no map, to try every verb on."""

from importlib.resources import files
from pathlib import Path


def folder() -> Path:
    """Tell where the sample lies; the wheel is always installed as files."""
    return Path(str(files(__name__)))


def article() -> Path:
    """Give the page: teasers stand between its paragraphs, and a caption stands twice."""
    return folder() / "article.html"


def claims() -> Path:
    """Give three claims on the story, as `factdesk mark --batch` reads them."""
    return folder() / "claims.jsonl"


def journey() -> Path:
    """Give the shell script that does the whole job: import, mark, judge, cite, export."""
    return folder() / "journey.sh"
