"""What is taken into the record from a changed document, as one step."""

from typing import NamedTuple

from models.marks import Sharing
from models.records.places import Place


class Reworded(NamedTuple):
    """New words of a place, and those on record that somebody saw there; none takes them out."""

    place: Place
    seen: str | None
    text: str


class NewLine(NamedTuple):
    """A line that an agency shares with these readers, written into the minutes afterwards."""

    item_id: int
    agency_id: int
    text: str
    information: str
    sharing: str = Sharing.ALL_PANEL.value
    shared_with: tuple[int, ...] = ()
