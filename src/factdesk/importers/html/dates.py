"""When the article was published and changed, as the page itself says."""

import re
from collections.abc import Iterable
from itertools import chain

from lxml.html import HtmlElement

from factdesk.importers.html import jsonld
from factdesk.importers.html.labels import PUBLISHED, labelled
from factdesk.importers.html.meta import Meta

_ISO = re.compile(
    r"^(?P<day>\d{4}-\d\d(?:-\d\d)?)"
    r"(?:[T ]?(?P<time>\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?)?"
    r"(?:\[[\w/]+\])?$",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"^(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?$")
_DOTTED = re.compile(r"^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b")  # written so, the day comes first
_RFC_2822 = re.compile(r"^[A-Za-z]{3,9},?\s+\d|\d{1,2}\s+[A-Za-z]{3}\s+\d{4}")
_PUBLISHED = (
    *(
        "article:published_time",
        "article:published:time",
        "og:published_time",
        "datepublished",
        "parsely-pub-date",
    ),
    *("sailthru.date", "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date", "pubdate"),
    *(
        "publishdate",
        "publish-date",
        "article.published",
        "date",
        "last-published",
        "cxenseparse:recs:publishtime",
    ),
    *("publication_date", "article_date_original", "original-publish-date", "dcterms.issued"),
)
_MODIFIED = (
    *(
        "article:modified_time",
        "article:modified:time",
        "og:updated_time",
        "datemodified",
        "dcterms.modified",
        "last-modified",
    ),
    *("lastmod", "article:modified", "revised"),
)


def published(root: HtmlElement, meta: Meta, article: jsonld.Node) -> str:
    """Find when it was first published, by what is marked as such; empty where nothing is."""
    told = chain(
        [jsonld.text(article.get("datePublished"))],
        meta.all(*_PUBLISHED),
        _times(meta, "datePublished"),
        [jsonld.text(article.get("dateCreated"))],
        _marked_times(root),
        labelled(root, PUBLISHED),
    )
    return _first_date(told)


def guessed(root: HtmlElement) -> str:
    """Let htmldate look for a date in the visible text, the last resort."""
    from htmldate import find_date  # noqa: PLC0415 - for the few pages that need it

    return find_date(root, original_date=True, extensive_search=False) or ""


def modified(meta: Meta, article: jsonld.Node) -> str:
    """Find when it was last changed; empty where the page does not say."""
    told = chain(
        [jsonld.text(article.get("dateModified"))],
        meta.all(*_MODIFIED),
        _times(meta, "dateModified"),
    )
    return _first_date(told)


def iso(value: str) -> str:
    """Bring a date into ISO 8601 with its zone, if it has one; empty if it is none."""
    value = value.strip()
    if found := _ISO.match(value):
        return _joined(found["day"], found["time"] or "", found["zone"] or "")
    if found := _COMPACT.match(value):
        year, month, day, hour, minute, second = found.groups()
        return _joined(
            f"{year}-{month}-{day}", f"{hour}:{minute}:{second or '00'}" if hour else "", ""
        )
    if found := _DOTTED.match(value):
        day, month, year = found.groups()
        return f"{year}-{month:0>2}-{day:0>2}" if int(month) <= 12 and int(day) <= 31 else ""
    return _from_rfc(value) if _RFC_2822.search(value) else ""


def _joined(day: str, time: str, zone: str) -> str:
    if not time:
        return day
    if zone.upper() in {"Z", "UTC", "GMT"}:
        zone = "Z"
    elif zone:
        digits = zone[1:].replace(":", "").ljust(4, "0")
        zone = f"{zone[0]}{digits[:2]}:{digits[2:]}"
    return f"{day}T{time if len(time) > 5 else time + ':00'}{zone}"


def _from_rfc(value: str) -> str:
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 - for the few pages that need it

    try:
        return iso(parsedate_to_datetime(value).isoformat())
    except (ValueError, IndexError, TypeError):
        return ""


def _first_date(told: Iterable[str]) -> str:
    return next(filter(None, map(iso, told)), "")


def _times(meta: Meta, itemprop: str) -> Iterable[str]:
    for element in meta.marked(itemprop):
        yield element.get("datetime") or element.get("content") or ""


def _marked_times(root: HtmlElement) -> Iterable[str]:
    """Give the dates of the first ``<time>`` elements with a machine's date."""
    for element in root.iterfind(".//time[@datetime]"):
        yield element.get("datetime") or ""
