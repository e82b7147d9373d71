"""Small documents of office programs, made by hand for tests."""

import io
import zipfile

from tests.importers.pages import CAPTION, PARAGRAPHS, TITLE

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_RELS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_ODF = "".join(
    f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table", "style", "meta")
) + (
    ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def archive(parts: dict[str, str | bytes]) -> bytes:
    """Pack a ZIP."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return packed.getvalue()


def w_p(text: str, style: str = "") -> str:
    """Write a paragraph as Word does."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}<w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"


def word_parts(body: str, **more: str) -> dict[str, str | bytes]:
    """Write the parts of a Word document around its body."""
    styles = {
        "Title": "Title", "Subtitle": "Subtitle", "Heading2": "heading 2", "Quote": "Quote",
        "Caption": "caption",
    }  # fmt: skip
    styled = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in styles.items()
    )
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats'
        f'-officedocument.wordprocessingml.{name}+xml"/>'
        for name in ("styles", "footnotes", "numbering", "comments")
    )
    related = "".join(
        f'<Relationship Id="r{name}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>'
        for name in ("styles", "footnotes", "numbering", "comments")
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default'
        ' Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml"'
        ' ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document'
        f'.main+xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships {_RELS}><Relationship Id="r1" Type="{_OFFICE}'
        '/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f"<Relationships {_RELS}>{related}</Relationships>",
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {W}>{styled}</w:styles>",
        "word/footnotes.xml": f"<w:footnotes {W}/>",
        "word/comments.xml": f"<w:comments {W}/>",
        "word/numbering.xml": f'<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:lvl'
        ' w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1">'
        '<w:abstractNumId w:val="0"/></w:num></w:numbering>',
        "docProps/core.xml": f'<c:coreProperties xmlns:c="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        "<dc:title>Untitled</dc:title><dc:creator>Ada Lindqvist; Tom Reyes</dc:creator>"
        "<dcterms:created>2026-05-04T16:20:00Z</dcterms:created><dcterms:modified>"
        "2026-05-05T07:00:00Z</dcterms:modified><dc:language>en-GB</dc:language>"
        "</c:coreProperties>",
        **{f"word/{name}.xml": content for name, content in more.items()},
    }


def word() -> bytes:
    """Write the story as a Word document with everything in it that needs care."""
    item = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    row = "<w:tr>" + "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>" * 2 + "</w:tr>"
    body = (
        w_p(TITLE, "Title")
        + w_p("What the count says.", "Subtitle")
        + f"<w:p><w:r><w:t>{PARAGRAPHS[0]}</w:t></w:r>"
        + '<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
        + w_p(CAPTION, "Caption")
        + w_p("Doubled crews", "Heading2")
        + w_p(PARAGRAPHS[2], "Quote")
        + f"{item}<w:r><w:t>first the small ones</w:t></w:r></w:p>"
        + f"<w:tbl>{row.format('year', 'eels')}{row.format('2025', '12')}</w:tbl>"
        + f'<w:p><w:r><w:t xml:space="preserve">{PARAGRAPHS[3]} </w:t></w:r><w:ins w:id="5"'
        + ' w:author="E"><w:r><w:t>Added.</w:t></w:r></w:ins><w:del w:id="6" w:author="E"><w:r>'
        + "<w:delText>Gone.</w:delText></w:r></w:del></w:p>"
    )
    return archive(
        word_parts(
            body,
            footnotes=f'<w:footnotes {W}><w:footnote w:id="2"><w:p><w:r><w:t>Counted by hand.'
            "</w:t></w:r></w:p></w:footnote></w:footnotes>",
            comments=f'<w:comments {W}><w:comment w:id="9" w:author="E"><w:p><w:r><w:t>Sure?'
            "</w:t></w:r></w:p></w:comment></w:comments>",
        )
    )


def odt_parts(body: str, **more: str) -> dict[str, str | bytes]:
    """Write the parts of an OpenDocument text around its body."""
    styles = "".join(
        f'<style:style style:name="{name}" style:family="paragraph"'
        f' style:parent-style-name="{parent}"/>'
        for name, parent in (("P1", "Title"), ("P2", "Quotations"), ("P3", "Illustration"))
    )
    return {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content{_ODF}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>",
        "meta.xml": f"<office:document-meta{_ODF}><office:meta><dc:title>A template</dc:title>"
        "<meta:initial-creator>Ada Lindqvist</meta:initial-creator><dc:creator>Ed</dc:creator>"
        "<meta:creation-date>2026-05-04T18:20:00</meta:creation-date>"
        "<dc:date>2026-05-05T07:00:00</dc:date><dc:language>en-GB</dc:language>"
        "</office:meta></office:document-meta>",
        **more,
    }


def odt() -> bytes:
    """Write the story as an OpenDocument text."""
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>Counted by hand.</text:p></text:note-body></text:note>"
    )
    row = "<table:table-row>" + (
        "<table:table-cell><text:p>{}</text:p></table:table-cell>" * 2 + "</table:table-row>"
    )
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Gone.</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
        f'<text:p text:style-name="P1">{TITLE}</text:p>'
        f"<text:p>{PARAGRAPHS[0]}{note}<office:annotation><text:p>Sure?</text:p>"
        "</office:annotation></text:p>"
        f'<text:p><draw:frame><draw:text-box><text:p text:style-name="P3">{CAPTION}</text:p>'
        "</draw:text-box></draw:frame></text:p>"
        '<text:h text:outline-level="2">Doubled crews</text:h>'
        f'<text:p text:style-name="P2">{PARAGRAPHS[2]}</text:p>'
        "<text:list><text:list-item><text:p>first<text:s text:c='2000000000'/>the small<text:tab/>"
        "ones<text:line-break/>then more</text:p></text:list-item></text:list>"
        f"<table:table>{row.format('year', 'eels')}{row.format('2025', '12')}</table:table>"
    )
    return archive(odt_parts(body))


def epub(
    chapter: str = "", declaration: str = "<!DOCTYPE html>", heading: str = "h2", sheet: str = ""
) -> bytes:
    """Write the story as a book of two chapters and a table of contents."""
    opened, closed = f"<{heading}>", f"</{heading.split(maxsplit=1)[0]}>"
    page = '<?xml version="1.0"?>{}<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head>'
    page = page.format(declaration) + "<body>{}</body></html>"
    items = "".join(
        f'<item id="{name}" href="{name}%20page.xhtml" media-type="application/xhtml+xml"{more}/>'
        for name, more in (("nav", ' properties="nav"'), ("two", ""), ("one", ""))
    )
    spine = "".join(f'<itemref idref="{name}"/>' for name in ("nav", "one", "two"))
    return archive(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:'
            'container"><rootfiles><rootfile full-path="book/content.opf"/></rootfiles>'
            "</container>",
            "book/content.opf": '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://'
            f'purl.org/dc/elements/1.1/"><metadata><dc:title>{TITLE}</dc:title><dc:creator>Ada'
            " Lindqvist</dc:creator><dc:creator>Tom Reyes</dc:creator><dc:language>en</dc:language>"
            f"<dc:date>2026-05-04</dc:date></metadata><manifest>{items}</manifest><spine>{spine}"
            "</spine></package>",
            "book/style.css": sheet,
            "book/nav page.xhtml": page.format("<p>Contents</p>"),
            "book/one page.xhtml": page.format(
                f"{opened}One{closed}<p>{PARAGRAPHS[0]}</p><p>a&nbsp;b</p>{chapter}"
            ),
            "book/two page.xhtml": page.format(f"{opened}Two{closed}<p>{PARAGRAPHS[1]}</p>"),
        }
    )


RTF = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Times;}}"
    r"{\stylesheet{\s1\outlinelevel0 heading 1;}}"
    r"{\info{\title Eels return}{\author Ada Lindqvist}{\creatim\yr2026\mo5\dy4\hr18\min20}}"
    r"{\pict\pngblip 89504e470d0a1a0a}"
    r"\pard\plain\s1\outlinelevel0 {Eels return\par}"
    r"\pard\plain The eels \uc1\u8220?return\u8221? to the quay: \'e9l\'e8ve \u-10179?\u-8704?.\par"
    r"\pard\plain\s2\outlinelevel1 The count\par"
    r"\pard\plain Nobody had {\b expected} it.\par}"
)
