"""The care-plan feed: recommendations for the council's case system as JSON and as CSV."""

import csv
import io
import json
import re
from collections.abc import Iterable, Sequence
from datetime import date
from importlib import resources
from typing import Any

from exports import basis, text_list
from exports.filing import sha256
from models import codes
from models.records.documents import ExtractPapers
from models.records.outcomes import RecommendationRow
from models.rules.recommendations import ACCEPTED
from models.rules.set_days import is_past

SCHEMA = "urn:macedesk:care-plan-feed:1.4"
NOT_CONFIRMED = "DRAFT, NOT CONFIRMED"
CHILD = ("system_id", "nhs_number", "initials")
SSD = ("pers_person_id", "pers_common_child_id", "cinf_assessment_factors_json")
COLUMNS = (
    "id",
    "version",
    "change",
    "reference",
    "child_id",
    *CHILD,
    "text",
    "to_plan",
    "plan_code",
    "plan_domain",
    "outcome",
    "by_date",
    "plan_by",
    "past_due",
    "evidence",
    "addressed_to",
    "status",
    "reply_by",
    "meeting_date",
    "item_id",
    "lawful_basis",
    *SSD,
    "feed_status",
)
PASSING = ("reply_by", "change", "status", "plan_by", "past_due")
"""Fields of a record that move while its words stay."""
FORMULAS = (*text_list.FORMULA, "'")


def schema() -> dict[str, Any]:
    """The published JSON Schema (2020-12) of the feed."""
    text = (resources.files("resources") / "feed" / "care-plan-feed.schema.json").read_text("utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def feed(papers: Sequence[ExtractPapers], *, confirmed: bool = False) -> dict[str, Any]:
    """The feed from children's parts that have been through the net, those of its meeting first.

    Of a child it says the case system's number, the NHS number and initials; the text is that of
    the sheet as it was given, where a feed that leaves has the child's own name as initials. The
    panel's lawful basis stands at its head, that of an item which has its own with its records.
    Raises ValueError where there are no papers at all.
    """
    if not papers:
        raise ValueError("A feed is made from at least one child's part.")
    first = papers[0]
    return {
        "schema": SCHEMA,
        "panel": first.panel.name,
        "marking": first.panel.marking,
        "meeting": {"id": first.meeting.uuid, "date": first.meeting.held_on.isoformat()},
        "minutes": {"version": first.minutes_version, "state": first.minutes_state},
        "lawful_basis": basis.words(first.panel),
        "made_at": first.made_at.replace(microsecond=0).isoformat(),
        "status": "final" if confirmed else NOT_CONFIRMED,
        "records": [_record(one, row) for one in papers for row in one.item.recommendations],
    }


def _record(papers: ExtractPapers, one: RecommendationRow) -> dict[str, Any]:
    return {
        "id": one.uuid,
        "version": one.version,
        "change": _change(one),
        "reference": one.reference,
        "child": {
            "id": papers.child_uuid,
            "system_id": papers.child_system_id or None,
            "nhs_number": digits(papers.nhs_number),
            "initials": papers.item.header.initials,
        },
        "text": one.text,
        "to_plan": one.to_plan,
        "plan_code": plan_code(one.to_plan),
        "plan_domain": one.plan_domain,
        "outcome": one.outcome_sought,
        "by_date": _iso(one.by_date),
        "plan_by": _iso(one.plan_by if one.status in ACCEPTED else None),
        "past_due": is_past(one, papers.made_at.date()),
        "evidence": one.evidence_sought,
        "addressed_to": one.addressed_to,
        "status": "withdrawn" if one.withdrawn else one.status,
        "reply_by": _iso(one.reply_by),
        "meeting_date": papers.meeting.held_on.isoformat(),
        "item_id": papers.item.row.uuid,
        "lawful_basis": _own_ground(papers),
        "ssd": {
            "pers_person_id": papers.child_system_id or None,
            "pers_common_child_id": digits(papers.nhs_number),
            "cinf_assessment_factors_json": factors(papers.item.header.types),
        },
    }


def _own_ground(papers: ExtractPapers) -> str | None:
    """The ground of an item that has its own; None where the panel's holds."""
    own = papers.ground != basis.words(papers.panel)
    return papers.ground or None if own else None


def _change(one: RecommendationRow) -> str:
    """What became of it since the last feed that was issued."""
    if one.withdrawn:
        return "withdrawn"
    if one.fed_version is None:
        return "new"
    return "unchanged" if one.fed_version == one.version else "changed"


def plan_code(to_plan: str | None) -> str | None:
    """The plan by its code, however it is worded; OPEN is a case that has no plan yet."""
    found = codes.recognise("plans", to_plan) if to_plan else None
    return found.code if found is not None else None


def _is_gone(record: dict[str, Any]) -> bool:
    return bool(record["change"] == "withdrawn")


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def digits(number: str | None) -> str | None:
    """An NHS number as systems write it: its ten digits alone."""
    return re.sub(r"\D", "", number or "") or None


def factors(types: Iterable[str]) -> list[str]:
    """Factor codes of the children in need census for forms of exploitation as worded, sorted."""
    found = (codes.recognise("exploitation_types", one) for one in types)
    return sorted(
        {one.factor for one in found if isinstance(one, codes.ExploitationType) and one.factor}
    )


def digest(made: dict[str, Any]) -> str:
    """The digest of what a person reads in the feed: who confirmed it need not do so again.

    It is the same on whatever day and in whatever state the feed is made, after whichever other,
    and whatever a plan answered; a withdrawal is another.
    """
    told = [{**one, **dict.fromkeys(PASSING), "gone": _is_gone(one)} for one in made["records"]]
    return sha256(json.dumps(told, ensure_ascii=False, sort_keys=True).encode())


def as_json(made: dict[str, Any]) -> bytes:
    """The feed as a JSON file."""
    return (json.dumps(made, ensure_ascii=False, indent=2) + "\n").encode()


def flat(made: dict[str, Any], record: dict[str, Any]) -> dict[str, Any]:
    """A record as one row: the twin of the JSON in the CSV's columns."""
    child, ssd = record["child"], record["ssd"]
    return {
        **record,
        "child_id": child["id"],
        **{name: child[name] for name in CHILD},
        **ssd,
        "past_due": "yes" if record["past_due"] else "no",
        "lawful_basis": ground(made, record),
        "cinf_assessment_factors_json": json.dumps(ssd["cinf_assessment_factors_json"]),
        "feed_status": made["status"],
    }


def ground(made: dict[str, Any], record: dict[str, Any]) -> str:
    """On which lawful basis a record is shared, and why: its item's own, or the panel's."""
    return str(record["lawful_basis"] or made["lawful_basis"])


def as_csv(made: dict[str, Any]) -> bytes:
    """The same feed for a spreadsheet; what would be taken for a formula stands behind a '."""
    rows = [flat(made, record) for record in made["records"]]
    return text_list.written([COLUMNS, *([guarded(row[name]) for name in COLUMNS] for row in rows)])


def guarded(value: object) -> str:
    """A cell that no spreadsheet runs."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULAS) else text


def bare(cell: str) -> str:
    """A cell of the CSV as it was before it was guarded."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(FORMULAS) else cell


def read_csv(blob: bytes) -> list[dict[str, str]]:
    """The rows of a feed's CSV, guards taken off."""
    rows = csv.DictReader(io.StringIO(blob.decode("utf-8-sig"), newline=""))
    return [{name: bare(cell) for name, cell in row.items()} for row in rows]
