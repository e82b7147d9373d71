from tests.importers.pages import PAGE, PARAGRAPHS

from factdesk.importers.base import Document, Draft, DraftLeftOut
from factdesk.importers.registry import read
from factdesk.model.span import BlockKind

REASON = "Not taken for a part of the story"
FACTS = """<aside class="facts"><h4>The harbour in short</h4><ul><li>Founded 1684</li>
<li>212 cranes</li><li>Depth 17 metres at the lowest tide of the year</li></ul></aside>"""
HIDDEN = "Only a machine may read this sentence of the page, and nobody else ever."


def page(between: str) -> Draft:
    """Read the page with something between its first two paragraphs."""
    first = f"<p>{PARAGRAPHS[0]}</p>"
    markup = PAGE.replace(first, f"{first}\n{between}")
    return read(Document(name="page.html", content=markup.encode()))


def left_out(between: str) -> list[DraftLeftOut]:
    plain = page("").left_out
    return [block for block in page(between).left_out if block not in plain]


def test_a_box_that_was_never_taken_for_the_story_is_one_block_at_its_place() -> None:
    (box,) = left_out(FACTS)
    assert box.text.split("\n") == [
        "The harbour in short",
        "Founded 1684",
        "212 cranes",
        "Depth 17 metres at the lowest tide of the year",
    ]
    assert box.reason == "Stands in a part of the page called “aside”"
    assert page(FACTS).blocks[box.before - 1].text == PARAGRAPHS[0]


def test_a_box_without_a_telling_name_is_only_said_not_to_be_of_the_story() -> None:
    figure = "<figure><span>Harbour dues rose by nine per cent in the same year.</span></figure>"
    (box,) = left_out(figure)
    assert box.reason == REASON
    assert box.text == "Harbour dues rose by nine per cent in the same year."


def test_the_rows_of_a_table_stay_rows() -> None:
    rows = (("Year", "Tonnes handled"), ("1972", "12 million"), ("2025", "41 million"))
    cells = "".join(f"<tr>{''.join(f'<td>{each}</td>' for each in row)}</tr>" for row in rows)
    (box,) = left_out(f"<aside><table>{cells}</table></aside>")
    assert box.kind == BlockKind.TABLE
    assert box.text == "\n".join("\t".join(row) for row in rows)


def test_what_no_reader_sees_or_only_points_elsewhere_is_not_listed() -> None:
    menu = "".join(
        f'<li><a href="/{n}">Another story of the harbour, part {n}</a></li>' for n in "ab"
    )
    silent = (
        f'<aside hidden><span>{HIDDEN}</span></aside><aside style="display: none">{HIDDEN}</aside>'
        f'<aside class="sr-only">{HIDDEN}</aside><nav><p>{HIDDEN}</p></nav><form>{HIDDEN}</form>'
        f"<aside><ul>{menu}</ul></aside><aside><p>Share</p></aside>"
    )
    assert left_out(silent) == []


def test_what_repeats_the_story_is_not_listed() -> None:
    assert left_out(f"<aside>{PARAGRAPHS[2][:60]}</aside>") == []


def test_the_text_is_the_same_whatever_is_listed() -> None:
    assert page(FACTS).blocks == page("").blocks


def test_of_a_page_with_boxes_without_end_500_are_looked_into_at_most() -> None:
    boxes = "".join(f"<aside><p>Harbour dues rose in the year {n}.</p></aside>" for n in range(600))
    assert 490 < len(left_out(boxes)) <= 500
