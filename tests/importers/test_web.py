"""Links, fetched from a server of our own."""

import gzip
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import ClassVar

import pytest
from tests.importers.pages import PAGE, TITLE

from factdesk.errors import ImportFailed
from factdesk.importers import addresses, web, web_request
from factdesk.importers.registry import read
from factdesk.importers.web import fetch, is_link, noted

Answer = tuple[int, dict[str, str], bytes]
HTML = {"Content-Type": "text/html; charset=utf-8"}


class Server(BaseHTTPRequestHandler):
    """Answers from a table, and remembers what it was asked."""

    answers: ClassVar[dict[str, Answer]] = {}
    asked: ClassVar[list[dict[str, str]]] = []
    base: ClassVar[str] = ""

    def do_GET(self) -> None:
        self.asked.append({"path": self.path, **{k.lower(): v for k, v in self.headers.items()}})
        if self.path == "/slow":
            time.sleep(1)
        status, headers, content = self.answers.get(self.path, (404, {}, b"none"))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if "Content-Length" not in headers:
            self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its own name
        """Stay silent."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Server]]:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        monkeypatch.delenv(name, raising=False)
    Server.answers, Server.asked = {"/story": (200, HTML, PAGE.encode())}, []
    with ThreadingHTTPServer(("127.0.0.1", 0), Server) as running:
        Server.base = f"http://127.0.0.1:{running.server_port}"
        thread = Thread(target=running.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield Server
        running.shutdown()
        thread.join()


def failure(call: Callable[[], object]) -> ImportFailed:
    with pytest.raises(ImportFailed) as caught:
        call()
    assert caught.value.message
    return caught.value


def sends(server: type[Server], path: str, to: str, status: int = 302) -> None:
    server.answers[path] = (status, {"Location": to, "Set-Cookie": "a=b"}, b"")


def test_a_page_is_fetched_with_its_type_bytes_and_address(server: type[Server]) -> None:
    document = fetch(f"{server.base}/story#part", allow_private=True)
    assert document.content == PAGE.encode()
    assert document.media_type == HTML["Content-Type"]
    assert document.url == f"{server.base}/story"
    assert read(document).title == TITLE
    assert len(server.asked) == 1


def test_neither_cookies_nor_a_referrer_are_sent(server: type[Server]) -> None:
    sends(server, "/first", "/story")
    fetch(f"{server.base}/first", allow_private=True)
    assert [asked["path"] for asked in server.asked] == ["/first", "/story"]
    for asked in server.asked:
        assert not {"cookie", "referer", "authorization"} & asked.keys()
        assert f"http://{asked['host']}" == server.base


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_told_one_by_one(server: type[Server], status: int) -> None:
    sends(server, "/a", "/b", status)
    sends(server, "/b", f"{server.base}/story", status)
    hops: list[str] = []
    document = fetch(f"{server.base}/a", allow_private=True, on_redirect=hops.append)
    assert hops == [f"{server.base}/b", f"{server.base}/story"]
    assert document.url == f"{server.base}/story"
    assert noted(read(document), hops).warnings[-1] == f"The link led on to {server.base}/story."


def test_five_redirects_are_followed_and_no_more(server: type[Server]) -> None:
    for number in range(6):
        sends(server, f"/{number}", f"/{number + 1}")
    server.answers["/6"] = server.answers["/story"]
    assert fetch(f"{server.base}/1", allow_private=True).content
    assert failure(lambda: fetch(f"{server.base}/0", allow_private=True)).kind == "redirects"


@pytest.mark.parametrize("to", ["file:///etc/passwd", "ftp://courier.example/a"])
def test_the_scheme_is_looked_at_again_at_each_redirect(server: type[Server], to: str) -> None:
    sends(server, "/a", to)
    assert failure(lambda: fetch(f"{server.base}/a", allow_private=True)).kind == "unsupported"


def test_a_private_address_is_refused_before_anything_is_sent(server: type[Server]) -> None:
    port = server.base.rpartition(":")[2]
    for host in ("127.0.0.1", "localhost", "127.1", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]"):
        kind = failure(partial(fetch, f"http://{host}:{port}/story")).kind
        assert kind == "private_address", host
    assert server.asked == []


def test_a_redirect_to_a_private_address_is_refused(
    server: type[Server], monkeypatch: pytest.MonkeyPatch
) -> None:
    port = server.base.rpartition(":")[2]
    sends(server, "/a", f"http://127.0.0.2:{port}/story")
    monkeypatch.setattr(addresses, "is_public", lambda address: address == "127.0.0.1")
    assert failure(lambda: fetch(f"{server.base}/a")).kind == "private_address"
    assert [asked["path"] for asked in server.asked] == ["/a"]


def test_the_address_that_was_looked_at_is_the_one_that_is_asked(
    server: type[Server], monkeypatch: pytest.MonkeyPatch
) -> None:
    port = server.base.rpartition(":")[2]
    lookups: list[str] = []

    def rebinding(host: str, *_: object, **__: object) -> list[object]:
        lookups.append(host)
        return [(2, 1, 6, "", ("127.0.0.1", int(port)))]

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    fetch(f"http://courier.example:{port}/story", allow_private=True)
    assert lookups[0] == "courier.example"
    assert lookups.count("courier.example") == 1
    assert server.asked[0]["host"] == f"courier.example:{port}"


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),  # noqa: S104 - an address to refuse, nothing listens
        ("224.0.0.1", False),
        ("240.0.0.1", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::a00:1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_only_addresses_of_the_internet_are_public(address: str, public: bool) -> None:  # noqa: FBT001 - the expected answer
    assert addresses.is_public(address) is public


def test_through_a_proxy_the_name_is_asked_for_and_own_names_are_refused(
    server: type[Server], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", server.base)
    monkeypatch.setenv("no_proxy", "")
    server.answers["http://courier.example/story"] = server.answers["/story"]
    assert fetch("http://courier.example/story").content == PAGE.encode()
    for host in ("localhost", "printer", "nas.local", "10.0.0.1"):
        kind = failure(partial(fetch, f"http://{host}/")).kind
        assert kind == "private_address"
    assert len(server.asked) == 1


def test_more_than_the_limit_is_not_taken(
    server: type[Server], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web_request, "LARGEST", 1_000_000)
    server.answers["/large"] = (200, HTML, b"0" * 1_000_001)
    server.answers["/bomb"] = (
        200, HTML | {"Content-Encoding": "gzip"}, gzip.compress(b"0" * 1_000_001)
    )  # fmt: skip
    for path in ("/large", "/bomb"):
        error = failure(partial(fetch, server.base + path, allow_private=True))
        assert error.kind == "too_large"


def test_a_packed_page_is_unpacked(server: type[Server]) -> None:
    packed = gzip.compress(PAGE.encode())
    server.answers["/packed"] = (200, HTML | {"Content-Encoding": "gzip"}, packed)
    assert fetch(f"{server.base}/packed", allow_private=True).content == PAGE.encode()


def test_a_server_that_does_not_answer_is_left(
    server: type[Server], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web, "SECONDS", 0.3)
    monkeypatch.setattr(web_request, "SECONDS", 1.0)
    assert failure(lambda: fetch(f"{server.base}/slow", allow_private=True)).kind == "timeout"


@pytest.mark.parametrize("status", [403, 404, 429, 500])
def test_a_refusal_is_said_in_words_with_its_number(server: type[Server], status: int) -> None:
    server.answers["/no"] = (status, HTML, b"no")
    error = failure(lambda: fetch(f"{server.base}/no", allow_private=True))
    assert (error.kind, str(status) in error.message) == ("http_status", True)
    assert "browser" in error.advice


def test_nothing_listening_and_no_such_name_are_unreachable(server: type[Server]) -> None:
    assert server.base
    for url in ("http://127.0.0.1:9/", "http://nowhere.invalid/"):
        error = failure(partial(fetch, url, allow_private=True))
        assert error.kind == "unreachable"


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "http://", "http://a:b@courier.example/", "courier"]
)
def test_what_is_no_address_of_the_web_is_refused(url: str) -> None:
    assert failure(lambda: fetch(url)).kind == "unsupported"


def test_a_link_is_known_by_its_scheme() -> None:
    assert is_link("HTTPS://courier.example/")
    assert not is_link("file:///etc/passwd")
    assert not is_link("story.html")


def test_httpx_is_loaded_only_when_something_is_fetched() -> None:
    program = "import sys, factdesk.importers.web; sys.exit('httpx' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], check=False)
    assert done.returncode == 0
