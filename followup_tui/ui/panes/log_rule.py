"""How the line of the quick log is read: what a user learns in a minute."""

from __future__ import annotations

from followup_tui.text import fit
from followup_tui.ui.spans import Line, cut_line

TITLE = "The line, in a minute"
RULE = (
    ("It happened", "past tense", "talked to Maria 12 min, no answer"),
    ("I must do it", "a bare verb", "call Raj Tue 9am ET; thank him tomorrow"),
    ("I promised", "I'll / I owe", "I'll send her my clips Monday"),
    ("They promised", "she'll / he will", "she'll email the posting by Wed"),
    ("A new name", "said call …", "said call Tom Ruiz at Cobalt, 303-555-0142"),
    ("Not for me", "not a fit", "not a fit - commute"),
)
SHORTCUTS = '+Name @Org  >I do  <they do  =stage  // a note  "as it is"  3b'
MEANING, FORM = 14, 17
BOTH_FROM = MEANING + FORM + 30
"""From so many cells on, the form has a column beside its example."""


def rule_lines(width: int) -> list[Line]:
    """The rule in `width` cells; your words are always kept."""
    head: Line = (("Write as you would tell a friend. Your words are always kept.", "muted"),)
    lines = [head]
    for meaning, form, example in RULE:
        named: Line = ((fit(meaning, MEANING), "strong"),)
        middle: Line = ((fit(form, FORM), "muted"),) if width >= BOTH_FROM else ()
        lines.append((*named, *middle, (example, "")))
    lines.append(((fit("Shortcuts", MEANING), "strong"), (SHORTCUTS, "")))
    return [cut_line(line, width) for line in lines]
