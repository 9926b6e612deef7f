"""Scores by the shipped schemes, and when an assessment is overdue."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import codes
from models.rules.months import add_months
from models.rules.schemes import (
    Answer,
    direction,
    first_day_in_date,
    last_day_in_date,
    level_of,
    overdue,
    score,
)

MONTH = codes.Validity(number=1, unit="months")
RECENT = "past 6 months"
EARLIER = "6 to 12 months ago"


def _scheme(code: str) -> codes.Scheme:
    found = codes.scheme(code)
    assert found is not None
    return found


def _seraf(vulnerability: int, moderate: int, *windows: tuple[str, ...]) -> list[Answer]:
    weak = [Answer(indicator="v", group="vulnerability", present=True)] * vulnerability
    middle = [Answer(indicator="m", group="moderate", present=True)] * moderate
    strong = [
        Answer(indicator="s", group="significant", present=True, windows=frozenset(window))
        for window in windows
    ]
    return [*weak, *middle, *strong]


@pytest.mark.parametrize(
    ("answers", "points", "level"),
    [
        ([], 0, "1"),
        (_seraf(5, 0), 5, "1"),
        (_seraf(3, 3), 6, "2"),
        (_seraf(0, 0, (RECENT,)), 5, "1"),
        (_seraf(0, 0, (EARLIER,)), 1, "1"),
        (_seraf(0, 0, (RECENT, EARLIER)), 6, "2"),
        (_seraf(4, 1, (RECENT,)), 10, "2"),
        (_seraf(5, 0, (RECENT, EARLIER)), 11, "3"),
        (_seraf(0, 0, (RECENT,), (RECENT,), (RECENT,)), 15, "3"),
        (_seraf(0, 1, (RECENT,), (RECENT,), (RECENT,)), 16, "4"),
        (_seraf(20, 20, (RECENT, EARLIER)), 46, "4"),
    ],
)
def test_seraf_gives_points_by_group_and_time(
    answers: list[Answer], points: int, level: str
) -> None:
    found = score(_scheme("seraf"), answers)
    assert found.points == points
    assert found.level is not None
    assert found.level.code == level


def test_absent_and_unknown_indicators_score_nothing() -> None:
    answers = [
        Answer(indicator="a", group="vulnerability", present=False),
        Answer(indicator="b", group="significant", present=None, windows=frozenset({RECENT})),
    ]
    assert score(_scheme("seraf"), answers).points == 0


def test_a_significant_indicator_without_a_time_leaves_the_level_to_judgement() -> None:
    found = score(_scheme("seraf"), _seraf(1, 0, ()))
    assert (found.points, found.level) == (1, None)
    assert "without group or time" in found.note
    assert "rofessional judgement" in found.note


@pytest.mark.parametrize(
    ("given_points", "points", "level"),
    [
        ([0] * 8, 0, "low"),
        ([2, 2, 2, 2, 2, 2, 2, 4], 18, "low"),
        ([2, 2, 2, 2, 2, 2, 2, 5], 19, "medium"),
        ([4, 4, 4, 4, 4, 4, 4, 6], 34, "medium"),
        ([5, 5, 5, 5, 5, 5, 5, 0], 35, "high"),
        ([7, 7, 7, 7, 7, 7, 7, 5], 54, "high"),
        ([7, 7, 7, 7, 7, 7, 7, 6], 55, None),
        ([5] * 7, 35, None),
    ],
)
def test_merseyside_adds_eight_indicators(
    given_points: list[int], points: int, level: str | None
) -> None:
    answers = [Answer(indicator=str(i), points=p) for i, p in enumerate(given_points)]
    found = score(_scheme("merseyside"), answers)
    assert found.points == points
    assert (found.level and found.level.code) == level


def test_a_number_beyond_the_form_is_not_added() -> None:
    found = score(_scheme("zero_three"), [Answer(indicator="a", points=4)])
    assert (found.points, found.level) == (None, None)


def test_a_total_without_bands_is_professional_judgement() -> None:
    answers = [Answer(indicator="a", points=3), Answer(indicator="b", points=2)]
    found = score(_scheme("zero_three"), answers)
    assert (found.points, found.level) == (5, None)
    assert found.note == "Professional judgement."


@pytest.mark.parametrize(("present", "level"), [(0, None), (1, "low"), (4, "low"), (5, None)])
def test_the_risk_factor_matrix_bands_only_what_its_source_bands(
    present: int, level: str | None
) -> None:
    answers = [Answer(indicator=str(i), present=i < present) for i in range(10)]
    found = score(_scheme("rfm"), answers)
    assert found.points == present
    assert (found.level and found.level.code) == level


def test_domains_are_counted_at_each_level() -> None:
    answers = [Answer(indicator=str(i), level=w) for i, w in enumerate(["high", "low", "high"])]
    found = score(_scheme("cambs"), answers)
    assert dict(found.domains) == {"low": 1, "medium": 0, "high": 2}
    assert found.level is None


@pytest.mark.parametrize("code", ["cumbria", "plain", "london", "norfolk", "durham", "ceraf"])
def test_schemes_of_judgement_never_give_a_level(code: str) -> None:
    found = score(_scheme(code), [Answer(indicator="a", present=True)] * 30)
    assert (found.points, found.level, found.note) == (None, None, "Professional judgement.")


def test_every_scheme_of_the_field_is_shipped_with_its_source() -> None:
    shipped = {scheme.code for scheme in codes.schemes()}
    assert shipped >= {
        "cumbria", "london", "london2021", "seraf", "ceraf", "merseyside", "rfm", "cambs",
        "panbeds", "zero_three", "norfolk", "durham", "miltonkeynes", "cerar_checklist", "plain",
    }  # fmt: skip
    for scheme in codes.schemes():
        assert scheme.validity is not None or scheme.validity_note, scheme.code
        assert len({level.code for level in scheme.levels}) == len(scheme.levels)


def test_bands_never_overlap() -> None:
    for scheme in codes.schemes():
        for points in range(80):
            assert sum(level.holds(points) for level in scheme.levels) <= 1
        assert level_of(scheme, -1) is None


@pytest.mark.parametrize(
    ("before", "after", "word"),
    [
        ("CSE1", "CSE3", "increased"),
        ("CSE2", "CSE2", "same"),
        ("CSE3", "CSE1", "decreased"),
        ("CSE3", "no such", None),
    ],
)
def test_risk_moves_up_stays_or_goes_down(before: str, after: str, word: str | None) -> None:
    cumbria = _scheme("cumbria")
    assert direction(cumbria.level(before), cumbria.level(after)) == word


@pytest.mark.parametrize(
    ("assessed", "on", "is_overdue"),
    [
        (date(2020, 11, 30), date(2020, 12, 30), False),
        (date(2020, 11, 30), date(2020, 12, 31), True),
        (date(2020, 12, 1), date(2020, 12, 31), False),
        (date(2020, 12, 31), date(2020, 12, 31), False),
        (date(2023, 1, 31), date(2023, 2, 28), False),
        (date(2023, 1, 31), date(2023, 3, 1), True),
        (date(2024, 1, 31), date(2024, 2, 29), False),
        (date(2024, 1, 31), date(2024, 3, 1), True),
        (date(2026, 12, 15), date(2027, 1, 15), False),
        (date(2026, 12, 15), date(2027, 1, 16), True),
        (None, date(2020, 12, 31), True),
        (date(2021, 1, 5), date(2020, 12, 31), True),
    ],
)
def test_an_assessment_is_in_date_through_the_day_one_month_after_it(
    assessed: date | None, on: date, is_overdue: bool
) -> None:
    assert overdue(assessed, on, MONTH) is is_overdue


@pytest.mark.parametrize(
    ("validity", "last"),
    [
        (codes.Validity(number=10, unit="days"), date(2026, 11, 11)),
        (codes.Validity(number=6, unit="weeks"), date(2026, 12, 13)),
        (codes.Validity(number=3, unit="months"), date(2027, 2, 1)),
    ],
)
def test_a_period_may_be_in_days_weeks_or_months(validity: codes.Validity, last: date) -> None:
    assessed = date(2026, 11, 1)
    assert last_day_in_date(assessed, validity) == last
    assert not overdue(assessed, last, validity)
    assert overdue(assessed, last + timedelta(days=1), validity)


@given(
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    st.integers(1, 30),
    st.sampled_from(["days", "weeks", "months"]),
    st.integers(-40, 40),
)
def test_what_is_overdue_was_assessed_before_the_first_day_in_date(
    on: date, number: int, unit: str, apart: int
) -> None:
    validity = codes.Validity(number=number, unit=unit)
    first = first_day_in_date(on, validity)
    assessed = min(on, first + timedelta(days=apart))
    assert overdue(assessed, on, validity) is (assessed < first)


def test_without_a_period_only_the_never_assessed_are_overdue() -> None:
    assert overdue(None, date(2026, 11, 12), None)
    assert not overdue(date(2001, 1, 1), date(2026, 11, 12), None)


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(-48, 48))
def test_months_on_keep_the_day_or_the_end_of_the_month(day: date, months: int) -> None:
    there = add_months(day, months)
    assert (there.year - day.year) * 12 + there.month - day.month == months
    assert there.day == day.day or (there + timedelta(days=1)).day == 1
