"""Reports on their way out: how one is wanted, and a record of each that has left the desk."""

from typing import NamedTuple

from factdesk.model.record import Id, Instant, Record
from factdesk.model.report import Audience, Part


class Order(NamedTuple):
    """How a report is wanted.

    No part: all that the format holds; no language: the desk's. ``template`` is a name or a path;
    it says in which format it writes, so that none need be named.
    """

    format: str = ""
    audience: Audience = Audience.INTERNAL
    part: Part | None = None
    language: str = ""
    template: str = ""


class Export(Record):
    """A report as it was written: what of, how, for whom, and by which sum it is known again.

    ``file`` is its name without the folder, which is nobody else's business; ``sha256`` is that of
    its bytes in hexadecimal. ``part`` is None for all that the format holds.
    """

    article: Id
    format: str
    part: Part | None = None
    audience: Audience
    language: str
    template: str = ""
    file: str
    sha256: str
    checker: Id | None = None
    made: Instant
