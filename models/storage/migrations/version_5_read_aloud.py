"""Version 5, of meetings: the standing wordings as they were read there."""

import json

from alembic.operations import Operations
from sqlalchemy import Column, Connection, String, text

from models import codes

READ = (
    "opening_script", "remote_addition", "language_reminder", "confidentiality",
    "declaration_question", "read_back",
)  # fmt: skip
_CLOSED = text(
    "SELECT meeting.id, panel_series.area FROM meeting"
    " JOIN panel_series ON panel_series.id = meeting.series_id WHERE meeting.state = 'closed'"
)
_KEEP = text("UPDATE meeting SET words_read = :words WHERE id = :id")


def read_aloud(operations: Operations) -> None:
    """A meeting keeps what was read at it; one held before, the words in force until now."""
    operations.add_column("meeting", Column("words_read", String))
    bind = operations.get_bind()
    words = _in_force(bind)
    for meeting_id, area in bind.execute(_CLOSED).all():
        said = {key: one.replace("{area}", area or "panel's") for key, one in words.items()}
        bind.execute(_KEEP, {"id": meeting_id, "words": json.dumps(said, ensure_ascii=False)})


def _in_force(bind: Connection) -> dict[str, str]:
    own = {row.key: row.text for row in bind.execute(text("SELECT key, text FROM wording_row"))}
    shipped = {
        one.code: one.text.strip()
        for one in codes.shipped("wordings")
        if isinstance(one, codes.Wording)
    }
    return {key: own.get(key, shipped[key]) for key in READ}
