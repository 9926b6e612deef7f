"""Headings and standing wording of documents, as the panel sets them."""

from models import codes
from models.records.panel import PanelRecord


def worded(panel: PanelRecord, key: str) -> str:
    """A standing wording: the panel's own, else the shipped one."""
    own = dict(panel.wordings).get(key)
    if own is None:
        shipped = codes.find("wordings", key)
        own = shipped.text.strip() if isinstance(shipped, codes.Wording) else ""
    return own.replace("{area}", panel.area or "panel's")


def heading(code: str) -> str:
    """A heading of the minutes, as the panel calls it."""
    found = codes.find("minutes_headings", code)
    return found.label if found else ""


def order() -> tuple[str, ...]:
    """The parts of the minutes in the panel's order; none is lost for being out of use."""
    return tuple(one.code for one in codes.load("minutes_headings"))
