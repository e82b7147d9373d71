"""How a desk wants its hints."""

import pytest

from factdesk.desk import hint_settings
from factdesk.errors import Refused
from factdesk.model.hint import HintSettings
from factdesk.store.store import Store
from factdesk.text.hints import english


def test_without_a_choice_hints_are_as_they_are_shipped(store: Store) -> None:
    assert hint_settings.settings(store) == HintSettings()
    assert hint_settings.lexicon(HintSettings()) is english()


def test_a_choice_is_an_edit_that_can_be_undone(store: Store) -> None:
    edit = hint_settings.choose(store, threshold=0.8, hidden=("event",))
    store.apply(edit)
    assert hint_settings.settings(store).threshold == 0.8
    again = hint_settings.choose(store, threshold=0.7)
    store.apply(again)
    assert hint_settings.settings(store).hidden == ("event",)
    assert hint_settings.choose(store, threshold=0.7).changes == ()
    store.apply(again.inverse())
    store.apply(edit.inverse())
    assert store.hint_settings() is None


def test_a_desk_s_words_and_weights_lie_over_the_shipped_ones() -> None:
    chosen = HintSettings(lexicon='{"weights":{"event":[0.1,1]},"classes":{"event":"+ docked"}}')
    made = hint_settings.lexicon(chosen)
    assert made.weights["event"] == (0.1, 1)
    assert made.weights["percent"] == english().weights["percent"]
    assert made.has("docked", "event")
    assert made.has("killed", "event")
    assert not english().has("docked", "event")


@pytest.mark.parametrize(
    "fields",
    [
        {"threshold": 1.5},
        {"hidden": ("percents",)},
        {"lexicon": "["},
        {"lexicon": "[]"},
        {"lexicon": '{"wieghts":{}}'},
        {"lexicon": '{"weights":{"evnet":[1,2]}}'},
        {"lexicon": '{"weights":{"event":1}}'},
        {"lexicon": '{"weights":{"event":["much",2]}}'},
        {"lexicon": '{"classes":{"event":["docked"]}}'},
        {"lexicon": '{"classes":"docked"}'},
        {"lexicon": '{"hedges":5}'},
    ],
)
def test_what_cannot_be_read_is_refused(store: Store, fields: dict[str, object]) -> None:
    with pytest.raises(Refused, match="cannot be set"):
        hint_settings.choose(store, **fields)


def test_a_desk_may_say_reasons_in_its_own_words(store: Store) -> None:
    store.apply(hint_settings.choose(store, lexicon='{"reasons":{"event":"something happened"}}'))
    made = hint_settings.lexicon(hint_settings.settings(store))
    assert made.reasons["event"] == "something happened"
