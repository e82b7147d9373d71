"""Dresses a version's text for reading without moving a single position of it."""

import re
from itertools import groupby, zip_longest

from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextListFormat,
    QTextOption,
)

from factdesk.model.article import Version
from factdesk.model.span import Block, BlockKind
from factdesk.text.utf16 import Utf16Map
from factdesk.ui.widgets.reading import Reading

_BREAK_WITHIN = re.compile(r"(?<!\n)\n(?!\n)")
_GAP = re.compile(r"(?<=\n)\n")
_SIZES = {
    BlockKind.HEADING: 1.3,
    BlockKind.DEK: 1.0,
    BlockKind.CAPTION: 0.8,
    BlockKind.TABLE: 0.86,
}


class ArticleDress:
    """Writes a version into a document: one formatted text block a block, a thin one in between."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._text = ""
        self._blocks: tuple[Block, ...] = ()
        self.positions = Utf16Map("")

    def take(self, version: Version) -> str:
        """Return the text to be put into the document, position for position.

        A line break within a block becomes one that stays within its text block.
        """
        self._text, self._blocks = version.text, version.blocks
        self.positions = Utf16Map(version.text)
        return _BREAK_WITHIN.sub("\u2028", version.text)

    def wear(self, reading: Reading) -> None:
        """Format all blocks: letters, sizes and distances by the reading."""
        self._document.setDefaultFont(reading.font())
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setCharFormat(QTextCharFormat())
        cursor.setBlockFormat(_lines(reading))
        self._narrow_gaps(cursor, reading)
        for kind, blocks in groupby(self._blocks, key=lambda block: block.kind):
            if kind is not BlockKind.PARAGRAPH:
                for block in blocks:
                    self._dress(cursor, block, reading)
        cursor.endEditBlock()

    def _narrow_gaps(self, cursor: QTextCursor, reading: Reading) -> None:
        gap = QTextBlockFormat()
        height = QFontMetricsF(reading.font()).height() * 0.62
        gap.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        for match in _GAP.finditer(self._text):
            cursor.setPosition(self.positions.to_utf16(match.start()))
            cursor.setBlockFormat(gap)

    def _dress(self, cursor: QTextCursor, block: Block, reading: Reading) -> None:
        cursor.setPosition(self.positions.to_utf16(block.start))
        cursor.setPosition(self.positions.to_utf16(block.stop), QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(_letters(block.kind, reading))
        em = QFontMetricsF(reading.font()).height()
        if block.kind is BlockKind.TABLE:
            rows = self._text[block.start : block.stop].split("\n")
            cursor.setBlockFormat(_table(rows, reading))
        else:
            cursor.setBlockFormat(_lines(reading, block.kind, em))
        if block.kind is BlockKind.LIST_ITEM:
            _bullet(cursor)


def _lines(
    reading: Reading, kind: BlockKind = BlockKind.PARAGRAPH, em: float = 0.0
) -> QTextBlockFormat:
    lines = QTextBlockFormat()
    lines.setLineHeight(reading.leading, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if kind is BlockKind.QUOTE:
        lines.setLeftMargin(1.6 * em)
        lines.setRightMargin(1.6 * em)
    elif kind is BlockKind.HEADING:
        lines.setTopMargin(0.6 * em)
        lines.setHeadingLevel(2)
    return lines


def _letters(kind: BlockKind, reading: Reading) -> QTextCharFormat:
    letters = QTextCharFormat()
    letters.setFontPointSize(reading.font().pointSizeF() * _SIZES.get(kind, 1.0))
    if kind is BlockKind.HEADING:
        letters.setFontWeight(QFont.Weight.Bold)
    elif kind is BlockKind.QUOTE:
        letters.setFontItalic(True)
    elif kind in {BlockKind.CAPTION, BlockKind.DEK}:
        letters.setFontFamilies(reading.other_font().families())
    return letters


def _table(rows: list[str], reading: Reading) -> QTextBlockFormat:
    """Set tab stops so that the columns of tab-separated rows stand below one another."""
    font = reading.font()
    font.setPointSizeF(font.pointSizeF() * _SIZES[BlockKind.TABLE])
    metrics = QFontMetricsF(font)
    columns = zip_longest(*(row.split("\t") for row in rows), fillvalue="")
    widths = [max(map(metrics.horizontalAdvance, column)) for column in columns]
    stops, at = [], 0.0
    for width in widths[:-1]:
        at += width + metrics.height()
        stops.append(QTextOption.Tab(at, QTextOption.TabType.LeftTab))
    lines = _lines(reading)
    lines.setTabPositions(stops)
    return lines


def _bullet(cursor: QTextCursor) -> None:

    style = QTextListFormat()
    style.setStyle(QTextListFormat.Style.ListDisc)
    style.setIndent(1)
    cursor.createList(style)
