"""Reports on their way out: how one is wanted, what was chosen last, and a record of each."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from factdesk.desk.reports import Rendered
from factdesk.desk.reports import rendered as _rendered
from factdesk.errors import ExportFailed
from factdesk.exporters.files import save
from factdesk.exporters.registry import Format, format_named
from factdesk.exporters.templates import registry
from factdesk.exporters.templates.registry import Template
from factdesk.model.article import Article
from factdesk.model.edit import Edit, birth
from factdesk.model.export import Export, Order
from factdesk.model.record import Id, utc_now
from factdesk.model.report import Audience, LeftOutClaim
from factdesk.store.store import Store

#: Where a desk's templates lie, as seen from its file, where nothing else is said.
TEMPLATES = "templates"


class Written(NamedTuple):
    """A report that lies in a file now, by its name and the sum of its bytes."""

    article: Id
    file: str
    sha256: str


class Wrote(NamedTuple):
    """What became of an order: the report as it is kept on record, all files, what is left out."""

    written: Written
    paths: tuple[Path, ...]
    left_out: tuple[LeftOutClaim, ...]


def folder(store: Store) -> Path | None:
    """Tell where the desk's own templates lie; a desk in memory has none."""
    if store.path is None:
        return None
    house = store.house()
    return store.path.absolute().parent / Path(house.templates or TEMPLATES).expanduser()


def templates(store: Store) -> list[Template]:
    """List the templates that the desk can use."""
    return registry.templates(folder(store))


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


def record(store: Store, order: Order, written: Sequence[Written], checker: Id | None) -> Edit:
    """Plan to keep on record that reports were written; it is no step of work to be undone."""
    house = store.house()
    form, now = form_of(store, order), utc_now()
    kept = [
        Export(
            article=one.article,
            format=form.name,
            part=order.part,
            audience=order.audience,
            language=order.language or house.language,
            template=order.template,
            file=one.file,
            sha256=one.sha256,
            checker=checker,
            made=now,
        )
        for one in written
    ]
    what = written[0].file if len(written) == 1 else f"{len(written):,} reports"
    reader = "the public" if order.audience is Audience.PUBLIC else "the house"
    return Edit(f"Export {what} ({form.title}) for {reader}", tuple(birth(one) for one in kept))


def write(store: Store, article: Article, order: Order, place: Path, *, singles: bool) -> Wrote:
    """Write a report into a file, and files of single claims beside it if that is wanted.

    Raises:
        ExportFailed: if that cannot be; a file that was there before is untouched.
    """
    told, form = rendered(store, article, order), form_of(store, order)
    save(told.content, place)
    paths = [place]
    for reference, content in told.singles if singles else ():
        paths.append(place.with_name(form.single(place.name, reference)))
        save(content, paths[-1])
    written = Written(article.id, place.name, sha256(told.content).hexdigest())
    return Wrote(written, tuple(paths), told.left_out)


def remembered(store: Store) -> Order:
    """Tell how the last report of this desk was wanted."""
    last = store.last_export()
    if last is None:
        return Order("md")
    return Order(last.format, last.audience, last.part, last.language, last.template)


def _layout(store: Store, order: Order) -> Template | None:
    return registry.template(order.template, folder(store)) if order.template else None
