"""Write a desk's rows as SQL, to keep a desk of the schema it has: ``dump.py DESK > 0007.sql``."""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing


def rows(connection: sqlite3.Connection) -> Iterator[str]:
    """Give an INSERT for every row that the program wrote; triggers write the rest."""
    tables = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        " AND name <> 'reference' AND sql NOT LIKE '%VIRTUAL%' ORDER BY rowid"
    )
    for (name,) in tables.fetchall():
        if "_search" in name or "_memory" in name:
            continue
        values = connection.execute(f"SELECT * FROM {name}")  # noqa: S608 - a name of ours
        columns = [column[0] for column in values.description]
        quoted = ", ".join(f"quote({column})" for column in columns)
        for row in connection.execute(f"SELECT {quoted} FROM {name}").fetchall():  # noqa: S608
            yield f"INSERT INTO {name} ({', '.join(columns)})\nVALUES ({', '.join(row)});\n"


if __name__ == "__main__":
    with closing(sqlite3.connect(sys.argv[1])) as desk:
        sys.stdout.writelines(rows(desk))
