"""What a desk says of itself."""

from factdesk.model.article import Mode
from factdesk.model.record import Id, Record
from factdesk.model.remark import Remarked


class House(Record):
    """The publisher whose desk this is, and what it does where nothing else is said.

    Of the policy: how many independent sources a central claim needs, whether a second checker must
    sign, whether a link needs an archived copy, and how many votes of one mind a verdict needs (0:
    none are cast). ``blocking`` are the rules whose remarks must be set aside, or put right, before
    a claim is final. ``language`` is that of reports, ``logo`` a picture as a data URI,
    ``templates`` the folder of the desk's own templates, as seen from the desk's file.
    """

    name: str = ""
    publisher_url: str = ""
    corrections_url: str = ""
    methodology_url: str = ""
    language: str = "en"
    logo: str = ""
    templates: str = ""
    mode: Mode = Mode.CLAIM_REVIEW
    scale: Id = "five-step"
    independent_sources: int = 2
    four_eyes: bool = False
    archive_required: bool = False
    votes: int = 0
    blocking: tuple[Remarked, ...] = ()
