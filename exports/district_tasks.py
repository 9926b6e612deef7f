"""The task list of a district: what the panel agreed that is to be done there, by owner."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from exports import basis, logged_with, own_template, phrases, protection, tables
from exports.beside_meetings import naming_beside
from exports.imprint import Imprint
from exports.sheet import Sheet
from models.queries import audiences
from models.records.outcomes import ActionRow
from models.rules import access
from models.workspace import Workspace

TITLE, NAME, NOBODY = "Task list", "tasks-by-district", "Nobody named"
HEADS = ("Ref", "What is to be done", "About", "Due", "Standing")
WIDTHS = (8, 40, 20, 14, 18)
NOTHING = "No action for all the panel is open here."


def write(workspace: Workspace, district: str, to: Path) -> str:
    """Writes the open actions of a district, or of every one, as all the panel may read them,
    and logs it.

    Gives the file's digest. Whoever it is about stands by initials.
    """
    access.check(workspace.person.role, "export_documents")
    read = workspace.read_as(audiences.body_beside(workspace.reader()))
    where = read.districts_of_actions()
    rows = [
        one for one in read.actions(open_only=True) if not district or where.get(one.id) == district
    ]
    made_at = workspace.store.clock.now()
    about = Imprint(
        protection.following(read.panel(), rows), TITLE, district or "Every district", made_at,
        reference=made_at.date().isoformat(),
    )  # fmt: skip
    names = naming_beside(workspace, read, here=(one.owner for one in rows if one.owner))
    sheet = Sheet(about, own_template.look(workspace), names.rewrite)
    told = [replace(one, text=names.of_action(one, one.text)) for one in rows]
    _fill(sheet, told, where, district, phrases.day(made_at.date()))
    basis.of_panel(sheet, read.panel())
    sheet.end("End of the task list.")
    name = f"{NAME}-{made_at.date().isoformat()}.docx"
    return logged_with.put(
        workspace, sheet.to_bytes(), to, name, "The district",
        meeting_id=logged_with.meeting_for(workspace),
    )  # fmt: skip


def _fill(
    sheet: Sheet, rows: Sequence[ActionRow], where: Mapping[int, str], district: str, day: str
) -> None:
    sheet.title(f"Tasks: {district or 'all districts'}", f"As at {day}")
    late = sum(one.rag == "red" for one in rows)
    count = phrases.counted(len(rows), "open action", "open actions")
    sheet.paragraph(f"{count}, {late or 'none'} overdue." if rows else NOTHING)
    owners = sorted({_owner(one) for one in rows})
    for owner in owners:
        mine = [one for one in rows if _owner(one) == owner]
        sheet.heading(owner, 1)
        sheet.table(HEADS, [_cells(one, where, district) for one in mine], WIDTHS, owner)


def _owner(one: ActionRow) -> str:
    return phrases.joined(one.agency, one.owner, by=": ") or NOBODY


def _cells(one: ActionRow, where: Mapping[int, str], district: str) -> tuple[str, ...]:
    about = one.subject_initials or ""
    place = "" if district else where.get(one.id, "")
    return (
        one.reference,
        phrases.sentence(one.text),
        phrases.joined(about, place),
        phrases.short_day(one.due_on, one.due_words or "No date"),
        phrases.capital(tables.stands(one)),
    )
