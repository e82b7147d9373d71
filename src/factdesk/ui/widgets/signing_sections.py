"""Who answers for the claim, and how the votes stand."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from factdesk.model.sheet import ClaimSheet, Signed
from factdesk.model.wishes import RemovalWish, SignWish, VoteWish
from factdesk.model.workflow import Role
from factdesk.ui.widgets.adder import Adder
from factdesk.ui.widgets.choice_box import ChoiceBox
from factdesk.ui.widgets.record_row import RecordRow
from factdesk.ui.widgets.record_section import RecordSection


class SignAdder(Adder):
    """In which role somebody answers for the claim."""

    def __init__(self) -> None:
        self.role = ChoiceBox("Role in which you sign", Role)
        super().__init__("&Sign off", (self.role,))

    def wish(self) -> SignWish | None:
        """Say in which role is signed."""
        return SignWish(Role(self.role.value))


class SignOffSection(RecordSection):
    """Sign-offs, each valid or stale."""

    def __init__(self) -> None:
        self._form = SignAdder()
        super().__init__("Sign-offs", self._form, "Sign off…")

    def show_sheet(self, sheet: ClaimSheet) -> None:
        """Show who answers for a claim."""

        def make() -> Sequence[QWidget]:
            return [self._row(signed, sheet) for signed in sheet.signoffs]

        if sheet.roles and sheet.claim.id != self._claim:
            self._form.role.show_value(sheet.roles[0])
        stale = sum(not signed.valid for signed in sheet.signoffs)
        parts = (str(len(sheet.signoffs)), f"⚠ {stale} stale" if stale else "")
        summary = " · ".join(filter(None, parts)) if sheet.signoffs else ""
        self.show_rows(sheet.claim.id, (sheet.signoffs, sheet.checkers), make, summary)

    def _row(self, signed: Signed, sheet: ClaimSheet) -> RecordRow:
        signoff = signed.signoff
        name = sheet.signed(signoff.checker) or "Somebody who has left"
        row = RecordRow(f"{name}, {signoff.role}", signoff.signed.replace("T", " ")[:16])
        if signed.valid:
            row.add_words("✓ Valid: nothing has changed since")
        else:
            row.warn("Stale: the claim has changed since")
        row.add_removal(lambda: self.wished.emit(RemovalWish("signoff", signoff.id)))
        return row


class VoteAdder(Adder):
    """For which rating somebody votes."""

    def __init__(self) -> None:
        self.rating = ChoiceBox("Rating you vote for", ())
        super().__init__("&Vote", (self.rating,))

    def wish(self) -> VoteWish | None:
        """Say what the vote is for."""
        return VoteWish(self.rating.value) if self.rating.value else None


class VoteSection(RecordSection):
    """Votes for ratings, where the house wants several of one mind."""

    def __init__(self) -> None:
        self._form = VoteAdder()
        super().__init__("Votes", self._form, "Vote…")

    def show_sheet(self, sheet: ClaimSheet) -> None:
        """Show how the votes on a claim stand; nothing where the house wants none."""
        self._form.rating.offer((rating.label, rating.code) for rating in sheet.scale.offered)
        self._form.review()

        def make() -> Sequence[QWidget]:
            rows = []
            for vote in sheet.votes:
                rating = sheet.scale.rating(vote.rating)
                words = f"{sheet.signed(vote.checker)}: {rating.label if rating else vote.rating}"
                rows.append(RecordRow(words, vote.given[:10]))
            return rows

        agreed = sum(
            bool(sheet.verdict) and vote.rating == _standing(sheet) for vote in sheet.votes
        )
        wanted = sheet.house.votes
        summary = f"{agreed} of {wanted} for the verdict" if wanted else ""
        self.show_rows(sheet.claim.id, (sheet.votes, sheet.checkers), make, summary)
        self.setVisible(bool(wanted or sheet.votes))


def _standing(sheet: ClaimSheet) -> str:
    return sheet.verdict.rating if sheet.verdict else ""
