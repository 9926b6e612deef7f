"""A care-plan feed as lines for people: every word of it, a recommendation a block."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from models.rules.listing import counted
from ui.widgets.dates import plain_date

SCHEMA = "urn:macedesk:care-plan-feed:"
SAID = ("id", "version", "change", "reference", "child", "text", "status", "past_due", "ssd")
"""Fields of a record that stand in words of their own."""
LABELS = {
    "to_plan": "Plan",
    "plan_code": "Code",
    "plan_domain": "Part",
    "outcome": "So that",
    "by_date": "In the plan by",
    "evidence": "Shown by",
    "addressed_to": "To",
    "reply_by": "Answer by",
    "meeting_date": "Meeting",
    "item_id": "Item",
    "lawful_basis": "Lawful basis",
}
IDS = ("item_id",)


def feed_of(blob: bytes) -> dict[str, Any] | None:
    """The feed that a JSON file holds; None where it holds anything else."""
    try:
        found = json.loads(blob)
    except ValueError:
        return None
    is_feed = isinstance(found, dict) and str(found.get("schema", "")).startswith(SCHEMA)
    return found if is_feed else None


def lines_of(feed: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The feed's lines, each with what it is: title, heading, text or quiet."""
    meeting, minutes, records = feed["meeting"], feed["minutes"], feed["records"]
    many = counted(len(records), "recommendation", "recommendations")
    yield "title", f"Care-plan feed of {feed['panel']}: {many}"
    yield (
        "quiet",
        _joined(
            (
                feed["marking"],
                feed["status"],
                f"minutes version {minutes['version']}, {minutes['state']}",
            )
        ),
    )
    yield "quiet", f"{LABELS['lawful_basis']}: {feed['lawful_basis']}"
    for one in records:
        yield from _record(one)
    ids = (f"Meeting {meeting['date']}: {meeting['id']}", f"made {feed['made_at']}", feed["schema"])
    yield "quiet", _joined(ids)


def _record(one: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    child = one["child"]
    nhs = f"NHS {child['nhs_number']}" if child["nhs_number"] else None
    who = (one["reference"], child["initials"], child["system_id"], nhs)
    yield "heading", _joined((*who, one["change"], one["status"]))
    yield "text", one["text"]
    others = [name for name in one if name not in SAID and name not in IDS]
    yield "text", _joined(_labelled(one, others))
    factors = one["ssd"]["cinf_assessment_factors_json"]
    told = f"Factors {', '.join(factors)}" if factors else "No factors"
    own = f"record {one['id']}, version {one['version']}"
    yield (
        "quiet",
        _joined((told, own, f"child {child['id']}", *(f"item {one[name]}" for name in IDS))),
    )


def _labelled(one: Mapping[str, Any], names: Iterable[str]) -> Iterator[str]:
    """What stands in these fields; the empty ones in one part at the end."""
    empty = []
    for name in names:
        label = LABELS.get(name, name)
        if one[name] in (None, ""):
            empty.append(label.lower())
        else:
            past = ", past due" if name == "by_date" and one["past_due"] else ""
            yield f"{label}: {_shown(name, one[name])}{past}"
    if empty:
        yield f"empty: {', '.join(empty)}"


def _shown(name: str, value: Any) -> str:
    is_day = name.endswith(("_by", "_date")) and isinstance(value, str)
    return plain_date(date.fromisoformat(value)) if is_day else str(value)


def _joined(parts: Iterable[str | None]) -> str:
    return " · ".join(part for part in parts if part)
