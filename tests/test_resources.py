"""What the system and packagers read says the same as the program."""

from configparser import ConfigParser
from pathlib import Path
from xml.etree import ElementTree as ET

from factdesk.store.database import APPLICATION_ID

TOP = Path(__file__).parent.parent
RESOURCES = TOP / "resources"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"
DESK_TYPE = "application/x-factdesk"


def entry(name: str) -> dict[str, str]:
    parser = ConfigParser(interpolation=None, delimiters=("=",))
    parser.optionxform = str  # type: ignore[assignment] # the way the library documents
    parser.read(RESOURCES / name, "utf-8")
    return dict(parser["Desktop Entry"])


def test_the_windows_icon_is_the_one_that_packagers_install() -> None:
    shipped = TOP / "src" / "factdesk" / "ui" / "assets" / "factdesk.svg"
    assert shipped.read_bytes() == (RESOURCES / "factdesk.svg").read_bytes()


def test_a_desk_is_known_by_the_number_that_the_program_writes_into_it() -> None:
    kind = ET.parse(RESOURCES / "factdesk-mime.xml").find(f"{MIME}mime-type")  # noqa: S314 - a file of ours
    assert kind is not None
    assert kind.get("type") == DESK_TYPE
    numbers = [match.get("value", "") for match in kind.iter(f"{MIME}match")]
    assert int(numbers[-1], 16) == APPLICATION_ID


def test_a_desk_opens_as_a_desk_and_a_document_is_imported() -> None:
    assert entry("factdesk.desktop")["Exec"] == "factdesk %F"
    assert DESK_TYPE not in entry("factdesk.desktop")["MimeType"]
    assert entry("factdesk-desk.desktop")["Exec"] == "factdesk --desk %f"
    assert entry("factdesk-desk.desktop")["MimeType"] == f"{DESK_TYPE};"


def test_the_software_centre_names_the_entry_that_is_installed() -> None:
    component = ET.parse(RESOURCES / "factdesk.metainfo.xml").getroot()  # noqa: S314 - a file of ours
    assert component.findtext("launchable") == "factdesk.desktop"
    offered = {kind.text for kind in component.iter("mediatype")}
    assert offered == set(entry("factdesk.desktop")["MimeType"].strip(";").split(";"))
