"""The page of a Word document: our styles in place of the library's, A4, a numbered foot."""

from importlib.resources import files

from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from factdesk.exporters.word.writing import writable

_MARGIN = Mm(22)

#: Word 2013 and later; a lesser number makes Word say that it runs in a compatibility mode.
_WORD = "15"

#: So much of a title as fits at the foot beside the number of the page.
_LONGEST = 100

#: What the library's template holds beside what documents need: styles once more, and a picture.
_SUPERFLUOUS = ("stylesWithEffects", "thumbnail")


def lay_out(document: Document, language: str, foot: str) -> None:
    """Give the document its looks, and each page its foot."""
    _dress(document, language)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = _MARGIN
    section.bottom_margin = Mm(24)
    _number(section.footer.paragraphs[0], foot)


def _dress(document: Document, language: str) -> None:
    styles = document.styles.element
    styles[:] = parse_xml((files("factdesk.exporters.word") / "styles.xml").read_bytes())[:]
    for told in styles.iter(qn("w:lang")):
        told.set(qn("w:val"), language)
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), _WORD)
    for relations in (document.part.rels, document.part.package.rels):
        for key in [key for key, to in relations.items() if to.reltype.endswith(_SUPERFLUOUS)]:
            del relations[key]


def _number(paragraph: Paragraph, foot: str) -> None:
    """Write the foot, and which page of how many it is."""
    short = foot if len(foot) <= _LONGEST else f"{foot[: _LONGEST - 1].rstrip()}…"
    paragraph.add_run(f"{writable(short)}\t")
    for field, after in (("PAGE", " / "), ("NUMPAGES", "")):
        told = OxmlElement("w:fldSimple")
        told.set(qn("w:instr"), field)
        told.append(paragraph.add_run("1").element)
        paragraph._p.append(told)  # noqa: SLF001 - the library knows no fields
        paragraph.add_run(after)
