"""The filters of claims that a checker keeps."""

from PySide6.QtCore import QObject

from factdesk import preferences
from factdesk.ui.models.claim_filter import ClaimFilter
from factdesk.ui.widgets.claim_list import ClaimList


class KeptFilters(QObject):
    """Keeps filters in the preferences, and offers them in the list's menu."""

    def __init__(self, claims: ClaimList, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._claims = claims
        self._kept = [ClaimFilter.read(pairs) for pairs in preferences.load().filters]
        claims.show_kept(self._kept)
        claims.bar.menu.keep_wished.connect(self.keep)
        claims.bar.menu.forget_wished.connect(self.forget)

    def keep(self, wanted: ClaimFilter) -> None:
        """Keep a filter, once."""
        self._write([*(kept for kept in self._kept if kept != wanted), wanted])

    def forget(self, wanted: ClaimFilter) -> None:
        """Keep it no more."""
        self._write([kept for kept in self._kept if kept != wanted])

    def _write(self, kept: list[ClaimFilter]) -> None:
        self._kept = kept
        preferences.change(filters=tuple(one.kept() for one in kept))
        self._claims.show_kept(kept)
