"""Where a name of the internet leads, and whether that is the public internet."""

import ipaddress
import socket

from factdesk.errors import ImportFailed

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_OWN_NAMES = (".localhost", ".local", ".internal", ".lan", ".home.arpa", ".intranet")


def resolved(host: str, port: int, *, allow_private: bool) -> list[str]:
    """List the addresses of a host; one that is not public makes all of them suspect.

    Raises:
        ImportFailed: if it has none, or one within the user's own network that is not allowed.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise ImportFailed(
            f"There is no server “{host}”, or no connection to the internet.",
            "Look at the address, and whether you are online.",
            kind="unreachable",
        ) from error
    addresses = list(dict.fromkeys(str(each[4][0]) for each in found))
    if not allow_private and not all(map(is_public, addresses)):
        raise private(host)
    return addresses


def refuse_own_names(host: str, *, allow_private: bool) -> None:
    """Look at a name that somebody else will resolve.

    Raises:
        ImportFailed: if it is one of the user's own network that is not allowed.
    """
    try:
        public = is_public(host.strip("[]"))
    except ValueError:
        public = "." in host and not f".{host}".lower().rstrip(".").endswith(_OWN_NAMES)
    if not public and not allow_private:
        raise private(host)


def is_public(address: str) -> bool:
    """Tell whether an address is one of the public internet, whichever way it is written."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        ip = inner or ip
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def private(host: str) -> ImportFailed:
    """Say that a host is the user's own."""
    return ImportFailed(
        f"“{host}” lies within your own network, not on the internet.",
        "Allow it if you know the server (--allow-private).",
        kind="private_address",
    )
