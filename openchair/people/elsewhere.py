"""Addresses of other hosts that a steward may choose."""

import re

LONGEST = 200
# Letters that can stand in a header and in an attribute as they are. No name before the host.
_HTTPS = re.compile(
    r"https://[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?(?:[/?][\w.~!$&()*+,=:@%/?-]*)?",
    re.ASCII | re.IGNORECASE,
)


def https_address(address: str) -> str:
    """The address when it is a plain https one of at most 200 letters; nothing otherwise.

    It stands in a `Refresh` header (WHATWG HTML, 7.4.2.4), where a semicolon, a quote or a line's end would
    change what the browser reads.
    """
    return address if len(address) <= LONGEST and _HTTPS.fullmatch(address) else ""
