"""What can be changed in the rows of each list: fields, how each is typed, and back again."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from types import UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from models.codes import parts
from models.codes.code import Code
from models.codes.lists import kind_of_rows
from models.codes.risk import Arithmetic, Level, Scheme, Validity
from models.errors import Refusal

COMMON = ("synonyms", "note", "valid_from", "valid_to", "position", "active")
FIXED = frozenset({"code", "label", "parent", "source", "indicators", "steps", *COMMON})
"""What has a place of its own in the settings, or none: a scheme's indicators have an editor."""
LABELS = {
    "alternatives": "Write instead",
    "forms": "Further forms",
    "why": "Why",
    "patterns": "Words",
    "list": "Values are of the list",
    "labels": "Its labels",
    "says": "Clear forms that say it",
    "denies": "Clear forms that deny it",
    "beside": "True beside another",
    "limit": "Not more than",
    "trigger": "Counted from",
    "years": "Years",
    "months": "Months",
    "record": "For which records",
    "plans": "For children once under",
    "trust": "For positions of trust",
    "review_months": "Kept on, looked at after months",
    "group": "Group",
    "legal_basis": "Legal basis",
    "applicant": "Who applies",
    "targets": "Used against",
    "way": "Way",
    "status": "Standing of the law",
    "test": "What must be shown",
    "evidence": "Evidence",
    "court": "Court or who decides",
    "duration": "How long",
    "breach": "On breach",
    "under": "Protects a child under",
    "under_in_care": "Or under, in care or protection",
    "measures": "Carries out which measures",
    "kind": "Type of action",
    "success": "Done when",
    "days": "Working days it takes",
    "from_age": "Binds a person from the age of",
    "in_force_from": "In force from",
    "in_force_to": "In force to",
    "reasonable_days": "Reasonable grounds within days of the referral",
    "reasonable_working_days": "or within working days of the referral",
    "conclusive_days": "Conclusive grounds within days after those",
    "conclusive_working_days": "or within working days after those",
    "aims": "Is an aim, no limit",
    "agency_kinds": "Which kinds of agency are one",
    "working_days": "Working days from the meeting",
    "meetings_overdue": "Meetings overdue",
    "several": "Where several are late ({count} of them)",
    "whom": "To whom",
    "place": "Shown at",
    "when": "Offered for",
    "kinds": "For which subjects",
    "subjects": "For which subjects",
    "minute": "From minute",
    "field": "Fills in",
    "minutes": "Minutes",
    "required": "Needed for the quorum",
    "version": "Version",
    "levels": "Levels, the lowest first",
    "validity": "In date for",
    "arithmetic": "How it is counted",
    "points": "Points",
    "validity_note": "Note on its dates",
    "bank": "Asks the indicator bank",
    "screens": "Screens a contact",
    "meaning": "What the score means",
    "column": "Column of the report",
    "counts_as": "Counts as",
    "group_based": "By a group",
    "factor": "Census factor",
    "protective": "Speaks for safety",
    "nrm": "Asks for the NRM to be considered",
    "return_code": "Code of the return",
    "reverse": "Read back",
    "symmetric": "Alike both ways",
    "from_role": "Role of the first",
    "to_role": "Role of the second",
    "from_kinds": "From which records",
    "to_kinds": "To which records",
    "partner": "Partner",
    "quorum_group": "Part of the quorum",
    "asked_about": "Asked about",
    "core": "Core",
    "told_of_child": "Told of a child in a request",
    "sees_persons_of_concern": "Is asked about persons of concern",
    "line_information": "A line typed for it is",
    "line_sharing": "and is for",
    "line_readers": "Named agencies are",
    "intelligence_sharing": "Its intelligence is for",
    "grades_intelligence": "Grades intelligence",
    "agency_kind": "Kind of agency",
    "rank": "Rank",
    "answers": "Answers",
    "types": "Asked of which exploitation",
    "known_by": "Known by which agencies",
    "speaks_of": "Said by which words",
    "accepts": "Accepts",
    "holds": "Holds",
    "declines": "Turns away",
    "urgent": "Urgent",
    "needs_reason": "Needs a reason",
    "needs_evidence": "Needs evidence",
    "needs_second_person": "Needs a second person",
    "needs_review_date": "Needs a review date",
    "looks_again": "Looked at again after three months",
    "closes": "Closes",
    "defers": "Defers",
    "present": "Counts as present",
    "sent_information": "Sent information",
    "text": "Words",
    "item_only": "For one item only",
    "observer": "Observer",
    "tactic": "Is a tactic",
    "conditions": "With conditions",
    "finished": "Is over",
    "in_force": "Is in force",
    "carries": "Is carried",
    "pseudonyms": "Others under pseudonyms",
}
WORDS = {
    "says": "… stands for what is said: attends …; on roll at …",
    "denies": "no contact with …; not on roll",
    "beside": "codes of its list that contradict nothing",
    "plans": "codes of the list Plan or status: CLA; CP; CIN …",
    "targets": "C child, P person, L place, N network, V vehicle or phone, B business",
    "asked_about": "child; person_of_concern; location; group …; empty for anything",
    "agency_kinds": "kinds of agency: police; social care …",
    "line_readers": "kinds of agency: social care; health …; its own always",
}
PARTS = {"levels": tuple[Level, ...], "validity": Validity, "arithmetic": Arithmetic}


@dataclass(frozen=True)
class CodeField:
    """A field of a list's rows; kind is text, number, yes, day, pick or words (a list of texts)."""

    name: str
    label: str
    kind: str
    choices: tuple[str, ...] = ()
    hint: str = ""


def fields_of(list_name: str) -> tuple[CodeField, ...]:
    """What a panel can change in a row of this list, the words first."""
    kind = kind_of_rows(list_name)
    hints = get_type_hints(kind)
    own = [one.name for one in fields(kind) if one.name not in FIXED]
    return (
        CodeField("label", "Here called", "text", hint="Left empty, the shipped words are used"),
        *(_field(name, hints[name]) for name in own),
        CodeField("synonyms", "Also written as", "words", hint="With semicolons"),
        CodeField("note", "Note", "text"),
        CodeField("valid_from", "In use from", "day"),
        CodeField("valid_to", "In use until", "day"),
        CodeField("position", "Place in the list", "number"),
        CodeField("active", "In use", "yes"),
    )


def _field(name: str, hint: Any) -> CodeField:
    label = LABELS.get(name, name.replace("_", " ").capitalize())
    if name in PARTS and hint is not str:
        return CodeField(name, label, "text", hint=parts.HINTS[name])
    plain = next((arg for arg in get_args(hint) if arg is not type(None)), hint)
    plain = plain if isinstance(hint, UnionType) else hint
    if get_origin(plain) is Literal:
        return CodeField(name, label, "pick", tuple(filter(None, get_args(plain))))
    if get_origin(plain) is tuple:
        return CodeField(name, label, "words", hint=WORDS.get(name, "With semicolons"))
    return CodeField(name, label, {bool: "yes", int: "number", date: "day"}.get(plain, "text"))


def shown_of(list_name: str, row: Code) -> dict[str, Any]:
    """The values of a row as they are shown and typed."""
    return {one.name: _shown(one, getattr(row, one.name)) for one in fields_of(list_name)}


def _shown(field: CodeField, value: Any) -> Any:
    if field.name in PARTS and not isinstance(value, str):
        return parts.written(value)
    return "; ".join(value) if field.kind == "words" else value


def raw_of(list_name: str, name: str, value: Any, before: Code | None = None) -> Any:
    """What was typed, as a list's file would hold it; Refusal at the field where it cannot be.

    `before` is the row as it stood.
    """
    field = next((one for one in fields_of(list_name) if one.name == name), None)
    if field is None:
        raise Refusal(f"Rows of this list have no field called {name}.", name)
    if name in PARTS and kind_of_rows(list_name) is Scheme:
        return parts.read(name, str(value or ""), getattr(before, name, None))
    if field.kind == "words":
        return [one for one in (part.strip() for part in str(value or "").split(";")) if one]
    if field.kind == "text":
        return str(value or "").strip()
    if field.kind == "number" and value is not None and type(value) is not int:
        raise Refusal("Give a whole number.", name)
    return value


def to_text(values: Mapping[str, Any]) -> str:
    """Values as one text for the file; days as ISO dates."""
    return json.dumps(values, ensure_ascii=False, sort_keys=True, default=date.isoformat)


def from_text(list_name: str, text: str | None) -> dict[str, Any]:
    """The values kept in a text, days as dates."""
    found: dict[str, Any] = json.loads(text) if text else {}
    days = {one.name for one in fields_of(list_name) if one.kind == "day"}
    return {
        name: date.fromisoformat(value) if name in days and value else value
        for name, value in found.items()
    }
