"""Small PDFs, written by hand: text at places, in a font of one width."""

from collections.abc import Sequence
from itertools import cycle
from textwrap import wrap
from typing import NamedTuple

WIDTH, HEIGHT = 595, 842
_CHARACTER = 0.6  # of the font's size


class Text(NamedTuple):
    """A piece of text and the place where it begins, in points from the lower left corner."""

    x: float
    y: float
    text: str
    size: float = 10


Page = Sequence[Text]


#: Letters of this font that stand for Hebrew ones, in the order of the alphabet's code points.
_HEBREW = {0x5D0 + i: chr(0xC0 + i) for i in range(27)}


def hebrew(text: str) -> str:
    """Write Hebrew in the letters of the font."""
    return text.translate(_HEBREW)


def pdf(pages: Sequence[Page], info: str = "", trailer: str = "", catalog: str = "") -> bytes:
    """Write a PDF; ``info`` holds entries of its information dictionary."""
    letters = "".join(f"/afii{57664 + i}" for i in range(27))
    font = (
        "<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding<</Type/Encoding"
        "/BaseEncoding/WinAnsiEncoding/Differences[1/fi 2/hyphen"
        f" 192{letters}]>>"
        "/FirstChar 1/LastChar 1/Widths[1200]>>"  # a ligature is as wide as its letters
    )
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        f"<</Type/Catalog/Pages 2 0 R{catalog}>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
        font,
    ]
    for number, page in enumerate(pages):
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Contents {5 + 2 * number}"
            " 0 R/Resources<</Font<</F 3 0 R>>>>>>"
        )
        content = "".join(map(_shown, page))
        objects.append(f"<</Length {len(content)}>>stream\n{content}\nendstream")
    objects.append(f"<<{info}>>")
    return raw_pdf(objects, f"/Info {len(objects)} 0 R{trailer}")


def raw_pdf(objects: Sequence[str], trailer: str = "") -> bytes:
    """Write objects with a table of their places; the first is the catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{each}\nendobj\n".encode("cp1252")
    start = len(out)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    ending = f"trailer<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n"
    out += ending.encode()
    return bytes(out)


def columns(
    paragraphs: Sequence[str],
    *,
    edges: Sequence[float] = (50, 320),
    width: int = 36,
    top: float = 760,
    rows: int = 20,
    indent: int = 2,
    space: float = 0,
) -> list[Page]:
    """Set paragraphs in columns, page after page, as many rows to a column."""
    lines: list[tuple[int, str]] = []
    for paragraph in paragraphs:
        wrapped = wrap(" " * indent + paragraph, width, drop_whitespace=True)
        lines += [(indent if i == 0 else 0, line.strip()) for i, line in enumerate(wrapped)]
        if space:
            lines.append((-1, ""))
    pages: list[list[Text]] = []
    places = cycle(edges)
    for start in range(0, len(lines), rows):
        edge = next(places)
        if edge == edges[0]:
            pages.append([])
        y = top
        for shift, line in lines[start : start + rows]:
            y -= space if shift < 0 else 13
            if line:
                pages[-1].append(Text(edge + shift * 10 * _CHARACTER, y, line))
    return list(pages)


def _shown(text: Text) -> str:
    escaped = text.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F {text.size} Tf {text.x} {text.y} Td ({escaped}) Tj ET\n"
