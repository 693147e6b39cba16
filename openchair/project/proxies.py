"""Who really asks, where a proxy stands in front: only a proxy that was named may say so."""

from collections.abc import Iterable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Final

from asgiref.typing import HTTPScope

Networks = tuple[IPv4Network | IPv6Network, ...]
Header = tuple[bytes, bytes]

_SAID_BY_PROXIES: Final = (b"x-forwarded-", b"forwarded", b"x-real-ip")


def seen_through(scope: HTTPScope, trusted: Networks) -> HTTPScope:
    """The request as it came to the first proxy of ours; unchanged but for its headers when none was there.

    The address serves the limits against guessing, in memory, for as long as a request takes. What anybody
    else says in a proxy's name (RFC 7239 and its forerunners) is dropped, so that nothing can believe it.
    """
    headers = list(scope["headers"])
    seen: HTTPScope = {
        **scope,
        "headers": [one for one in headers if not one[0].startswith(_SAID_BY_PROXIES)],
    }
    peer = _address(scope["client"][0]) if scope["client"] else None
    if peer is None or not _is_ours(peer, trusted):
        return seen
    scheme = _last(headers, b"x-forwarded-proto").lower()
    if scheme in ("http", "https"):
        seen["scheme"] = scheme
    seen["client"] = (_first_not_ours(_all(headers, b"x-forwarded-for"), peer, trusted), 0)
    return seen


def _first_not_ours(said: list[str], peer: IPv4Address | IPv6Address, trusted: Networks) -> str:
    """From right to left, since each proxy adds on the right; whoever is furthest left could say anything."""
    nearest = peer
    for word in reversed(said):
        address = _address(word)
        if address is None:
            break
        nearest = address
        if not _is_ours(address, trusted):
            break
    return str(nearest)


def _is_ours(address: IPv4Address | IPv6Address, trusted: Networks) -> bool:
    return any(address in network for network in trusted if network.version == address.version)


def _address(text: str) -> IPv4Address | IPv6Address | None:
    try:
        address = ip_address(text)
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address  # ::ffff:127.0.0.1 is 127.0.0.1


def _all(headers: Iterable[Header], name: bytes) -> list[str]:
    whole = b",".join(value for one, value in headers if one == name).decode("latin-1")
    return [word for part in whole.split(",") if (word := part.strip())]


def _last(headers: Iterable[Header], name: bytes) -> str:
    said = _all(headers, name)
    return said[-1] if said else ""
