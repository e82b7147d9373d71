"""What was looked for and who was asked."""

from factdesk.errors import Refused
from factdesk.model.claim import Claim, WorkState
from factdesk.model.edit import Change, Edit, birth
from factdesk.model.record import Id, PartialDate, is_partial_date, utc_now
from factdesk.model.workflow import ContactAttempt, Query, SearchLog


def log_search(
    claim: Claim, place: str, sought: str, found: str = "", checker: Id | None = None
) -> Edit:
    """Plan to record where was looked for what, and what was found; nothing is an answer too.

    Raises:
        Refused: if it does not say where or what for.
    """
    if not place.strip() or not sought.strip():
        raise Refused("A search needs a place and what was sought.", "Say both in a few words.")
    entry = SearchLog(
        claim=claim.id,
        place=place.strip(),
        sought=sought.strip(),
        found=found.strip(),
        checker=checker,
        searched=utc_now(),
    )
    return Edit(f"Log search for {claim.reference}", (birth(entry),))


def contact(  # noqa: PLR0913 - what a contact is
    claim: Claim,
    whom: str,
    *,
    how: str = "",
    question: str = "",
    deadline: str | None = None,
    on_record: bool = True,
    confidential: bool = False,
    checker: Id | None = None,
) -> Edit:
    """Plan to record that somebody was asked.

    Raises:
        Refused: if it does not say whom, or the deadline is no date.
    """
    if not whom.strip():
        raise Refused("Whom did you ask?", "Name the person or the office.")
    attempt = ContactAttempt(
        claim=claim.id,
        whom=whom.strip(),
        how=how.strip(),
        question=question.strip(),
        deadline=_day(deadline),
        on_record=on_record,
        confidential=confidential,
        checker=checker,
        made=utc_now(),
    )
    return Edit(f"Contact for {claim.reference}", (birth(attempt),))


def answer_contact(attempt: ContactAttempt, answer: str) -> Edit:
    """Plan to record what came back; an empty answer means that nobody answered."""
    after = attempt.model_copy(update={"answer": answer.strip(), "answered": utc_now()})
    return Edit("Record answer", (Change(attempt, after),))


def ask_writer(
    claim: Claim, text: str, deadline: str | None = None, checker: Id | None = None
) -> Edit:
    """Plan a question to the writer; the claim's state says that it is out.

    Raises:
        Refused: if nothing is asked, or the deadline is no date.
    """
    if not text.strip():
        raise Refused("The query is empty.", "Write what the writer shall answer.")
    query = Query(
        claim=claim.id,
        text=text.strip(),
        deadline=_day(deadline),
        checker=checker,
        asked=utc_now(),
    )
    out = claim.model_copy(update={"state": WorkState.QUERY_OUT})
    state = (Change(claim, out),) if claim.state is not WorkState.QUERY_OUT else ()
    return Edit(f"Query on {claim.reference}", (birth(query), *state))


def answer_query(query: Query, claim: Claim, answer: str, *, others_open: bool) -> Edit:
    """Plan to record the writer's answer; after the last one the claim is in progress again."""
    answered = query.model_copy(update={"answer": answer.strip(), "answered": utc_now()})
    changes = [Change(query, answered)]
    if claim.state is WorkState.QUERY_OUT and not others_open:
        changes.append(Change(claim, claim.model_copy(update={"state": WorkState.IN_PROGRESS})))
    return Edit(f"Answer query on {claim.reference}", tuple(changes))


def _day(said: str | None) -> PartialDate | None:
    if said and not is_partial_date(said):
        raise Refused(f"“{said}” is no date.", "Write 2026-02-17, 2026-02 or 2026.")
    return said or None
