"""What stands in a cell: guards, joined values, marks that one program or another puts in."""

from __future__ import annotations

import re

GUARDED = re.compile(r"'+[=+\-@\t\r]")
"""What a spreadsheet-safe writer makes of a cell that would be a formula. Source: OWASP."""
_SEVERAL_EMAILS = re.compile(r"[;,\s|]+")
_SEVERAL = re.compile(r"\s*[;\n|]\s*")
_TOLD_AS_TEXT = re.compile(r'="([^"]*)"')
_BETWEEN_PHONES = re.compile(r",|/|\bor\b")
_SHORTEST_PHONE = 7
"""Digits; with fewer, a sign stands within a number. Source: E.164 areas, such as 0221/5550100."""
_TAG_SIGNS = re.compile(r"[;,\n|]")
_NO_DATE = re.compile(r"0{1,2}[/.-]0{1,2}[/.-]0{2,4}|0000-00-00")
_NOTHING = frozenset({"-", "--", "n/a", "na", "none", "null", "nil", "unknown", "0"})
_SYSTEM_GROUPS = frozenset({"* mycontacts", "* my contacts", "* starred", "mycontacts"})
_EXCHANGE = re.compile(r"/o=", re.IGNORECASE)


def unguarded(cell: str) -> str:
    """The cell without white space around it, and without the guard against formulas.

    `="0303"` is how a number is kept from a spreadsheet that would take it for one.
    """
    text = cell.strip()
    if text[:2] == '="' and (told := _TOLD_AS_TEXT.fullmatch(text)):
        return told[1]
    return text[1:] if text[:1] == "'" and GUARDED.match(text) else text


def is_no_date(text: str) -> bool:
    """Whether this is how a program writes that there is no date."""
    return not text or _NO_DATE.fullmatch(text) is not None


def emails(cell: str) -> list[str]:
    """The addresses in a cell; not those that only an Exchange server understands."""
    if _EXCHANGE.match(cell):
        return []
    parts = [cell] if cell.count("@") < 2 else _SEVERAL_EMAILS.split(cell)
    return [bare for part in parts if (bare := _bare(part))]


def _bare(part: str) -> str:
    text = part.strip("'\" \t\n<>,;")
    inside = text.rpartition("<")[2] if "<" in text else text
    inside = inside.rstrip(">")
    return inside.removeprefix("mailto:")


def phones(cell: str) -> list[str]:
    """The numbers in a cell; a sign between them only where each side is long enough to be one."""
    parts = _BETWEEN_PHONES.split(cell)
    if all(sum(map(str.isdigit, part)) >= _SHORTEST_PHONE for part in parts):
        return [part.strip() for part in parts]
    return [cell]


def several(cell: str) -> list[str]:
    """The values of a cell that may hold more than one; not the words for none."""
    parts = _SEVERAL.split(cell) if ";" in cell or "\n" in cell or "|" in cell else [cell]
    return [part for part in parts if part and part.lower() not in _NOTHING]


def tags(cell: str, joint: str) -> list[str]:
    """The words of a cell of tags, without the groups that a program keeps for itself."""
    parts = cell.split(joint) if joint else [part.strip('" ') for part in _TAG_SIGNS.split(cell)]
    named = (" ".join(part.split()) for part in parts)
    return [n.removeprefix("* ") for n in named if n and n.lower() not in _SYSTEM_GROUPS]
