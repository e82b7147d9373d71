from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from factdesk.ui.widgets.day_line import DayLine
from factdesk.ui.widgets.days import due_words, is_over, read_day

TODAY = date(2026, 2, 27)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("", ""),
        ("1965", "1965"),
        (" 2026-02 ", "2026-02"),
        ("2024-02-29", "2024-02-29"),
        ("Today", "2026-02-27"),
        ("tomorrow", "2026-02-28"),
        ("+3", "2026-03-02"),
        ("-27", "2026-01-31"),
        ("2026-02-29", None),
        ("2026-13", None),
        ("soon", None),
        ("26", None),
    ],
)
def test_days_are_read_as_they_are_known_and_never_padded(text: str, day: str | None) -> None:
    assert read_day(text, TODAY) == day


def test_a_deadline_passes_with_the_day_month_or_year_it_names() -> None:
    assert is_over("2026-02-26", TODAY)
    assert not is_over("2026-02-27", TODAY)
    assert not is_over("2026-02", TODAY)
    assert is_over("2026-01", TODAY)
    assert is_over("2025", TODAY)
    assert not is_over(None, TODAY)


def test_how_near_it_is_is_said_in_words() -> None:
    words = {
        "2026-02-17": "overdue since 2026-02-17, 10 days",
        "2026-02-26": "overdue since yesterday",
        "2026-02-27": "due today",
        "2026-02-28": "due tomorrow",
        "2026-03-09": "due 2026-03-09",
        "2026-01": "overdue since 2026-01",
        "2026": "due 2026",
    }
    assert {day: due_words(day, TODAY) for day in words} == words
    assert due_words(None, TODAY) == ""
    assert due_words("2999-02-30", TODAY) == "due 2999-02-30"


@pytest.fixture
def line(qtbot: QtBot) -> DayLine:
    made = DayLine("When", "Date of the claim")
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_day_is_told_once_and_written_out(line: DayLine, qtbot: QtBot) -> None:
    told: list[str] = []
    line.day_told.connect(told.append)
    line.load("2026")
    qtbot.keyClicks(line, "-05")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    line.settle()
    assert told == ["2026-05"]


def test_what_is_no_date_is_marked_and_told_to_nobody(line: DayLine, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(line.day_told):
        qtbot.keyClicks(line, "soon")
        assert not line._wrong.isVisible()
        line.settle()
    assert line._wrong.isVisible()
    assert "no date" in line.accessibleDescription()
    line.setText("")
    qtbot.keyClicks(line, "2026")
    assert not line._wrong.isVisible()
