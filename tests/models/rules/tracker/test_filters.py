"""Whom the tracker shows: what single columns must say, and the quick choices."""

from datetime import date, timedelta

import pytest

from models.records.tracker import Filter, TrackedChild
from models.rules.tracker.filters import SHOWN, keeps, sieve, told
from tests.benchmarks.tracked import tracked

TODAY = date(2026, 11, 12)
BARE = tracked(1)[0].__class__(
    id=1, uuid="1", name="Ivy Ashdown", initials="I.A.", system_id=None, birth_date=None, age=None,
    gender=None, district=None, plan=None, category=None, other_exploitation=False, types=(),
    risk=None, direction=None, assessed_on=None, assessment_overdue=True, missing_90_days=None,
    interviews_late=0, nrm=None, next_review=None, lead=None, on_panel=False,
)  # fmt: skip


def child(**said) -> TrackedChild:
    from dataclasses import replace

    return replace(BARE, **said)


@pytest.mark.parametrize(
    ("asked", "said", "kept"),
    [
        (Filter("risk", ("High", "Medium")), {"risk": "High"}, True),
        (Filter("risk", ("High",)), {"risk": "Low"}, False),
        (Filter("risk", ("High",)), {}, False),
        (Filter("risk", ("High",), empty=True), {}, True),
        (Filter("risk", empty=True), {}, True),
        (Filter("risk", empty=True), {"risk": "Low"}, False),
        (Filter("risk", filled=True), {}, False),
        (Filter("risk", filled=True), {"risk": "Low"}, True),
        (Filter("types", ("CCE",)), {"types": ("CSE", "CCE")}, True),
        (Filter("types", ("CCE",)), {"types": ("CSE",)}, False),
        (Filter("school", part="tarn"), {"school": "Upper Tarn High"}, True),
        (Filter("school", part="tarn"), {"school": "Beck Academy"}, False),
        (Filter("missing_90_days", least=3), {"missing_90_days": 3}, True),
        (Filter("missing_90_days", least=3), {"missing_90_days": 2}, False),
        (Filter("missing_90_days", least=3), {}, False),
        (Filter("missing_90_days", most=0), {"missing_90_days": 0}, True),
        (Filter("next_review", most=TODAY), {"next_review": TODAY}, True),
        (Filter("next_review", least=TODAY), {"next_review": date(2026, 11, 11)}, False),
        (Filter("next_review", least=3), {"next_review": TODAY}, True),
        (Filter("other_exploitation", ("Yes",)), {"other_exploitation": True}, True),
        (Filter("other_exploitation", ("Yes",)), {"other_exploitation": False}, False),
        (Filter("standing", ("never",)), {}, True),
        (Filter("state", ("Open",)), {"closed_on": TODAY}, False),
        (Filter("no such column", ("x",)), {}, True),
    ],
)
def test_a_column_must_say_what_is_asked_of_it(asked, said, kept):
    assert sieve(asked)(child(**said)) is kept


@pytest.mark.parametrize(
    ("key", "said", "kept"),
    [
        ("open", {}, True),
        ("open", {"closed_on": TODAY}, False),
        ("overdue", {}, True),
        ("overdue", {"closed_on": TODAY}, False),
        ("due", {"due_on": TODAY + timedelta(14)}, True),
        ("due", {"due_on": TODAY + timedelta(15)}, False),
        ("due", {"due_on": TODAY - timedelta(1)}, False),
        ("no_plan", {}, True),
        ("no_plan", {"plan": "CP"}, False),
        ("new", {"since": date(2026, 10, 1)}, True),
        ("new", {"since": date(2026, 9, 30)}, False),
        ("new", {}, False),
        ("review", {"next_review": TODAY - timedelta(1)}, True),
        ("review", {"next_review": TODAY}, False),
        ("nobody", {}, True),
        ("high", {"risk": "Category 4: significant risk", "risk_band": "high"}, True),
        ("high", {"risk": "Low", "risk_band": "low"}, False),
        ("missing", {"missing_90_days": 1}, True),
        ("missing", {"missing_90_days": 0}, False),
        ("nothing known by this word", {}, True),
    ],
)
def test_the_quick_choices_keep_whom_they_say(key, said, kept):
    keep = keeps(key, TODAY)
    assert keep(child(**said)) is kept


def test_every_quick_choice_has_its_own_words():
    assert len({words for _, words in SHOWN}) == len(SHOWN)


def test_a_filter_is_told_in_words():
    assert told(Filter("risk", ("High", "Medium"), empty=True), str) == (
        "Risk: High or Medium or empty"
    )
    assert told(Filter("missing_90_days", least=3), str) == "Missing 90 d: from 3"
