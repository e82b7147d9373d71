"""Reports that have left the desk."""

from factdesk.model.record import Id, Instant, Record
from factdesk.model.report import Audience, Part


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
