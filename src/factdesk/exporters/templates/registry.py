"""Which templates there are: ``NAME.md.j2`` and ``NAME.html.j2``, a desk's own and shipped ones."""

from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from factdesk.errors import ExportFailed

#: The endings of templates, by the format that they lay out.
SUFFIXES = {"md": ".md.j2", "html": ".html.j2"}

SHIPPED = Path(str(files("factdesk.exporters.templates")))


class Template(NamedTuple):
    """A template by its name, with the name of the format that it lays out."""

    name: str
    format: str
    path: Path


def templates(folder: Path | None) -> list[Template]:
    """List the templates of a folder, then those that are shipped; one's own hides the other."""
    own = _listed(folder) if folder else []
    names = {(each.name, each.format) for each in own}
    return [*own, *(each for each in _listed(SHIPPED) if each[:2] not in names)]


def template(wanted: str, folder: Path | None) -> Template:
    """Find a template by its name, with its ending or without, or by its path.

    Raises:
        ExportFailed: if there is none; the advice names those there are.
    """
    known = templates(folder)
    for each in known:
        if wanted in {each.name, each.path.name}:
            return each
    path = Path(wanted)
    if path.is_file() and (made := _read(path)):
        return made
    raise ExportFailed(
        f"There is no template “{wanted}”.",
        f"Choose one of: {', '.join(each.path.name for each in known)}; or name a file that ends "
        f"in {' or '.join(SUFFIXES.values())}.",
        kind="no_such_template",
    )


def _listed(folder: Path) -> list[Template]:
    try:
        paths = sorted(folder.iterdir())
    except OSError:
        return []
    return [made for path in paths if path.is_file() and (made := _read(path))]


def _read(path: Path) -> Template | None:
    for form, suffix in SUFFIXES.items():
        if path.name.endswith(suffix) and path.name != suffix:
            return Template(path.name.removesuffix(suffix), form, path)
    return None
