"""A template carried out, in a sandbox that reaches no file but templates, and no code."""

import traceback
from typing import Any

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from factdesk.errors import ExportFailed
from factdesk.exporters.base import Exporter
from factdesk.exporters.escape import inline, visible
from factdesk.exporters.html.writing import written
from factdesk.exporters.markdown import markdown
from factdesk.exporters.templates.context import context
from factdesk.exporters.templates.registry import SHIPPED, Template
from factdesk.model.report import Report

#: What would write something else each time, or a page of nonsense.
_NEVER = ("random", "lipsum")

_ADVICE = "Mend the template. The reports that need none are not concerned."


class TemplateExporter(Exporter):
    """Writes a report as a template lays it out."""

    def __init__(self, template: Template) -> None:
        self._template = template

    def render(self, report: Report) -> bytes:
        """Write the report.

        Raises:
            ExportFailed: if the template is wrong; its line is named.
        """
        is_html = self._template.format == "html"
        given = (
            context(report, lambda blocks: Markup("".join(map(written, blocks))), visible)  # noqa: S704 - the writer has escaped it
            if is_html
            else context(report, markdown, inline)
        )
        return (self._carried_out(given).strip() + "\n").encode()

    def _carried_out(self, given: dict[str, Any]) -> str:
        try:
            return self._environment().get_template(self._template.path.name).render(given)
        except TemplateSyntaxError as error:
            raise _failed(error.name or "", error.lineno, error.message or "") from error
        except TemplateNotFound as error:
            raise _failed(*_place(error), f"there is no template {error.name}") from error
        except Exception as error:  # whatever a template makes go wrong is the template's fault
            raise _failed(*_place(error), str(error) or type(error).__name__) from error

    def _environment(self) -> Environment:
        made = ImmutableSandboxedEnvironment(
            autoescape=self._template.format == "html",
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            loader=ChoiceLoader(
                [FileSystemLoader(self._template.path.parent), FileSystemLoader(SHIPPED)]
            ),
        )
        for name in _NEVER:
            made.filters.pop(name, None)
            made.globals.pop(name, None)
        return made


def _place(error: Exception) -> tuple[str, int]:
    """Find the line of a template in which it happened, the innermost."""
    frames = [each for each in traceback.extract_tb(error.__traceback__) if _is_template(each)]
    return (frames[-1].filename, frames[-1].lineno or 0) if frames else ("", 0)


def _is_template(frame: traceback.FrameSummary) -> bool:
    return frame.filename.endswith(".j2")


def _failed(name: str, line: int, what: str) -> ExportFailed:
    where = name.replace("\\", "/").rpartition("/")[2]
    told = f"The template {where}, line {line}" if where else "The template"
    return ExportFailed(f"{told}: {what.rstrip('.')}.", _ADVICE, kind="template_failed")
