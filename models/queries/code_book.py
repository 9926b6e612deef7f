"""The code lists as the panel edits them: each row as shipped, and as it is here."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import codes
from models.codes.fields import shown_of
from models.entities import CodeRow
from models.records.desk import CodeBookRow
from models.records.reader import Reader


def code_book(session: Session, reader: Reader, list_name: str) -> tuple[CodeBookRow, ...]:
    """Every row of a list, in use or not, in the panel's order."""
    own = {
        code: (on, by)
        for code, on, by in session.execute(
            select(CodeRow.code, CodeRow.changed_on, CodeRow.changed_by).where(
                CodeRow.list_name == list_name, CodeRow.changed_on.is_not(None)
            )
        )
    }
    shipped = {one.code: one.label for one in codes.shipped(list_name)}
    return tuple(
        CodeBookRow(
            one.code,
            list_name,
            shipped.get(one.code),
            one.label,
            one.active,
            one.source or None,
            *own.get(one.code, (None, None)),
            shown_of(list_name, one),
        )
        for one in codes.load(list_name)
    )
