"""The assessment of a place as a Word document: what all the panel may read, and nobody by name."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from exports import basis, logged_with, own_template, phrases
from exports.beside_meetings import naming_beside
from exports.imprint import Imprint
from exports.sheet import Sheet
from exports.template import Template
from models.errors import Refusal
from models.queries import audiences
from models.records.panel import PanelRecord
from models.records.places_assessed import AssessedPlace, GuardianRow
from models.records.subjects import PlaceRecord
from models.rules import access
from models.rules.place_assessment import FIELDS, SPAN, side_by_side
from models.workspace import Workspace

NOTHING = "This place has no assessment that all the panel may read."
NAME, READER = "place-assessment", "All the panel"
PARTS = (
    ("assessed.place", ("trigger", "what_happens", "environment", "guardians", "policies")),
    ("assessed.voices", ("young_people", "community", "involved")),
    ("assessed.weight", ("strengths", "weighting", "weighting_reason")),
    ("assessed.plan", ("plan", "success", "measured_before", "measured_after")),
)
CHANGE_WIDTHS = (24, 38, 38)
GUARDIAN_WIDTHS = (30, 40, 30)


def write(workspace: Workspace, place_id: int, to: Path) -> str:
    """Write the latest version that all the panel may read, and log it; gives the digest.

    Raises Refusal where there is none, or where the signed-in person may not know of the place.
    """
    access.check(workspace.person.role, "export_documents")
    workspace.read.place(place_id)
    blob = made(workspace, place_id, own_template.look(workspace)).to_bytes()
    name = f"{NAME}-{workspace.store.clock.today().isoformat()}.docx"
    return logged_with.put(workspace, blob, to, name, READER, subject_id=place_id)


def made(workspace: Workspace, place_id: int, template: Template) -> Sheet:
    """The latest version that all the panel may read as a sheet; Refusal where there is none."""
    now = workspace.store.clock.now()
    read = workspace.read_as(audiences.body_beside(workspace.reader()))
    versions = read.place_assessments(place_id)
    if not versions:
        raise Refusal(NOTHING)
    members = [one.name for one in read.members()]
    return compose(
        read.panel(),
        read.place(place_id),
        versions,
        read.guardians(place_id),
        about=Imprint(
            read.panel(), "Assessment of a place", READER, now,
            reference=versions[0].assessed_on.isoformat(),
        ),
        rewrite=naming_beside(workspace, read, about=place_id, here=members).rewrite,
        template=template,
    )  # fmt: skip


def compose(
    panel: PanelRecord,
    place: PlaceRecord,
    versions: Sequence[AssessedPlace],
    guardians: Sequence[GuardianRow],
    *,
    about: Imprint,
    rewrite: Callable[[str], str] = str,
    template: Template | None = None,
) -> Sheet:
    """The latest version as a sheet, with what has changed since the one before."""
    one = versions[0]
    sheet = Sheet(about, template, rewrite, comes_back=True)
    sheet.title(f"Assessment of {place.name}", phrases.joined(place.type, place.district))
    sheet.facts(_facts(place, one), "The assessment")
    # Before what is assessed, of which every word may come back changed.
    basis.of_panel(sheet, panel)
    for code, fields in PARTS:
        sheet.part(code, 1)
        for name in fields:
            _field(sheet, name, one)
        if code == "assessed.place":
            _guardians(sheet, guardians)
    if len(versions) > 1:
        _changes(sheet, versions[1], one)
    sheet.end("End of the assessment.")
    return sheet


def _facts(place: PlaceRecord, one: AssessedPlace) -> list[tuple[str, str | None]]:
    said = one.values
    return [
        ("Address", phrases.joined(place.address, place.postcode)),
        ("Assessed on", phrases.day(one.assessed_on)),
        ("By", one.author),
        ("Led by", _text(said["lead"])),
        ("Named on record", _counts(one)),
        ("Review", _text(said["review_on"])),
    ]


def _counts(one: AssessedPlace) -> str:
    before, after = _times(one.named_before), _times(one.named_after)
    rest = f"in the {SPAN} days after it" if one.over else "since then"
    return f"{before} in the {SPAN} days before the assessment, {after} {rest}"


def _field(sheet: Sheet, name: str, one: AssessedPlace) -> None:
    text = _text(one.values[name])
    if text:
        sheet.heading(FIELDS[name], 2)
        sheet.paragraph(phrases.capital(text))


def _guardians(sheet: Sheet, guardians: Sequence[GuardianRow]) -> None:
    rows = [(one.name, one.role, phrases.short_day(one.since))
            for one in guardians if one.until is None]  # fmt: skip
    sheet.table(("Guardian", "Part", "Since"), rows, GUARDIAN_WIDTHS, "Who looks after the place")


def _changes(sheet: Sheet, before: AssessedPlace, now: AssessedPlace) -> None:
    rows = [
        (one.label, _text(one.earlier) or "nothing said", _text(one.later) or "nothing said")
        for one in side_by_side(before.values, now.values)
        if one.changed and one.field not in ("assessed_on", "review_on")
    ]
    sheet.part("assessed.change", 1)
    heads = ("", phrases.short_day(before.assessed_on), phrases.short_day(now.assessed_on))
    sheet.table(heads, rows, CHANGE_WIDTHS, "What has changed since the version before")


def _text(value: object) -> str:
    return phrases.day(value) if isinstance(value, date) else str(value or "")


def _times(count: int) -> str:
    return phrases.times(count) if count else "never"
