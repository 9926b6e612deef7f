"""A child without a plan holder gets a named lead before its item closes, or a reason."""

from datetime import date

import pytest

from models.clock import SetClock
from models.errors import Refusal
from models.rules.points import LEAD
from tests.models.services.rooms import RunningRoom, running_room, send_sheet


@pytest.fixture
def room(clock: SetClock) -> RunningRoom:
    return running_room(clock)


def stands(room: RunningRoom) -> bool:
    return next(one.stands for one in room.item().required if one.code == LEAD)


def test_the_point_asks_until_somebody_is_named_and_the_child_then_has_its_lead(
    room: RunningRoom,
) -> None:
    assert not stands(room)
    room.workspace.conduct.name_lead(room.child_item, "  Ann   Patel ")
    assert stands(room)
    assert room.item().header.lead == "Ann Patel"
    recommended = room.workspace.conduct.recommend(room.child_item, "Offer mentoring")
    (row,) = room.workspace.read.recommendations()
    assert (row.id, row.addressed_to) == (recommended, "Ann Patel")
    room.workspace.store.undo()
    room.workspace.store.undo()
    assert not stands(room)


def test_a_reason_will_do_and_the_item_closes_without_either(room: RunningRoom) -> None:
    room.workspace.conduct.cover(room.child_item, LEAD, False, "Early Help starts on Monday")
    assert stands(room)
    room.workspace.store.undo()
    room.workspace.conduct.finish_item(room.child_item)
    assert room.item().row.state == "discussed"


def test_no_name_is_refused_and_so_is_an_item_about_no_child(room: RunningRoom) -> None:
    with pytest.raises(Refusal, match="Name who holds"):
        room.workspace.conduct.name_lead(room.child_item, " ")
    with pytest.raises(Refusal, match="no child"):
        room.workspace.conduct.name_lead(room.person_item, "Ann Patel")


def test_an_answer_is_due_in_the_panels_own_working_days(room: RunningRoom) -> None:
    workspace = room.workspace
    workspace.conduct.recommend(room.child_item, "Offer mentoring")
    asked = workspace.read.extract_papers
    assert asked(room.child_item).reply_by == date(2026, 11, 26)
    workspace.panel.set("reply_within", "5")
    workspace.panel.set("closed_days", "2026-11-16..2026-11-17")
    assert asked(room.child_item).reply_by == date(2026, 11, 23)
    send_sheet(room)
    (row,) = workspace.read.recommendations()
    assert row.reply_by == date(2026, 11, 23)
