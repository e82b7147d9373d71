"""What a desk says of itself."""

from factdesk.model.article import Mode
from factdesk.model.record import Id, Record


class House(Record):
    """The publisher whose desk this is, and what it does where nothing else is said."""

    name: str = ""
    publisher_url: str = ""
    corrections_url: str = ""
    mode: Mode = Mode.CLAIM_REVIEW
    scale: Id = "five-step"
