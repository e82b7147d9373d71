"""What a pasted web address says of itself. Free of Qt."""

import re
from typing import NamedTuple
from urllib.parse import SplitResult, parse_qsl, unquote, urlencode, urlsplit

_TRACKING = re.compile(
    r"^(utm_.*|mtm_.*|pk_.*|fbclid|gclid|gclsrc|dclid|msclkid|yclid|twclid|igshid|igsh|mc_[ce]id"
    r"|wt_mc|_ga|_gl|ref_src|ref_url|at_campaign|at_medium|cmpid|ns_campaign|ns_source|ns_mchannel)$",
    re.IGNORECASE,
)
_DIRECTIVE = ":~:"


class PastedLink(NamedTuple):
    """An address without what only tracks, where it leads, and the words it points at."""

    url: str
    container: str
    quote: str


def parse_link(text: str) -> PastedLink | None:
    """Read pasted text as a web address; None if it is something else."""
    text = text.strip()
    if re.match(r"(?i)www\.[^\s/]+\.\S", text):
        text = f"https://{text}"
    if not re.match(r"(?i)https?://[^\s/]", text) or re.search(r"\s", text):
        return None
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
    except ValueError:
        return None
    fragment, _, directive = parts.fragment.partition(_DIRECTIVE)
    url = parts._replace(query=_without_tracking(parts), fragment=fragment).geturl()
    return PastedLink(url, host.removeprefix("www."), _quote(directive))


def _without_tracking(parts: SplitResult) -> str:
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(name, value) for name, value in pairs if not _TRACKING.match(name)]
    return parts.query if len(kept) == len(pairs) else urlencode(kept)


def _quote(directive: str) -> str:
    """Take the words out of ``text=[prefix-,]start[,end][,-suffix]``; the first such alone."""
    for one in directive.split("&"):
        if one.startswith("text="):
            words = one.removeprefix("text=").split(",")
            words = [word for word in words if not (word.startswith("-") or word.endswith("-"))]
            return " … ".join(unquote(word) for word in words)
    return ""
