"""Which addresses may become links: http and https to a host, and nothing that acts on the way.

A briefing is untrusted, and an address in it is handed to a browser, pasted into a page or written into an export.
A test for bad schemes lets through what its author did not think of, so the rule is a list of what is allowed.
"""

from __future__ import annotations

import re

_LONGEST = 2048
"""Characters; longer addresses are cut by some browsers, and no source needs one."""

_PARTS = re.compile(
    r"(?P<scheme>https?)://(?P<host>\[[0-9a-f:.]{2,45}\]|[\w-]+(?:\.[\w-]+)*\.?)(?::(?P<port>\d{1,5}))?"
    r"(?P<rest>[/?#].*)?",
    re.IGNORECASE,
)
_REFUSED = frozenset('"`<>\\^{}|')
"""What ends a link, a quoted word or an attribute somewhere; none of it may stand bare in an address (RFC 3986)."""

_HIGHEST_PORT = 65535


def link(address: str) -> str | None:
    """Returns the address as it may be opened or written as a link; None for one that may not.

    Allowed are http and https with `//` and a host, without a user name before it. Blanks, control, format and
    bidirectional characters, quotes and backslashes refuse an address, but an apostrophe, which addresses of
    encyclopaedias have, becomes `%27`. The scheme is returned in small letters; the rest as it was written.
    """
    if len(address) > _LONGEST or not address.isprintable() or " " in address or not _REFUSED.isdisjoint(address):
        return None
    found = _PARTS.fullmatch(address)
    if found is None or int(found["port"] or 0) > _HIGHEST_PORT:
        return None
    scheme = found["scheme"]
    return scheme.lower() + address[len(scheme) :].replace("'", "%27")
