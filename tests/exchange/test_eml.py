"""One message: who, which way, when, about what."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest

from followup_tui.errors import BadInput
from followup_tui.exchange.eml import MailPerson, is_machine, read

MINE = ("me@home.example",)
MAIL = (
    "From: =?utf-8?q?J=C3=BCrgen_Vale?= <jv@lumen.example>\r\n"
    "To: Me <Me@Home.example>, other@x.example\r\n"
    "Date: Mon, 23 Nov 2026 09:30:00 -0700\r\n"
    "Subject: Re: your\r\n =?utf-8?q?_r=C3=A9sum=C3=A9?=\r\n\r\nHello\r\n"
)


def test_what_comes_is_from_its_sender() -> None:
    note = read(MAIL.encode(), MINE)
    assert note.people == (MailPerson("Jürgen Vale", "jv@lumen.example"),)
    assert note.direction == "in" and note.subject == "Re: your résumé"
    assert note.at and note.at.utcoffset() == timedelta(hours=-7)


def test_what_i_sent_is_to_the_others() -> None:
    raw = (
        "From: ME@home.example\nTo: Ines <i@x.example>, me@home.example\n"
        "Cc: i@X.example, noreply@x.example, Ivo <ivo@x.example>\nSubject: Hi\n\n"
    )
    note = read(raw.encode(), MINE)
    assert [person.address for person in note.people] == ["i@X.example", "ivo@x.example"]
    assert note.direction == "out" and note.at is None


@pytest.mark.parametrize(
    "local",
    ["noreply", "no-reply", "donotreply", "do_not_reply", "MAILER-DAEMON", "bounces+12=x",
     "jobs-noreply", "notifications", "messages-noreply", "postmaster"],
)  # fmt: skip
def test_nobody_is_made_of_a_machine(local: str) -> None:
    assert is_machine(f"{local}@x.example")
    with pytest.raises(BadInput, match="only machines"):
        read(f"From: LinkedIn <{local}@x.example>\n\n".encode(), MINE)


@pytest.mark.parametrize("local", ["ines", "norbert", "newsome", "a.lertova", "bouncer.joe"])
def test_people_are_not_machines(local: str) -> None:
    assert not is_machine(f"{local}@x.example")


@pytest.mark.parametrize(
    "raw", [b"", b"hello\n", b"Subject: x\n\n", b"<html><body>", b"From: x\n\n"]
)
def test_what_is_no_message_is_refused(raw: bytes) -> None:
    with pytest.raises(BadInput):
        read(raw, MINE)


@pytest.mark.parametrize(
    "subject", ["=?klingon?q?=41?=", "=?utf-8?b?A?=", "=?utf-8?q?=E4?=", "caf\xe9", "\x1b[2J"]
)
def test_odd_subjects_are_taken_as_far_as_they_go(subject: str) -> None:
    raw = f"From: i@x.example\nSubject: {subject}\n\n".encode("latin-1")
    assert isinstance(read(raw).subject, str)


def test_mutated_messages_are_read_or_refused_and_nothing_else() -> None:
    dice = random.Random(20261123)
    for _ in range(1500):
        raw = bytearray(MAIL.encode())
        for _ in range(dice.randint(1, 10)):
            at = dice.randrange(len(raw))
            raw[at : at + dice.randint(0, 4)] = dice.choice(
                [b"", b"\0", b"\n", b"=?", b"?=", b"<", b'"', b"(", b"\xff", b"@", b",", b":;"]
            )
        try:
            read(bytes(raw), MINE)
        except BadInput:
            continue


def test_comments_inside_comments_are_refused_not_followed() -> None:
    with pytest.raises(BadInput):
        read(b"From: i@x.example " + b"(" * 5000 + b"\n\n")


def mail(*headers: str, body: bytes = b"x") -> bytes:
    return "\n".join((*headers, "", "")).encode("latin-1") + body


def test_only_the_headers_are_read_whatever_hangs_below() -> None:
    raw = mail("", "From: Ines Vale <i@x.example>", "Subject: CV", body=bytes(range(256)) * 9)
    assert read(raw, MINE).subject == "CV"


def test_headers_in_bare_letters_of_a_code_page_are_read() -> None:
    note = read(mail("From: Jürgen Groß <j@x.example>", "Subject: Grüße"), MINE)
    assert (note.people[0].name, note.subject) == ("Jürgen Groß", "Grüße")


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ('"Vale, Ines"', "Ines Vale"),
        ("=?utf-8?Q?Gro=C3=9F=2C_J=C3=BCrgen?=", "Jürgen Groß"),
        ('"Vale, Jr."', "Vale, Jr."),
        ('"Lumen, Inc."', "Lumen, Inc."),
        ("\"'i@x.example'\"", ""),
        ("\"'Ines Vale'\"", "Ines Vale"),
    ],
)
def test_a_name_is_spoken_as_people_speak_it(said: str, name: str) -> None:
    assert read(mail(f"From: {said} <i@x.example>"), MINE).people[0].name == name


def test_who_wrote_to_a_list_is_who_wrote_and_not_the_list() -> None:
    head = ('From: "Ines Vale via dev" <dev@x.example>', "List-Post: <mailto:dev@x.example>")
    found = read(mail(*head, "Reply-To: i@x.example"), MINE)
    assert found.people == (MailPerson("Ines Vale", "i@x.example"),)
    for more in ((), ("Reply-To: dev@x.example",)):
        with pytest.raises(BadInput, match="only machines"):
            read(mail(*head, *more), MINE)
    sent = mail("From: me@home.example", "To: dev@x.example, Ivo <ivo@x.example>", head[1])
    assert [one.address for one in read(sent, MINE).people] == ["ivo@x.example"]


def test_an_automatic_answer_is_nobodys_word() -> None:
    with pytest.raises(BadInput, match="Auto-Submitted: auto-replied"):
        read(mail("From: Ines <i@x.example>", "Auto-Submitted: auto-replied; x"), MINE)
    assert read(mail("From: Ines <i@x.example>", "Auto-Submitted: no"), MINE).people
