"""Somebody known whom the line names, though no rule took them: is the line about them?"""

from __future__ import annotations

from followup_tui.rules.quicklog.draft import Draft
from followup_tui.rules.quicklog.line import Someone
from followup_tui.rules.quicklog.people import KnownPerson
from followup_tui.rules.quicklog.who import choice_of, stands_as_name


def ask_about_bystanders(draft: Draft) -> None:
    """Where the selected row is meant only for want of a name, a known person named in passing
    may be the one: asked, with the selected row as first choice.

    `applied at Ridgeline per Raj`, with Ana's row selected: Ana or Raj?
    """
    selected = draft.line.selected
    settled = draft.headed and draft.outcome != "gatekeeper"
    if settled or draft.line.from_call or selected is None or draft.contact is None:
        return
    if draft.contact.known != selected or _names(draft, selected):
        return
    others = [person for person in _named_in_passing(draft) if person != selected]
    if not others:
        return
    choices = (selected, *others)
    picked = draft.question("contact.name", tuple(choice_of(one, choices) for one in choices))
    known = draft.line.book.named(picked) if picked else None
    if known:
        draft.contact = Someone(known.name, known)


def _names(draft: Draft, person: KnownPerson) -> bool:
    """Whether the line names that person anywhere."""
    return any(person in people for people in _mentions(draft))


def _named_in_passing(draft: Draft) -> list[KnownPerson]:
    """Known people whose names stand in the line, but in none of its fields."""
    taken = {one.known for one in (*draft.also, *draft.referrals, *draft.people)}
    fields = {task.whom_id for task in draft.followups} | {told.who_id for told in draft.promises}
    found: dict[KnownPerson, None] = {}
    for people in _mentions(draft):
        if not any(person in taken or person.id in fields for person in people):
            found.update(dict.fromkeys(people))
    return list(found)


def _mentions(draft: Draft) -> list[tuple[KnownPerson, ...]]:
    tokens, book = draft.line.tokens, draft.line.book
    found, at = [], 0
    while at < len(tokens):
        mention = book.full_at(tokens, at)
        if mention is None and stands_as_name(draft, at, expected=False):
            mention = book.one_at(tokens, at)
        if mention:
            found.append(mention.people)
        at = mention.end if mention else at + 1
    return found
