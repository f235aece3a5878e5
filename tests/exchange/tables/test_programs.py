"""Headers as other programs and other languages write them; the people are invented."""

from __future__ import annotations

import pytest

from followup_tui.exchange.drafts import ContactDraft
from followup_tui.exchange.tables import read
from followup_tui.rules.facts import WayKind


def only(text: str, region: str = "US", codec: str = "utf-8") -> ContactDraft:
    (draft,) = read(text.encode(codec), region=region).drafts
    return draft


def typed(draft: ContactDraft, kind: WayKind) -> list[str]:
    return [way.typed for way in draft.ways if way.kind is kind]


LINKEDIN = {
    "de": "Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am",
    "fr": "Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Connexion le",
    "es": "Nombre,Apellidos,URL,Dirección de correo electrónico,Empresa,Cargo,Conectado el",
    "pt": "Nome,Sobrenome,URL,Endereço de e-mail,Empresa,Cargo,Conectado em",
    "it": "Nome,Cognome,URL,Indirizzo email,Azienda,Posizione,Collegato il",
    "nl": "Voornaam,Achternaam,URL,E-mailadres,Bedrijf,Functie,Verbonden op",
    "pl": "Imię,Nazwisko,URL,Adres e-mail,Firma,Stanowisko,Data nawiązania kontaktu",
    "cs": "Jméno,Příjmení,URL,E-mail,Společnost,Pozice,Connected On",
    "sv": "Förnamn,Efternamn,URL,E-postadress,Företag,Befattning,Connected On",
    "da": "Fornavn,Efternavn,URL,E-mailadresse,Virksomhed,Stilling,Connected On",
    "tr": "Ad,Soyad,URL,E-posta Adresi,Şirket,Pozisyon,Connected On",
    "ru": "Имя,Фамилия,URL,Электронная почта,Компания,Должность,Connected On",
    "ja": "名,姓,URL,メールアドレス,会社,役職,Connected On",
    "zh": "名,姓,URL,电子邮件,公司,职位,Connected On",
}


@pytest.mark.parametrize("header", LINKEDIN.values(), ids=LINKEDIN)
def test_linkedin_is_read_in_its_languages(header: str) -> None:
    row = "Ines,Vale,https://www.linkedin.com/in/ines,ines@lumen.example,Lumen,Chef,12 Mar 2024"
    found = only(f"{header}\n{row}\n")
    assert (found.given, found.family, found.name) == ("Ines", "Vale", "Ines Vale")
    assert (found.organization, found.role) == ("Lumen", "Chef")
    assert found.how_met == "LinkedIn, connected 12 Mar 2024"
    assert typed(found, WayKind.EMAIL) == ["ines@lumen.example"]
    assert typed(found, WayKind.URL) == ["https://www.linkedin.com/in/ines"]


OUTLOOK = {
    "de": '"Anrede";"Vorname";"Nachname";"Firma";"Position";"Fax geschäftlich";'
    '"Telefon geschäftlich";"Telefon (privat)";"Mobiltelefon";"E-Mail-Adresse";"Geburtstag";'
    '"Notizen"',
    "fr": '"Titre";"Prénom";"Nom";"Société";"Titre professionnel";"Télécopie (bureau)";'
    '"Téléphone (bureau)";"Téléphone (domicile)";"Tél. mobile";"Adresse de messagerie";'
    '"Anniversaire";"Notes"',
    "es": '"Tratamiento";"Nombre";"Apellidos";"Organización";"Puesto";"Fax del trabajo";'
    '"Teléfono del trabajo";"Teléfono particular";"Móvil";"Dirección de correo electrónico";'
    '"Cumpleaños";"Notas"',
    "it": '"Titolo";"Nome";"Cognome";"Società";"Posizione";"Fax (ufficio)";"Telefono (ufficio)";'
    '"Abitazione";"Cellulare";"Indirizzo posta elettronica";"Compleanno";"Notes"',
    "nl": '"Titel";"Voornaam";"Achternaam";"Bedrijf";"Functie";"Fax op werk";"Telefoon op werk";'
    '"Telefoon thuis";"Mobiele telefoon";"E-mailadres";"Verjaardag";"Notities"',
    "pt": '"Tratamento";"Primeiro nome";"Sobrenome";"Empresa";"Cargo";"Fax comercial";'
    '"Telefone comercial";"Telefone residencial";"Celular";"Endereço de email";"Aniversário";'
    '"Anotações"',
}


@pytest.mark.parametrize("header", OUTLOOK.values(), ids=OUTLOOK)
def test_outlook_is_read_in_its_languages(header: str) -> None:
    row = (
        '"Dr.";"Inès";"Groß";"Lumen";"Chef";"05 5550101";"05 5550102";"05 5550103";"06 5550104";'
        '"ines@lumen.example";"29/02/1980";"one\r\ntwo"'
    )
    found = only(f"{header}\r\n{row}\r\n", "DE", "cp1252")
    assert (found.prefix, found.name) == ("Dr.", "Dr. Inès Groß")
    assert (found.organization, found.role) == ("Lumen", "Chef")
    assert (found.birthday, found.notes) == ("1980-02-29", "one\ntwo")
    assert typed(found, WayKind.EMAIL) == ["ines@lumen.example"]
    assert {w.typed: w.label for w in found.ways if w.kind is WayKind.PHONE} == {
        "05 5550101": "fax work",
        "05 5550102": "work",
        "05 5550103": "home",
        "06 5550104": "mobile",
    }


@pytest.mark.parametrize(
    ("text", "name", "organization"),
    [
        ("氏名,会社名,電話番号\n山田 太郎,サンプル,03-5555-0100", "山田 太郎", "サンプル"),
        ("姓名;公司;手机\n张伟;示例;138 5555 0100", "张伟", "示例"),
        ("이름,회사,전화번호\n홍길동,예시,010-5555-0100", "홍길동", "예시"),
        (
            "ФИО\tОрганизация\tТелефон\nИван Петров\tРомашка\t495 555-01-00",
            "Иван Петров",
            "Ромашка",
        ),
        ("Contact Name,Company / Org,Mobile #\nInes Vale,Lumen,555-0100", "Ines Vale", "Lumen"),
    ],
)
def test_any_table_is_read_by_its_titles(text: str, name: str, organization: str) -> None:
    found = only(text)
    assert (found.name, found.organization) == (name, organization)
    assert len(typed(found, WayKind.PHONE)) == 1


def test_a_table_that_a_spreadsheet_took_for_one_column_is_unwrapped() -> None:
    text = (
        "First Name,Last Name,Company,Email Address\r\n"
        '"Ines,Vale,""Lumen, Inc."",ines@lumen.example"\r\n'
        "Otto,Reed,Orbit,otto@orbit.example\r\n"
    )
    found = read(text.encode()).drafts
    assert [(one.name, one.organization) for one in found] == [
        ("Ines Vale", "Lumen, Inc."),
        ("Otto Reed", "Orbit"),
    ]


def test_a_birthday_in_three_columns_is_one() -> None:
    header = "Display Name,Birth Year,Birth Month,Birth Day\n"
    assert only(f"{header}Ines,1980,2,29").birthday == "1980-02-29"
    assert only(f"{header}Ines,,2,29").birthday == "--02-29"
    assert only(f"{header}Ines,1981,2,29").birthday == ""


def test_where_two_columns_say_one_thing_the_second_word_is_kept_in_the_notes() -> None:
    found = only("Name,Occupation,Organization 1 - Title,Company\nInes,Baker,Chef,Lumen")
    assert (found.role, found.notes) == ("Baker", "Organization 1 - Title: Chef")
    assert only("Name,Occupation,Job Title,Company\nInes,,Chef,Lumen").role == "Chef"


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        ("303-555-0100 / 303-555-0101", ["303-555-0100", "303-555-0101"]),
        ("303-555-0100, 303-555-0101", ["303-555-0100", "303-555-0101"]),
        ("0221/5550100", ["0221/5550100"]),
        ("(030) 5550100/8", ["(030) 5550100/8"]),
    ],
)
def test_two_numbers_in_a_cell_are_two_and_a_sign_in_one_is_none(
    cell: str, numbers: list[str]
) -> None:
    assert typed(only(f'Name,Phone\nInes,"{cell}"'), WayKind.PHONE) == numbers


@pytest.mark.parametrize("said", ["2/29", "29.2.", "29 Feb", "Feb 29", "--02-29"])
def test_a_birthday_without_a_year_is_read(said: str) -> None:
    assert only(f"Name,Birthday\nInes,{said}").birthday == "--02-29"


def test_spaces_before_quotes_are_no_text() -> None:
    found = only('"Name" , "Email"\n"Vale, Ines" , "ines@lumen.example"')
    assert (found.name, typed(found, WayKind.EMAIL)) == ("Vale, Ines", ["ines@lumen.example"])


def test_a_number_told_as_text_to_a_spreadsheet_is_the_number() -> None:
    assert typed(only('Name,Phone\nInes,"=""0221 5550100"""'), WayKind.PHONE) == ["0221 5550100"]
