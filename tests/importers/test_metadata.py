import json

import pytest
from lxml.html import fromstring

from factdesk.importers.html.authors import people
from factdesk.importers.html.dates import iso
from factdesk.importers.html.jsonld import article, nodes
from factdesk.importers.html.metadata import Metadata, metadata


def known(head: str, body: str = "") -> Metadata:
    page = f"<html><head>{head}</head><body>{body}</body></html>"
    return metadata(fromstring(page), page)


def test_an_address_that_is_none_is_left_out_and_the_page_read() -> None:
    links = "".join(
        f'<link rel="canonical" href="{url}">' for url in ("http://[", "http://\u2100.com/x", "/a")
    )
    assert known(links).canonical_url == ""
    assert known(
        links + '<meta property="og:url" content="https://a.example/x">'
    ).canonical_url == ("https://a.example/x")


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("2026-05-04", "2026-05-04"),
        ("2026-05-04T18:20", "2026-05-04T18:20:00"),
        ("2026-05-04T18:20:30.123Z", "2026-05-04T18:20:30Z"),
        ("2026-05-04 18:20:30 +0200", "2026-05-04T18:20:30+02:00"),
        ("2026-05-04T18:20:30-05", "2026-05-04T18:20:30-05:00"),
        ("20260504", "2026-05-04"),
        ("Mon, 04 May 2026 18:20:30 GMT", "2026-05-04T18:20:30+00:00"),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_a_date_is_iso_8601_with_its_zone_or_nothing(told: str, expected: str) -> None:
    assert iso(told) == expected


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Ada Lindqvist and Tom Reyes", ["Ada Lindqvist", "Tom Reyes"]),
        ("Von Jörg Maß, Anne Lüders und Tom Reyes", ["Jörg Maß", "Anne Lüders", "Tom Reyes"]),
        ("Ada Lindqvist; Tom Reyes", ["Ada Lindqvist", "Tom Reyes"]),
        ("Courier and Wire", ["Courier and Wire"]),
        ("https://social.example/ada", []),
        ("ada@courier.example", []),
        ("By Ada Lindqvist, harbour correspondent, Kestrel Bay", ["Ada Lindqvist"]),
        ("Wire Staff, Kestrel Bay", ["Wire Staff"]),
        ("Ada Lindqvist (Wire)", ["Ada Lindqvist"]),
        ("Ada Lindqvist/Wire", ["Ada Lindqvist", "Wire"]),
        ("wire/adl, tor", ["wire/adl", "tor"]),
        ("Ada Lindqvist - Wire", ["Ada Lindqvist", "Wire"]),
        ("Ada Lindqvist &amp; Tom Reyes", ["Ada Lindqvist", "Tom Reyes"]),
        ("Ada Lindqvist • 4 May 2026", ["Ada Lindqvist"]),
        ("Ada Lindqvist ada@courier.example", ["Ada Lindqvist"]),
        ("Updated by Ada Lindqvist\nHarbour reporter", ["Ada Lindqvist"]),
        ("Text: Ada Lindqvist, Fotos: Tom Reyes", ["Ada Lindqvist"]),
        ("文/张三、李四", ["张三", "李四"]),
    ],
)
def test_a_byline_is_parted_into_names(byline: str, names: list[str]) -> None:
    assert list(people(byline)) == names


def test_the_sites_name_is_no_part_of_the_title() -> None:
    site = '<meta property="og:site_name" content="Kestrel Courier">'
    named = '<meta property="og:title" content="Eels return - Kestrel Courier">'
    assert known(site + named).title == "Eels return"


def test_a_dash_of_the_titles_own_stays() -> None:
    named = '<meta property="og:title" content="Eels return - and nobody knows why">'
    assert known(named).title == "Eels return - and nobody knows why"


def test_of_two_names_the_one_within_the_other_is_the_title() -> None:
    headline = '{"@type": "Article", "headline": "LIVE: Eels return to the eastern quay"}'
    script = f'<script type="application/ld+json">{headline}</script>'
    named = '<meta property="og:title" content="Eels return to the eastern quay">'
    assert known(script + named).title == "Eels return to the eastern quay"


def test_what_two_places_say_alike_is_the_title_though_the_heading_shown_is_shorter() -> None:
    headline = '{"@type": "Article", "headline": "After the storm: Eels return to the quay"}'
    script = f'<script type="application/ld+json">{headline}</script>'
    named = '<meta property="og:title" content="After the storm: Eels return to the quay | Wire">'
    site = '<meta property="og:site_name" content="Wire">'
    told = known(site + script + named, "<h1>Eels return to the quay</h1>")
    assert told.title == "After the storm: Eels return to the quay"


def test_an_alternative_headline_decides_between_two_names() -> None:
    headline = (
        '{"@type": "Article", "headline": "Eels, rivers, return: what to know",'
        ' "alternativeHeadline": "The eels are back in the eastern quay"}'
    )
    script = f'<script type="application/ld+json">{headline}</script>'
    named = '<meta property="og:title" content="The eels are back in the eastern quay">'
    assert known(script + named).title == "The eels are back in the eastern quay"


def described(**article: object) -> str:
    told = json.dumps({"@type": "Article"} | article)
    return f'<script type="application/ld+json">{told}</script>'


@pytest.mark.parametrize(
    ("tab", "title"),
    [
        ("议会决定将监视人员增加一倍--国际--人民网", "议会决定将监视人员增加一倍"),
        ("Eels return to the quay_News_Kestrel", "Eels return to the quay"),
        ("Eels return - and nobody knows why", "Eels return - and nobody knows why"),
    ],
)
def test_of_a_tab_alone_the_first_part_is_the_title(tab: str, title: str) -> None:
    assert known(f"<title>{tab}</title>").title == title


def test_where_names_differ_open_graph_decides() -> None:
    script = described(headline="Why eels are back, and what it means")
    named = '<meta property="og:title" content="Harbour town celebrates the return of its eels">'
    for shown in ("Harbour town celebrates the return of its eels", "The return of the eels"):
        title = known(script + named, f"<h1>Courier</h1><h1>{shown}</h1>").title
        assert title == "Harbour town celebrates the return of its eels"


@pytest.mark.parametrize(
    ("headline", "named", "shown", "title"),
    [
        ("'Eels' are back", "’Eels’ are back | Kestrel | by A. Lindqvist", "", "’Eels’ are back"),
        ("Quay: Eels are back", "Quay: Eels are back - Harbour news", "", "Quay: Eels are back"),
        ("", "Gale: Eels return to quay", "Wire - Eels return to quay", "Eels return to quay"),
        ("Why eels return", "Harbour town celebrates its fish | Kestrel", "", "Why eels return"),
        ("Why eels return", "Storms: a town waits", "Storms: a town waits", "Storms: a town waits"),
    ],
)
def test_of_two_names_that_differ_the_bare_one_is_taken_as_open_graph_writes_it(
    headline: str, named: str, shown: str, title: str
) -> None:
    site = '<meta property="og:site_name" content="Kestrel">'
    told = f'<meta property="og:title" content="{named}">'
    found = known(site + described(headline=headline) + told, f"<h1>{shown}</h1>").title
    assert found == title


def test_a_headline_cut_off_within_a_word_is_no_title() -> None:
    script = described(headline="Harbour town celebrates the ret")
    named = '<meta property="og:title" content="Harbour town celebrates the return of its eels">'
    assert known(script + named).title == "Harbour town celebrates the return of its eels"


def test_what_was_escaped_twice_and_markup_are_no_part_of_a_title() -> None:
    assert known(described(headline="<em>Eels</em> &amp;amp; rivers")).title == "Eels & rivers"


def test_authors_are_found_by_reference_in_parts_and_though_they_be_organisations_too() -> None:
    graph = {
        "@graph": [
            {
                "@type": "Article",
                "author": [
                    {"@id": "#ada"},
                    {"@type": "Person", "givenName": "Tom", "familyName": "Reyes"},
                ],
            },
            {"@type": ["Person", "Organization"], "@id": "#ada", "name": "Ada Lindqvist"},
        ]
    }
    script = f'<script type="application/ld+json">{json.dumps(graph)}</script>'
    assert known(script).authors == ("Ada Lindqvist", "Tom Reyes")


def test_an_agency_in_a_meta_element_signs_not_where_the_house_is_told() -> None:
    script = described(author={"@type": "Organization", "name": "Courier"})
    told = known(script + '<meta name="author" content="Coast Agency">')
    assert (told.authors, told.house) == ((), "Courier")


def test_the_sites_address_names_it_too() -> None:
    canonical = '<link rel="canonical" href="https://www.kestrel.example/eels">'
    named = '<meta property="og:title" content="Eels return | Kestrel News">'
    assert known(canonical + named).title == "Eels return"


def test_of_several_headings_the_one_on_the_pages_tab_names_the_article() -> None:
    shown = "<h1>The paper of the whole coast</h1><h1>Eels return</h1>"
    assert known("<title>Eels return - Harbour - Kestrel</title>", shown).title == "Eels return"


@pytest.mark.parametrize(
    "line",
    [
        "<li><strong>Autorin/Autor</strong> Ada Lindqvist</li>",
        "<dl><dt>Author:</dt><dd>Ada Lindqvist</dd></dl>",
        "<p><b>Автор:</b> Ада Линдквист</p>",
    ],
)
def test_a_label_tells_who_wrote_it_and_when(line: str) -> None:
    dated = "<li><strong>Datum</strong> 4.5.2026 </li>"
    told = known('<meta name="author" content="Kestrel (www.kestrel.example)">', line + dated)
    assert told.authors in {("Ada Lindqvist",), ("Ада Линдквист",)}
    assert told.published == "2026-05-04"


def test_a_heading_names_the_article_where_nothing_else_does() -> None:
    assert known("<title>Eels | Kestrel</title>", "<h1>Eels return</h1>").title == "Eels return"


def test_the_name_of_the_site_is_no_person() -> None:
    site = '<meta property="og:site_name" content="Kestrel Courier">'
    person = '{"@type": "Article", "author": {"@type": "Person", "name": "Kestrel Courier"}}'
    script = f'<script type="application/ld+json">{person}</script>'
    byline = '<div class="article-byline">By Ada Lindqvist | 4 May</div>'
    assert known(site + script, byline).authors == ("Ada Lindqvist",)
    alone = known(site + script)
    assert (alone.authors, alone.house) == ((), "Kestrel Courier")


def test_what_follows_the_sites_address_and_a_house_beside_a_reporter_are_no_people() -> None:
    url = '<link rel="canonical" href="https://www.kestrel.example/eels">'
    told = '<meta name="author" content="kestrel.news, Kestrel Bay, Norland">'
    byline = '<p class="byline">By Ada Lindqvist, KESTREL RADIO</p>'
    assert known(url + told, byline).authors == ("Ada Lindqvist",)
    assert known("", '<p class="byline">By ADA LINDQVIST</p>').authors == ("ADA LINDQVIST",)


def test_an_editor_who_is_called_one_is_no_author() -> None:
    assert known("", '<p class="byline">Editors: Ada Lindqvist and Tom Reyes</p>').authors == ()


def test_the_house_signs_only_where_nobody_else_does() -> None:
    house = (
        '{"@type": "Article", "headline": "H", "author": {"@type": "Organization", "name": "Wire"}}'
    )
    script = f'<script type="application/ld+json">{house}</script>'
    assert (known(script).authors, known(script).house) == ((), "Wire")
    assert known(script + '<meta name="author" content="Ada Lindqvist">').authors == (
        "Ada Lindqvist",
    )


def test_a_page_that_says_nothing_has_no_metadata() -> None:
    silent = known("", "<p>Some words without a date or a name.</p>")
    assert (silent.title, silent.authors, silent.published) == ("", (), "")


def test_broken_json_ld_is_passed_over_and_a_commented_one_read() -> None:
    broken = '<script type="application/ld+json">{"@type": "Article", </script>'
    commented = (
        '<script type="application/ld+json"><!-- {"@type": ["Article"], "headline": "A\nB"} -->'
        "</script>"
    )
    assert article(nodes(fromstring(f"<html>{broken}{commented}</html>")))["headline"] == "A\nB"


def test_json_ld_of_great_depth_is_no_danger() -> None:
    deep = '<script type="application/ld+json">' + "[" * 100_000 + "</script>"
    assert nodes(fromstring(f"<html><head>{deep}</head></html>")) == []
