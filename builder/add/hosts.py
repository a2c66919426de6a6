"""Hosts looked up once: a name in, the addresses that may be connected to out.

Only the public internet: an address that an article, a feed or a redirect names may lead into the
newsroom's own network. Who connects must connect to what is returned here, and never look the name
up again: the second answer may be another one.
"""

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from builder.add.refusals import not_public, unknown_host

_NAT64 = IPv6Network("64:ff9b::/96")  # an IPv4 address in its last 32 bits


def addresses_of(host: str, port: int, *, allow_private: bool, file: str) -> tuple[str, ...]:
    """The host's IP addresses, in the order in which to try them.

    Raises `SourceError` where it has none, or where one of them is not public; `file` is how
    messages call what is fetched.
    """
    try:
        rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as problem:
        raise unknown_host(file, host) from problem
    found = tuple(dict.fromkeys(str(row[4][0]) for row in rows))
    if not allow_private and not all(is_public(ip_address(address)) for address in found):
        raise not_public(file, host)
    return found


def ascii_host(host: str, *, file: str) -> str:
    """The host's name as the network knows it: `xn--…` where it has other letters than English."""
    try:
        return host.encode("idna").decode("ascii") if not host.isascii() else host
    except UnicodeError as problem:
        raise unknown_host(file, host) from problem


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Whether the address is of the public internet, also where IPv6 wraps an IPv4 address."""
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if address in _NAT64:
            inner = IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
        if address.is_site_local:
            return False
    return address.is_global and not (address.is_multicast or address.is_reserved)
