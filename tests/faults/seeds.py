"""What the noise is made from: small cards, tables, mails and lines, and bits that hurt readers."""

from __future__ import annotations

import json
from pathlib import Path

LINES = [
    json.loads(line)["text"]
    for line in (Path(__file__).parents[1] / "rules/quicklog/lines.jsonl").read_text().splitlines()
]
CARDS = [
    b'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada King\r\nN:King;Ada;;Dr.;\r\nTEL;TYPE'
    b'=CELL:+1 303 555 0142\r\nEMAIL;TYPE=WORK,PREF:ada@x.example\r\nORG:Cobalt'
    b';Press\r\nBDAY:--04-12\r\nEND:VCARD\r\n',
    b'BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3='
    b'BCller;Zo=C3=AB\nPHOTO;ENCODING=BASE64;JPEG:\n /9j/4AAQSkZJRg==\n\nTEL;HO'
    b'ME;VOICE:555-0143\nEND:VCARD\n',
    b'BEGIN:VCARD\r\nVERSION:4.0\r\nFN;LANGUAGE=de;ALTID=1:Bo Low\r\nitem1.URL;'
    b'VALUE=uri:https://\r\n x.example/a\\,b\r\nitem1.X-ABLabel:_$!<HomePage>!$'
    b'_\r\nUID:urn:uuid:1\r\nREV:20261123T090000Z\r\nPHOTO:data:image/png;base6'
    b'4,iVBORw0KGgo=\r\nEND:VCARD\r\n',
]  # fmt: skip
TABLES = [
    b'First Name,Last Name,Company,Phone,E-mail Address,Notes\r\nAda,King,Cobal'
    b't,303 555 0142,ada@x.example,"said ""call""\r\nnext line"\r\n',
    b'\xef\xbb\xbfFirst Name,Last Name,URL,Email Address,Company,Position,Conne'
    b'cted On\nAda,King,https://x.example/ada,,Cobalt,Editor,12 Apr 2024\n',
    b'Name;Telefon;Geburtstag\nM\xfcller;0151 5550142;31.12.1980\n',
    b'Given Name\tFamily Name\tE-mail 1 - Value\tPhone 1 - Type\tPhone 1 - Valu'
    b'e\nAda\tKing\ta@x.example ::: b@x.example\tMobile\t303-555-0142\n',
]  # fmt: skip
MAILS = [
    b'From: =?utf-8?q?Ada_K=C3=B6nig?= <ada@x.example>\r\nTo: me@y.example, "Lo'
    b'w, Bo" <bo@x.example>\r\nDate: Mon, 23 Nov 2026 09:00:00 -0700\r\nSubject'
    b': =?iso-8859-1?Q?M=FCller?=\r\nMessage-ID: <1@x.example>\r\n\r\nHello\r\n',
]  # fmt: skip
BOOKS = [
    b'{"version": 1, "contacts": [{"id": 1, "uid": "u", "name": "Ada King", "em'
    b'ails": [{"value": "a@x.example", "label": ""}], "phones": []}], "leads": '
    b'[], "follow_ups": [], "touches": []}',
]  # fmt: skip
DATES = [
    "thu", "3b", "mon 9am ET", "after thanksgiving", "26 Nov", "12/4", "2026-11-26 15:30", "eom",
]  # fmt: skip
HOURS = ["9-17", "mon-thu 8:30-16; fri 9-12", "weekdays 9-5", "sat,sun 10-14"]
BITS = [
    b'\x00',
    b'\xff\xfe',
    b'\xef\xbb\xbf',
    b'\r',
    b'\n',
    b'\r\n ',
    b'=',
    b'=\r\n',
    b';;;;',
    b':',
    b',',
    b'"',
    b'\\',
    b'\\n',
    b'\t',
    b'\x1b]52;c;x\x07',
    b'\xe2\x80\xae',
    b'\xed\xa0\x80',
    b'\xf0\x9f\x98\x80',
    b'BEGIN:VCARD\n',
    b'END:VCARD\n',
    b'VERSION:2.1\n',
    b'ENCODING=QUOTED-PRINTABLE',
    b'CHARSET=utf-7',
    b'CHARSET=IDNA',
    b'TZID=',
    b'=?utf-8?b?gICA?=',
    b'=?x?q?=',
    b'99999999999999999999',
    b'-1',
    b'1e999',
    b'0000-00-00',
    b'29 Feb 2027',
    b'31/31/31',
    b'NaN',
    b'null',
    b'[',
    b'{',
    b'}',
    b']',
    b'\\ud800',
    b'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
    b'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
    b'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
    b'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
    b'AAAAAAAA',
    b'((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((('
    b'((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((('
    b'((((((((((((((((((((((((((((((((((((((((((((((((((((((',
    b'http://',
    b'file:///etc/passwd',
    b'%',
    b'%s{}',
    b'+1 303 555 0142',
]  # fmt: skip
