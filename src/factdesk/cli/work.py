"""Commands on the work: claim set, claim state … signoff, history."""

import argparse
from contextlib import closing
from functools import partial
from typing import Any

from factdesk.cli.claims import find_claim, print_claim, shape_of, word
from factdesk.cli.command import DONE, add_command, carry_out, opened, print_json
from factdesk.desk import claims, history, policy, proposals, research, signoffs, states
from factdesk.desk.opening import checker_at_work
from factdesk.errors import Refused
from factdesk.model.claim import Claim, WorkState
from factdesk.model.edit import Edit
from factdesk.model.workflow import Decision, Force, Role, Rule
from factdesk.store.store import Store
from factdesk.text.anchors import locate

COMMANDS = ("claim", "signoff", "history")


def add_commands(commands: Any) -> None:  # noqa: ANN401 - argparse gives the type no public name
    """Add the commands of this group."""
    claim = commands.add_parser("claim", help="Work on a claim.")
    verbs = claim.add_subparsers(required=True, metavar="VERB")
    _add_state_verbs(verbs)
    _add_research_verbs(verbs)
    signoff = add_command(commands, "signoff", _signoff, "Answer for an article, or one claim.")
    signoff.add_argument("--role", type=partial(word, Role), default=Role.CHECKER)
    signoff.add_argument("--override", default="", metavar="REASON")
    life = add_command(commands, "history", _history, "Tell what was done to an article or claim.")
    for parser in (signoff, life):
        parser.add_argument("article", metavar="ARTICLE")
        parser.add_argument("claim", nargs="?", metavar="CLAIM")


def _add_state_verbs(verbs: Any) -> None:  # noqa: ANN401 - as above
    change = _on_claim(verbs, "set", _set, "Set fields: kind, priority, risk, wording …")
    change.add_argument("fields", nargs="+", metavar="FIELD=VALUE")
    state = _on_claim(verbs, "state", _state, "Say how far the work is.")
    state.add_argument("state", type=partial(word, WorkState), metavar="STATE")
    state.add_argument("--reason", default="")
    also = _on_claim(verbs, "also", _also, "Mark one more place of the claim.")
    also.add_argument("--quote", required=True)
    also.add_argument("--occurrence", type=int, default=1)
    exempt = _on_claim(verbs, "exempt", _exempt, "Record an exception from a rule.")
    exempt.add_argument("rule", type=partial(word, Rule))
    exempt.add_argument("reason")


def _add_research_verbs(verbs: Any) -> None:  # noqa: ANN401 - as above
    search = _on_claim(verbs, "search", _search, "Log where was looked, and what was found.")
    search.add_argument("place")
    search.add_argument("sought")
    search.add_argument("--found", default="")
    contact = _on_claim(verbs, "contact", _contact, "Log that somebody was asked.")
    contact.add_argument("whom")
    for name in ("--how", "--question", "--deadline"):
        contact.add_argument(name, default="")
    contact.add_argument("--confidential", action="store_true")
    query = _on_claim(verbs, "query", _query, "Ask the writer.")
    query.add_argument("text")
    query.add_argument("--deadline", default="")
    propose = _on_claim(verbs, "propose", _propose, "Propose other words.")
    propose.add_argument("replacement")
    propose.add_argument("--reason", default="")
    propose.add_argument("--force", type=partial(word, Force), default=Force.SHOULD)
    decide = _on_claim(verbs, "decide", _decide, "Decide the claim's open changes.")
    decide.add_argument("decision", type=partial(word, Decision))


def _on_claim(verbs: Any, name: str, plan: Any, explanation: str) -> argparse.ArgumentParser:  # noqa: ANN401 - as above
    """Add a verb that plans an edit on one claim and prints the claim as it is then."""
    parser = add_command(verbs, name, partial(_carry_out, plan), explanation)
    parser.add_argument("article", metavar="ARTICLE")
    parser.add_argument("claim", metavar="CLAIM")
    return parser


def _carry_out(plan: Any, arguments: argparse.Namespace) -> int:  # noqa: ANN401 - one of those below
    with closing(opened(arguments)) as store:
        article = store.article_named(arguments.article).id
        carry_out(
            store, lambda: plan(store, find_claim(store, article, arguments.claim), arguments)
        )
        print_claim(shape_of(store, article, arguments.claim), arguments)
    return DONE


def _set(_store: Store, claim: Claim, arguments: argparse.Namespace) -> Edit:
    fields = dict(_field(words) for words in arguments.fields)
    return claims.set_fields(f"Describe {claim.reference}", claim, **fields)


#: What a script may set; the rest has verbs of its own, with rules.
_SETTABLE = {
    *("wording", "short", "context", "kind", "checkability", "priority", "risk", "issues"),
    *("confidence", "claimed_on", "claimed_where", "first_appearance", "rationale"),
}


def _field(words: str) -> tuple[str, object]:
    name, equals, value = words.partition("=")
    if not equals or name not in _SETTABLE:
        raise Refused(
            f"“{words}” sets nothing.", f"FIELD is one of: {', '.join(sorted(_SETTABLE))}."
        )
    if name == "issues":
        return name, tuple(issue.strip() for issue in value.split(",") if issue.strip())
    optional = {"kind", "checkability", "confidence", "claimed_on"}
    return name, None if name in optional and not value else value


def _state(store: Store, claim: Claim, arguments: argparse.Namespace) -> Edit:
    who = checker_at_work(store)
    return states.progress(store, claim, arguments.state, reason=arguments.reason, checker=who)


def _also(store: Store, claim: Claim, arguments: argparse.Namespace) -> Edit:
    version = store.latest_version(claim.article)
    span = locate(version.text, arguments.quote, arguments.occurrence)
    return claims.also_here(claim, version, span)


def _search(store: Store, claim: Claim, arguments: argparse.Namespace) -> Edit:
    who = checker_at_work(store)
    return research.log_search(claim, arguments.place, arguments.sought, arguments.found, who)


def _contact(store: Store, claim: Claim, arguments: argparse.Namespace) -> Edit:
    return research.contact(
        claim,
        arguments.whom,
        how=arguments.how,
        question=arguments.question,
        deadline=arguments.deadline,
        confidential=arguments.confidential,
        checker=checker_at_work(store),
    )


def _query(store: Store, claim: Claim, arguments: argparse.Namespace) -> Edit:
    return research.ask_writer(claim, arguments.text, arguments.deadline, checker_at_work(store))


def _propose(store: Store, claim: Claim, arguments: argparse.Namespace) -> Edit:
    places = store.anchors(claim.id, store.latest_version(claim.article).id)
    if not places:
        raise Refused(f"{claim.reference} has no place in the text.", "Mark one first.")
    return proposals.propose(
        claim,
        places[0].exact,
        arguments.replacement,
        reason=arguments.reason,
        force=arguments.force,
        checker=checker_at_work(store),
    )


def _decide(store: Store, claim: Claim, arguments: argparse.Namespace) -> Edit:
    waiting = [one for one in store.proposals(claim.id) if one.decision is Decision.OPEN]
    if not waiting:
        raise Refused(f"{claim.reference} has no open change.", "Propose one first.")
    who = checker_at_work(store)
    edits = [proposals.decide(proposal, arguments.decision, who) for proposal in waiting]
    return Edit(edits[0].title, tuple(change for edit in edits for change in edit.changes))


def _exempt(store: Store, claim: Claim, arguments: argparse.Namespace) -> Edit:
    return policy.exempt(claim, arguments.rule, arguments.reason, checker_at_work(store))


def _signoff(arguments: argparse.Namespace) -> int:
    with closing(opened(arguments)) as store:
        article = store.article_named(arguments.article)
        who, role = checker_at_work(store) or "", arguments.role
        if arguments.claim:
            claim = find_claim(store, article.id, arguments.claim)
            carry_out(store, lambda: signoffs.sign_claim(store, claim, role, who))
            given = signoffs.of_claim(store, claim)
        else:
            override = arguments.override
            carry_out(store, lambda: signoffs.sign_article(store, article, role, who, override))
            given = signoffs.of_article(store, article)
    answer = [{**signed.signoff.model_dump(mode="json"), "valid": signed.valid} for signed in given]
    if arguments.json:
        print_json(answer, indent=2)
    else:
        print(f"signed off as {given[-1].signoff.role}")
    return DONE


def _history(arguments: argparse.Namespace) -> int:
    with closing(opened(arguments)) as store:
        article = store.article_named(arguments.article).id
        if arguments.claim:
            life = history.of_record(store, find_claim(store, article, arguments.claim).id)
        else:
            life = history.of_article(store, article)
    if arguments.json:
        moments = [
            {**moment._asdict(), "changes": [change._asdict() for change in moment.changes]}
            for moment in life
        ]
        print_json(moments, indent=2)
        return DONE
    for moment in life:
        print(f"{moment.made}  {moment.checker}  {moment.title}")
        for change in moment.changes if moment.number > 1 else ():
            print(f"    {change.field}: {change.before!r} → {change.after!r}")
    return DONE
