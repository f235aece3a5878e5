"""vCard files to drafts: one broken card costs that card, named by its line, never the file."""

from __future__ import annotations

from dataclasses import replace

from followup_tui.errors import BadInput
from followup_tui.exchange.drafts import Parsed, Problem
from followup_tui.exchange.encoding import (
    DOUBTFUL,
    UTF8,
    WINDOWS,
    chosen,
    looks_wrong,
    refuse_what_is_no_text,
    whole_letters,
    wide,
)
from followup_tui.exchange.vcard import cards
from followup_tui.exchange.vcard.card import Card
from followup_tui.exchange.vcard.content import (
    CHARSET,
    Property,
    Unreadable,
    declared,
    parse,
    to_text,
    unfolded,
)


def read(raw: bytes, encoding: str | None = None) -> Parsed:
    """Every card of the file as a draft, or skipped with its reason.

    Raises:
        BadInput: the file is no text, holds no card, or `encoding` doesn't fit.
    """
    refuse_what_is_no_text(raw)
    asked = chosen(encoding)
    plain, used = _one_byte_text(raw, asked)
    fallback = asked or declared(plain)
    found = cards.spans(plain)
    if not found:
        raise BadInput("there is no BEGIN:VCARD in it, so it is no vCard file")
    encoding = used or _named(plain, fallback)
    parsed = _Reading(plain, fallback).parsed(found, encoding)
    if asked is None and encoding == WINDOWS and looks_wrong(_taken_for_windows(plain)):
        return replace(parsed, remarks=(*parsed.remarks, DOUBTFUL))
    return parsed


def _taken_for_windows(raw: bytes) -> str:
    """The lines that are no UTF-8, as they are read where nothing says what they are."""
    return "\n".join(
        line.decode(WINDOWS, "replace")
        for line in raw.split(b"\n")
        if not line.isascii() and not _is_utf8(line) and not CHARSET.search(line)
    )


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode(UTF8)
    except UnicodeDecodeError:
        return False
    return True


def _one_byte_text(raw: bytes, asked: str | None) -> tuple[bytes, str]:
    """UTF-16 and UTF-32 as UTF-8, the rest as it is; and the encoding if it is known by now."""
    name = asked if asked and asked.startswith(("utf_16", "utf_32")) else wide(raw)
    if name:
        try:
            raw = whole_letters(raw, name)
            return raw.decode(name).removeprefix("\ufeff").encode(UTF8, "replace"), name
        except UnicodeDecodeError as problem:
            raise BadInput(f"byte at position {problem.start} isn't {name}") from problem
    return raw.removeprefix(b"\xef\xbb\xbf"), asked or ""


def _named(raw: bytes, fallback: str) -> str:
    try:
        raw.decode(UTF8)
    except UnicodeDecodeError:
        return fallback
    return UTF8


class _Reading:
    """One file on its way to drafts."""

    def __init__(self, raw: bytes, fallback: str) -> None:
        self._raw = raw
        self._fallback = fallback
        self._problems: list[Problem] = []
        self._too_deep: list[int] = []

    def parsed(self, spans: list[cards.Span], encoding: str) -> Parsed:
        """The whole file."""
        people = [span for span in spans if not span.is_agent]
        drafts = []
        for span in people:
            card = self._card(span)
            if card is None:
                continue
            draft = card.draft()
            self._problems.extend(card.problems)
            if draft:
                drafts.append(draft)
            else:
                self._say(span.line, "a card without a name, organization, email or phone; skipped")
        if self._too_deep:
            first, count = self._too_deep[0], len(self._too_deep)
            self._say(first, f"{count} cards inside one another, too deep; skipped")
        problems = tuple(sorted(self._problems, key=lambda p: p.line))
        return Parsed(
            tuple(drafts), problems, len(people), len(people) - len(drafts), "vcard", encoding
        )

    def _say(self, line: int, what: str) -> None:
        self._problems.append(Problem(line, what))

    def _card(self, span: cards.Span) -> Card | None:
        if span.depth >= cards.MAX_DEPTH:
            self._too_deep.append(span.line)
            return None
        if span.size > cards.MAX_BYTES:
            self._say(span.line, f"a card of {span.size / 1e6:.0f} MB; over 20 MB, skipped")
            return None
        if not span.closed:
            self._say(
                span.line, "the card that begins here is never closed; read to where it stops"
            )
        card = Card(span.line)
        for line, content in unfolded(self._raw, span.pieces):
            self._take(card, parse(line, content, self._fallback))
        for agent in span.agents:
            text, _ = to_text(self._raw[agent.start : agent.end], "", self._fallback)
            card.add_agent(text)
        return card

    def _take(self, card: Card, found: Property | Unreadable | None) -> None:
        if isinstance(found, Unreadable):
            if not card.goes_on(found.text):
                self._say(found.line, "not a property of the card; left out")
        elif found:
            if found.damaged >= 0:
                self._say(found.line, f"{found.name}: byte {found.damaged} of it can't be read")
            card.add(found)
