"""A table of records with the day on which each falls due, and what stops it."""

from datetime import date

import pytest

from models.errors import Refusal
from models.marks import RetentionState
from models.rules.retention import (
    DIED,
    SET_LOCALLY,
    STILL_OPEN,
    Covered,
    Due,
    Facts,
    Hold,
    Period,
    backups_left,
    check_words,
    covers,
    due,
    in_force,
    latest,
    shared,
    state,
)

TODAY = date(2026, 11, 12)
LOOKED_AFTER = Period("cla", "Looked after", "birth", years=75, plans=frozenset({"CLA"}))
PROTECTION = Period("cp", "Protection", "last contact", years=35, plans=frozenset({"CP"}))
IN_NEED = Period("cin", "In need", "18th birthday and last contact", 3, plans=frozenset({"CIN"}))
PLAIN = Period("child", "Under no plan", "closure")
CHILDREN = (LOOKED_AFTER, PROTECTION, IN_NEED, PLAIN)
TRUSTED = Period("lado", "In trust", "birth", years=100, trust=True)
PEOPLE = (TRUSTED, Period("person", "Person", "closure"))
MINUTES = (Period("minutes", "Minutes", "meeting", years=6),)
RETURNS = (Period("returns", "Returns", "minutes approved", months=3),)
BORN = date(2008, 2, 29)


def child(*plans, **more):
    known = {"birth": BORN, "last contact": date(2024, 5, 31), "closure": date(2024, 6, 1)}
    return Facts(known, frozenset(plans), **more)


@pytest.mark.parametrize(
    ("facts", "schedule", "on"),
    [
        (child("CLA"), CHILDREN, date(2083, 2, 28)),
        (child("CP"), CHILDREN, date(2059, 5, 31)),
        (child("CIN"), CHILDREN, date(2029, 2, 28)),
        (Facts({"birth": BORN, "last contact": date(2027, 1, 5)}, frozenset({"CIN"})), CHILDREN,
         date(2030, 1, 5)),
        (Facts({"birth": BORN}, frozenset({"CIN"})), CHILDREN, date(2029, 2, 28)),
        (child("CIN", "CP"), CHILDREN, date(2059, 5, 31)),
        (child("CIN", "CLA", "EH"), CHILDREN, date(2083, 2, 28)),
        (Facts({"birth": BORN}, trust=True), PEOPLE, date(2108, 2, 29)),
        (Facts({"meeting": date(2020, 11, 12)}), MINUTES, date(2026, 11, 12)),
        (Facts({"minutes approved": date(2026, 11, 30)}), RETURNS, date(2027, 2, 28)),
        (Facts({"minutes approved": TODAY}), (Period("d", "Drafts", "minutes approved", months=0),),
         TODAY),
    ],
)  # fmt: skip
def test_each_class_runs_from_its_own_day_and_the_longest_counts(facts, schedule, on):
    assert due(facts, schedule).on == on


@pytest.mark.parametrize(
    ("facts", "schedule", "why"),
    [
        (child(), CHILDREN, SET_LOCALLY),
        (child("EH"), CHILDREN, SET_LOCALLY),
        (child(), (), SET_LOCALLY),
        (child("CLA", closed=False), CHILDREN, STILL_OPEN),
        (child("CLA", deceased=True), CHILDREN, DIED),
        (Facts({}, frozenset({"CLA"})), CHILDREN, "Counted from birth, which is not known."),
        (Facts({}), RETURNS, "Counted from minutes approved, which is not known."),
        (Facts({"meeting": TODAY}, closed=False), MINUTES, STILL_OPEN),
    ],
)
def test_without_a_period_or_its_day_nothing_is_due(facts, schedule, why):
    found = due(facts, schedule)
    assert found.on is None and found.why == why


def test_what_is_shared_is_kept_as_long_as_the_longest_and_waits_for_what_cannot_be_told():
    early, late = Due(date(2030, 1, 1)), Due(date(2040, 1, 1))
    assert latest([early, late, early]) == late
    assert latest([late, Due(None, why=SET_LOCALLY)]).why == SET_LOCALLY
    own = Due(date(2030, 1, 1), "cin", "In need, 3 years")
    assert shared(own, [early], "Its minutes") == own
    kept = shared(own, [Due(date(2040, 1, 1), "m", "Minutes, 6 years")], "Its minutes")
    assert kept == Due(date(2040, 1, 1), "cin", "In need, 3 years; not before: Minutes, 6 years")
    assert (
        shared(own, [Due(None, why=STILL_OPEN)], "A meeting").why == "A meeting: It is not closed."
    )


@pytest.mark.parametrize(
    ("on", "more", "stands"),
    [
        (TODAY, {}, RetentionState.DUE),
        (date(2020, 1, 1), {"held": True}, RetentionState.HELD),
        (None, {"held": True}, RetentionState.HELD),
        (TODAY, {"kept_until": date(2027, 1, 1)}, RetentionState.KEPT_ON),
        (TODAY, {"kept_until": TODAY}, RetentionState.DUE),
        (date(2027, 2, 12), {}, RetentionState.COMING),
        (date(2027, 2, 13), {}, RetentionState.LATER),
        (None, {}, RetentionState.WAITS),
    ],
)
def test_a_hold_stops_everything_then_a_decision_to_keep(on, more, stands):
    assert state(Due(on), TODAY, **more) is stands


CHILD = Covered("subject", 5, children=True, exploitation=frozenset({"CSE_GROUP", "CSE"}))
PERSON = Covered("subject", 7, exploitation=frozenset({"CCE"}))
MEETING = Covered("meeting", 5, children=True, exploitation=frozenset({"CSE"}),
                  names=frozenset({("subject", 5)}))  # fmt: skip


@pytest.mark.parametrize(
    ("hold", "held"),
    [
        (Hold(about="subject", about_id=5), (CHILD, MEETING)),
        (Hold(about="meeting", about_id=5), (MEETING,)),
        (Hold("everything"), (CHILD, PERSON, MEETING)),
        (Hold("children"), (CHILD, MEETING)),
        (Hold("meetings"), (MEETING,)),
        (Hold("exploitation:CSE"), (CHILD, MEETING)),
        (Hold("exploitation:CCE"), (PERSON,)),
    ],
)
def test_a_hold_covers_one_record_with_what_names_it_or_all_of_an_inquiry(hold, held):
    assert tuple(one for one in (CHILD, PERSON, MEETING) if covers(hold, one)) == held


def test_a_hold_stands_to_the_end_of_its_last_day():
    assert in_force(Hold(until=None), TODAY) and in_force(Hold(until=TODAY), TODAY)
    assert not in_force(Hold(until=date(2026, 11, 11)), TODAY)


@pytest.mark.parametrize(
    "reason", ["", "  ", "Ivy Ashdown is 25", "file of ivy's: closed", "lcs1!"]
)
def test_a_reason_that_the_certificate_keeps_names_nobody(reason):
    with pytest.raises(Refusal):
        check_words(reason, ["Ivy Ashdown", "Ivys", "LCS1"])


def test_a_plain_reason_is_taken():
    check_words("Seventy-five years are over", ["Ivy Ashdown"])


@pytest.mark.parametrize(
    ("count", "days", "words"),
    [
        (None, None, "until somebody deletes them"),
        (3, None, "In the folder for backups: 3."),
        (0, 30, "None lies in the folder"),
        (2, 30, "until they are deleted, by Sat 12 Dec 2026."),
    ],
)
def test_what_backups_still_hold_is_said_with_until_when(count, days, words):
    told = backups_left(count, TODAY, days)
    assert words in told and told.startswith("Backups and handed-over copies made before")
