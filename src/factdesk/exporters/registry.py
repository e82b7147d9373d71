"""Which formats there are; a format's own library is loaded when it is first written."""

from importlib import import_module
from typing import NamedTuple

from factdesk.errors import ExportFailed
from factdesk.exporters.base import Exporter


class Format(NamedTuple):
    """A format: its name for scripts, what users read, the suffix of its files, its exporter.

    ``place`` is ``module:Class`` within this package. A ``whole`` one writes the article's records
    as they lie on the desk, and needs a report that holds them.
    """

    name: str
    title: str
    suffix: str
    place: str
    whole: bool = False

    def load(self) -> Exporter:
        """Load the exporter, and with it the library it writes with.

        Raises:
            ExportFailed: if the library is not installed.
        """
        module, _, name = self.place.partition(":")
        try:
            made: Exporter = getattr(import_module(f"factdesk.exporters.{module}"), name)()
        except ModuleNotFoundError as error:
            raise ExportFailed(
                f"{self.title} cannot be written: {error.name} is not installed.",
                "Install Factdesk again, with all that it needs.",
                kind="library_missing",
            ) from error
        return made


#: The one to offer first at the front.
_FORMATS = (
    Format("md", "Fact-check report (Markdown)", ".md", "markdown:MarkdownExporter"),
    Format("html", "Report and annotated copy (web page)", ".html", "html.page:HtmlExporter"),
    Format(
        "docx", "Article with comments, and report (Word)", ".docx", "word.document:DocxExporter"
    ),
    Format("pdf", "Report and annotated copy (PDF)", ".pdf", "pdf.document:PdfExporter"),
    Format("json", "Article for another desk (JSON)", ".json", "package:JsonExporter", whole=True),
    Format(
        "claimreview",
        "ClaimReview (JSON-LD)",
        ".claimreview.json",
        "claimreview:ClaimReviewExporter",
    ),
    Format(
        "webannotation",
        "W3C Web Annotations (JSON-LD)",
        ".annotations.json",
        "webannotation:WebAnnotationExporter",
    ),
    Format("csv", "Table of claims (CSV)", ".csv", "separated:CsvExporter"),
    Format(
        "csv-evidence", "Table of evidence (CSV)", ".evidence.csv", "separated:EvidenceCsvExporter"
    ),
    Format("xlsx", "Claims and evidence (Excel)", ".xlsx", "workbook:XlsxExporter"),
    Format("csl", "Sources (CSL-JSON)", ".csl.json", "csl:CslExporter"),
    Format("ris", "Sources (RIS)", ".ris", "ris:RisExporter"),
    Format("bibtex", "Sources (BibTeX)", ".bib", "bibtex:BibtexExporter"),
    Format("zip", "Hand-over package (zip)", ".zip", "handover:ZipExporter", whole=True),
)


def exporters() -> dict[str, Format]:
    """Give every format by its name, the one to offer first at the front."""
    return {known.name: known for known in _FORMATS}


def format_named(name: str) -> Format:
    """Find a format by its name.

    Raises:
        ExportFailed: if there is none; the advice names those there are.
    """
    known = exporters()
    if name not in known:
        raise ExportFailed(
            f"There is no export format “{name}”.",
            f"Choose one of: {', '.join(known)}.",
            kind="unknown_format",
        )
    return known[name]


def exporter(name: str) -> Exporter:
    """Load the exporter of a format.

    Raises:
        ExportFailed: if there is no such format, or its library is not installed.
    """
    return format_named(name).load()
