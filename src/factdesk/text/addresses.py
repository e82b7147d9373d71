"""The parts of a web address, whatever others have written in its place."""

from urllib.parse import SplitResult, urljoin, urlsplit


def split(url: str) -> SplitResult:
    """Take an address apart; one that is none has a path and nothing else."""
    try:
        return urlsplit(url)
    except ValueError:  # brackets that hold no number of a host
        return SplitResult("", "", url, "", "")


def joined(base: str, url: str) -> str:
    """Find out where a link on a page leads; nowhere if it is none."""
    try:
        return urljoin(base, url)
    except ValueError:
        return ""
