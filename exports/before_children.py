"""Papers before a meeting about one child each: the update asked of the lead professional."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from exports import lead_update
from exports.audience import Document, slug
from exports.child_part import child_part, net_of
from exports.making import Making, file_of
from exports.pseudonyms import Net
from exports.sheet import Sheet
from models.marks import ItemKind, SubjectKind
from models.records.item import ItemRecord
from models.rules.timetable import returns_due

UPDATES = "updates"
OF_RECOMMENDATIONS = ("text", "standing", "modified_text", "reply_reason")


def updates(making: Making) -> Iterator[Document]:
    """A form for each child who has a lead professional, with nobody else in it."""
    index = making.index
    for item in making.whole.items:
        if not _is_asked(item):
            continue
        papers = making.audiences.panel.extract_papers(item.row.id, making.known)
        net = net_of(papers, index, item.around)
        part = child_part(papers, index, item.around).confirmed()
        asked = lead_update.Asked(
            item.row,
            item.header,
            [_cleaned(one, net) for one in item.earlier_recommendations if not one.withdrawn],
            returns_due(
                making.whole.meeting.held_on,
                making.whole.made_at.date(),
                making.audiences.panel.closed_days(),
            ),
        )
        sheet = lead_update.compose(part, asked, template=making.template)
        number = papers.child_system_id
        name = making.names.take(f"{UPDATES}/", slug(number) if number else papers.child_uuid)
        yield _document(sheet, name, item)


def _is_asked(item: ItemRecord) -> bool:
    child = item.row.subject_kind == SubjectKind.CHILD
    return child and bool(item.header.lead) and item.row.kind != ItemKind.NOTIFICATION


def _cleaned(record: Any, net: Net) -> Any:
    told = {name: getattr(record, name) for name in OF_RECOMMENDATIONS}
    return replace(
        record, **{name: net.clean_quietly(text) if text else text for name, text in told.items()}
    )


def _document(sheet: Sheet, name: str, item: ItemRecord) -> Document:
    lead = item.header.lead or ""
    return Document(
        name, UPDATES, lead, file_of(sheet), sheet.digest, recipient=lead,
        subject_id=item.row.subject_id, item_id=item.row.id, reference=item.row.reference,
    )  # fmt: skip
