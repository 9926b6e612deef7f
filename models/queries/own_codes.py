"""What a panel has changed in the shipped code lists, as it is laid over them."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import codes
from models.entities import CodeRow


def own_rows(session: Session) -> list[codes.OwnRow]:
    """What this panel lays over the shipped lists."""
    changed = CodeRow.changed_on.is_not(None)
    older = CodeRow.local_label.is_not(None) | CodeRow.active.is_(False)
    return [own_row(row) for row in session.scalars(select(CodeRow).where(changed | older))]


def own_row(row: CodeRow) -> codes.OwnRow:
    """What one kept row says: its own words, values, dates and whether it is in use."""
    from models.codes.fields import from_text

    values: dict[str, Any] = from_text(row.list_name, row.details)
    label = row.local_label or (row.label if row.source == "local" else None)
    told = {"label": label, "valid_from": row.valid_from, "valid_to": row.valid_to}
    values.update({name: value for name, value in told.items() if value is not None})
    if row.changed_on is not None and row.note is not None:
        values["note"] = row.note
    return codes.OwnRow(row.list_name, row.code, {**values, "active": row.active})
