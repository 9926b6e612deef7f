"""What should stand before an item closes: by kind, by what is named, by what indicators say."""

from dataclasses import replace
from datetime import date

import pytest

from models.records.item import ItemRecord
from models.rules.points import (
    NRM,
    indicator_calls_for_nrm,
    points,
    type_calls_for_nrm,
)
from tests.exports import papers

CHILD = papers.item(papers.row(1, "V1", "Aidan Ravenscroft", "child"))
PERSON = papers.item(papers.row(2, "O1", "Darren Pike", "person_of_concern"))
DAY = date(2026, 12, 24)


def standing(item: ItemRecord, *, nrm: bool = False, named: bool = False, **reasons: str):
    """The points of an item by their words."""
    found = points(item, nrm_called_for=nrm, named=named, reasons=reasons)
    return {one.words: one.stands for one in found}


def test_a_child_needs_a_decision_its_voice_who_tells_whom_and_a_review() -> None:
    assert list(standing(CHILD)) == [
        "Decision",
        "Child's voice",
        "Line for the child's file",
        "Who tells the child",
        "Who tells the parents",
        "Who holds the plan",
        "Review date",
    ]
    assert not any(standing(CHILD).values())


def test_a_plan_has_its_holder_by_name_or_a_reason_why_nobody_holds_one() -> None:
    words = "Who holds the plan"
    led = replace(CHILD, header=replace(CHILD.header, lead="Kim Yates"))
    assert standing(led)[words]
    assert standing(CHILD, lead="Early Help starts on Monday")[words]


def test_anything_else_needs_a_decision_and_a_review() -> None:
    theme = papers.item(papers.row(3, "T1", "Vapes as payment", "theme"))
    assert list(standing(theme)) == ["Decision", "Review date"]


def test_the_childs_words_or_why_there_are_none_will_do() -> None:
    assert standing(replace(CHILD, voice="I want to go home"))["Child's voice"]
    assert standing(replace(CHILD, voice_absent_reason="Not seen since Sunday"))["Child's voice"]


def test_the_nrm_is_asked_for_only_where_something_says_so() -> None:
    assert "NRM" not in standing(CHILD)
    assert standing(CHILD, nrm=True)["NRM"] is False
    assert standing(replace(CHILD, nrm_considered="No: nothing points there"))["NRM"]


@pytest.mark.parametrize(
    ("status", "stands"),
    [("referred, awaiting decision", True), ("not considered", None), (None, None)],
)
def test_an_nrm_in_play_is_a_point_that_stands(status: str | None, stands: bool | None) -> None:
    header = replace(CHILD.header, nrm=status)
    assert standing(replace(CHILD, header=header)).get("NRM") is stands


@pytest.mark.parametrize("worded", ["CSE", "County lines", "trafficked", "Forced labour"])
def test_exploitation_and_trafficking_ask_for_the_nrm(worded: str) -> None:
    assert type_calls_for_nrm(worded)


@pytest.mark.parametrize("worded", ["Radicalisation", "HSB", "Missing", "something else", "FGM"])
def test_other_harm_does_not(worded: str) -> None:
    assert not type_calls_for_nrm(worded)


def test_a_debt_asks_for_the_nrm_and_an_absence_from_school_does_not() -> None:
    assert indicator_calls_for_nrm("debt")
    assert not indicator_calls_for_nrm("school_absence")
    assert not indicator_calls_for_nrm(None)


def test_disruption_is_asked_for_where_a_person_or_place_is_named() -> None:
    assert standing(CHILD, named=True)["Disruption"] is False
    assert standing(
        replace(CHILD, measures=(papers.measure(1, "CAWN", "Darren Pike"),)), named=True
    )["Disruption"]
    tactic = replace(papers.action(1, None, "Serve the notice"), disrupts=True)
    assert standing(replace(CHILD, actions=(tactic,)), named=True)["Disruption"]


def test_a_person_of_concern_is_to_be_disrupted_until_let_go() -> None:
    assert standing(PERSON)["Disruption"] is False
    let_go = replace(PERSON, decision=papers.decision("Insufficient grounds", None, closes=True))
    assert "Disruption" not in standing(let_go)
    assert standing(let_go, named=True)["Disruption"] is False


def test_a_reason_will_do_and_is_kept_beside_the_point() -> None:
    found = points(CHILD, nrm_called_for=True, named=False, reasons={NRM: "Adults only"})
    one = next(one for one in found if one.code == NRM)
    assert one.stands and one.reason == "Adults only"


def test_a_reason_is_forgotten_once_the_thing_itself_is_there() -> None:
    item = replace(CHILD, returns_on=DAY)
    found = points(item, nrm_called_for=False, named=False, reasons={"review": "Not yet known"})
    assert next(one for one in found if one.code == "review").reason is None


def test_a_child_let_go_still_needs_a_name_to_whom_its_extract_goes() -> None:
    let_go = replace(CHILD, decision=papers.decision("Close", None, closes=True))
    assert standing(let_go)["Who holds the plan"] is False
    assert standing(let_go)["Review date"]
