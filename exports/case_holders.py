"""All case holders of a group's members: one list as a Word document and as a distribution list."""

from collections.abc import Iterable
from datetime import datetime

from exports import basis, phrases, text_list
from exports.feed import guarded
from exports.imprint import Imprint
from exports.naming import Naming
from exports.sheet import Sheet
from exports.template import Template
from models.records.groups import CaseHolder, CaseHolders, MemberRow
from models.records.panel import PanelRecord

TITLE = "Case holders of a group"
COLUMNS = ("Name", "E-mail", "Telephone", "Agency", "Team", "Part", "For")
NOBODY = "Nobody is named as a case holder"
SHARE = "Those listed hold the cases of members of one group. Plans are shared between them."


def compose(
    panel: PanelRecord,
    group: str,
    found: CaseHolders,
    naming: Naming,
    *,
    issued_to: str,
    made_at: datetime,
    template: Template | None = None,
) -> Sheet:
    """The list: who holds which case, how to reach them, and for whom nobody is named."""
    about = Imprint(panel, TITLE, issued_to, made_at, reference=made_at.date().isoformat())
    sheet = Sheet(about, template, naming.rewrite)
    count = phrases.counted(len(found.holders), "case holder", "case holders")
    sheet.title(f"Case holders: {group}", count if found.holders else NOBODY)
    if len(found.holders) > 1:
        sheet.paragraph(SHARE)
    sheet.table(
        ("Who", "Part", "Agency and team", "Reached by", "For"),
        [_row(one, naming) for one in found.holders],
        (16, 14, 20, 36, 14),
        "Case holders",
    )
    sheet.part("holders.without", 1)
    sheet.paragraph(_whose(found.without, naming))
    basis.of_panel(sheet, panel)
    sheet.end("End of the case holders.")
    return sheet


def as_csv(found: CaseHolders, naming: Naming) -> bytes:
    """The distribution list for a spreadsheet or an address book, whose text no program runs."""
    told = (
        (one.name, one.email, one.phone, one.agency, one.team, one.part,
         _whose(one.members, naming)) for one in found.holders
    )  # fmt: skip
    return text_list.written([COLUMNS, *(map(guarded, line) for line in told)])


def _row(one: CaseHolder, naming: Naming) -> tuple[str, ...]:
    return (
        one.name,
        one.part,
        phrases.joined(one.agency, one.team),
        phrases.joined(one.email, one.phone) or "not on the panel's list",
        _whose(one.members, naming),
    )


def _whose(members: Iterable[MemberRow], naming: Naming) -> str:
    return ", ".join(naming.shown(one.kind, one.label) for one in members)
