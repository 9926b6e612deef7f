"""The FHIR bundle: valid R4, the feed's own records by its own ids, a draft in every part."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from fhir.resources import __fhir_version__
from fhir.resources.bundle import Bundle

from exports import feed, fhir
from tests.exports.test_feed import papers

MADE = feed.feed(
    [papers(by_date=date(2026, 12, 1), outcome_sought="He feels safe")], confirmed=True
)


def of_kind(made: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    found = [one["resource"] for one in fhir.bundle(made)["entry"]]
    return [one for one in found if one["resourceType"] == kind]


def valid(made: dict[str, Any]) -> Bundle:
    return Bundle.parse_raw(fhir.as_json(made))


def test_the_classes_that_check_it_are_those_of_r4() -> None:
    assert __fhir_version__ == fhir.VERSION == "4.0.1"


@pytest.mark.parametrize(
    "status", ["issued", "accepted", "accepted modified", "rejected", "in plan"]
)
def test_a_bundle_of_any_status_is_valid(status: str) -> None:
    whole = valid(feed.feed([papers(status=status)], confirmed=True))
    assert whole.type == "collection"
    valid(feed.feed([papers(withdrawn=True, version=3)], confirmed=True))
    bare = {"by_date": None, "outcome_sought": None, "evidence_sought": None, "addressed_to": None}
    valid(feed.feed([papers(**bare, plan_domain=None, to_plan=None)]))


def test_each_recommendation_is_a_task_under_its_childs_plan_by_the_feeds_id() -> None:
    (plan,), tasks = of_kind(MADE, "CarePlan"), of_kind(MADE, "Task")
    assert [one["identifier"][0]["value"] for one in tasks] == [
        one["id"] for one in MADE["records"]
    ]
    assert [one["reference"]["reference"] for one in plan["activity"]] == [
        f"urn:uuid:{one['id']}" for one in tasks
    ]
    assert {one["restriction"]["period"]["end"] for one in tasks} == {"2026-12-01"}
    goals = of_kind(MADE, "Goal")
    assert {one["description"]["text"] for one in goals} == {"He feels safe"}
    assert {one["reference"] for one in plan["goal"]} == {f"urn:uuid:{one['id']}" for one in goals}


def test_the_day_that_a_plan_gave_stands_in_a_note() -> None:
    given = papers(status="accepted", plan_by=date(2026, 12, 8))
    made = feed.feed([given], confirmed=True)
    said = [note["text"] for one in of_kind(made, "Task") for note in one["note"]]
    assert "To be in the plan by 2026-12-08, as its holder answered." in said
    valid(made)


def test_the_child_is_number_and_initials() -> None:
    (plan,) = of_kind(MADE, "CarePlan")
    assert plan["subject"]["display"] == "A.R."
    assert plan["subject"]["identifier"]["value"] == "LCS620625"
    only = feed.feed([replace(papers(), child_system_id="")], confirmed=True)
    assert of_kind(only, "Task")[0]["for"]["identifier"] == {
        "system": fhir.NHS,
        "value": "9434765919",
    }


def test_a_draft_is_one_in_every_resource() -> None:
    made = feed.feed([papers()])
    assert {one["status"] for one in of_kind(made, "Task")} == {"draft"}
    assert of_kind(made, "CarePlan")[0]["status"] == "draft"
    assert "DRAFT, NOT CONFIRMED" in json.dumps(fhir.bundle(made)["meta"])


def test_what_was_withdrawn_is_cancelled_and_what_the_plan_shows_completed() -> None:
    gone = feed.feed([papers(withdrawn=True)], confirmed=True)
    assert {one["status"] for one in of_kind(gone, "Task")} == {"cancelled"}
    done = feed.feed([papers(status="in plan")], confirmed=True)
    assert {one["status"] for one in of_kind(done, "Task")} == {"completed"}


def test_the_same_feed_gives_the_same_ids() -> None:
    assert fhir.as_json(MADE) == fhir.as_json(MADE)
