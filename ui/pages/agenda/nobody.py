"""Children's items for which nobody is known: to present them, or to be invited."""

from collections.abc import Iterable

from models.marks import SubjectKind
from models.records.item import ItemRow

NOBODY = "nobody presents yet"


def unpresented(rows: Iterable[ItemRow]) -> str:
    """Which items have no presenter, in a sentence; nothing where each has one."""
    found = [one.reference for one in _children(rows) if not one.presenter]
    return f"Nobody is known to present {', '.join(found)}: choose who presents." if found else ""


def uninvited(rows: Iterable[ItemRow]) -> str:
    """To which items nobody is invited, so that no invitation was written for them."""
    found = [one.reference for one in _children(rows) if not one.invited]
    return f"Nobody is invited for {', '.join(found)}: no invitation for them." if found else ""


def _children(rows: Iterable[ItemRow]) -> Iterable[ItemRow]:
    return (one for one in rows if one.subject_kind == SubjectKind.CHILD)
