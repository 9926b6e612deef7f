"""The panel's settings as kept."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Setting
from models.queries.once import once

_ALL = select(Setting.key, Setting.value).where(Setting.series_id.is_(None))


@once
def kept_settings(session: Session) -> Mapping[str, str]:
    """Every setting that the panel has made, by its key."""
    return dict(session.execute(_ALL).all())
