from hypothesis import given
from hypothesis import strategies as st

from factdesk.text.cells import harmless, unharmed

TEXTS = st.text(alphabet="'=+-@\t \uff1d1a") | st.text()


@given(TEXTS)
def test_a_cell_made_harmless_comes_back_as_it_was(text: str) -> None:
    assert unharmed(harmless(text)) == text


@given(TEXTS)
def test_no_harmless_cell_begins_as_a_formula_does(text: str) -> None:
    assert harmless(text).lstrip(" ")[:1] not in {
        *"=+-@\t\r\n",
        "\uff1d",
        "\uff0b",
        "\uff0d",
        "\uff20",
    }


@given(TEXTS)
def test_an_apostrophe_of_the_text_itself_stays(text: str) -> None:
    if harmless(text) == text and not text.startswith("'"):
        assert unharmed(f"'{text}") == f"'{text}"
