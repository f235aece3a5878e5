"""Tables of contacts from any program, found out by their header."""

from __future__ import annotations

import random

import pytest

from followup_tui.errors import BadInput, Usage
from followup_tui.exchange import tables
from followup_tui.exchange.drafts import ContactDraft, Parsed
from followup_tui.exchange.tables.columns import columns
from followup_tui.rules.facts import WayKind

PREAMBLE = 'Notes:\n"When exporting, ""some"" addresses\nare missing."\n\n'
LINKEDIN = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


def read(text: str, **more: object) -> Parsed:
    parsed = tables.read(text.encode(), **more)  # type: ignore[arg-type]
    assert parsed.rows == len(parsed.drafts) + parsed.skipped
    return parsed


def ways(draft: ContactDraft) -> list[tuple[str, str, str, bool]]:
    return [(way.kind.value, way.typed, way.label, way.preferred) for way in draft.ways]


def test_linkedin_is_read_below_its_preamble() -> None:
    url = "https://www.linkedin.com/in/ines-vale"
    parsed = read(f'{PREAMBLE}{LINKEDIN}Ines,Vale,{url},,"Lumen, Inc.",Lead,12 Mar 2024')
    (ines,) = parsed.drafts
    assert (parsed.format, ines.line, ines.name) == ("linkedin", 6, "Ines Vale")
    assert (ines.organization, ines.role) == ("Lumen, Inc.", "Lead")
    assert ines.how_met == "LinkedIn, connected 12 Mar 2024"
    assert ways(ines) == [("url", url, "", False)]


def test_hidden_members_are_counted_and_nobody_is_made() -> None:
    parsed = read(f"{LINKEDIN},,,,,,07 Jun 2026\nPrince,,,,,,3 May 2023\n,,,,,,01 Aug 2025")
    assert [d.name for d in parsed.drafts] == ["Prince"]
    assert (parsed.rows, parsed.skipped, parsed.problems) == (3, 2, ())
    assert parsed.remarks[0].startswith("2 rows say nothing")


def test_a_linkedin_table_may_have_been_through_excel() -> None:
    text = "\ufeffNotes:,,,,,,\r\n,,,,,,\r\n" + LINKEDIN.replace("\n", "\r\n")
    parsed = read(text + "Ivo,Vale,,,,,4-Apr-21\r\nEva,Vale,,,,,31-Dec-99\r\n")
    assert [d.how_met for d in parsed.drafts] == [
        "LinkedIn, connected 04 Apr 2021",
        "LinkedIn, connected 31-Dec-99",
    ]


def test_google_joins_values_and_marks_the_preferred() -> None:
    parsed = read(
        "First Name,Last Name,Organization Name,Labels,E-mail 1 - Label,E-mail 1 - Value,"
        "Phone 1 - Label,Phone 1 - Value,Address 1 - Label,Address 1 - Formatted,"
        "Address 1 - Street,Address 1 - City,Birthday\n"
        "Noor,Vale,Lumen,Leads ::: * myContacts,* Work,n@x.example ::: m@x.example,"
        'Mobile,\'+31 6 0000,Home,"1 Elm St\nDenver",1 Elm St,Denver,--03-08\n'
    )
    (noor,) = parsed.drafts
    assert parsed.format == "google" and noor.tags == ("Leads",) and noor.birthday == "--03-08"
    assert ways(noor) == [
        ("email", "n@x.example", "work", True),
        ("email", "m@x.example", "work", True),
        ("phone", "+31 6 0000", "mobile", False),
        ("address", "1 Elm St, Denver", "home", False),
    ]


def test_googles_old_table_is_known_too() -> None:
    parsed = read(
        "Name,Given Name,Family Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,"
        "Organization 1 - Type,Organization 1 - Name,Organization 1 - Title,IM 1 - Service,"
        "IM 1 - Value\n"
        "Noor Vale,Noor,Vale,* My Contacts ::: Band,Home,n@x.example,,Lumen,Lead,Signal,noor.1\n"
    )
    (noor,) = parsed.drafts
    assert parsed.format == "google" and noor.tags == ("Band",)
    assert (noor.name, noor.organization, noor.role) == ("Noor Vale", "Lumen", "Lead")
    assert ways(noor) == [
        ("email", "n@x.example", "home", False),
        ("handle", "noor.1", "signal", False),
    ]


OUTLOOK = (
    "Title,First Name,Last Name,Company,Job Title,Business Street,Business Street 2,Business City,"
    "Business Phone,Mobile Phone,Birthday,Anniversary,Categories,E-mail Address,"
    "E-mail Display Name,E-mail 2 Address,Sensitivity\n"
)


def test_outlook_has_no_dates_and_odd_addresses() -> None:
    parsed = read(
        OUTLOOK + "Mr.,Ivo,Vale,Lumen,CEO,1 Elm St,Floor 2,Denver,555-0100,555-0101,0/0/00,0/0/00,"
        "VIP;Old,'ivo@x.example',Ivo,/o=Exchange/cn=abc,Normal\n"
        ",,,,,,,,,,0/0/00,0/0/00,,,,,Normal\n"
    )
    (ivo,) = parsed.drafts
    assert (parsed.format, parsed.skipped, parsed.problems) == ("outlook", 1, ())
    assert (ivo.name, ivo.prefix, ivo.role, ivo.birthday) == ("Mr. Ivo Vale", "Mr.", "CEO", "")
    assert ivo.tags == ("VIP", "Old")
    assert ways(ivo) == [
        ("phone", "555-0100", "work", False),
        ("phone", "555-0101", "mobile", False),
        ("email", "ivo@x.example", "", False),
        ("address", "1 Elm St, Floor 2, Denver", "work", False),
    ]


@pytest.mark.parametrize(
    ("header", "row", "fields"),
    [
        (
            "Vorname;Nachname;Firma;Position;E-Mail-Adresse;Telefon geschäftlich;Mobiltelefon",
            "Ines;Vale;Lumen;Chefin;i@x.example;030 1;0170 1",
            ("Ines Vale", "Lumen", "Chefin", ["i@x.example", "030 1", "0170 1"]),
        ),
        (
            "Prénom,Nom,Société,Fonction,Adresse de messagerie,Téléphone (bureau),Tél. mobile",
            "Ines,Vale,Lumen,Chef,i@x.example,01 00,06 00",
            ("Ines Vale", "Lumen", "Chef", ["i@x.example", "01 00", "06 00"]),
        ),
        (
            "Nombre,Apellidos,Organización,Puesto,Dirección de correo electrónico,"
            "Teléfono del trabajo,Teléfono móvil",
            "Ines,Vale,Lumen,Jefa,i@x.example,91 1,6 1",
            ("Ines Vale", "Lumen", "Jefa", ["i@x.example", "91 1", "6 1"]),
        ),
        (
            "Record ID\tFull Name\tAccount Name\tTitle\tWork Email\tDirect Phone\tLinkedIn URL",
            "7\tInes Vale\tLumen\tLead\ti@x.example\t555-0100\tlinkedin.com/in/ines",
            ("Ines Vale", "Lumen", "Lead", ["i@x.example", "555-0100", "linkedin.com/in/ines"]),
        ),
        (
            "contactName|companyName|jobTitle|emailAddress|phoneNumber",
            "Ines Vale|Lumen|Lead|i@x.example|555-0100",
            ("Ines Vale", "Lumen", "Lead", ["i@x.example", "555-0100"]),
        ),
    ],
)
def test_any_table_is_read_by_the_names_of_its_columns(
    header: str, row: str, fields: tuple[str, str, str, list[str]]
) -> None:
    (ines,) = read(f"{header}\n{row}\n").drafts
    assert (ines.name, ines.organization, ines.role, [w.typed for w in ines.ways]) == fields


def test_every_column_that_says_how_is_a_way_with_its_label() -> None:
    titles = ["Email (Work)", "home_phone", "Fax", "Company Website", "Email Opt Out", "Skype"]
    assert [column.spec for column in columns(titles)] == [
        "email:work",
        "phone:home",
        "phone:fax",
        "url:work",
        "",
        "handle:skype",
    ]


def test_a_first_line_may_say_what_stands_between_cells() -> None:
    assert read("sep=;\nName;Email\nVale, Ines;i@x.example\n").drafts[0].name == "Vale, Ines"


def test_columns_are_mapped_as_the_user_says() -> None:
    text = "Wer,Was,Notes\nInes Vale,555-0100,x\n"
    mapping = {"wer": "name", "WAS": "phone:mobile", "Notes": "ignore"}
    parsed = read(text, mapping=mapping)
    assert parsed.drafts[0].name == "Ines Vale" and parsed.drafts[0].notes == ""
    assert ways(parsed.drafts[0]) == [("phone", "555-0100", "mobile", False)]
    assert parsed.ignored == ("Notes",)


@pytest.mark.parametrize(
    ("mapping", "said"),
    [({"Who": "name"}, "no column 'Who'"), ({"Name": "nom"}, "field is called")],
)
def test_a_mapping_of_what_isnt_there_is_refused(mapping: dict[str, str], said: str) -> None:
    with pytest.raises(Usage, match=said):
        read("Name,Email\nInes,i@x.example\n", mapping=mapping)


def test_a_preview_shows_how_the_table_will_be_taken() -> None:
    text = "Full Name;E-Mail;Shoe size\n" + "Ines;i@x.example;38\n" * 9
    seen = tables.preview(text.encode("cp1252"), mapping={"shoe size": "notes"})
    assert (seen.format, seen.delimiter, seen.header) == (
        "table",
        ";",
        ("Full Name", "E-Mail", "Shoe size"),
    )
    assert seen.mapping == ("name", "email", "notes") and len(seen.rows) == 5
    assert tables.preview(text.encode()).unmapped == ("Shoe size",)
    assert seen.signature == tables.preview(b"full name,e-mail,SHOE SIZE\n").signature


def test_what_no_column_holds_is_listed_unless_it_is_empty() -> None:
    assert read("Name,Shoe size,Gender\nInes,38,\n").ignored == ("Shoe size",)


@pytest.mark.parametrize(
    ("cell", "kept"),
    [("'=1+1", "=1+1"), ("'+1 2", "+1 2"), ("''@x", "'@x"), ("'tis", "'tis"), ("'", "'")],
)
def test_the_guard_against_formulas_is_taken_off(cell: str, kept: str) -> None:
    assert read(f"Name,Company\nInes,{cell}\n").drafts[0].organization == kept


def test_several_values_in_one_cell_are_several_ways() -> None:
    text = 'Name,Emails,Phones,Tags\nInes,"a@x.example; <b@x.example>",1 2;n/a,"a, b"\n'
    (ines,) = read(text).drafts
    assert [w.typed for w in ines.ways] == ["a@x.example", "b@x.example", "1 2"]
    assert ines.tags == ("a", "b")


def test_dates_that_read_both_ways_are_flagged_and_the_region_decides() -> None:
    text = "Name,Birthday\nInes,3/4/1990\n"
    assert read(text).drafts[0].birthday == "1990-03-04" and read(text).order_guessed
    assert read(text, region="GB").drafts[0].birthday == "1990-04-03"
    told = read(text, day_first=True)
    assert told.drafts[0].birthday == "1990-04-03" and not told.order_guessed
    clear = read(text + "Ivo,25/4/1990\n")
    assert clear.drafts[0].birthday == "1990-04-03" and not clear.order_guessed


def test_broken_rows_are_named_and_the_others_read() -> None:
    parsed = read(
        "First Name,Last Name,Email\nOnly\nToo,Many,x@x.example,1,2\n"
        '"Unclosed,Quote,y@x.example\nNext,Row,nonsense\n,,\n'
    )
    assert [d.name for d in parsed.drafts] == ["Only", "Too Many", "Unclosed Quote", "Next Row"]
    assert [(p.line, p.what.split(";")[0]) for p in parsed.problems] == [
        (3, "2 cells more than the header has"),
        (4, "a quote that nothing closes"),
        (5, "'nonsense' is no e-mail address"),
    ]


def test_a_row_that_says_nobody_but_something_is_a_problem() -> None:
    parsed = read("Name,Email,Notes\n,,call the bank\n")
    assert (parsed.rows, parsed.skipped, parsed.problems[0].line) == (1, 1, 2)


def test_fields_may_be_long_and_notes_have_lines() -> None:
    text = f'Name,Notes,Email\nInes,"{"n" * 200_000}\r\nend",i@x.example\n'
    assert read(text).drafts[0].notes.endswith("n\nend")


@pytest.mark.parametrize(
    "text", ["a,b,c\n1,2,3\n", "# hello, all names and addresses\n", "x" * 5000, "\n".join("abc")]
)
def test_what_has_no_header_of_contacts_is_refused_with_what_to_do(text: str) -> None:
    with pytest.raises(BadInput, match="--map COLUMN=FIELD"):
        read(text)


def test_mutated_tables_are_read_or_refused_and_nothing_else() -> None:
    dice = random.Random(20261123)
    seed = (OUTLOOK + 'a,"b\nc",d,e,f,g,h,i,1/2/3,j,--02-29,"k"\n').encode()
    for _ in range(1000):
        raw = bytearray(seed)
        for _ in range(dice.randint(1, 12)):
            at = dice.randrange(len(raw))
            raw[at : at + dice.randint(0, 4)] = dice.choice(
                [b"", b"\0", b"\r", b"\n", b",", b'"', b";", b"\xff", b"\t", b"Name,Email\n"]
            )
        try:
            parsed = tables.read(bytes(raw))
        except BadInput:
            continue
        assert parsed.rows == len(parsed.drafts) + parsed.skipped


def test_kinds_of_ways_are_those_of_the_store() -> None:
    (ines,) = read("Name,Email,Twitter\nInes,i@x.example,@ines\n").drafts
    assert [w.kind for w in ines.ways] == [WayKind.EMAIL, WayKind.HANDLE]


def test_thousands_of_columns_are_no_header() -> None:
    with pytest.raises(BadInput):
        read(",".join(f"Email {n}" for n in range(3000)) + "\n")
