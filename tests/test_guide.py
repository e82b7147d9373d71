"""What the guide says is what the program does."""

import re
from pathlib import Path

import pytest

from factdesk.cli import understands
from factdesk.ui.actions import MENUS

TOP = Path(__file__).parent.parent
GUIDE = (TOP / "docs" / "guide" / "first-article.md").read_text("utf-8")
README = (TOP / "README.md").read_text("utf-8")


def test_the_guide_names_every_key_and_no_other() -> None:
    keys = {entry.key for _, entries in MENUS for entry in entries if entry.key}
    table = GUIDE.partition("## All keys")[2]
    named = {key for row in table.splitlines() for key in re.findall(r"`([^`]+)`", row)}
    assert named - {"1", "9"} == keys


def test_the_readme_names_only_commands_that_there_are() -> None:
    named = re.findall(r"^\| `factdesk ([a-z]+)", README, re.MULTILINE)
    assert len(named) >= 8
    assert all(understands([name]) for name in named)


@pytest.mark.parametrize(
    "page", ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "docs/guide/first-article.md"]
)
def test_no_link_leads_nowhere(page: str) -> None:
    links = re.findall(r"(?<!!)\[[^\]]*\]\(([^)#:]+)\)", (TOP / page).read_text("utf-8"))
    missing = [link for link in links if not ((TOP / page).parent / link).exists()]
    assert not missing
