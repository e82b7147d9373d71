"""Pages of every kind that newsrooms make: live, in lists, for printers, in any script."""

import pytest

from factdesk.importers.base import Document, Draft
from factdesk.importers.registry import read
from factdesk.model.span import BlockKind

STORY = (
    (
        "The council of Kestrel Bay decided on Monday to widen the eastern quay by 400 metres, a"
        " plan that fishermen have opposed for many years."
    ),
    (
        "Its chair said that the harbour needs the space, since ships have grown by a third in a"
        " decade and wait for days before they can unload."
    ),
    (
        "The fishermen answered that eels spawn in the shallows beside the quay and that nobody"
        " has counted them since the great storm."
    ),
    (
        "A count is to begin in spring; until then no pile may be driven on the eastern side, the"
        " court of the province ruled two weeks ago."
    ),
)
TITLE = "The quay grows"


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def page(story: str, after: str = "", title: str = TITLE, language: str = "en") -> Draft:
    markup = (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        f"<title>{title}</title></head><body><main><article><h1>{title}</h1>{story}</article>"
        f"{after}</main></body></html>"
    )
    return read(Document(name="page.html", content=markup.encode()))


def texts(draft: Draft, kind: BlockKind = BlockKind.PARAGRAPH) -> tuple[str, ...]:
    return tuple(block.text for block in draft.blocks if block.kind == kind)


def test_an_embedded_post_is_a_quote_with_its_signature_on_a_line_of_its_own() -> None:
    post = (
        '<blockquote class="embedded-post"><p>We will count the eels again, all of them.</p>'
        '&mdash; Harbour Office (@harbour) <a href="https://a.example/1">May 4</a></blockquote>'
    )
    draft = page(paragraphs(*STORY[:2]) + post + paragraphs(*STORY[2:]))
    (quote,) = texts(draft, BlockKind.QUOTE)
    assert quote.startswith("We will count the eels again, all of them.\n—")
    assert texts(draft) == STORY


def test_a_table_of_figures_is_one_block_with_a_line_for_each_row() -> None:
    rows = (("Year", "Tons"), ("2024", "38"), ("2025", "41"))
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    draft = page(paragraphs(*STORY[:2]) + f"<table>{cells}</table>" + paragraphs(*STORY[2:]))
    assert texts(draft, BlockKind.TABLE) == ("Year\tTons\n2024\t38\n2025\t41",)


def test_the_headings_of_a_list_article_keep_their_text() -> None:
    headings = tuple(f"{number}. Reason to wait" for number in range(1, 5))
    points = zip(headings, STORY, strict=True)
    draft = page("".join(f"<h2>{heading}</h2><p>{text}</p>" for heading, text in points))
    assert texts(draft, BlockKind.HEADING) == headings
    assert texts(draft) == STORY


def test_the_entries_of_a_live_blog_stand_in_their_order() -> None:
    entries = "".join(
        f'<div class="entry"><time>{hour}:20</time><h3>Report of {hour}</h3><p>{text}</p></div>'
        for hour, text in zip(range(18, 14, -1), STORY, strict=True)
    )
    draft = page(f"<div>{entries}</div>")
    assert texts(draft) == STORY
    assert len(texts(draft, BlockKind.HEADING)) == len(STORY)


@pytest.mark.parametrize(
    ("language", "title", "story", "pointer"),
    [
        (
            "ar",
            "الرصيف يكبر",
            (
                "قرر مجلس الميناء يوم الاثنين توسيع الرصيف الشرقي، وهي خطة عارضها الصيادون سنوات.",
                "وقال رئيس المجلس إن السفن كبرت بمقدار الثلث وتنتظر أياما طويلة قبل تفريغ حمولتها.",
            ),
            'اقرأ أيضا: <a href="/x">لماذا تعد الأسماك باليد في المياه الضحلة</a>',
        ),
        (
            "he",
            "הרציף גדל",
            (
                "מועצת הנמל החליטה ביום שני להרחיב את הרציף המזרחי, תוכנית שהדייגים מתנגדים לה.",
                "יושב הראש אמר כי האוניות גדלו בשליש ומחכות ימים ארוכים לפני שהן פורקות את המטען.",
            ),
            'קראו גם: <a href="/x">מדוע סופרים את הדגים ביד במים הרדודים</a>',
        ),
        (
            "ja",
            "埠頭が広がる",
            (
                "港の評議会は月曜日、東の埠頭を四百メートル広げることを決めた。漁師は長年反対してきた。",
                "議長は、船が十年で三割大きくなり、荷を下ろすまで何日も待つので場所が必要だと述べた。",
            ),
            '関連記事：<a href="/x">浅瀬のうなぎは手で数える</a>',
        ),
        (
            "zh",
            "码头扩建",
            (
                "港口委员会周一决定将东码头扩建四百米，渔民多年来一直反对这项计划，认为它会毁掉浅滩。",
                "委员会主席说，十年来船只增大了三分之一，卸货之前要等上好几天，因此港口需要更多空间。",
            ),
            '相关阅读：<a href="/x">为什么浅滩的鳗鱼要用手来数</a>',
        ),
    ],
)
def test_a_story_is_read_in_any_script(
    language: str, title: str, story: tuple[str, ...], pointer: str
) -> None:
    draft = page(paragraphs(story[0], pointer, story[1]) + paragraphs(*STORY), "", title, language)
    assert draft.title == title
    assert draft.language == language
    assert texts(draft) == (*story, *STORY)


def test_a_page_for_telephones_is_read_as_any_other() -> None:
    markup = (
        '<!doctype html><html ⚡ lang="en"><head><meta charset="utf-8"><title>x</title>'
        '<style amp-boilerplate>body{animation:none}</style><script type="application/ld+json">'
        f'{{"@type": "NewsArticle", "headline": "{TITLE}"}}</script></head><body>'
        f"<article><h1>{TITLE}</h1><amp-img src='q.jpg'></amp-img>{paragraphs(*STORY[:2])}"
        f"<amp-ad>Buy a cruise</amp-ad>{paragraphs(*STORY[2:])}</article></body></html>"
    )
    draft = read(Document(name="page.html", content=markup.encode()))
    assert (draft.title, texts(draft)) == (TITLE, STORY)


def test_a_view_for_printers_set_in_a_table_is_prose_signed_by_its_author() -> None:
    story = "<br><br>".join(STORY)
    markup = (
        f"<html><head><title>{TITLE}</title></head><body><table><tr><td><b>{TITLE}</b><br>"
        f"By Ada Lindqvist and Tom Reyes<br>4 May 2026<br><br>{story}</td></tr></table></body>"
    )
    draft = read(Document(name="page.html", content=markup.encode()))
    assert texts(draft) == STORY
    assert draft.authors == ("Ada Lindqvist", "Tom Reyes")


def test_a_full_name_set_at_the_right_at_the_end_signs_where_only_the_house_is_told() -> None:
    signed = '<p style="text-align: right"><strong>Lê Phương</strong></p>'
    site = '<p>By <span itemprop="author">kestrel.news</span></p>'
    draft = page(site + paragraphs(*STORY) + signed)
    assert (draft.authors, texts(draft)) == (("Lê Phương",), STORY)


def test_what_follows_the_part_that_holds_the_story_is_left_out() -> None:
    other = "The lighthouse keeper retires after forty years of service on the northern rocks."
    draft = page(paragraphs(*STORY), f"<section><div><p>{other}</p></div></section>")
    assert texts(draft) == STORY


def test_a_refrain_far_from_itself_stays() -> None:
    refrain = STORY[0]
    told = (refrain, *STORY[1:], "Nobody at the town hall wanted to comment on it.", refrain)
    assert texts(page(paragraphs(*told))) == told


def test_a_heading_that_is_a_link_stays() -> None:
    heading = "What the court of the province ruled two weeks ago"
    draft = page(
        paragraphs(*STORY[:2]) + f'<h2><a href="/r">{heading}</a></h2>' + paragraphs(*STORY[2:])
    )
    assert texts(draft, BlockKind.HEADING) == (heading,)


def test_text_that_stands_loose_between_paragraphs_is_a_paragraph() -> None:
    draft = page(paragraphs(*STORY[:2]) + STORY[2] + paragraphs(STORY[3]))
    assert texts(draft) == STORY


def test_an_embedded_post_is_kept_though_it_lies_in_boxes_called_a_widget() -> None:
    post = (
        '<div class="widget post-embed"><div><blockquote><p>Count me.</p>&mdash; An eel (@eel)'
        ' <a href="https://a.example/1">May 4</a></blockquote></div></div>'
    )
    draft = page(paragraphs(*STORY[:2]) + post + paragraphs(*STORY[2:]))
    assert texts(draft, BlockKind.QUOTE) == ("Count me.\n— An eel (@eel) May 4",)
    assert texts(draft) == STORY


def test_paragraphs_that_each_lie_in_boxes_of_their_own_are_all_the_story() -> None:
    lead = "The eels <a href='/e'>of the shallow water</a> may stay."
    boxed = "".join(f"<div><div><p>{text}</p></div></div>" for text in (lead, *STORY))
    assert len(texts(page(f"<section>{boxed}</section>"))) == len(STORY) + 1


def test_a_story_that_was_torn_into_two_boxes_of_one_kind_is_kept_whole() -> None:
    long = paragraphs(*(f"{text} {other}" for text in STORY for other in STORY))
    draft = page(f'<div class="body">{long}</div><div class="body"><p>{STORY[0]}</p></div>')
    assert texts(draft)[-1] == STORY[0]


@pytest.mark.parametrize(
    "notice",
    [
        "If you buy something through links here, we may earn a commission.",
        "Ein Klick für den Datenschutz",
        "Members get offers from us and our partners. Read our Privacy Policy",
        "Pour afficher ce contenu, vous devez accepter les traceurs de mesure.",
        "Quelle: AFP",
    ],
)
def test_what_a_page_says_of_itself_is_left_out_with_its_reason(notice: str) -> None:
    draft = page(paragraphs(*STORY[:2], notice, *STORY[2:]))
    assert texts(draft) == STORY
    assert [each.text for each in draft.left_out if each.text == notice] == [notice]


def test_a_story_about_such_things_keeps_its_sentences() -> None:
    told = (*STORY, "“We changed our privacy policy because readers asked for it”, its chair said.")
    assert texts(page(paragraphs(*told))) == told


def test_who_else_worked_on_it_is_no_sentence_of_the_story() -> None:
    draft = page(paragraphs(*STORY, "Additional reporting by Tom Reyes"))
    assert texts(draft) == STORY


@pytest.mark.parametrize(
    "caption",
    [
        '<div class="image-description">Cranes at the eastern quay, seen from the water.</div>',
        "<p>Cranes at the eastern quay are to be moved next year. 04.05.2026 | 3:18 min</p>",
    ],
)
def test_a_caption_that_is_no_figcaption_is_told_by_its_name_or_a_films_length(
    caption: str,
) -> None:
    draft = page(paragraphs(*STORY[:2]) + caption + paragraphs(*STORY[2:]))
    assert texts(draft) == STORY
    assert len(texts(draft, BlockKind.CAPTION)) <= 1


def test_a_standfirst_is_found_under_a_heading_of_the_second_level() -> None:
    markup = (
        f"<html lang='en'><head><title>{TITLE}</title></head><body>"
        f"<header><h2>{TITLE}</h2></header>"
        f"<article><p data-part='teaserText'>Eels or ships: the court decides.</p>"
        f"{paragraphs(*STORY)}</article></body></html>"
    )
    draft = read(Document(name="page.html", content=markup.encode()))
    assert draft.dek == "Eels or ships: the court decides."
    assert texts(draft) == STORY


def test_microdata_names_the_article_its_author_and_its_days() -> None:
    markup = (
        "<html lang='en'><head><title>Kestrel</title></head><body>"
        "<article itemscope itemtype='https://schema.org/NewsArticle'>"
        f"<h2 itemprop='headline'>{TITLE}</h2>"
        "<span itemprop='author' itemscope><b itemprop='name'>Ada Lindqvist</b></span>"
        "<time itemprop='datePublished' datetime='2026-05-04T18:20:00+02:00'>4 May</time>"
        "<meta itemprop='dateModified' content='2026-05-05T07:00:00Z'>"
        f"<div itemprop='articleBody'>{paragraphs(*STORY)}</div></article></body></html>"
    )
    draft = read(Document(name="page.html", content=markup.encode()))
    assert (draft.title, draft.authors, texts(draft)) == (TITLE, ("Ada Lindqvist",), STORY)
    assert draft.published == "2026-05-04T18:20:00+02:00"
    assert draft.modified == "2026-05-05T07:00:00Z"


def test_a_page_saved_as_a_single_file_tells_where_it_came_from() -> None:
    font = f"@font-face{{src:url(data:font/woff2;base64,{'d09GMg' * 200_000})}}"
    markup = (
        "<!DOCTYPE html> <html lang='en'><!--\n Page saved as one file \n"
        " url: https://courier.example/quay \n saved date: Mon May 04 2026\n-->"
        f"<head><meta charset='utf-8'><style>{font}</style><title>{TITLE}</title></head><body>"
        f"<article><h1>{TITLE}</h1><img src='data:image/png;base64,{'A' * 2_000_000}'>"
        f"{paragraphs(*STORY)}</article></body></html>"
    )
    draft = read(Document(name="page.html", content=markup.encode()))
    assert (draft.title, draft.url, texts(draft)) == (TITLE, "https://courier.example/quay", STORY)


def test_a_short_list_between_paragraphs_is_the_storys_wherever_they_lie() -> None:
    listed = "<h2>What comes next</h2><ul><li>The court sits in May.</li><li>Work begins.</li></ul>"
    story = paragraphs(*STORY[:3]) + listed + paragraphs(STORY[3])
    draft = read(Document(name="page.html", content=f"<h1>{TITLE}</h1>{story}".encode()))
    items = [block.text for block in draft.blocks if block.kind == BlockKind.LIST_ITEM]
    assert items == ["The court sits in May.", "Work begins."]


def test_an_advertisement_of_a_fast_page_is_left_out() -> None:
    ad = "<amp-ad><div>Buy ferry tickets now and save half the price until Sunday.</div></amp-ad>"
    draft = page(paragraphs(*STORY[:2]) + ad + paragraphs(*STORY[2:]))
    assert [block.text for block in draft.blocks] == list(STORY)
    assert [out.reason for out in draft.left_out][1:] == [
        "Stands in a part of the page called “amp-ad”"
    ]


def test_a_caption_in_a_script_without_spaces_stands_at_its_picture() -> None:
    japanese = (
        "港湾評議会は火曜日、東岸壁を監視する職員を倍増することを決めた。冬の間に三度の嵐が防波堤を壊した。",
        "水先案内人は「2019年から求めてきた」と述べた。高さ41メートルのクレーンは2月12日に倒れた。",
        "評議会は費用を年420万クローネと見込み、その三分の二を州が負担する。反対派は説明を求めている。",
    )
    caption = "嵐の後の東岸壁＝2月撮影"
    figure = f"<figure><img src=x><figcaption>{caption}</figcaption></figure>"
    story = paragraphs(*japanese[:2]) + figure + paragraphs(japanese[2])
    draft = page(story, title="監視職員を倍増へ", language="ja")
    assert (BlockKind.CAPTION, caption) == draft.blocks[2]


def test_a_short_page_that_is_taken_for_one_text_keeps_its_blocks() -> None:
    short = (
        "Eels are back in the harbour.",
        "Nobody knows why.",
        "A count begins in May, it says.",
    )
    draft = page(f"{paragraphs(*short[:2])}<h2>A count</h2>{paragraphs(short[2])}")
    assert [tuple(block) for block in draft.blocks] == [
        (BlockKind.PARAGRAPH, short[0]),
        (BlockKind.PARAGRAPH, short[1]),
        (BlockKind.HEADING, "A count"),
        (BlockKind.PARAGRAPH, short[2]),
    ]
