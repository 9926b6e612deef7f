"""The views of the tracker that a reader may use: the panel's, and the reader's own."""

from sqlalchemy.orm import Session

from models.marks import Role
from models.queries.kept_settings import kept_settings
from models.records.reader import Reader, ReaderKind
from models.records.tracker import View
from models.rules.tracker.views import read

OF_PANEL = "tracker_views"


def key_of(name: str) -> str:
    """The setting in which a person's own views are kept."""
    return f"{OF_PANEL}.{name}"


def tracker_views(session: Session, reader: Reader) -> tuple[View, ...]:
    """The panel's views, then the reader's own; nobody is shown the views of somebody else."""
    kept = kept_settings(session)
    found = read(kept.get(OF_PANEL, ""), of_panel=True)
    if reader.kind is ReaderKind.PERSON and reader.role is not Role.SYSTEM and reader.name:
        found += read(kept.get(key_of(reader.name), ""), of_panel=False)
    return found
