import pytest

from factdesk.ui.widgets.pasted_link import PastedLink, parse_link


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("https://www.example.org/a", PastedLink("https://www.example.org/a", "example.org", "")),
        (" http://Example.org ", PastedLink("http://Example.org", "example.org", "")),
        ("www.example.org/a", PastedLink("https://www.example.org/a", "example.org", "")),
        (
            "https://example.org/a?utm_source=x&id=7&fbclid=z#part",
            PastedLink("https://example.org/a?id=7#part", "example.org", ""),
        ),
        (
            "https://example.org/a?q=1%2C2&empty=",
            PastedLink("https://example.org/a?q=1%2C2&empty=", "example.org", ""),
        ),
        (
            "https://example.org/a#:~:text=first%20time,since%201965",
            PastedLink("https://example.org/a", "example.org", "first time … since 1965"),
        ),
        (
            "https://example.org/a#s2:~:text=was-,the%20first%2C%20ever,-of&text=more",
            PastedLink("https://example.org/a#s2", "example.org", "the first, ever"),
        ),
    ],
)
def test_a_pasted_address_says_where_it_leads_and_no_more(text: str, wanted: PastedLink) -> None:
    assert parse_link(text) == wanted


@pytest.mark.parametrize(
    "text",
    ["", "Census 1965", "mailto:a@example.org", "https://", "see https://a.org", "http://[x"],
)
def test_what_is_no_web_address_is_left_alone(text: str) -> None:
    assert parse_link(text) is None
