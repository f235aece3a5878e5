"""The words of dates and clocks, and the days they stand for."""

from __future__ import annotations

from followup_tui.rules.tokens import spelt


def _numbered(*groups: str) -> dict[str, int]:
    return {word: place for place, group in enumerate(groups) for word in group.split()}


WEEKDAYS = _numbered(
    "monday mon mondy monda",
    "tuesday tues tue tuseday teusday tuesdy",
    "wednesday wed weds wednes wensday wednsday wedensday",
    "thursday thu thur thurs thrs thursdy thrusday thurday",
    "friday fri firday fridy frday",
    "saturday sat saterday saturdy",
    "sunday sun sundy",
)
"""Word to weekday, Monday 0; with the slips of thumbs."""

MONTHS = {
    word: number + 1
    for word, number in _numbered(
        "january jan", "february feb febuary", "march mar", "april apr", "may", "june jun",
        "july jul", "august aug", "september sept sep", "october oct", "november nov",
        "december dec decemeber",
    ).items()
}  # fmt: skip

NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "couple": 2, "few": 3,
}  # fmt: skip

ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1}

UNITS = spelt(
    "minute: minute, minutes, min, mins",
    "hour: hour, hours, hr, hrs",
    "day: day, days, d, dys",
    "business: b, bd, bds, workday, workdays, working, business",
    "week: week, weeks, wk, wks, w, weeks', fortnight, fortnights",
    "month: month, months, mo, mos",
    "year: year, years, yr, yrs",
)
"""Word to unit; `working` and `business` want `days` after them."""

RELATIVE = {
    "today": 0, "2day": 0, "asap": 0, "immediately": 0, "tonight": 0, "tonite": 0,
    "2nite": 0, "tomorrow": 1, "tmrw": 1, "tmw": 1, "tmrow": 1, "tmr": 1, "tomorow": 1,
    "tommorow": 1, "tommorrow": 1, "tomorrw": 1, "2moro": 1, "2morrow": 1, "2mrw": 1, "tom'w": 1,
}  # fmt: skip
"""Words for a day by its distance from today, in days."""

PARTS = spelt(
    "morning: morning, mornings, am, a.m, morn",
    "afternoon: afternoon, afternoons, pm, p.m, aft, arvo",
    "evening: evening, night, tonight, tonite, 2nite, eve",
)
"""Word to part of the day."""

CLOSE_OF_DAY = ("cob", "eod", "eob", "cop")
"""17:00 in one word."""

SEASONS = {"spring": 3, "summer": 6, "fall": 9, "autumn": 9, "winter": 12}
"""The month a season is taken to begin with; always asked."""

_EAST, _CENTRAL, _MOUNTAIN, _WEST = (
    "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles",
)  # fmt: skip

ZONES = spelt(
    f"{_EAST}: et, est, edt, eastern, new york, nyc, ny, boston, miami, atlanta, philadelphia",
    f"{_CENTRAL}: ct, cst, cdt, central, chicago, houston, dallas, austin, minneapolis",
    f"{_MOUNTAIN}: mt, mst, mdt, mountain, denver, boulder, salt lake",
    f"{_WEST}: pt, pst, pdt, pacific, los angeles, la, san francisco, sf, seattle, portland",
    "America/Phoenix: phoenix, arizona",
    "America/Anchorage: akst, alaska, anchorage",
    "Pacific/Honolulu: hst, hawaii, honolulu",
    "America/Toronto: toronto, montreal, ottawa",
    "America/Vancouver: vancouver",
    "America/Mexico_City: mexico city",
    "America/Sao_Paulo: sao paulo, brt",
    "America/Argentina/Buenos_Aires: buenos aires",
    "America/Bogota: bogota",
    "Europe/London: gmt, bst, uk, london, edinburgh",
    "Europe/Dublin: dublin",
    "Europe/Lisbon: lisbon",
    "Europe/Madrid: madrid, barcelona",
    "Europe/Paris: paris",
    "Europe/Brussels: brussels",
    "Europe/Amsterdam: amsterdam",
    "Europe/Berlin: cet, cest, berlin, munich, hamburg, frankfurt",
    "Europe/Zurich: zurich, geneva",
    "Europe/Rome: rome, milan",
    "Europe/Vienna: vienna",
    "Europe/Prague: prague",
    "Europe/Warsaw: warsaw",
    "Europe/Copenhagen: copenhagen",
    "Europe/Oslo: oslo",
    "Europe/Stockholm: stockholm",
    "Europe/Helsinki: eet, helsinki",
    "Europe/Athens: athens",
    "Europe/Istanbul: istanbul",
    "Africa/Cairo: cairo",
    "Africa/Lagos: wat, lagos",
    "Africa/Nairobi: eat, nairobi",
    "Africa/Johannesburg: sast, johannesburg, cape town",
    "Asia/Jerusalem: tel aviv, jerusalem",
    "Asia/Dubai: dubai, gst",
    "Asia/Karachi: pkt, karachi",
    "Asia/Kolkata: ist, india, delhi, mumbai, bangalore",
    "Asia/Bangkok: bangkok",
    "Asia/Ho_Chi_Minh: hanoi, saigon",
    "Asia/Singapore: sgt, singapore",
    "Asia/Hong_Kong: hkt, hong kong",
    "Asia/Shanghai: beijing, shanghai",
    "Asia/Manila: manila",
    "Asia/Seoul: kst, seoul",
    "Asia/Tokyo: jst, tokyo",
    "Australia/Perth: perth",
    "Australia/Sydney: aest, aedt, sydney, melbourne",
    "Pacific/Auckland: nzst, nzdt, auckland, wellington",
    "UTC: utc, zulu",
)
"""Zone word or city to the IANA zone. Abbreviations that several countries share (CST, IST,
BST) are read as the one most often meant in English job letters."""
