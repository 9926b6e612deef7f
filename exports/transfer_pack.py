"""The transfer pack: what the panel holds about a child, for the area that the child moves to."""

from collections.abc import Iterator

from exports import basis, phrases, subject_copy, wording
from exports.imprint import Imprint
from exports.sheet import Sheet
from exports.subject_copy import Copy
from exports.template import Template
from models.records.disclosure import DisclosureRow
from models.records.moving import MoveRow

TITLE = "Transfer pack"
NAME = "transfer-pack.docx"
LEFT_OUT = "Left out: {} of other people, intelligence, and what may not be given."


def compose(
    made: Copy,
    asked: DisclosureRow,
    move: MoveRow,
    *,
    confirmed: bool = False,
    template: Template | None = None,
) -> Sheet:
    """The pack as a sheet: who moves where, who was told, then the record, others taken out.

    `confirmed` leaves the marks of doubt out and is what is sent.
    """
    panel = made.file.panel
    about = Imprint(
        panel,
        TITLE,
        asked.to_whom,
        made.file.made_at,
        status=subject_copy.standing(confirmed=confirmed),
        reference=asked.uuid[:8],
    )
    sheet = Sheet(about, template)
    sheet.title(TITLE, panel.name)
    sheet.paragraph(wording.worded(panel, "transfer_statement"))
    sheet.facts(_facts(made, move), "The move")
    subject_copy.tell(sheet, made, confirmed=confirmed)
    left = sum(made.file.withheld.values())
    if left:
        sheet.paragraph(LEFT_OUT.format(phrases.counted(left, "entry", "entries")))
    sheet.paragraph(wording.worded(panel, "transfer_receipt"))
    basis.of_panel(sheet, panel)
    sheet.end("End of the transfer pack.")
    return sheet


def _facts(made: Copy, move: MoveRow) -> Iterator[tuple[str, str | None]]:
    """What a person chose from lists or wrote of the other area; whom was told stands below, where
    other people are taken out."""
    yield "Young person", made.file.names[0] if made.file.names else None
    yield "Move", move.way_words
    yield "Day", phrases.day(move.moved_on, "no day set")
    yield "To", move.authority
    yield "For", move.contact
    yield "Told", phrases.joined(phrases.day(move.told_on), move.told_how)
