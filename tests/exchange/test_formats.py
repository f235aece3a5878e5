"""The door for every file of contacts."""

from __future__ import annotations

import pytest

from followup_tui.errors import BadInput, Usage
from followup_tui.exchange.formats import READERS, read, sniff

CARD = b"BEGIN:VCARD\nFN:Ines\nEND:VCARD\n"
TABLE = b"Name,Email\nInes,i@x.example\n"


def test_content_says_more_than_the_files_name() -> None:
    assert sniff(CARD, "contacts.csv") == "vcard"
    assert sniff(CARD.decode().encode("utf-16-le")) == "vcard"
    assert sniff(TABLE, "contacts.txt") == "table"
    assert sniff(b"nothing", "x.VCF") == "vcard"


@pytest.mark.parametrize("name", sorted(READERS.keys() - {"vcard"}))
def test_every_table_reader_reads_any_table(name: str) -> None:
    assert [d.name for d in read(TABLE, format=name).drafts] == ["Ines"]


def test_the_file_is_named_where_it_cant_be_read() -> None:
    with pytest.raises(BadInput, match=r"^people\.csv: the file is empty$"):
        read(b"", "people.csv")


def test_an_unknown_format_is_refused_with_those_there_are() -> None:
    with pytest.raises(Usage, match="vcard, linkedin"):
        read(CARD, format="vcf")
