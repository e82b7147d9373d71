"""The house's logo, for the formats that have a place for it."""

import re
from base64 import b64decode
from binascii import Error

from factdesk.model.desk import House

#: How high it stands, in points.
HEIGHT = 28

_DATA = re.compile(r"data:image/(?:png|jpeg);base64,([A-Za-z0-9+/]+={0,2})")


def logo(house: House) -> bytes:
    """Give the picture; nothing where there is none, or none that is one."""
    found = _DATA.fullmatch(house.logo)
    try:
        return b64decode(found[1], validate=True) if found else b""
    except Error:
        return b""
