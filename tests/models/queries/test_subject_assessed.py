"""The file on a child says of risk, assessments and the NRM what the child's own page says."""

from collections.abc import Iterator
from datetime import date, datetime

import pytest

from models.clock import SetClock
from models.records.assessing import Entered, Given
from models.records.disclosure import FileLine
from tests.models.services.rooms import RunningRoom, running_room

FIRST, LATER = date(2026, 11, 1), date(2026, 11, 12)


@pytest.fixture(scope="module")
def room() -> Iterator[RunningRoom]:
    made = running_room(SetClock(datetime(2026, 11, 12, 9, 30)))
    register = made.workspace.register
    windows = (("past 6 months", "Alcohol misuse"), ("6 to 12 months ago", "Drug misuse"))
    given = _given(windows)
    register.assess(made.child, Entered(scheme_code="seraf", assessed_on=LATER,
                                        author="Kim Hart", given=given))  # fmt: skip
    register.set_status(made.child, LATER, risk="Medium")
    nrm = register.add_nrm(made.child, to_refer=True, reason="Carried money", considered_on=FIRST)
    register.mend_nrm(nrm, "referred_on", LATER, None)
    register.mend_nrm(nrm, "reference", "NRM 77", None)
    yield made
    made.workspace.close()


def _given(windows: tuple[tuple[str, str], ...]) -> tuple[Given, ...]:
    """Two indicators of the scheme that take these windows."""
    from models import codes
    from models.rules.scheme_form import questions

    scheme = codes.scheme("seraf")
    assert scheme is not None
    found = []
    for window, label in windows:
        asked = next(
            one for one in questions(scheme)
            if any(each.window == window for each in one.choices)
            and one.code not in {each.code for each in found}
        )  # fmt: skip
        found.append(Given(asked.code, label, "present", window))
    return tuple(found)


def _lines(room: RunningRoom, section: str) -> list[FileLine]:
    lines = room.workspace.read.subject_file(room.child).lines
    return [one for one in lines if one.section == section]


def test_an_assessment_has_its_scheme_score_and_level_and_answers_their_own_words(room) -> None:
    first, *answers = _lines(room, "Assessments")
    (level,) = {one.level for one in room.workspace.read.child(room.child).assessments}
    assert first.text.startswith("SERAF, version Hampshire and Wales: score ")
    assert first.text.endswith(f", {level}") and first.on == LATER
    assert [one.text for one in answers] == [
        "Alcohol misuse: Past 6 months", "Drug misuse: 6 to 12 months ago",
    ]  # fmt: skip


def test_the_risk_of_a_day_is_that_of_the_childs_page(room) -> None:
    risks = [one.text for one in _lines(room, "Plan and risk over time") if one.said == "Risk"]
    assert risks[-1] == room.workspace.read.child(room.child).row.risk != "Medium"


def test_why_the_nrm_was_considered_has_the_day_on_which_it_was(room) -> None:
    told = {one.said: one.on for one in _lines(room, "National Referral Mechanism")}
    assert told == {"Reason": FIRST, "Reference": LATER}


def test_an_assessment_without_scheme_and_score_says_so_in_words() -> None:
    made = running_room(SetClock(datetime(2026, 11, 12, 9, 30)))
    made.workspace.register.add_assessment(made.child, assessed_on=FIRST, level="High")
    said = [one.text for one in _lines(made, "Assessments") if one.said == "Scheme"]
    made.workspace.close()
    assert said[-1] == "none is named, and there is no score"


def test_how_a_child_stood_is_told_from_the_day_on_which_it_changed(clock: SetClock) -> None:
    made = running_room(clock)
    status = made.workspace.register.set_status
    for day, district in ((1, "Harbourside"), (5, "Harbourside"), (9, "Midvale")):
        status(made.child, date(2026, 11, day), plan="CP", district=district)
    stood = [(one.said, one.on) for one in _lines(made, "Plan and risk over time")]
    made.workspace.close()
    days = {said: [on.day for what, on in stood if what == said and on] for said, _ in stood}
    assert days == {"Plan": [1], "District": [1, 9]}


def test_what_became_of_an_action_is_told_behind_its_words(clock: SetClock) -> None:
    made = running_room(clock)
    action = made.workspace.conduct.record_action(made.child_item, "Ring the school.")
    made.workspace.actions.update(action, "complete", evidence="A letter", changed="A safe route")
    told = [one.text for one in _lines(made, "What became of actions") if one.said == "Evidence"]
    made.workspace.close()
    assert told == ["Ring the school: A letter"]
