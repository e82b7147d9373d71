"""The words of the trade: immutable records, without Qt, SQL or files."""
