"""Who works at the desk, and on what."""

from factdesk.desk.claims import set_fields
from factdesk.errors import Refused
from factdesk.model.claim import Checker, Claim, WorkState
from factdesk.model.edit import Change, Edit, birth, changed
from factdesk.model.workflow import Role
from factdesk.store.store import Store


def introduce(store: Store, name: str, roles: tuple[Role, ...] = ()) -> tuple[Checker, Edit]:
    """Plan to know a checker by name and roles; one that is known already is kept.

    Raises:
        Refused: if there is no name.
    """
    name = " ".join(name.split())
    if not name:
        raise Refused("A checker needs a name.", "Say who works here.")
    known = store.checker_called(name)
    if known is None:
        checker = Checker(name=name, initials=_initials(name), roles=roles)
        return checker, Edit(f"Introduce {name}", (birth(checker),))
    after = known.model_copy(update={"roles": roles or known.roles})
    return after, Edit(f"Describe {name}", changed(known, after))


def assign(claim: Claim, checker: Checker | None) -> Edit:
    """Plan to give a claim to somebody, or to nobody."""
    fields: dict[str, object] = {"assignee": checker.id if checker else None}
    if checker and claim.state is WorkState.MARKED:
        fields["state"] = WorkState.ASSIGNED
    to = f"to {checker.name}" if checker else "to nobody"
    return set_fields(f"Assign {claim.reference} {to}", claim, **fields)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isalpha()).upper()


def become(
    store: Store, name: str, roles: tuple[Role, ...], founder: str = ""
) -> tuple[Checker, Edit]:
    """Plan to be known by name and roles.

    A desk whose one checker is still called as its founder was, and nothing else is known of them,
    gives that checker the name instead of another checker.

    Raises:
        Refused: if there is no name.
    """
    checker, edit = introduce(store, name, roles)
    known = store.checkers()
    if len(known) != 1 or known[0].name != founder or known[0].roles or checker.name == founder:
        return checker, edit
    after = checker.model_copy(update={"id": known[0].id})
    return after, Edit(f"Call {founder} {after.name}", (Change(known[0], after),))
