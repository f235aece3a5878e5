"""Reads a case of the jsonl files and says, field by field, what differs from what is wanted."""

from __future__ import annotations

import json
import re
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from followup_tui.rules.folding import fold
from followup_tui.rules.moment import Moment
from followup_tui.rules.quicklog.people import KnownPerson
from followup_tui.rules.quicklog.reader import read_line
from followup_tui.rules.quicklog.shape import KnownLead, Reading, as_json
from followup_tui.rules.tokens import word_set

HERE = Path(__file__).parent
SMALL = word_set("a an the to her him his my me them it on in at of for with and by is i")
Case = dict[str, Any]


def cases(name: str) -> list[Case]:
    return [json.loads(line) for line in (HERE / name).read_text("utf-8").splitlines()]


def moment(now: str = "2026-11-20T16:30:00-07:00", zone: str = "America/Denver") -> Moment:
    return Moment(datetime.fromisoformat(now).astimezone(ZoneInfo(zone)))


def known(person: dict[str, str], place: int) -> KnownPerson:
    ways = {key: (person[key],) if person.get(key) else () for key in ("phone", "email")}
    return KnownPerson(place, person["name"], person.get("org"), ways["phone"], ways["email"])


def reading(case: Case) -> Reading:
    context = case["context"]
    people = [known(person, place) for place, person in enumerate(context["contacts"], 1)]
    selected = next((p for p in people if p.name == context["selected"]), None)
    lead = context["lead"] and KnownLead(context["lead"]["title"], context["lead"].get("org"))
    at = moment(case["now"], case["tz"])
    return read_line(case["text"], at, people, selected, context["opened_from"], lead)


def words(text: str | None) -> set[str]:
    found = (word.strip(".'-") for word in re.findall(r"[\w@.'-]+", fold(text or "")))
    return {word for word in found if word and word not in SMALL}


def org(name: str | None) -> str | None:
    return re.sub(r"^the ", "", fold(name)) if name else None


class Differences:
    """Collects what a reading has otherwise than wanted."""

    def __init__(self, want: Case, got: Case) -> None:
        self.want, self.got, self.found = want, got, list[str]()

    def same(self, path: str, want: object, got: object) -> None:
        if (want or None) != (got or None):
            self.found.append(f"{path}: want {want!r}, got {got!r}")

    def holds(self, path: str, want: str | None, got: str | None) -> None:
        if not words(want) <= words(got):
            self.found.append(f"{path}: want {want!r}, got {got!r}")

    def pairs(self, key: str) -> list[tuple[Case, Case]]:
        want, got = self.want[key], self.got[key]
        self.same(f"number of {key}", len(want), len(got))
        return list(zip(want, got, strict=False)) if len(want) == len(got) else []

    def touch(self) -> None:
        for key in ("kind", "channel", "outcome", "attempts", "minutes", "bad_phone"):
            self.same(key, self.want[key], self.got[key])
        if self.want["direction"]:
            self.same("direction", self.want["direction"], self.got["direction"])
        for key in ("date", "time"):
            self.same(f"at.{key}", self.want["at"][key], self.got["at"][key])
        self.same("also", sorted(map(fold, self.want["also"])), sorted(map(fold, self.got["also"])))

    def contact(self) -> None:
        want, got = self.want["contact"], self.got["contact"]
        self.same("contact", want is None, got is None)
        if want and got:
            self.same("contact.name", fold(want["name"] or ""), fold(got["name"] or ""))
            if want["org"]:
                self.same("contact.org", org(want["org"]), org(got["org"]))
            for key in {"phone", "email", "role"} & want.keys():
                self.same(f"contact.{key}", fold(want[key]), fold(got.get(key) or ""))

    def referrals(self) -> None:
        for want, got in self.pairs("referrals"):
            self.same("referral.name", fold(want["name"]), fold(got["name"]))
            self.same("referral.org", org(want["org"]), org(got["org"]))
            self.same("referral.via", want["via"], got["via"])
            for key in {"phone", "email", "role", "relation"} & want.keys():
                self.same(f"referral.{key}", fold(want[key]), fold(got.get(key) or ""))

    def tasks(self) -> None:
        for want, got in self.pairs("followups"):
            for key in ("action", "due", "time", "part", "tz", "promised"):
                self.same(f"followup.{key}", want.get(key), got.get(key))
            self.same("followup.whom", fold(want["whom"] or ""), fold(got["whom"] or ""))
            if want.get("condition"):
                self.same("followup.condition", want["condition"], got.get("condition"))
            self.holds("followup.what", want["what"], got["what"])

    def promises(self) -> None:
        for want, got in self.pairs("promises_by_them"):
            self.same("promise.who", fold(want["who"] or ""), fold(got["who"] or ""))
            for key in ("due", "time"):
                self.same(f"promise.{key}", want.get(key), got.get(key))
            self.holds("promise.what", want["what"], got["what"])

    def stage(self) -> None:
        want, got = self.want["stage"], self.got["stage"]
        self.same("stage", want is None, got is None)
        if want and got:
            self.same("stage.to", want["to"], got["to"])
            for key in ("reason", "lead", "org"):
                if want[key]:
                    self.same(f"stage.{key}", fold(want[key]), fold(got[key] or ""))

    def questions(self) -> None:
        """All that must be asked is; one question too many is forgiven."""
        want, asked = set(self.want["ask"]), set(self.got["ask"])
        self.found += [f"not asked: {path}" for path in sorted(want - asked)]
        extra = asked - want - set(self.want["ask_ok"])
        if len(extra) > 1:
            self.found.append(f"asks too much: {sorted(extra)}")


def differences(case: Case) -> list[str]:
    """What the reading of a case has otherwise than wanted, field by field."""
    it = Differences(case["expect"], as_json(reading(case)))
    for part in (it.touch, it.contact, it.referrals, it.tasks, it.promises, it.stage, it.questions):
        part()
    it.holds("note", case["expect"]["note"], it.got["note"])
    return it.found
