"""What the desk says of itself."""

from factdesk.errors import Refused
from factdesk.exporters.wording import languages
from factdesk.model.desk import House
from factdesk.model.edit import Change, Edit
from factdesk.store.store import Store


def describe(store: Store, **fields: object) -> Edit:
    """Plan to change the house's name or addresses, which reports carry, or its policy.

    Raises:
        Refused: if a value is none of those that the field takes.
    """
    house = store.house() or House(id="house")
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
    return Edit("Describe the desk", (Change(house, after),) if after != house else ())
