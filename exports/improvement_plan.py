"""The improvement plan: the partnership's own actions by priority of the strategy; no child."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from exports import filing, own_template, phrases
from exports.imprint import Imprint
from exports.sheet import Sheet
from exports.template import Template
from models import codes
from models.records.improvements import ImprovementRow, PriorityRow
from models.records.panel import PanelRecord
from models.rules import access
from models.workspace import Workspace

TITLE, READER = "Improvement plan", "The partnership"
HEADS = ("Ref", "What is to be done", "Owner", "Due", "Standing")
WIDTHS = (8, 44, 20, 12, 16)
COUNTED = ("Priority", "Improvement actions", "Of them overdue", "Case actions", "Of them open")
COUNTED_WIDTHS = (36, 18, 16, 14, 16)


def write(workspace: Workspace, to: Path) -> str:
    """Writes the plan as a Word file; gives the file's digest."""
    access.check(workspace.person.role, "export_documents")
    read, now = workspace.read, workspace.store.clock.now()
    day = now.date().isoformat()
    sheet = compose(
        read.panel(),
        read.improvements(),
        read.priorities(),
        about=Imprint(read.panel(), TITLE, READER, now, reference=day),
        template=own_template.look(workspace),
    )
    return filing.put(sheet.to_bytes(), to)


def compose(
    panel: PanelRecord,
    rows: Sequence[ImprovementRow],
    counted: Sequence[PriorityRow],
    *,
    about: Imprint,
    template: Template | None = None,
) -> Sheet:
    """The plan: how much serves each priority, then each priority's actions, then what is done."""
    sheet = Sheet(about, template)
    sheet.title(f"{panel.name}: improvement plan", phrases.day(about.made_at.date()))
    still = [one for one in rows if not one.finished]
    late = sum(one.rag == "red" for one in still)
    count = phrases.counted(len(still), "improvement action", "improvement actions")
    opened = f"{count} open, {late or 'none'} overdue" if still else "No improvement action is open"
    sheet.paragraph(f"{opened}. Actions about children are counted apart.")
    told = [_counted(one) for one in counted]
    sheet.table(COUNTED, told, COUNTED_WIDTHS, "What serves each priority")
    for name, some in _by_priority(still, counted):
        sheet.heading(name, 1)
        sheet.table(HEADS, [_cells(one) for one in some], WIDTHS, f"Open actions: {name}")
    done = [one for one in rows if one.finished]
    if done:
        sheet.part("improvement.finished", 1)
        sheet.table(HEADS, [_cells(one) for one in done], WIDTHS, "Finished improvement actions")
    sheet.end("End of the improvement plan.")
    return sheet


def _by_priority(
    rows: Sequence[ImprovementRow], counted: Sequence[PriorityRow]
) -> Iterator[tuple[str, list[ImprovementRow]]]:
    for one in counted:
        some = [row for row in rows if (row.strategy or "") == one.code]
        if some:
            yield one.label, some


def _counted(one: PriorityRow) -> tuple[str, ...]:
    numbers = (one.improvements, one.overdue, one.actions, one.open_actions)
    return (one.label, *map(str, numbers))


def _cells(one: ImprovementRow) -> tuple[str, ...]:
    source = codes.find("improvement_sources", one.source or "")
    said = [phrases.sentence(one.text)]
    said += [f"Done when: {one.success}"] if one.success else []
    said += [f"From: {source.label.lower()}"] if source else []
    said += one.told[:1]
    owner = phrases.joined(one.owner, one.agency) or "No owner"
    return (
        one.reference,
        " ".join(phrases.sentence(words) for words in said),
        owner,
        phrases.short_day(one.due_on, "No date"),
        phrases.capital(one.standing),
    )
