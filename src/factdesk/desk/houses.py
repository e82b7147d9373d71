"""What the desk says of itself."""

from base64 import b64encode
from pathlib import Path

from factdesk.errors import Refused
from factdesk.exporters.wording import languages
from factdesk.model.desk import House
from factdesk.model.edit import Edit, changed
from factdesk.store.store import Store

#: What the formats of reports can show, by the first bytes.
_PICTURES = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}
_LARGEST = 256 * 1024


def picture(path: Path) -> str:
    """Read a logo, as a data URI.

    Raises:
        Refused: if it cannot be read, is no PNG or JPEG, or is large.
    """
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
    except OSError as error:
        raise Refused(f"{path.name} cannot be read.", "Choose another file.") from error
    kind = next((kind for begun, kind in _PICTURES.items() if content.startswith(begun)), "")
    if not kind or len(content) > _LARGEST:
        raise Refused(
            f"{path.name} is no logo for reports.",
            f"Choose a PNG or JPEG of at most {_LARGEST // 1024} kB.",
        )
    return f"data:{kind};base64,{b64encode(content).decode()}"


def describe(store: Store, **fields: object) -> Edit:
    """Plan to change the house's name or addresses, which reports carry, or its policy.

    Raises:
        Refused: if a value is none of those that the field takes.
    """
    house = store.house()
    said = {
        name: value.strip() if isinstance(value, str) else value for name, value in fields.items()
    }
    if said.get("language", "en") not in languages():
        raise Refused(
            f"There are no reports in the language “{said['language']}”.",
            f"Choose one of: {', '.join(languages())}.",
        )
    try:
        after = House.model_validate(house.model_dump() | said)
    except ValueError as error:
        raise Refused("That cannot be said of a desk.", "Look at the values again.") from error
    return Edit("Describe the desk", changed(house, after))
