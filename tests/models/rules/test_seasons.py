"""A season of meetings: its days by a rule, those left out, and deadlines in working days."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import pytest

from models.errors import Refusal
from models.rules.seasons import LAST, Rule, SeasonDay, Way, moved_deadlines, season, typed_days

TODAY = date(2026, 11, 12)
THURSDAY = 3


@dataclass(frozen=True)
class Step:
    label: str
    working_days: int | None


STEPS = (Step("Referral deadline", -10), Step("Papers out", -5), Step("Meeting", 0),
         Step("Minutes", 10), Step("Chase", None))  # fmt: skip


def days(*found: tuple[int, int, int]) -> list[date]:
    return [date(*one) for one in found]


def held(found: Iterable[SeasonDay]) -> list[date]:
    return [one.day for one in found if not one.left_out]


def of(way: Way, first: date, last: date, **more: Any) -> Rule:
    return Rule(way, first, last, **more)


SPRING = of(Way.WEEKS, date(2026, 12, 1), date(2027, 3, 1), weekday=THURSDAY, every=4)


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        (SPRING, days((2026, 12, 3), (2026, 12, 31), (2027, 1, 28), (2027, 2, 25))),
        (replace(SPRING, first=date(2026, 12, 3)),
         days((2026, 12, 3), (2026, 12, 31), (2027, 1, 28), (2027, 2, 25))),
        # The last Friday of March 2027 is Good Friday: left out.
        (of(Way.MONTHLY, date(2027, 1, 1), date(2027, 4, 30), weekday=4, nth=LAST),
         days((2027, 1, 29), (2027, 2, 26), (2027, 4, 30))),
        (of(Way.MONTHLY, date(2027, 1, 15), date(2027, 4, 30), weekday=THURSDAY, nth=2),
         days((2027, 2, 11), (2027, 3, 11), (2027, 4, 8))),
        (of(Way.MONTHLY, date(2027, 5, 1), date(2027, 5, 31), weekday=0, nth=1), []),
        (of(Way.MONTHLY, date(2027, 5, 1), date(2027, 5, 31), weekday=0, nth=1, next_day=True),
         days((2027, 5, 4))),
        (of(Way.TYPED, TODAY, TODAY, typed=(date(2026, 12, 10), date(2026, 12, 12))),
         days((2026, 12, 10))),
        (of(Way.TYPED, TODAY, TODAY, typed=(date(2026, 11, 5),)), []),
    ],
)  # fmt: skip
def test_days_of_a_rule_that_are_held(rule: Rule, found: list[date]) -> None:
    assert held(season(rule, STEPS, TODAY)) == found


def test_bank_holidays_closed_days_and_school_holidays_are_left_out_or_moved() -> None:
    rule = of(Way.WEEKS, date(2026, 12, 11), date(2027, 1, 8), weekday=4, every=1)
    closed = {date(2026, 12, 18)}
    schools = {date(2026, 12, 21) + timedelta(days=one) for one in range(14)}
    found = season(rule, STEPS, TODAY, closed=closed, holidays=schools, taken=[date(2027, 1, 8)])
    assert [one.standing.partition(";")[0] for one in found] == [
        "to be planned",
        "left out: a closed day",
        "left out: a bank holiday",
        "left out: a bank holiday",
        "left out: a meeting is planned then",
    ]
    moved = season(replace(rule, next_day=True), STEPS, TODAY, closed=closed, holidays=schools)
    assert [(one.day, one.standing.partition(";")[0]) for one in moved] == [
        (date(2026, 12, 11), "to be planned"),
        (date(2027, 1, 4), "instead of Fri 18 Dec 2026"),
        (date(2027, 1, 4), "left out: a meeting is planned then"),
        (date(2027, 1, 4), "left out: a meeting is planned then"),
        (date(2027, 1, 8), "to be planned"),
    ]


def test_each_meeting_has_its_deadlines_in_working_days_over_christmas() -> None:
    (one,) = season(of(Way.TYPED, TODAY, TODAY, typed=(date(2027, 1, 7),)), STEPS, TODAY)
    assert [(step.label, step.due) for step in one.deadlines] == [
        ("Referral deadline", date(2026, 12, 21)),
        ("Papers out", date(2026, 12, 30)),
        ("Meeting", date(2027, 1, 7)),
        ("Minutes", date(2027, 1, 21)),
    ]
    (soon,) = season(of(Way.TYPED, TODAY, TODAY, typed=(date(2026, 11, 20),)), STEPS, TODAY)
    assert soon.standing == "to be planned; 1 deadline past already"


def test_a_moved_meeting_takes_its_deadlines_along() -> None:
    moved = moved_deadlines(date(2026, 12, 17), date(2027, 1, 7), STEPS, frozenset())
    assert moved["Papers out"] == (date(2026, 12, 10), date(2026, 12, 30))


@pytest.mark.parametrize(
    ("rule", "field"),
    [
        (replace(SPRING, last=date(2026, 11, 1)), "last"),
        (replace(SPRING, last=date(2026, 12, 2)), "last"),
        (replace(SPRING, every=0), "every"),
        (replace(SPRING, every=1, last=date(2030, 1, 1)), "last"),
    ],
)
def test_a_rule_that_gives_no_season_is_refused_at_its_field(rule: Rule, field: str) -> None:
    with pytest.raises(Refusal) as refused:
        season(rule, STEPS, TODAY)
    assert refused.value.field == field


def test_days_are_typed_as_people_write_them() -> None:
    found = typed_days("10 December 2026; 14/1/27\n11 Feb 2027, 10 December 2026", TODAY)
    assert found == (date(2026, 12, 10), date(2027, 1, 14), date(2027, 2, 11))
    for text in ("", "soon enough"):
        with pytest.raises(Refusal):
            typed_days(text, TODAY)
