"""Reports on their way out: how one is wanted, what was chosen last, and a record of each."""

from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from factdesk.desk.reports import Rendered
from factdesk.desk.reports import rendered as _rendered
from factdesk.errors import ExportFailed
from factdesk.exporters.registry import Format, format_named
from factdesk.exporters.templates import finding
from factdesk.exporters.templates.finding import Template
from factdesk.model.article import Article
from factdesk.model.desk import House
from factdesk.model.edit import Edit, birth
from factdesk.model.export import Export
from factdesk.model.record import Id, utc_now
from factdesk.model.report import Audience, Part
from factdesk.store.store import Store

#: Where a desk's templates lie, as seen from its file, where nothing else is said.
TEMPLATES = "templates"


class Order(NamedTuple):
    """How a report is wanted.

    No part: all that the format holds; no language: the desk's. ``template`` is a name or a path;
    it says in which format it writes, so that none need be named.
    """

    format: str = ""
    audience: Audience = Audience.INTERNAL
    part: Part | None = None
    language: str = ""
    template: str = ""


def folder(store: Store) -> Path | None:
    """Tell where the desk's own templates lie; a desk in memory has none."""
    if store.path is None:
        return None
    house = store.house() or House(id="house")
    return store.path.absolute().parent / Path(house.templates or TEMPLATES).expanduser()


def templates(store: Store) -> list[Template]:
    """List the templates that the desk can use."""
    return finding.templates(folder(store))


def form_of(store: Store, order: Order) -> Format:
    """Find the format of an order.

    Raises:
        ExportFailed: if there is none, or the template is one of another.
    """
    layout = _layout(store, order)
    if layout is None:
        return format_named(order.format)
    if order.format not in {"", layout.format} or order.part:
        raise ExportFailed(
            f"The template {layout.path.name} says itself what it writes.",
            "Name no format and no document beside a template.",
            kind="template_decides",
        )
    return format_named(layout.format)


def rendered(store: Store, article: Article, order: Order) -> Rendered:
    """Write an article's report as it is wanted.

    Raises:
        ExportFailed: if that cannot be.
    """
    return _rendered(
        store,
        article,
        form_of(store, order),
        order.audience,
        part=order.part,
        language=order.language,
        layout=_layout(store, order),
    )


def record(
    store: Store, article: Article, order: Order, file: str, content: bytes, checker: Id | None
) -> Edit:
    """Plan to keep on record that a report was written; nothing that work can take back."""
    house = store.house() or House(id="house")
    form = form_of(store, order)
    kept = Export(
        article=article.id,
        format=form.name,
        part=order.part,
        audience=order.audience,
        language=order.language or house.language,
        template=order.template,
        file=file,
        sha256=sha256(content).hexdigest(),
        checker=checker,
        made=utc_now(),
    )
    reader = "the public" if order.audience is Audience.PUBLIC else "the house"
    return Edit(f"Export {file} ({form.title}) for {reader}", (birth(kept),))


def remembered(store: Store) -> Order:
    """Tell how the last report of this desk was wanted."""
    last = store.last_export()
    if last is None:
        return Order("md")
    return Order(last.format, last.audience, last.part, last.language, last.template)


def _layout(store: Store, order: Order) -> Template | None:
    return finding.template(order.template, folder(store)) if order.template else None
