"""What forms let choose from alike: agencies, who may own an action, and who may read a thing."""

from models.errors import Refusal
from models.marks import Sharing
from ui.desk import Desk
from ui.live.line_marks import agencies_in
from ui.pages.records.fields import plainly

Choices = tuple[tuple[object, str], ...]
THE_OWNERS = "The owner's, where none is given"
SHARINGS = plainly((Sharing.ALL_PANEL, Sharing.NAMED_AGENCIES, Sharing.CHAIR_ONLY))


def agencies(desk: Desk, *, active: bool = False) -> Choices:
    """The panel's agencies; the active ones alone where something new is given to them."""
    rows = desk.workspace.read.agencies()
    return tuple((one.id, one.name) for one in rows if one.active or not active)


def owners(desk: Desk) -> Choices:
    """The members who may own an action, each with the agency."""
    return tuple(
        (one.id, ", ".join(part for part in (one.name, one.agency) if part))
        for one in desk.workspace.read.members()
        if one.active
    )


def readers(desk: Desk, sharing: Sharing, named: str | None) -> tuple[int, ...]:
    """The agencies typed that may read a thing; Refusal where named ones are meant and none is."""
    if sharing is not Sharing.NAMED_AGENCIES:
        return ()
    found = agencies_in(desk, named or "")
    if not found:
        raise Refusal("Name the agencies that may read it.", "shared_with")
    return found
