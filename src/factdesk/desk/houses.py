"""What the desk says of itself."""

from factdesk.model.desk import House
from factdesk.model.edit import Change, Edit
from factdesk.store.store import Store


def describe(store: Store, **fields: str) -> Edit:
    """Plan to change the house's name or addresses, which reports and ClaimReviews carry."""
    house = store.house() or House(id="house")
    after = house.model_copy(update={name: value.strip() for name, value in fields.items()})
    return Edit("Describe the desk", (Change(house, after),) if after != house else ())
