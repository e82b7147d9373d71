"""What has changed since the article was checked: the text, its claims, and who signed for it."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import groupby

from factdesk.exporters.outline.parts import (
    Block,
    Heading,
    Listing,
    Paragraph,
    Run,
    Runs,
    line,
    plain,
)
from factdesk.exporters.outline.telling import Telling, article_title
from factdesk.exporters.wording import capitalised
from factdesk.model.changes import ChangedPassage, Changes, Stale, Touched, Words
from factdesk.model.report import Report

Blocks = Iterator[Block]
Entry = tuple[Block, ...]
Head = Callable[[str], Block]

_WITHIN_NUMBERS = frozenset(",.'\u2019\u00a0\u202f")


def since_blocks(report: Report) -> Blocks:
    """Say it as a document of its own."""
    telling = Telling(report)
    yield Heading(1, plain(since_title(telling)))
    if report.changes is None:
        yield line(telling.say("since_nothing"))
    else:
        yield from _told(report.changes, telling, partial(telling.heading, 2))


def since_title(telling: Telling) -> str:
    """Name the document."""
    return telling.say("since_of", title=article_title(telling.report))


def since(telling: Telling) -> Blocks:
    """Say it as a section of the report; nothing where nothing has changed."""
    if changes := telling.report.changes:
        yield telling.heading(2, "since")
        yield from _told(changes, telling, partial(_lead, telling))


def _told(changes: Changes, telling: Telling, head: Head) -> Blocks:
    say = telling.say
    yield telling.facts(
        (
            ("since_checked", _version(changes.number, changes.added, telling)),
            ("since_now", _version(changes.now, changes.now_added, telling)),
            ("since_same", plain(", ".join(f"C{number}" for number in changes.same))),
        )
    )
    passages = [_passage(one, telling) for one in changes.passages]
    if more := changes.changed - len(passages):
        passages.append((line(say("since_more", count=say.number(more))),))
    sections: dict[str, list[Entry]] = {
        "since_claims": [_touched(one, telling) for one in changes.touched],
        "since_stale": [_stale(one, telling) for one in changes.stale],
        "since_passages": passages,
    }
    for key, entries in sections.items():
        if entries:
            yield head(key)
            yield Listing(tuple(entries), loose=True)


def _lead(telling: Telling, key: str) -> Block:
    """Head a part of a section: the headings below it are those of the claims."""
    return Paragraph(((telling.strong(telling.say(key)),),))


def _version(number: int, added: str, telling: Telling) -> Runs:
    return plain(f"{telling.say('version', number=str(number))}, {telling.say.moment(added)}")


def _touched(touched: Touched, telling: Telling) -> Entry:
    """Say what has become of a claim, its words before and now."""
    say = telling.say
    head = f" · {say.name(touched.fate)}"
    if touched.version:
        head += f" · {say('since_judged', number=str(touched.version))}"
    lines: list[Runs] = [(Run(touched.reference, strong=True), Run(head))]
    lines += _reads("since_was", plain(say.quoted(touched.was)) if touched.was else (), telling)
    if touched.reads != touched.was:
        reads = plain(say.quoted(touched.reads)) if touched.reads else ()
        lines += _reads("since_reads", reads, telling)
    return (Paragraph(tuple(lines)),)


def _stale(stale: Stale, telling: Telling) -> Entry:
    say = telling.say
    who = [capitalised(say.name(stale.role)), stale.signed_by, say.day(stale.signed)]
    told = ", ".join(filter(None, who))
    return (line(f"{stale.reference} · {told}" if stale.reference else told),)


def _passage(passage: ChangedPassage, telling: Telling) -> Entry:
    """Give a passage as it was and as it is, the words set off in which the two differ."""
    was = [one for one in passage.words if not one.come]
    now = [one for one in passage.words if not one.gone]
    changed = [one for one in passage.words if one.gone or one.come]
    moved = f" · {telling.say('since_moved')}" if all(one.moved for one in changed) else ""
    lines: list[Runs] = [plain(f"¶{passage.paragraph}{moved}")]
    lines += _reads("since_was", _runs(was), telling)
    lines += _reads("since_reads", _runs(now), telling)
    return (Paragraph(tuple(lines)),)


def _runs(words: list[Words]) -> Runs:
    """Set off what the other side has not; empty where nothing is on this side."""
    if not any(one.text.strip() for one in words):
        return ()
    told = ((_differs(words, place), one.text) for place, one in enumerate(words))
    groups = groupby(told, key=lambda each: each[0])
    return tuple(Run("".join(text for _, text in run), strong=strong) for strong, run in groups)


def _differs(words: list[Words], place: int) -> bool:
    """Tell whether to set words off; a mark between digits that differ is one of the number."""
    one = words[place]
    if one.gone or one.come:
        return True
    if one.text not in _WITHIN_NUMBERS or not 0 < place < len(words) - 1:
        return False
    before, after = words[place - 1], words[place + 1]
    around = all(each.gone or each.come for each in (before, after))
    return around and before.text[-1:].isdigit() and after.text[:1].isdigit()


def _reads(key: str, runs: Runs, telling: Telling) -> list[Runs]:
    return [(Run(f"{telling.say.colon(telling.say(key))} "), *runs)] if runs else []
