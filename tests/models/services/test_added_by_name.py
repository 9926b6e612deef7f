"""Who is added to an agenda by name: as what, with whom presenting and for how long."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from models.clock import SetClock
from models.marks import ItemKind
from models.records.item import ItemRow
from tests.models.services.rooms import HELD, RunningRoom, running_room

AFTER = HELD + timedelta(days=42)


@pytest.fixture
def room(clock: SetClock) -> Iterator[RunningRoom]:
    made = running_room(clock)
    yield made
    made.workspace.close()


def test_a_child_whom_the_panel_discussed_is_a_review_with_their_lead_presenting(
    room: RunningRoom,
) -> None:
    room.workspace.register.change(room.child, "lead_name", "Ann Patel", None)
    room.workspace.conduct.finish_item(room.child_item)
    row = _added(room, room.child)
    assert (row.kind, row.presenter, row.planned_minutes) == ("review", "Ann Patel", 6)
    assert [
        one.name
        for one in room.workspace.read.invitations(room.workspace.read.meeting_on(AFTER).id)
    ] == ["Ann Patel"]


def test_a_child_who_never_was_here_is_new(room: RunningRoom) -> None:
    row = _added(room, room.workspace.register.add_child("Tia Kerr"))
    assert (row.kind, row.presenter, row.planned_minutes) == ("new", None, 12)


def test_one_who_was_on_the_panel_before_its_meetings_were_kept_here_is_a_review(
    room: RunningRoom,
) -> None:
    register = room.workspace.register
    known = register.add_child("Tia Kerr")
    register.set_status(known, None, on_panel=True)
    assert _added(room, known).kind == "review"


def test_a_closed_child_who_is_looked_at_again_is_a_review(room: RunningRoom) -> None:
    _close(room)
    assert _added(room, room.child).kind == "review"


def test_a_closed_child_who_is_referred_again_is_new_with_what_that_referral_asks(
    room: RunningRoom,
) -> None:
    workspace = room.workspace
    _close(room)
    referral = workspace.referrals.add(
        room.child, reason="Seen in Hull", ask="A joint plan", immediate_risk=False,
        referrer_name="Ann Patel", referrer_agency="Health",
    )  # fmt: skip
    workspace.referrals.accept(referral, "Threshold met")
    row = _added(room, room.child)
    assert (row.kind, row.ask, row.presenter) == ("new", "A joint plan", "Ann Patel")


def test_where_nobody_leads_the_agency_that_referred_presents_but_no_parent(
    room: RunningRoom,
) -> None:
    referrals, register = room.workspace.referrals, room.workspace.register
    shown = []
    for name, agency in (("Tia Kerr", "Police"), ("Ivy Ash", "Mother")):
        child = register.add_child(name)
        referrals.add(child, reason="Hotels", referrer_agency=agency)
        shown.append(_added(room, child).presenter)
    assert shown == ["Police", None]


def test_an_item_not_reached_is_carried_on_and_no_longer_proposed(room: RunningRoom) -> None:
    workspace = room.workspace
    workspace.conduct.close(room.meeting)
    row = _added(room, room.person)
    assert row.kind == "deferred"
    assert room.person not in [
        one.subject_id for one in workspace.read.pool(room.workspace.read.meeting_on(AFTER).id)
    ]


def test_what_is_told_of_an_item_stands_whatever_the_record_says(room: RunningRoom) -> None:
    workspace = room.workspace
    later = workspace.agenda.plan_meeting(AFTER)
    item = workspace.agenda.add(later, room.child, kind=ItemKind.CLOSURE)
    assert room.item(item).row.kind == "closure"


def test_in_the_room_a_name_on_record_comes_as_the_record_says(room: RunningRoom) -> None:
    workspace = room.workspace
    known = workspace.register.add_child("Tia Kerr", lead_name="Sam Lee")
    workspace.register.set_status(known, date(2026, 3, 1), on_panel=True)
    rows = [
        room.item(workspace.conduct.add_item(room.meeting, known)).row,
        room.item(workspace.conduct.add_item(room.meeting, title="Hotels")).row,
    ]
    assert [(one.kind, one.presenter) for one in rows] == [("review", "Sam Lee"), ("urgent", None)]
    workspace.store.undo()
    workspace.store.undo()
    assert known not in [one.subject_id for one in workspace.read.running_order(room.meeting)]


def _close(room: RunningRoom) -> None:
    """The panel keeps the child on its list; between meetings the record is closed."""
    room.workspace.conduct.decide(room.child_item, "REMAIN", "Still at risk")
    room.workspace.conduct.finish_item(room.child_item)
    room.workspace.conduct.close(room.meeting)
    room.workspace.register.close(room.child, "Moved away", "Jane Khan")


def _added(room: RunningRoom, subject_id: int) -> ItemRow:
    """The item as the agenda of the next meeting has it once the name is chosen."""
    agenda = room.workspace.agenda
    found = room.workspace.read.meeting_on(AFTER)
    later = found.id if found else agenda.plan_meeting(AFTER)
    return room.item(agenda.add(later, subject_id)).row
