"""The sources as BibTeX, in UTF-8, with what TeX would take for commands made harmless."""

import re
from collections import Counter
from collections.abc import Iterator

from factdesk.exporters.base import Exporter
from factdesk.exporters.escape import visible
from factdesk.exporters.tally import Uses, accessed, uses
from factdesk.model.report import Report
from factdesk.model.source import Source
from factdesk.text.slugs import slug

_TYPES = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "paper-conference": "inproceedings",
    "thesis": "phdthesis",
    "report": "techreport",
}

#: Where each type keeps the name of what the source stands in, and of who issued it.
_CONTAINERS = {"article": "journal", "incollection": "booktitle", "inproceedings": "booktitle"}
_ISSUERS = {"techreport": "institution", "phdthesis": "school"}

_SPECIAL = re.compile(r"[\\{}&%$#_~^]")
_COMMANDS = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}

#: What an address may not hold where it is taken to the letter.
_IN_ADDRESS = {"{": "%7B", "}": "%7D", "\\": "%5C"}


class BibtexExporter(Exporter):
    """Writes an entry for each source, under a key made of its author, year and title."""

    def render(self, report: Report) -> bytes:
        """Write the report."""
        used, keyed = uses(report), zip(_keys(report.sources), report.sources, strict=True)
        entries = (_entry(key, source, used[n]) for n, (key, source) in enumerate(keyed, 1))
        return "\n".join(entries).encode()


def _entry(key: str, source: Source, used: Uses) -> str:
    kind = _TYPES.get(source.type, "misc")
    fields = ",\n".join(f"  {name} = {{{value}}}" for name, value in _fields(source, kind))
    seen = accessed(used)
    note = f",\n  urldate = {{{seen}}}" if seen else ""
    return f"@{kind}{{{key},\n{fields}{note}\n}}\n"


def _fields(source: Source, kind: str) -> Iterator[tuple[str, str]]:
    year, month, day = (*(source.issued or "").split("-"), "", "")[:3]
    told = [
        ("title", f"{{{_text(source.title)}}}" if source.title.strip() else ""),
        ("author", " and ".join(f"{{{_text(name)}}}" for name in source.authors if name.strip())),
        (_CONTAINERS.get(kind, "howpublished"), _text(source.container)),
        (_ISSUERS.get(kind, "publisher"), _text(source.publisher)),
        ("year", year),
        ("month", month.lstrip("0")),
        ("day", day.lstrip("0")),
        ("doi", _address(source.doi)),
        ("url", _address(source.url)),
    ]
    yield from ((name, value) for name, value in told if value)


def _text(text: str) -> str:
    plain = " ".join(visible(text).split())
    return _SPECIAL.sub(lambda sign: _COMMANDS.get(sign[0], f"\\{sign[0]}"), plain)


def _address(url: str) -> str:
    return "".join(_IN_ADDRESS.get(sign, sign) for sign in "".join(visible(url).split()))


def _keys(sources: tuple[Source, ...]) -> list[str]:
    """Make the keys; of two alike the second gets a number."""
    seen: Counter[str] = Counter()
    keys: list[str] = []
    for source in sources:
        author = slug((source.authors or (source.publisher or source.container,))[0]).split("-")[-1]
        word = slug(source.title).split("-")[0]
        key = f"{author}{(source.issued or '')[:4]}{word}"
        seen[key] += 1
        keys.append(f"{key}:{seen[key]}" if seen[key] > 1 else key)
    return keys
