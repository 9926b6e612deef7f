"""The care-plan feed as a FHIR R4 bundle: a CarePlan for each child, Goals and Tasks under it."""

import json
from collections.abc import Iterator
from datetime import datetime
from itertools import groupby
from typing import Any
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from exports.basis import LEAD
from exports.feed import NOT_CONFIRMED, ground

VERSION = "4.0.1"
NHS = "https://fhir.nhs.uk/Id/nhs-number"
SYSTEM, FEED = "urn:macedesk:case-system-id", "urn:macedesk:care-plan-feed"
LONDON = ZoneInfo("Europe/London")
DRAFT, CANCELLED = "draft", "cancelled"
TASKS = {
    "draft": DRAFT,
    "issued": "requested",
    "accepted": "accepted",
    "accepted modified": "accepted",
    "rejected": "rejected",
    "in plan": "completed",
    "withdrawn": CANCELLED,
}
"""What a Task's status is for each status of a recommendation."""
GOALS = {"completed": "active", "rejected": "rejected", CANCELLED: CANCELLED}
Resource = dict[str, Any]


def bundle(made: Resource) -> Resource:
    """A bundle of the feed as made: the same records by the same ids, nothing more.

    A draft stays one in every resource.
    """
    at = datetime.fromisoformat(made["made_at"]).replace(tzinfo=LONDON)
    return {
        "resourceType": "Bundle",
        "type": "collection",
        "identifier": {"system": FEED, "value": made["meeting"]["id"]},
        "meta": {"tag": _tags(made)},
        "timestamp": at.isoformat(),
        "entry": [_entry(one) for one in _resources(made)],
    }


def as_json(made: Resource) -> bytes:
    """The bundle as a JSON file."""
    return (json.dumps(bundle(made), ensure_ascii=False, indent=2) + "\n").encode()


def _resources(made: Resource) -> Iterator[Resource]:
    def whose(record: Resource) -> tuple[str, str]:
        return record["child"]["id"], record["item_id"]

    for _, group in groupby(sorted(made["records"], key=whose), key=whose):
        records = list(group)
        yield _plan(made, records)
        for one in records:
            if one["outcome"]:
                yield _goal(made, one)
            yield _task(made, one)


def _plan(made: Resource, records: list[Resource]) -> Resource:
    """The panel's proposal to one child's plan."""
    first = records[0]
    goals = [_to(_goal_id(one)) for one in records if one["outcome"]]
    found = {
        "resourceType": "CarePlan",
        "id": _plan_id(first),
        "meta": {"tag": _tags(made)},
        "status": DRAFT if _is_draft(made) else "active",
        "intent": "proposal",
        "title": f"Recommendations of {made['panel']}",
        "subject": _child(first),
        "created": first["meeting_date"],
        "goal": goals,
        "activity": [{"reference": _to(_uuid(one["id"]))} for one in records],
        "note": [{"text": f"{LEAD}: {ground(made, first)}"}],
    }
    return _without_nothing(found)


def _goal(made: Resource, one: Resource) -> Resource:
    status = GOALS.get(_status(made, one), "proposed")
    due = [{"dueDate": one["by_date"]}] if one["by_date"] else []
    found = {
        "resourceType": "Goal",
        "id": _goal_id(one),
        "lifecycleStatus": status,
        "description": {"text": one["outcome"]},
        "subject": _child(one),
        "target": due,
    }
    return _without_nothing(found)


def _task(made: Resource, one: Resource) -> Resource:
    """One recommendation: whom it asks, by when, and what will show it."""
    notes = [{"text": f"Shown by: {one['evidence']}"}] if one["evidence"] else []
    given = one["plan_by"]
    notes += [{"text": f"To be in the plan by {given}, as its holder answered."}] if given else []
    notes += [{"text": "Past due when this was made."}] if one["past_due"] else []
    found = {
        "resourceType": "Task",
        "id": _uuid(one["id"]),
        "meta": {"versionId": str(one["version"]), "tag": _tags(made)},
        "identifier": [{"system": FEED, "value": one["id"]}],
        "basedOn": [_to(_plan_id(one))],
        "status": _status(made, one),
        "intent": "proposal",
        "code": {"text": one["plan_domain"]} if one["plan_domain"] else None,
        "description": one["text"],
        "for": _child(one),
        "authoredOn": one["meeting_date"],
        "owner": {"display": one["addressed_to"]} if one["addressed_to"] else None,
        "restriction": {"period": {"end": one["by_date"]}} if one["by_date"] else None,
        "note": notes,
    }
    return _without_nothing(found)


def _child(one: Resource) -> Resource:
    """The child by number and initials: no Patient, for the case system has its own."""
    child = one["child"]
    system, value = (NHS, child["nhs_number"])
    if child["system_id"]:
        system, value = SYSTEM, child["system_id"]
    found = {"type": "Patient", "display": child["initials"]}
    return {**found, "identifier": {"system": system, "value": value}} if value else found


def _status(made: Resource, one: Resource) -> str:
    return DRAFT if _is_draft(made) else TASKS.get(one["status"], "requested")


def _is_draft(made: Resource) -> bool:
    return bool(made["status"] == NOT_CONFIRMED)


def _tags(made: Resource) -> list[Resource]:
    """The marking, and that it is a draft where it is one."""
    said = [made["marking"], *([NOT_CONFIRMED] if _is_draft(made) else [])]
    return [{"display": one} for one in said]


def _entry(resource: Resource) -> Resource:
    return {"fullUrl": f"urn:uuid:{resource['id']}", "resource": resource}


def _to(resource_id: str) -> Resource:
    return {"reference": f"urn:uuid:{resource_id}"}


def _plan_id(one: Resource) -> str:
    return str(uuid5(UUID(one["item_id"]), f"plan {one['child']['id']}"))


def _goal_id(one: Resource) -> str:
    return str(uuid5(UUID(one["id"]), "goal"))


def _uuid(given: str) -> str:
    return str(UUID(given))


def _without_nothing(found: Resource) -> Resource:
    """A resource holds no empty list and no null."""
    return {name: value for name, value in found.items() if value not in (None, [], "")}
