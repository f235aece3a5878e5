"""The one display boundary: text that somebody typed or sent, made harmless to show.

Nothing that comes out of here can move the cursor, set a title, write to the clipboard,
turn the reading direction or hide: what can't be seen is shown as a small mark.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

ELLIPSIS = "…"
MOST_COMBINING = 3
"""More accents than this on one letter are left out: no language stacks more, and piles of
them paint over the lines above and below."""

_NAMES = {
    "\x85": "NEL", "\xad": "SHY", "\u034f": "CGJ", "\u061c": "ALM", "\u180b": "FVS1",
    "\u180c": "FVS2", "\u180d": "FVS3", "\u180e": "MVS", "\u200b": "ZWSP", "\u200c": "ZWNJ",
    "\u200d": "ZWJ", "\u200e": "LRM", "\u200f": "RLM", "\u2028": "LS", "\u2029": "PS",
    "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF", "\u202d": "LRO", "\u202e": "RLO",
    "\u2060": "WJ", "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI",
    "\ufeff": "BOM",
}  # fmt: skip
_JOINING = frozenset(
    {"", "&", "+", "·", "a", "an", "and", "at", "by", "de", "for", "from", "in", "of", "on", "the"}
    | {"to", "und", "with"}
)
"""Words that say nothing at the end of what was shortened."""
_BLANK_LETTERS = frozenset("\u115f\u1160\u17b4\u17b5\u3164\uffa0")
"""Letters and marks by category, but nothing to be seen."""
_UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp"})
_ACCENTS = frozenset({"Mn", "Me"})
_NO_WIDTH = frozenset({"Mn", "Me", "Mc"})
_STYLE_OF_GLYPH = frozenset("\ufe0e\ufe0f")
"""They ask for a coloured or a plain glyph, and terminals disagree on its width: left out."""


def show(text: str, width: int | None = None) -> str:
    """`text` on one line, harmless, in at most `width` cells.

    Control characters are shown as pictures (`␛`, `␤`), reading-direction and zero-width
    characters by a short name (`‹RLO›`); what doesn't fit ends in an ellipsis.
    """
    if text.isascii() and text.isprintable():
        return text if width is None or len(text) <= width else _cut_plain(text, width)
    return _shown(text, width)


def show_block(text: str) -> str:
    """`text` harmless, with its line ends kept and its tabs as four spaces."""
    if text.isascii() and text.isprintable():
        return text
    lines = text.replace("\r\n", "\n").split("\n")
    return "\n".join(_shown(line.replace("\t", "    "), None) for line in lines)


def cells(shown: str) -> int:
    """How many terminal cells `shown` (harmless already) takes."""
    if shown.isascii():
        return len(shown)
    return sum(map(_cells_of, shown))


def cut(shown: str, width: int) -> str:
    """`shown` (harmless already) in at most `width` cells, with an ellipsis where it was cut."""
    if width < 1:
        return ""
    if len(shown) <= width and (shown.isascii() or cells(shown) <= width):
        return shown
    if shown.isascii():
        return _cut_plain(shown, width)
    if cells(shown) <= width:
        return shown
    room = width - 1
    for end, char in enumerate(shown):
        room -= _cells_of(char)
        if room < 0:
            return shown[:end] + ELLIPSIS
    return shown


def fit(shown: str, width: int) -> str:
    """`shown` (harmless already) in exactly `width` cells: cut, or filled up with spaces."""
    if shown.isascii():  # Most are: lists fit some hundred cells at each key.
        return shown.ljust(width) if len(shown) <= width else _cut_plain(shown, width)
    short = cut(shown, width)
    return short + " " * (width - cells(short))


def shortened(shown: str, width: int) -> str:
    """`shown` (harmless already) by as many whole words as `width` cells hold.

    `Hartley Ranch` of `Hartley Ranch Supply`: a list is calmer to read where it ends at a word,
    if the whole stands elsewhere. Only a first word that is too long by itself is cut.
    """
    if width < 1 or cells(shown) <= width:
        return cut(shown, width)
    # A megabyte is as quick as a line: no more than this has room, whatever accents are in it.
    start = shown[: width * (MOST_COMBINING + 1) + 1]
    words = wrap(start, width)[0].split(" ")
    while words and words[-1].casefold() in _JOINING:
        words.pop()
    kept = " ".join(words)
    return kept.rstrip(",;·") if kept and shown[len(kept)] == " " else cut(shown, width)


def wrap(shown: str, width: int) -> list[str]:
    """`shown` (harmless already) in lines of at most `width` cells, broken at spaces."""
    lines: list[str] = []
    for paragraph in shown.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            longer = f"{line} {word}" if line else word
            if cells(longer) <= width:
                line = longer
                continue
            if line:
                lines.append(line)
            *whole, line = _pieces(word, width)
            lines += whole
        lines.append(line)
    return lines


def _pieces(word: str, width: int) -> list[str]:
    """A word that is too long, torn behind the @ or a slash of an address where it has one."""
    pieces, room = [""], width
    for char in word:
        room -= _cells_of(char)
        if room < 0 and pieces[-1]:
            piece = pieces[-1]
            at = max(piece.rfind("@"), piece.rfind("/")) + 1 or len(piece)
            pieces[-1:] = [piece[:at], piece[at:]]
            room = width - cells(pieces[-1]) - _cells_of(char)
        pieces[-1] += char
    return pieces


def _cut_plain(text: str, width: int) -> str:
    return text[: width - 1] + ELLIPSIS if width > 0 else ""


@lru_cache(maxsize=4096)
def _shown(text: str, width: int | None) -> str:
    # More than this can't be seen in one line; what a hostile file sends may be megabytes.
    if width is not None and len(text) > width * 8 + 64:
        text = text[: width * 8 + 64]
    made: list[str] = []
    accents = 0
    for char in text.replace("\r\n", "\n"):
        if char in _STYLE_OF_GLYPH:
            continue
        if unicodedata.category(char) not in _ACCENTS or _hides(char):
            made.append(_seen(char))
            accents = 0
        elif not made or made[-1] == " ":
            made.append("◌" + char)
            accents = 1
        elif accents < MOST_COMBINING:
            made.append(char)
            accents += 1
    shown = "".join(made)
    return shown if width is None else cut(shown, width)


def _hides(char: str) -> bool:
    """Whether `char` is a letter or an accent by category, and yet nothing to be seen."""
    return char in _NAMES or char in _BLANK_LETTERS or "\U000e0100" <= char <= "\U000e01ef"


def _seen(char: str) -> str:
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    kind = unicodedata.category(char)
    if kind == "Cs":
        return "\ufffd"
    if kind == "Zs":
        return "  " if char == "\u3000" else " "
    if kind in _UNSEEN or _hides(char):
        return f"‹{_NAMES.get(char) or _code(code)}›"
    return char


def _code(code: int) -> str:
    return f"{code:02x}" if code < 0x100 else f"U+{code:04X}"


@lru_cache(maxsize=4096)
def _cells_of(char: str) -> int:
    if unicodedata.category(char) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
