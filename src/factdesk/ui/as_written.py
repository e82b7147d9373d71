"""Tooltips in the words of others: Qt would take what looks like markup for markup."""

from html import escape


def as_written(words: str) -> str:
    """Make a tooltip that shows the words as they are: none hides, and no tag loads a file."""
    if "<" not in words and "&lt;" not in words:
        return words
    return f"<p style='white-space: pre-wrap'>{escape(words)}</p>"
