"""A message as a link that a mail program opens ready to send."""

from __future__ import annotations

from urllib.parse import quote

_LINE = "\r\n"
"""How a mailto link spells the end of a line.

Source: RFC 6068, section 5.
"""


def mailto(address: str, subject: str = "", body: str = "") -> str:
    """`mailto:` with everything that could end a part of it percent-encoded."""
    lines = _LINE.join(body.splitlines())
    fields = [
        f"{name}={quote(value, safe='')}"
        for name, value in (("subject", " ".join(subject.split())), ("body", lines))
        if value
    ]
    asked = f"?{'&'.join(fields)}" if fields else ""
    return f"mailto:{quote(address.strip(), safe='@')}{asked}"
