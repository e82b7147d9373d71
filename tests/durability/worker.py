"""One of several at one desk: ``python -m tests.durability.worker DESK SECONDS SEED``."""

# ruff: noqa: T201, S311, PLR0911 - it prints its figures, its dice are seeded, and each way is one edit

import json
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random

from factdesk.desk import claims, evidence, opening, verdicts
from factdesk.errors import Conflict, NotFound
from factdesk.model.edit import Edit
from factdesk.model.sheet import CiteWish
from factdesk.model.source import Stance
from factdesk.model.span import Span
from factdesk.store.store import Store

_WISH = CiteWish(title="Statistics", url="https://a.example", stance=Stance.CONTEXT)


def work(desk: Path, seconds: float, dice: Random) -> Counter[str]:
    """Make random edits, and take some back; count what was acknowledged and what was refused."""
    counts: Counter[str] = Counter()
    done: list[Edit] = []
    last = time.monotonic() + seconds
    with opening.open_desk(desk) as store:
        while time.monotonic() < last:
            try:
                edit = plan(store, dice, done)
                if dice.random() < 0.2:
                    time.sleep(dice.uniform(0, 0.01))  # others may be quicker
                if edit.changes:
                    store.apply(edit)
                    done.append(edit)
                    counts["acknowledged"] += 1
            except (Conflict, NotFound):
                counts["conflicts"] += 1
    return counts


def plan(store: Store, dice: Random, done: list[Edit]) -> Edit:
    """Plan some edit."""
    (article,) = store.article_ids()
    version = store.latest_version(article)
    keys = [key for key, _ in store.claim_ids(article)]
    start = dice.randrange(len(version.text) - 20)
    if len(keys) < 5:
        return claims.mark(store, version, Span(start, start + 15))[1]
    claim = store.claim(dice.choice(keys))
    way = dice.randrange(7)
    if way == 0:
        return claims.mark(store, version, Span(start, start + 15))[1]
    if way == 1 and done:
        return done.pop().inverse()
    if way == 2:
        return claims.remove(store, claim)
    if way == 3:
        scale, rating = verdicts.find_rating(store, store.article(article), "false")
        return verdicts.judge(store, claim, scale, rating, rationale=str(dice.random()))
    if way == 4:
        return evidence.cite(store, claim, _WISH)
    return claims.set_fields("Reword claim", claim, wording=str(dice.random()))


if __name__ == "__main__":
    path, limit, seed = sys.argv[1:]
    print(json.dumps(work(Path(path), float(limit), Random(int(seed)))))
