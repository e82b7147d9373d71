import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from factdesk.ui.widgets import banner as module
from factdesk.ui.widgets.banner import Act, Banner, BannerStack, Tone, batch_words


@pytest.fixture
def stack(qtbot: QtBot) -> BannerStack:
    made = BannerStack()
    qtbot.addWidget(made)
    return made


def test_a_message_says_what_happened_and_what_to_do(stack: BannerStack) -> None:
    banner = stack.say("a.pdf could not be read.", "Save it as text.", Tone.FAULT)
    said = [label.text() for label in banner.findChildren(QLabel)]
    assert said == ["a.pdf could not be read.", "Save it as text."]
    assert stack.isVisible()


def test_an_act_is_done_once_and_the_message_goes(stack: BannerStack, qtbot: QtBot) -> None:
    done: list[str] = []
    banner = stack.say("Gone.", acts=[Act("&Undo", lambda: done.append("undo"))])
    qtbot.mouseClick(banner.buttons[0], Qt.MouseButton.LeftButton)
    assert done == ["undo"]
    assert stack.banners == []
    assert not stack.isVisible()


def test_each_of_several_acts_does_its_own(stack: BannerStack, qtbot: QtBot) -> None:
    done: list[str] = []
    acts = [Act("&Retry", lambda: done.append("retry")), Act("&Skip", lambda: done.append("skip"))]
    banner = stack.say("Failed.", tone=Tone.FAULT, acts=acts)
    qtbot.mouseClick(banner.buttons[1], Qt.MouseButton.LeftButton)
    assert done == ["skip"]


def test_the_oldest_of_four_gives_way(stack: BannerStack) -> None:
    for number in range(4):
        stack.say(f"Message {number}", tone=Tone.WARNING)
    assert [banner.message for banner in stack.banners] == ["Message 1", "Message 2", "Message 3"]


def test_news_passes_by_itself_and_faults_stay(
    stack: BannerStack, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PASSING", 20)
    stack.say("Exported.")
    stack.say("Failed.", tone=Tone.FAULT)
    qtbot.waitUntil(lambda: [banner.message for banner in stack.banners] == ["Failed."])


def test_the_cross_dismisses(stack: BannerStack, qtbot: QtBot) -> None:
    banner = stack.say("Failed.", tone=Tone.FAULT)
    qtbot.mouseClick(banner.close_button, Qt.MouseButton.LeftButton)
    assert stack.banners == []


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ((12, 1, 2), "12 imported, 1 already here, 2 failed"),
        ((1, 0, 0), "1 imported"),
        ((0, 0, 0), "Nothing to import"),
    ],
)
def test_a_batch_ends_in_counts(counts: tuple[int, int, int], words: str) -> None:
    assert batch_words(*counts) == words


def test_where_the_page_is_narrow_the_act_stands_beneath_the_words(qtbot: QtBot) -> None:
    banner = Banner("“Ferries overtake the bridge” imported.", "", Tone.NEWS, [Act("&Go", print)])
    qtbot.addWidget(banner)
    banner.show()
    for width, is_beneath in ((900, False), (320, True)):
        banner.resize(width, 100)
        qtbot.wait(1)
        (words, *_) = banner.findChildren(QLabel)
        assert (banner.buttons[0].geometry().top() >= words.geometry().bottom()) is is_beneath
