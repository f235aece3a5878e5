"""Invented people for round trips."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from followup_tui.exchange.drafts import ContactDraft, WayDraft
from followup_tui.exchange.names import one_line
from followup_tui.rules.facts import WayKind

INES = ContactDraft(
    0,
    "Ines Vale",
    given="Ines",
    family="Vale",
    role="Lead, Design",
    organization="Lumen; Ltd.",
    ways=(
        WayDraft(WayKind.EMAIL, "ines@lumen.example", "work", preferred=True),
        WayDraft(WayKind.PHONE, "+1 303-555-0100", "mobile"),
        WayDraft(WayKind.PHONE, "555-0101", "Lake house"),
        WayDraft(WayKind.URL, "https://lumen.example/a,b;c", ""),
        WayDraft(WayKind.HANDLE, "ines.1", "signal"),
        WayDraft(WayKind.ADDRESS, "1 Elm St, Denver", "home"),
    ),
    birthday="--03-08",
    notes="Tea, not coffee;\nback\\slash",
    tags=("Friends", "Design, mostly"),
    how_met="LinkedIn, connected 12 Mar 2024",
    zone="America/Denver",
    uid="urn:uuid:1",
)

_letters = st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp"])
_text = st.text(st.one_of(_letters, st.sampled_from("\\;,:=+-@'\"* ")), max_size=30)
line = _text.map(one_line)
_word = st.sampled_from(["work", "home", "mobile", "fax", "other", ""])
_SPELLINGS = {
    WayKind.PHONE: r"\+?[1-9][0-9-]{3,9}[0-9]",
    WayKind.EMAIL: r"[a-z+]{1,9}@x\.example",
    WayKind.URL: r"https://x\.example/[a-z,=]{0,9}",
}
_way = st.sampled_from(sorted(_SPELLINGS)).flatmap(
    lambda kind: st.builds(
        WayDraft,
        st.just(kind),
        st.from_regex(_SPELLINGS[kind], fullmatch=True),
        _word,
        st.booleans(),
    )
)
_ways = st.lists(_way, max_size=4, unique_by=lambda way: way.typed)
_notes = st.lists(line, max_size=4).map(lambda lines: "\n".join(lines).strip())
_tags = st.lists(line.filter(bool), max_size=3, unique=True).map(tuple)
_days = st.one_of(
    st.just(""), st.dates().map(str), st.dates().map(lambda day: f"--{day:%m-%d}")
).filter(lambda day: not day.startswith("1604-"))


@st.composite
def drafts(draw: st.DrawFn) -> ContactDraft:
    """Somebody with odd but lawful texts."""
    return ContactDraft(
        0,
        draw(line.filter(bool)),
        given=draw(line),
        family=draw(line),
        role=draw(line),
        organization=draw(line),
        ways=tuple(draw(_ways)),
        birthday=draw(_days),
        notes=draw(_notes),
        tags=draw(_tags),
    )


def unnumbered(draft: ContactDraft) -> ContactDraft:
    """Without its line, for comparing; ways in an order of their own."""
    return replace(draft, line=0, ways=tuple(sorted(draft.ways, key=repr)))
