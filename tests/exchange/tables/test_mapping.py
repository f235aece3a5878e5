"""Tables of unknown columns, and what was said of them before."""

from __future__ import annotations

import pytest

from followup_tui.errors import BadInput
from followup_tui.exchange.tables import preview, read

ODD = "Wer;Wo\nJürgen Beispiel;Müller AG\n".encode()
SAID = {"Wer": "name", "Wo": "organization"}


def test_a_preview_of_unknown_columns_shows_them_where_reading_refuses() -> None:
    with pytest.raises(BadInput, match="--map"):
        read(ODD)
    seen = preview(ODD)
    assert seen.header == ("Wer", "Wo") and seen.mapping == ("", "")
    assert seen.rows == (("Jürgen Beispiel", "Müller AG"),)


def test_a_header_mapped_before_is_found_again_below_a_preamble() -> None:
    signature = preview(ODD).signature
    later = b"Liste von heute\n\nWER;wo \nAnke Muster;Orbit\n"
    parsed = read(later, remembered={signature: SAID})
    assert parsed.recalled and parsed.signature == signature
    (anke,) = parsed.drafts
    assert (anke.name, anke.organization) == ("Anke Muster", "Orbit")


def test_what_is_said_now_counts_more_than_what_was_said_before() -> None:
    remembered = {preview(ODD).signature: SAID}
    parsed = read(ODD, mapping={"Wer": "organization"}, remembered=remembered)
    assert not parsed.recalled and parsed.drafts[0].organization == "Jürgen Beispiel"


def test_a_mapping_of_another_header_is_left_alone() -> None:
    parsed = read(b"Name,Email\nAnn,a@x.example\n", remembered={preview(ODD).signature: SAID})
    assert not parsed.recalled and parsed.drafts[0].name == "Ann"
