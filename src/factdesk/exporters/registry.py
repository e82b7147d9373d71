"""Which formats there are; a format's own library is loaded when it is first written."""

from importlib import import_module
from typing import NamedTuple

from factdesk.errors import ExportFailed
from factdesk.exporters.base import Exporter
from factdesk.exporters.templates.registry import Template
from factdesk.model.report import Part


class Format(NamedTuple):
    """A format: its name for scripts, what users read, the suffix of its files, its exporter.

    ``place`` is ``module:Class`` within this package. A ``whole`` one writes the article's records
    as they lie on the desk, and needs a report that holds them. A ``worded`` one is written in a
    language, and can hold each of the three documents alone.
    """

    name: str
    title: str
    suffix: str
    place: str
    whole: bool = False
    worded: bool = False

    @property
    def is_read(self) -> bool:
        """Tell whether people read it, alone or packed with the others."""
        return self.worded or self.name == PACKAGE

    def single(self, name: str, reference: str) -> str:
        """Name the file of one claim after that of all."""
        return f"{name.removesuffix(self.suffix)}.{reference.lower()}{self.suffix}"

    def load(self, part: Part | None = None) -> Exporter:
        """Load the exporter of a document, and with it the library it writes with.

        Raises:
            ExportFailed: if the library is not installed, or the format holds no such document.
        """
        module, _, name = self.place.partition(":")
        if part and not self.worded:
            raise ExportFailed(
                f"{self.title} is no form of a report, an annotated copy or a memo.",
                f"Choose one of: {', '.join(one.name for one in _FORMATS if one.worded)}.",
                kind="no_such_document",
            )
        try:
            kind = getattr(import_module(f"factdesk.exporters.{module}"), name)
            made: Exporter = kind(part) if self.worded else kind()
        except ModuleNotFoundError as error:
            raise ExportFailed(
                f"{self.title} cannot be written: {error.name} is not installed.",
                "Install Factdesk again, with all that it needs.",
                kind="library_missing",
            ) from error
        return made


#: What holds all the others.
PACKAGE = "zip"

#: The one to offer first at the front.
_FORMATS = (
    Format("md", "Markdown", ".md", "markdown:MarkdownExporter", worded=True),
    Format("html", "Web page (HTML)", ".html", "html.page:HtmlExporter", worded=True),
    Format("docx", "Word (DOCX)", ".docx", "word.document:DocxExporter", worded=True),
    Format("pdf", "PDF", ".pdf", "pdf.document:PdfExporter", worded=True),
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
    Format(PACKAGE, "Hand-over package (zip)", ".zip", "handover:ZipExporter", whole=True),
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


def laid_out(layout: Template) -> Exporter:
    """Load the exporter of a template.

    Raises:
        ExportFailed: if the library that carries templates out is not installed.
    """
    try:
        module = import_module("factdesk.exporters.templates.writing")
    except ModuleNotFoundError as error:
        raise ExportFailed(
            f"No template can be carried out: {error.name} is not installed.",
            "Install Factdesk again, with all that it needs.",
            kind="library_missing",
        ) from error
    made: Exporter = module.TemplateExporter(layout)
    return made


def exporter(name: str) -> Exporter:
    """Load the exporter of a format.

    Raises:
        ExportFailed: if there is no such format, or its library is not installed.
    """
    return format_named(name).load()
