"""The words of a line that no rule took."""

from __future__ import annotations

from followup_tui.rules.quicklog.draft import Draft
from followup_tui.rules.tokens import MARK, word_at

JOINERS = frozenset({"and", "but", "so", "also", "then"})
"""Words that only join; alone between two pieces they say nothing."""


def note_of(draft: Draft) -> str:
    """The words that no rule took, and those kept on purpose, word for word."""
    tokens, runs, at = draft.line.tokens, [], 0
    while at < len(tokens):
        if _in_note(draft, at):
            stop = at + 1
            while stop < len(tokens) and _in_note(draft, stop):
                stop += 1
            runs.append(_trimmed(draft, at, stop))
            at = stop
        else:
            at += 1
    return "; ".join(run for run in runs if run)


def _in_note(draft: Draft, at: int) -> bool:
    return not draft.used[at] or bool(draft.noted[at])


def _trimmed(draft: Draft, start: int, stop: int) -> str:
    """A run without the marks and joining words at its ends."""
    tokens = draft.line.tokens
    while start < stop and (tokens[start].kind == MARK and tokens[start].text not in "([<@$#~"):
        start += 1
    while stop > start and tokens[stop - 1].kind == MARK and tokens[stop - 1].text not in ")]?!%":
        stop -= 1
    if all(tokens[at].kind == MARK or word_at(tokens, at) in JOINERS for at in range(start, stop)):
        return ""
    return draft.line.said(start, stop)
