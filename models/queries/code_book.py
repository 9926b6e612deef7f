"""The code lists as the panel edits them: shipped label beside its own."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import CodeRow
from models.records.desk import CodeBookRow
from models.records.reader import Reader


def code_book(session: Session, reader: Reader, list_name: str) -> tuple[CodeBookRow, ...]:
    """Every row of a list, in use or not, in the panel's order."""
    rows = session.scalars(
        select(CodeRow).where(CodeRow.list_name == list_name).order_by(CodeRow.position, CodeRow.id)
    )
    return tuple(
        CodeBookRow(
            one.id,
            one.list_name,
            one.code,
            one.label,
            one.local_label,
            one.position,
            one.active,
            one.synonyms,
            one.note,
            one.source,
        )
        for one in rows
    )
