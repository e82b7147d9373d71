"""Documents from the web, fetched on the user's word and within limits."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from concurrent.futures import TimeoutError as Late
from threading import Thread
from typing import TypeVar

from factdesk.errors import ImportFailed
from factdesk.importers.base import Document, Draft

#: Seconds that a document may take, redirects and all.
SECONDS = 15.0
#: What else can be done where a page cannot be fetched.
BY_HAND = "Open it in your browser, save the page and import the file."

T = TypeVar("T")


def is_link(source: str) -> bool:
    """Tell whether it is an address of the web."""
    return source.lower().startswith(("http://", "https://"))


def fetch(
    url: str, *, allow_private: bool = False, on_redirect: Callable[[str], None] | None = None
) -> Document:
    """Fetch a document, telling each address to which the server sends us on.

    Raises:
        ImportFailed: if it cannot be had within the limits; ``kind`` is ``private_address`` where
            it lies within the user's own network and that was not allowed.
    """

    def work() -> Document:
        from factdesk.importers.web_request import followed  # noqa: PLC0415 - loads httpx

        return followed(url, on_redirect or (lambda _: None), allow_private=allow_private)

    return _within(SECONDS, work)


def noted(draft: Draft, hops: Sequence[str]) -> Draft:
    """Say in a draft's warnings where its link led."""
    if not hops:
        return draft
    warning = f"The link led on to {hops[-1]}."
    return draft.model_copy(update={"warnings": (*draft.warnings, warning)})


def _within(seconds: float, work: Callable[[], T]) -> T:
    """Wait no longer than that, whatever a server or a name server does to make us wait."""
    outcome: Future[T] = Future()

    def run() -> None:
        try:
            outcome.set_result(work())
        except BaseException as error:  # noqa: BLE001 - raised again where it is waited for
            outcome.set_exception(error)

    Thread(target=run, daemon=True, name="fetch").start()
    try:
        return outcome.result(seconds)
    except Late as error:
        raise ImportFailed(
            f"The server took longer than {seconds:.0f} seconds.", BY_HAND, kind="timeout"
        ) from error
