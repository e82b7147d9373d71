"""In which form claims stand in a file: told one by one, in rows, or marked in an article."""

from factdesk.importers.base import Draft
from factdesk.importers.claims.base import ForeignClaim
from factdesk.importers.claims.table import Table

Told = tuple[ForeignClaim, ...] | Table | Draft
