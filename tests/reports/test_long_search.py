"""Every number of the weekly page after twelve weeks, as worked out by hand from what happened."""

from __future__ import annotations

from datetime import date

import pytest
from actions.scenes import on
from reports.long_search import LAST_WEEK, NOW, TODAY, Search

from followup_tui.reports.stats import Page, numbers, page
from followup_tui.reports.tree_words import root_words
from followup_tui.rules import metrics, record
from followup_tui.rules.metrics import Middle, Share
from followup_tui.rules.record import Effort, Hours
from followup_tui.store.agenda import promises_kept
from followup_tui.store.book import connection
from followup_tui.store.invariants import breaches
from followup_tui.store.models import Contact
from followup_tui.store.totals import Events, events


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory):
    from followup_tui.store.book import open_book

    with open_book(tmp_path_factory.mktemp("search") / "book.db"):
        Search().run()
        yield


@pytest.fixture
def told(search: None) -> Events:
    return events(NOW)


@pytest.fixture(scope="module")
def whole(search: None) -> Page:
    return page(NOW)


def test_sixty_people_and_nothing_left_hanging(told: Events) -> None:
    assert Contact.select().count() == 60
    assert breaches() == []


def test_m1_followed_through(told: Events) -> None:
    """What was first due from Tuesday 27 October to Monday 23 November, and what of it was done or
    declined by the next business day.

    Week 7: Second's thanks due Tue 27 yes; the word on that talk due Tue 27, given on Friday, no.
      The decision on the editor's job was due Friday 30: taken when it went on.  2 of 3
    Week 8: thank Giver, call First, word on First, thank First, clips, word on Second, nudge
      (closed when they kept their word), decision on Desk: yes. Call Second by Wed 28, no.  8 of 9
    Week 9: thank Giver, call First, word, thank First, clips (a day late), decision: yes. Call
      Second, no; the nudge of Mon 9 was done on Wed 11, no.  6 of 8
    Week 10: thank Giver, call First, word, thank First, call Second (tried), word on that, second
      call, thank Second, clips, nudge, decision: yes. Word on the talk, no.  11 of 12
    Week 11: thank Giver, call First, word, thank First, clips, word on Second, decision: yes. Call
      Second, no; the nudge is due today and waits.  7 of 9
    How it goes: four weeks after the giver last heard, where a name still leads somewhere: Giver 5
      heard on Fri 9 October, so Fri 6 November; Giver 6 on Wed 14 October, so Wed 11. Nothing was
      done about either. (Giver 4 is owed the word on Second first.)  0 of 2
    """
    assert metrics.follow_through(told.steps, TODAY) == Share(2 + 8 + 6 + 11 + 7, 43)


def test_m2_promises_kept(told: Events) -> None:
    """Clips due on 29 October, 5, 12 and 19 November: in even weeks on the day, in odd ones not.
    A week ago those of 22 October (week 7, late) were in the window, those of the 19th not yet.
    """
    assert metrics.promises_kept(told.steps, TODAY) == Share(2, 4)
    assert metrics.promises_kept(told.steps, LAST_WEEK) == Share(2, 4)


def test_m3_hours_to_the_first_step(told: Events) -> None:
    """First, weeks 8 to 11: Tuesday 11:00 to the word on Wednesday 9:00: 6 hours.
    Giver, week 10: Monday 10:00 to Tuesday 9:30: 7.5. Weeks 9 and 11: to Wednesday 12:00: 18.
    Second of week 10: Monday 11:00 to the thanks on Tuesday 10:00: 7.
    In order 6 6 6 6 7 7.5 18 18: between 6 and 7.
    """
    assert metrics.hours_to_first(told.steps, told.touches, TODAY) == Middle(6.5, 8)


def test_m4_first_call_within_two_days(told: Events) -> None:
    """Given on 2, 9 and 16 November, two each. First: three times the next day. Second: week 9
    never, week 10 on Wednesday, week 11 never. Those of 26 October are 28 days old: out.
    """
    assert metrics.tried_in_time(told.names, TODAY) == Share(4, 6)


def test_m5_names_never_tried(told: Events) -> None:
    """Second of weeks 0, 3, 6 and 9; a week ago that of week 9 was 14 days old, not older."""
    never = [name.called for name in metrics.never_tried(told.names, TODAY)]
    assert never == ["Second 0", "Second 3", "Second 6", "Second 9"]
    assert len(metrics.never_tried(told.names, LAST_WEEK)) == 3


def test_m6_loops_closed(told: Events) -> None:
    """First of weeks 8 to 11: four, told the next day. Second let go in weeks 8 and 11: two, told
    at once. Second of week 10: tried, told the next day; reached on Mon 16, told on Fri 20: late.
    Open for more than a week: that Second 4 was reached, on 5 October.
    """
    assert metrics.loops_closed(told.names, TODAY) == Share(7, 8)
    assert metrics.old_loops(told.names, TODAY) == 1


def test_m7_thanked_within_a_day(told: Events) -> None:
    """First: four of four, after 22.5 hours. Giver: week 10 of 9, 10 and 11. Second: week 10."""
    assert metrics.thanked(told.touches, told.steps, TODAY) == Share(4 + 1 + 1, 8)


def test_m8_did_what_i_planned(told: Events) -> None:
    """Clips: planned in weeks 8 and 10, put off to an hour in weeks 9 and 11: four of four.
    Second: put off to Thursday and to Friday at nine in weeks 8 and 11, never called: none of
    four. The call planned for week 9: no.
    """
    assert metrics.did_as_planned(told.plans, TODAY) == Share(4, 9)


def test_m9_snoozes_of_what_was_finished(told: Events) -> None:
    """Finished from 27 October on: week 7 three (thanks, word, nudge), week 8 nine, week 9 seven
    (the nudge on Wed 11 too), week 10 twelve, week 11 eight. Put off: the clips of weeks 9 and
    11 once, the calls of weeks 8 and 11 twice.
    """
    found = record.snoozing(told.steps, TODAY)
    assert found.twice == Share(2, 3 + 9 + 7 + 12 + 8)
    assert found.mean == pytest.approx(6 / 39)


def test_m10_they_keep_their_word(told: Events) -> None:
    """Due on 30 October, 6, 13 and 20 November: kept, given up, kept, open."""
    assert record.their_word(told.theirs, TODAY) == {"a": Share(2, 4)}


def test_m11_tries_until_a_talk(told: Events) -> None:
    """Twelve givers and twelve Firsts by the first try, four Seconds by the second; six openers
    were written to and never talked to.
    """
    found = record.reach(told.touches, TODAY)
    assert found.attempts == Middle(1, 28)
    assert found.by_attempt == (Share(24, 34), Share(28, 34), Share(28, 34))


def test_m12_best_hours(told: Events) -> None:
    """From ten to twelve 12 + 12 + 4 talks; from two to four four voicemails."""
    assert record.best_hours(told.touches) == [Hours(10, 28, 28), Hours(14, 0, 4)]


def test_m13_said_no_with_words(told: Events) -> None:
    """Desks 8 to 11, let go on four Fridays: with words in weeks 8 and 10."""
    assert record.declined_with_words(told.ended, TODAY) == Share(2, 4)


def test_m14_what_came_of_it(whole: Page) -> None:
    """Twelve trees of two names. The two with an interview stand in front; week 7's has a talk
    more, with Second.
    """
    assert len(whole.tree) == 12 and all(root.names == 2 for root in whole.tree)
    assert [(root.called, root_words(root)) for root in whole.tree[:3]] == [
        ("Giver 7", "2 names, 2 talks, 1 interview"),
        ("Giver 3", "2 names, 1 talk, 1 interview"),
        ("Giver 1", "2 names, 2 talks"),
    ]
    assert {root.furthest for root in whole.tree[2:]} == {None}


def test_m14_where_names_get_stuck(whole: Page) -> None:
    """Of 24 names twelve Firsts and four Seconds were called, and all of them reached."""
    assert [(leak.name, leak.count) for leak in whole.pipe] == [
        ("names given", 24), ("called", 16), ("reached", 16), ("next step", 16), ("interview", 2),
    ]  # fmt: skip


def test_m15_effort(told: Events) -> None:
    """Three reviews in the week of 26 October, four in each of the next three. Talks: four Firsts,
    three Givers, one Second.
    """
    found = record.effort(told.sessions, told.touches, TODAY)
    assert found == Effort(15 * 20, 8)
    assert found.talks_an_hour == 1.6


def test_m16_days_reviewed(whole: Page) -> None:
    told = {number.id: (number.now, number.before) for number in whole.numbers}
    assert told["M16"] == ("0 of 5 workdays", "4 of 5 workdays")


def test_the_last_full_week(whole: Page) -> None:
    """From 16 November: Monday two talks; Tuesday a talk and thanks; Wednesday the word and two
    thanks; Friday the word on Second 10 and the no to Giver 11. Nothing came from them.
    """
    week = whole.weeks[-2]
    assert (week.monday, week.out, week.back) == (date(2026, 11, 16), 9, 0)
    assert whole.weeks[0].monday == date(2026, 9, 7)


def test_the_page_says_them_in_words(told: Events) -> None:
    said = {(n.id, n.name): (n.now, n.before) for n in numbers(told, NOW)}
    assert said["M1", "Followed through"][0] == "34 of 43"
    assert said["M3", "Hours to first step"][0] == "6.5 h"
    assert said["M5", "Names never tried"] == (
        "4 (Second 0, Second 3, Second 6 and 1 more)", "3",
    )  # fmt: skip
    assert said["M9", "Snoozes until done"][0] == "0.2 (twice: 2 of 39)"
    assert said["M10", "They keep their word"][0] == "a: 2 of 4"
    assert (
        said["M11", "Tries until a talk"][0] == "1 (by the 1st try 24 of 34 people, 2nd 28, 3rd 28)"
    )
    assert said["M15", "Review and talks"][0] == "300 min, 8 talks (1.6 an hour)"


def test_the_first_screen_says_the_same_of_promises(told: Events) -> None:
    assert promises_kept(connection(), NOW) == (2, 4)
    assert promises_kept(connection(), on(LAST_WEEK)) == (2, 4)
