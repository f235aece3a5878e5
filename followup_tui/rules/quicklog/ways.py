"""Phones and addresses in a line: whose they are, and the one form they are kept in."""

from __future__ import annotations

import re

from followup_tui.rules.folding import fold
from followup_tui.rules.quicklog.draft import Draft
from followup_tui.rules.quicklog.line import Someone
from followup_tui.rules.quicklog.names import is_capital
from followup_tui.rules.quicklog.people import name_words, own_word
from followup_tui.rules.tokens import EMAIL, PHONE, word_at, word_set

_LABELS = word_set(
    """cell mobile direct phone tel office work home ph number email e-mail mail c o m at on line
    her his their the new my is # personal best desk via address addr mob info contact"""
)


def label_end(draft: Draft, index: int, end: int) -> int | None:
    """Where the phone or address stands behind its label: `cell: 303…`, `on her new number …`."""
    tokens, at = draft.line.tokens, index
    while (
        at < end
        and at - index < 6
        and (own_word(word_at(tokens, at)) in _LABELS or tokens[at].text == ":")
    ):
        at += 1
    if at == index or at >= end or tokens[at].kind not in (PHONE, EMAIL):
        return None
    return at


def take_way(draft: Draft, index: int, owner: Someone | None = None) -> int:
    """Gives a phone or address to its owner, else to the nearest person before it; its end."""
    token = draft.line.tokens[index]
    field = "phone" if token.kind == PHONE else "email"
    value = e164(token.text, draft.line.region) if token.kind == PHONE else token.text
    if field == "phone" and draft.outcome == "wrong_number" and owner is None:
        draft.bad_phone = draft.bad_phone or value
        draft.take(index, index + 1, "phone", "bad_phone")
        return index + 1
    person = owner or draft.nearest or draft.who()
    if (
        token.kind == EMAIL
        and owner is None
        and person
        and _says_another(draft, token.text, person)
    ):
        return index + 1
    if person is None:
        draft.loose_ways.append((field, value))
        draft.take(index, index + 1, field, "contact." + field)
    elif owner is None and draft.is_elsewhere(person):
        return index + 1
    elif getattr(person, field) in (None, value):
        setattr(person, field, value)
        draft.take(index, index + 1, field, draft.path_of(person) + "." + field)
    if token.kind == PHONE and value == token.text and not value.startswith("+"):
        draft.question((draft.path_of(person) if person else "contact") + ".phone")
    return index + 1


def _says_another(draft: Draft, address: str, person: Someone) -> bool:
    """Whether an address has a name of the line that isn't the person's: `pete@bramble.example`."""
    parts = {part for part in re.split(r"[._+-]", fold(address.partition("@")[0])) if len(part) > 2}
    own = set(name_words(person.name or ""))
    others = {token.word for token in draft.line.tokens if is_capital(token)} - own
    return not parts & own and bool(parts & others)


def e164(typed: str, region: str) -> str:
    """A phone as E.164 (`+13035550142`), or as typed when it is too short to be called.

    Source: the numbering plans of the phonenumbers package (ITU-T E.164).
    """
    import phonenumbers

    try:
        number = phonenumbers.parse(typed, region)
    except phonenumbers.NumberParseException:
        return typed
    whole = phonenumbers.ValidationResult.IS_POSSIBLE
    if phonenumbers.is_possible_number_with_reason(number) != whole:
        return typed
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
