"""The panel's settings as kept, asked once for a reading."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Setting
from models.queries.once import once

_ALL = select(Setting.key, Setting.value)


@once
def kept_settings(session: Session) -> dict[str, str]:
    """Every setting that the panel has made, by its key."""
    return dict(session.execute(_ALL).all())
