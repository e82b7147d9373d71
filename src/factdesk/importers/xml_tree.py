"""XML of strangers: no entity is expanded, nothing is fetched, nothing nests without end."""

from lxml import etree
from lxml.etree import _Element

from factdesk.errors import ImportFailed


def parse(content: bytes) -> _Element:
    """Parse XML; libxml2 itself refuses what nests deeper than 256.

    Raises:
        ImportFailed: if it is no XML, nests too deeply or defines entities.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.LxmlError, ValueError) as error:
        raise ImportFailed(
            "The document's XML is damaged, or nested too deeply.",
            "Open it in its own program and save it again.",
            kind="damaged",
        ) from error
    if root is None:
        raise ImportFailed("A part of the document is empty.", kind="damaged")
    _refuse_entities(root)
    return root


def _refuse_entities(root: _Element) -> None:
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and next(dtd.iterentities(), None) is not None:
        raise ImportFailed(
            "The document defines entities of its own, as no office program does; it was not read.",
            "Do not open it: it may be meant to do harm.",
            kind="unsafe",
        )
