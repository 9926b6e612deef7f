"""The inspection list as a file, child by child, logged as it is written."""

import json
from collections.abc import Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from exports import basis, filing, own_template, phrases, text_list, workbook
from exports.imprint import Imprint
from exports.logged_with import meeting_for
from exports.sheet import Sheet
from exports.template import Template
from exports.workbook import BOLD, TITLE, Line
from models.records.inspection import InspectionList, InspectionRow, Returns
from models.records.issuing import IssuedDocument
from models.records.panel import PanelRecord
from models.rules import access
from models.rules.ages import FULL_AGE, GROWN
from models.rules.missing_told import beside, late_in_words
from models.workspace import Workspace

NAME, AUDIENCE = "inspection", "inspectors"
FORMATS = ("json", "csv", "xlsx", "docx")
WHO_READS = "Inspectors"
HEADINGS = (
    "Child", "Gender", "Ethnicity", "Date of birth", "Age", "District", "On the list as",
    "Category", "Plan", "Risk", "Assessed", "Missing 90 days", "Return interview", "Next review",
    "Returns 90 days", "NRM", "Legal status", "Disability", "School", "Lead professional", "Team",
)  # fmt: skip
WIDTHS = (20, 8, 14, 12, 5, 12, 16, 14, 12, 10, 16, 8, 12, 12, 16, 12, 12, 12, 14, 14, 12)
AT_RISK, MISSING = "At risk of exploitation", "Missing"
NOT_KNOWN = "not recorded"
LEFT_OUT = "Children whom the writer may not know of are not on this list."
NO_MEETINGS = "No meeting is planned."
NOBODY = "No child is on the list."
FORM = (
    "Each inspection brings its own form: check locally what it asks besides. Contacts with other "
    "services stand in those services' own systems."
)


def write(
    workspace: Workspace, on: date, path: Path, wanted: str, template: Path | None = None
) -> None:
    """Writes the list to a path and logs it; Refusal where the person may not export.

    KeyError for a format that is not in FORMATS.
    """
    access.check(workspace.person.role, "export_documents")
    look = own_template.look(workspace, template) if wanted == "docx" else None
    found, panel = workspace.read.inspection(on), workspace.read.panel()
    blob = written(found, panel, wanted, look)
    filing.put(blob, path)
    _log(workspace, found.on, wanted, blob)


def printed(workspace: Workspace, on: date) -> dict[str, Any]:
    """The list as a form to print, logged as a file is; Refusal as of `write`."""
    access.check(workspace.person.role, "export_documents")
    found, panel = workspace.read.inspection(on), workspace.read.panel()
    _log(workspace, found.on, "json", _json(found, panel))
    return as_form(found, panel)


def _log(workspace: Workspace, on: date, wanted: str, blob: bytes) -> None:
    name = f"{NAME}-{on.isoformat()}.{wanted}"
    workspace.minutes.note_written(
        meeting_for(workspace), [IssuedDocument(name, AUDIENCE, filing.sha256(blob), WHO_READS)]
    )


def written(
    found: InspectionList, panel: PanelRecord, wanted: str, template: Template | None = None
) -> bytes:
    """The list as the bytes of one format."""
    if wanted == "docx":
        return _docx(found, panel, template)
    return {"json": _json, "csv": _csv, "xlsx": _xlsx}[wanted](found, panel)


def who(one: InspectionRow, panel: PanelRecord) -> str:
    """How the child stands on the list: by system id, and by name where the panel sets names."""
    if panel.full_names:
        return ", ".join(filter(None, (one.name, one.system_id)))
    return one.system_id or f"{one.initials}, no system id"


def cells(one: InspectionRow, panel: PanelRecord) -> tuple[str | int | None, ...]:
    """One child's line under HEADINGS; what is not known is empty."""
    standing = [word for word, is_so in ((AT_RISK, one.at_risk), (MISSING, one.missing)) if is_so]
    late = late_in_words(one.interviews_late, one.episodes_entered, one.episodes_not_entered)
    return (
        who(one, panel),
        one.gender or NOT_KNOWN,
        one.ethnicity or NOT_KNOWN,
        phrases.short_day(one.birth_date) if one.birth_date else NOT_KNOWN,
        one.age,
        one.district,
        "; ".join(standing),
        "; ".join(filter(None, (one.category, *one.types))) or None,
        one.plan,
        one.risk,
        _assessed(one),
        _episodes(one),
        late if one.episodes_90_days is not None else None,
        phrases.short_day(one.next_review) if one.next_review else None,
        _returns(one.returns),
        one.nrm,
        one.legal_status,
        one.disability,
        one.school,
        one.lead,
        one.team,
    )


def _episodes(one: InspectionRow) -> str | int | None:
    """The episodes of 90 days; both numbers where a paper told of more than are entered."""
    if one.episodes_told is None:
        return one.episodes_90_days
    return f"{one.episodes_90_days}{beside(one.episodes_told)}"


def _returns(back: Returns) -> str | None:
    """How often the child came back, and what became of the interviews."""
    if not back.number:
        return None
    told = phrases.counted(back.number, "return", "returns")
    offered = phrases.counted(back.offered, "interview", "interviews")
    return f"{told}: {offered} offered, {back.held} held, {back.in_time} within 72 hours"


def _assessed(one: InspectionRow) -> str:
    if one.assessed_on is None:
        return "never"
    return phrases.short_day(one.assessed_on) + (", overdue" if one.assessment_overdue else "")


def _meetings(found: InspectionList) -> Sequence[str]:
    return [
        f"{phrases.day(one.held_on)}, {one.tier}" if one.tier else phrases.day(one.held_on)
        for one in found.meetings
    ] or [NO_MEETINGS]


def _notes(found: InspectionList, panel: PanelRecord) -> Sequence[str]:
    """What it does not hold, how many are of full age, who is not on it, why it is shared."""
    grown = sum(one.age is not None and one.age >= FULL_AGE for one in found.rows)
    return (*found.not_counted, GROWN.format(grown), LEFT_OUT, FORM, basis.line(panel))


def _json(found: InspectionList, panel: PanelRecord) -> bytes:
    return (json.dumps(as_form(found, panel), ensure_ascii=False, indent=2) + "\n").encode()


def as_form(found: InspectionList, panel: PanelRecord) -> dict[str, Any]:
    """The list in the published form of the command line."""
    tiers = [one.tier for one in found.meetings if one.tier]
    return {
        "on": found.on.isoformat(),
        "columns": list(HEADINGS),
        "rows": [list(cells(one, panel)) for one in found.rows],
        "meetings": [one.held_on.isoformat() for one in found.meetings],
        **({"meeting_tiers": tiers} if tiers else {}),
        **({"not_counted": list(found.not_counted)} if found.not_counted else {}),
        "marking": panel.marking,
        "lawful_basis": basis.words(panel),
    }


def _csv(found: InspectionList, panel: PanelRecord) -> bytes:
    rows = (cells(one, panel) for one in found.rows)
    below = ((one,) for one in ("", "Meetings planned", *_meetings(found), *_notes(found, panel)))
    return text_list.written([(panel.marking,), HEADINGS, *rows, *below])


def _title(found: InspectionList) -> str:
    return f"Children at risk of exploitation or missing on {phrases.day(found.on)}"


def _xlsx(found: InspectionList, panel: PanelRecord) -> bytes:
    lines = (
        Line((panel.marking,), BOLD),
        Line((_title(found),), TITLE),
        Line(HEADINGS, BOLD),
        *(Line(cells(one, panel)) for one in found.rows),
        Line(()),
        Line(("Meetings planned",), BOLD),
        *(Line((one,)) for one in (*_meetings(found), *_notes(found, panel))),
    )
    header = f"{panel.marking} · {panel.name}"
    widths = workbook.fitting(WIDTHS, [HEADINGS, *(cells(one, panel) for one in found.rows)])
    return workbook.written("Inspection", lines, widths, header, panel.handling)


def _docx(found: InspectionList, panel: PanelRecord, template: Template | None) -> bytes:
    made_at = datetime.combine(found.on, time(0))
    about = Imprint(panel, "Inspection list", WHO_READS, made_at, reference=found.on.isoformat())
    sheet = Sheet(about, template)
    sheet.title("Inspection list", _title(found))
    if not found.rows:
        sheet.paragraph(NOBODY)
    for one in found.rows:
        child, *rest = cells(one, panel)
        sheet.heading(str(child), 2)
        sheet.facts(
            [(head, None if said is None else str(said)) for head, said in zip(HEADINGS[1:], rest,
                                                                              strict=True)],
            str(child),
        )  # fmt: skip
    planned = "Meetings planned:" if found.meetings else ""
    sheet.paragraph("; ".join(_meetings(found)), lead=planned)
    for words in _notes(found, panel):
        sheet.note(words)
    sheet.end(f"End of the list of {phrases.day(found.on)}.")
    return sheet.to_bytes()
