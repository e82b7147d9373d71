"""Comments and tracked changes of Word documents: on the very words, whatever they span."""

import io
from collections.abc import Sequence

import docx
import pytest
from docx.document import Document as WordDocument
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.importers.office_files import W, archive, w_p, word_parts

from factdesk.importers.base import Document, Draft
from factdesk.importers.claims.base import ForeignClaim, ForeignNote
from factdesk.importers.registry import read
from factdesk.text.anchors import occurrences
from factdesk.text.canonical import assemble
from factdesk.text.ink import ink

_W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
_W15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'


def draft_of(content: bytes) -> Draft:
    return read(Document(name="draft.docx", content=content))


def saved(document: WordDocument) -> bytes:
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def text_of(draft: Draft) -> str:
    return assemble(draft.blocks)[0]


def quotes(draft: Draft) -> list[str]:
    """The words of every place, each where it says that it is."""
    text = text_of(draft)
    found = []
    for claim in draft.claims:
        for place in claim.places:
            assert place.start is not None
            assert text[place.start : place.start + len(place.exact)] == place.exact
            around = f"{place.prefix}{place.exact}{place.suffix}"
            assert len(occurrences(text, around)) == 1
            found.append(place.exact)
    return found


def comment(number: int, text: str = "Sure?", more: str = "") -> str:
    return (
        f'<w:comment w:id="{number}" w:author="Ada  Quill" w:date="2026-03-04T10:05:00Z">'
        f"<w:p {more}><w:r><w:t>{text}</w:t></w:r></w:p></w:comment>"
    )


def start(number: int) -> str:
    return f'<w:commentRangeStart w:id="{number}"/>'


def stop(number: int) -> str:
    return f'<w:commentRangeEnd w:id="{number}"/>' + reference(number)


def reference(number: int) -> str:
    return f'<w:r><w:commentReference w:id="{number}"/></w:r>'


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def word_file(body: str, comments: Sequence[str] = (), **more: str) -> bytes:
    told = f"<w:comments {W} {_W14}>{''.join(comments)}</w:comments>"
    return archive(word_parts(body, comments=told, **more))


def test_a_comment_made_by_python_docx_is_a_claim_on_its_very_words() -> None:
    document = docx.Document()
    document.add_heading("The eels are back", 1)
    paragraph = document.add_paragraph("🚢 In the bay ")
    first = paragraph.add_run("41  million")
    first.bold = True
    last = paragraph.add_run(" tonnes were handled, and ")
    paragraph.add_run("nobody counted them.")
    document.add_comment([first, last], "Says who?\nAsk.", author="Ada Quill", initials="AQ")
    draft = draft_of(saved(document))
    assert quotes(draft) == ["41 million tonnes were handled, and"]
    (claim,) = draft.claims
    (note,) = claim.notes
    assert (note.author, note.text) == ("Ada Quill", "Says who?\nAsk.")
    assert note.written is not None


def test_comments_span_paragraphs_and_overlap_and_stand_in_one_another() -> None:
    document = docx.Document()
    one = document.add_paragraph("The count was made by hand, ").runs[0]
    two = document.paragraphs[0].add_run("twice.")
    three = document.add_paragraph("Then it rained for a week ", style="List Bullet").runs[0]
    four = document.paragraphs[1].add_run("and the river rose.")
    for runs in ([one, four], [two, three], [two], [two], [three, four]):
        document.add_comment(runs, "Sure?", author="Ada")
    assert quotes(draft_of(saved(document))) == [
        "The count was made by hand, twice.\n\nThen it rained for a week and the river rose.",
        "twice.\n\nThen it rained for a week",
        "twice.",
        "twice.",
        "Then it rained for a week and the river rose.",
    ]


def test_a_comment_in_a_table_and_one_across_its_cells() -> None:
    document = docx.Document()
    document.add_paragraph("Before the table stands a line of text.")
    table = document.add_table(2, 2)
    for cell, text in zip(
        table.row_cells(0) + table.row_cells(1), ("year", "eels", "2025", "12"), strict=True
    ):
        cell.text = text
    runs = [cell.paragraphs[0].runs[0] for row in table.rows for cell in row.cells]
    document.add_comment(runs[3], "Twelve?", author="Ada")
    document.add_comment([runs[1], runs[2]], "Across", author="Ada")
    assert quotes(draft_of(saved(document))) == ["eels\n2025", "12"]


PIECES = st.lists(
    st.lists(st.text("ab é🚢\u00a0\t.", min_size=1, max_size=6), min_size=1, max_size=4),
    min_size=1,
    max_size=4,
)


@settings(max_examples=60, deadline=None)
@given(PIECES, st.data())
def test_any_range_of_runs_is_found_on_its_very_letters(
    pieces: list[list[str]], data: st.DataObject
) -> None:
    texts = [text for paragraph in pieces for text in paragraph]
    first = data.draw(st.integers(0, len(texts) - 1))
    last = data.draw(st.integers(first, len(texts) - 1))
    runs = [run(text) for text in texts]
    runs[first] = start(1) + runs[first]
    runs[last] += stop(1)
    rows = iter(runs)
    body = "".join(p(*(next(rows) for _ in paragraph)) for paragraph in pieces)
    content = word_file(w_p("The story begins.") + body + w_p("The end of it."), [comment(1)])
    draft = draft_of(content)
    (place,) = draft.claims[0].places
    marked = ink("".join(texts[first : last + 1]))
    assert place.guessed is (not marked)
    if marked:
        assert ink(place.exact) == marked
        before = "The story begins." + "".join(texts[:first])
        assert ink(text_of(draft)[: place.start]) == ink(before)


def test_the_text_is_the_same_with_its_comments_and_without() -> None:
    body = (
        p(run("A "), "{0}", run(" story "), "{1}", run("of eels."), "{2}")
        + "{3}"
        + w_p("And an end.")
    )
    bare = draft_of(word_file(body.format("", "", "", "")))
    marks = (start(1), stop(1) + start(2), "", stop(2))
    commented = draft_of(word_file(body.format(*marks), [comment(1), comment(2)]))
    assert commented.blocks == bare.blocks
    assert quotes(commented) == ["story", "of eels."]


def test_ranges_between_paragraphs_and_rows_hold_what_stands_between_them() -> None:
    row = "<w:tr><w:tc>{}</w:tc></w:tr>"
    body = (
        w_p("First of all.")
        + start(1)
        + w_p("Second of all.")
        + start(2)
        + f"<w:tbl>{row.format(w_p('Third'))}{start(3)}{row.format(w_p('Fourth'))}{stop(2)}</w:tbl>"
        + stop(1)
        + w_p("Fifth of all.")
        + stop(3)
    )
    draft = draft_of(word_file(body, [comment(number) for number in (1, 2, 3)]))
    assert quotes(draft) == [
        "Second of all.\n\nThird\nFourth",
        "Third\nFourth",
        "Fourth\n\nFifth of all.",
    ]


def test_a_comment_in_a_footnote_stands_there() -> None:
    body = p(
        run("Eels were counted"), '<w:r><w:footnoteReference w:id="2"/></w:r>', run(" by hand.")
    )
    said = p(run("By "), start(1), run("Mina Okafor"), stop(1), run("."))
    note = f'<w:footnote w:id="2">{said}</w:footnote>'
    draft = draft_of(
        word_file(body, [comment(1)], footnotes=f"<w:footnotes {W}>{note}</w:footnotes>")
    )
    assert draft.blocks[-1].text == "[1] By Mina Okafor."
    assert quotes(draft) == ["Mina Okafor"]


def test_a_range_the_wrong_way_round_is_turned() -> None:
    body = p(
        run("The "), '<w:commentRangeEnd w:id="1"/>', run("big eel"), start(1), run(" is gone.")
    )
    assert quotes(draft_of(word_file(body, [comment(1)]))) == ["big eel"]


@pytest.mark.parametrize(
    "mark", [reference(1), start(1), start(1) + stop(1), '<w:commentRangeEnd w:id="1"/>']
)
def test_a_comment_at_a_point_is_on_the_word_beside_it_and_says_so(mark: str) -> None:
    draft = draft_of(word_file(p(run("The big eel"), mark, run(" is gone.")), [comment(1)]))
    assert quotes(draft) == ["eel"]
    assert draft.claims[0].places[0].guessed


def test_a_comment_on_the_title_or_nowhere_keeps_its_words() -> None:
    title = (
        '<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>'
        + start(1)
        + run("Eels")
        + stop(1)
        + "</w:p>"
    )
    draft = draft_of(word_file(title + w_p("A story of eels."), [comment(1), comment(2, "Lost")]))
    assert [[place.exact for place in claim.places] for claim in draft.claims] == [["Eels"], []]
    assert draft.claims[1].notes[0].text == "Lost"


def test_answers_are_notes_of_the_thread_and_a_settled_one_says_so() -> None:
    extended = (
        f'<w15:commentsEx {_W15}><w15:commentEx w15:paraId="A1" w15:done="1"/>'
        '<w15:commentEx w15:paraId="A2" w15:paraIdParent="A1" w15:done="1"/>'
        '<w15:commentEx w15:paraId="A3" w15:paraIdParent="A2" w15:done="0"/>'
        '<w15:commentEx w15:paraId="A4" w15:paraIdParent="A4" w15:done="0"/></w15:commentsEx>'
    )
    ids = [f'w14:paraId="A{number}"' for number in (1, 2, 3, 4)]
    told = [
        comment(n, text, ids[n - 1])
        for n, text in enumerate(("One?", "Two.", "Three.", "Four?"), 1)
    ]
    body = p(
        *(start(n) for n in (1, 2, 3)),
        run("The eel"),
        *(stop(n) for n in (1, 2, 3)),
        run(" is "),
        start(4),
        run("gone."),
        stop(4),
    )
    draft = draft_of(word_file(body, told, commentsExtended=extended))
    assert quotes(draft) == ["The eel", "gone."]
    thread, alone = ([note.text for note in claim.notes] for claim in draft.claims)
    assert thread == ["One?", "Two.", "Three.", "Resolved in the document."]
    assert alone == ["Four?"]
    assert draft.claims[0].notes[0] == ForeignNote(
        text="One?", author="Ada Quill", written="2026-03-04T10:05:00Z"
    )


def changed(kind: str, text: str, author: str = "Ed", date: str = "2026-03-04T10:05:00Z") -> str:
    tag = "delText" if kind == "del" else "t"
    return (
        f'<w:{kind} w:id="7" w:author="{author}" w:date="{date}"><w:r>'
        f'<w:{tag} xml:space="preserve">{text}</w:{tag}></w:r></w:{kind}>'
    )


def proposal(claim: ForeignClaim) -> tuple[str, str, list[str], bool]:
    assert claim.change is not None
    words = [place.exact for place in claim.places]
    return claim.change.original, claim.change.replacement, words, claim.change.made


BEGUN = run("The harbour of Kestrel Bay handled ")


@pytest.mark.parametrize(
    ("edited", "was", "made"),
    [
        (
            (changed("del", "41"), changed("ins", "42"), run(" million tonnes.")),
            ("41", "42", ["41"], False),
            ("41", "42", ["42"], True),
        ),
        (
            (changed("ins", "42"), changed("del", "41"), run(" million tonnes.")),
            ("41", "42", ["41"], False),
            ("41", "42", ["42"], True),
        ),
        (
            (run("41 "), changed("ins", "million "), run("tonnes.")),
            ("41", "41 million", ["41"], False),
            ("41", "41 million", ["41 million"], True),
        ),
        (
            (changed("ins", "about "), run("41 tonnes.")),
            ("handled", "handled about", ["handled"], False),
            ("handled", "handled about", ["handled about"], True),
        ),
        (
            (run("41 "), changed("del", "million "), run("tonnes.")),
            ("million", "", ["million"], False),
            ("41 million", "41", ["41"], True),
        ),
        (
            (run("41 tonne"), changed("ins", "s"), run(" of it.")),
            ("tonne", "tonnes", ["tonne"], False),
            ("tonne", "tonnes", ["tonnes"], True),
        ),
    ],
)
def test_a_tracked_change_is_a_proposal_for_the_words_as_they_were_or_made_in_those_of_today(
    edited: tuple[str, ...], was: object, made: object
) -> None:
    draft = draft_of(word_file(p(BEGUN, *edited)))
    (claim,) = draft.claims
    assert proposal(claim) == was
    assert claim.otherwise is not None
    assert proposal(claim.otherwise) == made


def test_changes_of_one_hand_side_by_side_are_one_and_those_of_two_hands_are_two() -> None:
    edits = changed("del", "41"), changed("ins", "42", "Flo"), changed("del", "2", "Flo")
    draft = draft_of(word_file(p(BEGUN, *edits, run(" million tonnes."))))
    assert [proposal(claim)[:2] for claim in draft.claims] == [("41", ""), ("2", "42")]


def test_what_one_put_in_and_another_took_out_again_was_never_there() -> None:
    inner = changed("del", "some ", "Flo")
    nested = f'<w:ins w:id="8" w:author="Ed">{inner}{run("forty ")}</w:ins>'
    draft = draft_of(word_file(p(BEGUN, nested, run("tonnes."))))
    assert text_of(draft).endswith("handled forty tonnes.")
    (claim,) = draft.claims
    assert proposal(claim)[:2] == ("handled", "handled forty")


def test_paragraphs_that_were_split_joined_or_moved_are_read_as_they_are_and_were() -> None:
    mark = '<w:pPr><w:rPr><w:{} w:id="9" w:author="Ed"/></w:rPr></w:pPr>'
    body = (
        p(mark.format("ins"), run("The first half"))
        + p(run(" and the second half. "), changed("moveFrom", "Moved away."))
        + p(mark.format("del"), run("The end of one "))
        + p(run("story. "), changed("moveTo", "Moved away."))
    )
    draft = draft_of(word_file(body))
    assert text_of(draft).split("\n\n") == [
        "The first half", "and the second half.", "The end of one story. Moved away.",
    ]  # fmt: skip
    away, back = draft.claims
    assert proposal(away)[:2] == ("Moved away.", "")
    assert proposal(back)[:2] == ("story.", "story. Moved away.")


def test_a_comment_on_deleted_words_keeps_them() -> None:
    body = p(
        run("It rained "), start(1), changed("del", "cats and "), stop(1), run("dogs all day.")
    )
    draft = draft_of(word_file(body, [comment(1)]))
    (claim,) = (claim for claim in draft.claims if claim.notes)
    assert claim.otherwise is not None
    assert [place.exact for place in claim.otherwise.places] == ["cats and"]
