"""One request for each hop, and nothing else: no cookies, no referrer, no other document.

Every hop is looked at anew: its scheme, and the addresses that its name resolves to. The request
goes to an address that was looked at, not to the name, so that a second answer of the name server
changes nothing. Through a proxy the name is asked for, since the proxy resolves it.
"""

import ssl
from collections.abc import Callable
from functools import cache
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote, urljoin
from urllib.request import getproxies, proxy_bypass

import certifi
import httpx

from factdesk.errors import ImportFailed
from factdesk.importers.addresses import refuse_own_names, resolved
from factdesk.importers.base import Document
from factdesk.importers.gzipped import inflated
from factdesk.importers.web import BY_HAND, SECONDS

#: Bytes of a document, and redirects that are followed.
LARGEST, HOPS = 25_000_000, 5

_REDIRECTS = {301, 302, 303, 307, 308}
_PORTS = {"http": 80, "https": 443}
_UNSAID = {"", "application/octet-stream", "binary/octet-stream", "application/x-download"}
_HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; Factdesk)",
    "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8",
    "Accept-Encoding": "gzip",
}
_STATUS = {
    **dict.fromkeys((401, 402, 403, 451), "The server does not give the page to us"),
    **dict.fromkeys((404, 410), "The server has no such page"),
    429: "The server wants no more requests for now",
}


class Answer(NamedTuple):
    """What a server said."""

    status: int
    headers: httpx.Headers
    content: bytes


def followed(url: str, tell: Callable[[str], None], *, allow_private: bool) -> Document:
    """Fetch a document, following redirects one by one.

    Raises:
        ImportFailed: if a hop is not allowed or fails, or there is no document at its end.
    """
    address = parsed(url)
    for _ in range(HOPS + 1):
        answer = _asked(address, allow_private=allow_private)
        location = answer.headers.get("location", "")
        if answer.status not in _REDIRECTS or not location:
            return _document(address, answer)
        address = parsed(location, address)
        tell(str(address))
    raise ImportFailed(f"The server sent us on more than {HOPS} times.", BY_HAND, kind="redirects")


def parsed(url: str, base: httpx.URL | None = None) -> httpx.URL:
    """Understand an address.

    Raises:
        ImportFailed: if it is none of the web, or holds a password.
    """
    try:
        address = httpx.URL(urljoin(str(base), url) if base else url).copy_with(fragment=None)
    except (httpx.InvalidURL, ValueError) as error:
        raise ImportFailed("This is no address.", "Copy it anew.", kind="unsupported") from error
    if address.scheme not in _PORTS or not address.host:
        raise ImportFailed(
            "Only pages of the web are fetched (http and https).", kind="unsupported"
        )
    if address.userinfo:
        raise ImportFailed(
            "The address holds a name or a password, which are not sent.", BY_HAND,
            kind="unsupported",
        )  # fmt: skip
    return address


def _asked(address: httpx.URL, *, allow_private: bool) -> Answer:
    """Ask for one address, directly or through the system's proxy."""
    host = address.raw_host.decode()
    proxy = None if proxy_bypass(host) else getproxies().get(address.scheme)
    try:
        if proxy:
            refuse_own_names(host, allow_private=allow_private)
            return _sent(address, address, proxy)
        port = address.port or _PORTS[address.scheme]
        return _asked_directly(address, resolved(host, port, allow_private=allow_private))
    except httpx.TimeoutException as error:
        raise ImportFailed(f"“{host}” does not answer.", BY_HAND, kind="timeout") from error
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
        raise _unreachable(host, error) from error


def _asked_directly(address: httpx.URL, found: list[str]) -> Answer:
    """Try the addresses one after the other until one takes the connection."""
    for one in found[:-1]:
        try:
            return _sent(address, address.copy_with(host=one))
        except (httpx.ConnectError, httpx.ConnectTimeout):
            continue
    return _sent(address, address.copy_with(host=found[-1]))


def _sent(address: httpx.URL, pinned: httpx.URL, proxy: str | None = None) -> Answer:
    """Send the request to where it is pinned, under the name that was asked for."""
    headers = {**_HEADERS, "Host": address.netloc.decode()}
    with (
        httpx.Client(
            proxy=proxy, trust_env=False, timeout=SECONDS, verify=_trusted(), headers=headers
        ) as client,
        client.stream(
            "GET", pinned, extensions={"sni_hostname": address.raw_host.decode()}
        ) as response,
    ):
        if response.status_code in _REDIRECTS:
            return Answer(response.status_code, response.headers, b"")
        return Answer(response.status_code, response.headers, _body(response))


def _body(response: httpx.Response) -> bytes:
    content = bytearray()
    for piece in response.iter_raw():
        content += piece
        if len(content) > LARGEST:
            raise ImportFailed(
                f"The document has more than {LARGEST // 1_000_000} MB.", BY_HAND, kind="too_large"
            )
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding in {"gzip", "x-gzip", "deflate"}:
        return inflated(bytes(content), LARGEST)
    if encoding not in {"identity", ""}:
        raise ImportFailed("The server packs the page in an unknown way.", BY_HAND)
    return bytes(content)


@cache
def _trusted() -> ssl.SSLContext:
    """Trust whom the system trusts, a company's own authority too, and certifi's list."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def _document(address: httpx.URL, answer: Answer) -> Document:
    """Keep the bytes; a name counts only where the server does not say what they are.

    Raises:
        ImportFailed: if the server refused, or sent nothing.
    """
    if answer.status >= 400 or answer.status in _REDIRECTS:
        words = _STATUS.get(answer.status, "The server cannot give the page")
        raise ImportFailed(f"{words} (status {answer.status}).", BY_HAND, kind="http_status")
    if not answer.content:
        raise ImportFailed("The server sent an empty page.", BY_HAND, kind="empty")
    told = answer.headers.get("content-type", "")
    path = PurePosixPath(unquote(address.path))
    unsaid = told.partition(";")[0].strip().lower() in _UNSAID
    return Document(
        name=path.name if unsaid else path.stem,
        media_type=told,
        content=answer.content,
        url=str(address),
    )


def _unreachable(host: str, error: Exception) -> ImportFailed:
    if "CERTIFICATE" in str(error).upper():
        return ImportFailed(
            f"The certificate of “{host}” is not valid: somebody else may be answering.",
            "Look at the address; do not go on if you do not know why.",
            kind="certificate",
        )
    return ImportFailed(
        f"“{host}” cannot be reached.", "Look at the address, and whether you are online.",
        kind="unreachable",
    )  # fmt: skip
