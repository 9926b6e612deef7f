"""Missing information for the police as a Word document: part 1 on one page, part 2 after it."""

from datetime import date, datetime
from pathlib import Path

from exports import basis, logged_with, own_template, phrases
from exports.imprint import Imprint
from exports.sheet import Sheet
from exports.template import Template
from models.errors import Refusal
from models.records.panel import PanelRecord
from models.records.philomena import MissingPaper
from models.rules import access
from models.rules.by_day import NOT_KNOWN
from models.rules.philomena import PART_1, PART_2
from models.workspace import Workspace

NOTHING = "Nothing is written yet. Take over what is known, or write it, and look it over."
NAME = "missing-information"
READER = "The police, while the child is missing"
TITLE = "Missing child: information for the police"
NOT_SEEN = "Nobody has looked this over yet: check it before it is relied on."


def write(workspace: Workspace, child_id: int, to: Path) -> str:
    """Write what is kept of a child for the police, and log it; gives the file's digest.

    Only what a person kept stands in it, nothing that is merely proposed. Part 2 comes along while
    the child is missing. Refusal where nothing is kept, or the child is not the reader's to know.
    """
    access.check(workspace.person.role, "export_documents")
    blob = made(workspace, child_id, own_template.look(workspace)).to_bytes()
    name = f"{NAME}-{workspace.store.clock.today().isoformat()}.docx"
    return logged_with.put(workspace, blob, to, name, READER, subject_id=child_id)


def kept(workspace: Workspace, child_id: int) -> MissingPaper:
    """What is kept of a child for the police; Refusal where nothing is."""
    paper = workspace.read.missing_paper(child_id)
    if not paper.kept:
        raise Refusal(NOTHING)
    return paper


def made(workspace: Workspace, child_id: int, template: Template) -> Sheet:
    """What is kept as a sheet; Refusal where nothing is."""
    paper = kept(workspace, child_id)
    read, now = workspace.read, workspace.store.clock.now()
    return compose(read.panel(), paper, now, template=template)


def compose(
    panel: PanelRecord,
    paper: MissingPaper,
    now: datetime,
    *,
    template: Template | None = None,
) -> Sheet:
    """Part 1, and part 2 where the child is missing now."""
    about = Imprint(
        panel, TITLE, READER, now, status="For the police only", reference=now.date().isoformat()
    )
    sheet = Sheet(about, template)
    who = phrases.joined(_born(paper), (paper.gender or "").lower())
    sheet.title(paper.name, phrases.capital(who))
    seen = phrases.day(paper.reviewed_on) if paper.reviewed_on else ""
    sheet.paragraph(f"Looked over {seen} by {paper.reviewed_by}." if seen else NOT_SEEN)
    sheet.part("philomena.part_1", 1)
    sheet.facts(
        (
            ("Also called", phrases.joined(*paper.aliases)),
            ("Ethnicity, language", phrases.joined(paper.ethnicity, paper.language)),
            *((label, paper.values.get(name)) for name, label in PART_1.items()),
        ),
        "What is known of the child",
    )
    _part_2(sheet, paper)
    basis.of_panel(sheet, panel)
    sheet.end("End of the information for the police.")
    return sheet


def _part_2(sheet: Sheet, paper: MissingPaper) -> None:
    one = paper.part_2
    if one is None or one.returned is not None:
        return
    reported = _when(one.reported) if one.reported is not None else None
    sheet.part("philomena.part_2", 1)
    sheet.facts(
        (
            ("Reported", reported),
            *((label, one.values.get(name)) for name, label in PART_2.items()),
        ),
        "How it is this time",
    )


def _when(at: date) -> str:
    hour = f"{at:%H:%M}" if isinstance(at, datetime) else NOT_KNOWN
    return f"{phrases.day(at)}, {hour}"


def _born(paper: MissingPaper) -> str:
    if paper.born is None:
        return "date of birth not known"
    return f"born {phrases.day(paper.born)}, {paper.age} years old"
