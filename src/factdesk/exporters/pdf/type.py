"""The type of a PDF: fonts that come with the program, and text safe for the library's markup.

The fonts hold Latin, Greek, Cyrillic and the signs of the scales. Chinese, Japanese and Korean are
set in the fonts that every reader program knows by name; whatever else has no glyph shows as □.
"""

import re
from functools import cache
from html import escape
from importlib.resources import as_file, files

from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont

from factdesk.exporters.escape import visible

BODY, BOLD, ITALIC = "DejaVuSans", "DejaVuSans-Bold", "DejaVuSans-Oblique"

#: A run in a script that no font of ours has, by the font that readers have for it.
_FAR_EAST = re.compile(
    "(?P<japanese>[\u3040-\u30ff\uff66-\uff9f]+)"
    "|(?P<korean>[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]+)"
    "|(?P<chinese>[\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uff65]+)"
)
_NAMES = {
    "japanese": "HeiseiMin-W3",
    "korean": "HYSMyeongJo-Medium",
    "chinese": "STSong-Light",
}

_NO_GLYPH = "\u25a1"


@cache
def glyphs() -> frozenset[int]:
    """Load the fonts, and tell which code points have a glyph in them."""
    for name in (BODY, BOLD, ITALIC):
        with as_file(files("factdesk.exporters.pdf") / "fonts" / f"{name}.ttf") as path:
            pdfmetrics.registerFont(TTFont(name, str(path)))
    for bold, italic, name in ((0, 0, BODY), (1, 0, BOLD), (0, 1, ITALIC), (1, 1, BOLD)):
        addMapping(BODY, bold, italic, name)
    for name in _NAMES.values():
        pdfmetrics.registerFont(UnicodeCIDFont(name))
    return frozenset(pdfmetrics.getFont(BODY).face.charToGlyph)


def marked_up(text: str) -> str:
    """Write a text that stays text; its line breaks are seen, and no sign is left without form."""
    text = visible(text).replace("\t", " ")
    if {ord(sign) for sign in set(text)} - {10} <= glyphs():
        return escape(text, quote=False).replace("\n", "<br/>")
    return "".join(_runs(text)).replace("\n", "<br/>")


def _runs(text: str) -> list[str]:
    runs, reached = [], 0
    for found in _FAR_EAST.finditer(text):
        runs.append(_ours(text[reached : found.start()]))
        runs.append(f'<font name="{_NAMES[found.lastgroup or ""]}">{found[0]}</font>')
        reached = found.end()
    return [*runs, _ours(text[reached:])]


def _ours(text: str) -> str:
    known = glyphs()
    there = (sign if ord(sign) in known or sign == "\n" else _NO_GLYPH for sign in text)
    return escape("".join(there), quote=False)
