"""People as Markdown."""

from __future__ import annotations

from exchange.people import INES

from followup_tui.exchange import markdown
from followup_tui.exchange.drafts import ContactDraft


def test_a_person_is_a_heading_facts_and_notes() -> None:
    assert markdown.write([INES]).decode() == (
        "# Contacts\n\n## Ines Vale\n\nLead, Design, Lumen; Ltd.\n\n"
        "- Email (work): ines@lumen.example\n- Phone (mobile): \\+1 303-555-0100\n"
        "- Phone (Lake house): 555-0101\n- Page: https://lumen.example/a,b;c\n"
        "- Chat (signal): ines.1\n- Address (home): 1 Elm St, Denver\n- Birthday: \\--03-08\n"
        "- Met: LinkedIn, connected 12 Mar 2024\n- Tags: Friends, Design, mostly\n\n"
        "> Tea, not coffee;\n> back\\\\slash\n"
    )


def test_nothing_typed_is_markup() -> None:
    bad = ContactDraft(0, "# <b>[x](file:///etc)\n\x1b]0;\u202e", notes="1. `a`\n- b\n***")
    text = markdown.write([bad]).decode()
    assert "## \\# \\<b\\>\\[x\\](file:///etc) \\]0;\n" in text
    assert "> \\1. \\`a\\`\n> \\- b\n> \\*\\*\\*\n" in text
