"""Texts in the cells of a table that no spreadsheet takes for a formula, and back.

A spreadsheet takes a cell for a formula by its first sign. Such a cell gets an apostrophe in front,
which spreadsheets understand as “this is text”; so does one that has one there already.
"""

#: What begins a formula, in some program or other; full-width signs are read as the common ones.
_FORMULA = frozenset("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")

#: How a text begins that may need it; any other is harmless.
DOUBTFUL = _FORMULA | {"'", " "}


def harmless(text: str) -> str:
    """Write a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.lstrip("' ")[:1] in _FORMULA else text


def unharmed(cell: str) -> str:
    """Read a text that was written so."""
    return cell[1:] if cell.startswith("'") and harmless(cell[1:]) == cell else cell
