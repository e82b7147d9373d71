"""Web addresses as data formats need them."""

import re
from functools import lru_cache
from urllib.parse import quote, urldefrag

from factdesk.text.addresses import split

_WEB = re.compile(r"https?://[^\s/?#]+", re.IGNORECASE)

#: What stands in an address as it is: the reserved signs, and the per cent of what is escaped.
_KEPT = "!#$%&'()*+,/:;=?@[]~"


@lru_cache(maxsize=4096)
def web_address(url: str) -> str:
    """Give an address as a URI without spaces and the like; empty where it is none of the web."""
    url = url.strip()
    if not _WEB.match(url) or not host(url):
        return ""
    return quote(url, safe=_KEPT)


@lru_cache(maxsize=4096)
def host(url: str) -> str:
    """Name the host of an address, without ``www.``; empty where there is none."""
    return (split(url.strip()).hostname or "").removeprefix("www.")


def at(url: str, place: str) -> str:
    """Point at a place in a page, whatever the address pointed at."""
    return f"{_whole(url)}#{place}"


@lru_cache(maxsize=64)
def _whole(url: str) -> str:
    return urldefrag(url).url
