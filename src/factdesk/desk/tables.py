"""Which column of a table holds what: as it was chosen for such a table before, else guessed."""

from collections.abc import Mapping

from factdesk import preferences
from factdesk.errors import Refused
from factdesk.importers.claims import columns
from factdesk.importers.claims.columns import Field
from factdesk.importers.claims.table import Table
from factdesk.store.store import Store

#: For so many tables the choice is kept.
_MOST = 100


def columns_of(table: Table, names: Mapping[str, str] | None = None) -> dict[Field, int]:
    """Tell the columns of a table; those that are named go before what is remembered or guessed.

    Raises:
        Refused: if a named field or column is not there.
    """
    chosen = names or {}
    found = columns.named(table, chosen)
    return _others(_remembered(table) or columns.guessed(table), found, chosen) | found


def remember(table: Table, chosen: Mapping[Field, int]) -> None:
    """Keep the choice for tables with the same columns."""
    kept = dict(preferences.load().columns)
    kept.pop(signature := columns.signature(table.head), None)
    kept[signature] = {field.value: table.head[at] for field, at in chosen.items()}
    preferences.change(columns=dict(list(kept.items())[-_MOST:]))


def labels(store: Store) -> frozenset[str]:
    """List what ratings are called on the scales of the desk, without case."""
    ratings = (rating for scale in store.scales() for rating in scale.ratings)
    return frozenset(name.casefold() for one in ratings for name in (one.label, one.code))


def _remembered(table: Table) -> dict[Field, int]:
    try:
        return columns.named(
            table, preferences.load().columns.get(columns.signature(table.head), {})
        )
    except Refused:  # a later Factdesk knows more fields
        return {}


def _others(
    told: Mapping[Field, int], found: Mapping[Field, int], chosen: Mapping[str, str]
) -> dict[Field, int]:
    """Keep of what is remembered or guessed what the choice says nothing of."""
    return {
        field: at for field, at in told.items() if field not in chosen and at not in found.values()
    }
