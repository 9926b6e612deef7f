"""A case note is copied once the child's sheet is confirmed, with the very marks of that sheet."""

from datetime import date

import pytest

from exports import issue
from exports.copying import case_note
from models.errors import Refusal
from tests.exports.issued_room import approve, confirm_all, room
from tests.models.services.rooms import RunningRoom

__all__ = ["room"]


def test_doubts_that_the_confirmed_sheet_settled_keep_no_note_back(room: RunningRoom) -> None:
    workspace = room.workspace
    other = workspace.register.add_child("Thomas Weatherby", system_id="LCS9")
    workspace.register.add_alias(other, "Tommo")
    workspace.agenda.add(room.meeting, other)
    words = "Keep Robin away from Tommo, from Thomas Weatherby and from Zorinda"
    workspace.conduct.recommend(room.child_item, words)
    approve(room)
    with pytest.raises(Refusal, match="not sure of"):
        case_note(workspace, room.child_item)
    for one in issue.documents(workspace, room.meeting):
        if one.kind == "recommendations":
            workspace.minutes.confirm(room.meeting, one.name, one.digest)
    told = case_note(workspace, room.child_item)
    assert "R002" in told and "‹" not in told and "Robin" not in told


def _confirmed(room: RunningRoom) -> int:
    """A recommendation that speaks of another child, on a sheet that was confirmed."""
    workspace = room.workspace
    other = workspace.register.add_child("Thomas Weatherby", system_id="LCS9")
    workspace.register.add_alias(other, "Tommo")
    workspace.agenda.add(room.meeting, other)
    words = "Keep Robin away from Tommo and from Zorinda"
    made = workspace.conduct.recommend(room.child_item, words)
    approve(room)
    confirm_all(room)
    return made


def test_an_answer_that_names_somebody_keeps_no_confirmed_note_back(room: RunningRoom) -> None:
    answered, workspace = _confirmed(room), room.workspace
    workspace.recommendations.reply(
        answered,
        "accepted modified",
        reason="As Zorinda asks",
        modified_text="Robin meets Thomas Weatherby with a worker",
        on=date(2026, 11, 20),
    )
    told = case_note(workspace, room.child_item)
    assert "R.A. meets another young person A with a worker. As Zorinda asks." in told
    assert "Weatherby" not in told and "‹" not in told


def test_where_the_last_answer_has_come_the_sheet_that_was_confirmed_still_counts(
    room: RunningRoom,
) -> None:
    _confirmed(room)
    workspace = room.workspace
    for one in workspace.read.recommendations():
        workspace.recommendations.reply(
            one.id, "accepted modified", reason="Quillon Vane asks", modified_text="Each Friday"
        )
    told = case_note(workspace, room.child_item)
    assert "accepted with changes" in told and "Each Friday. Its words stand" in told
    assert "Quillon" not in told


def test_words_of_an_answer_that_nobody_has_read_stay_on_the_page(room: RunningRoom) -> None:
    answered, workspace = _confirmed(room), room.workspace
    workspace.recommendations.reply(answered, "rejected", reason="Quillon Vane said no to it")
    told = case_note(workspace, room.child_item)
    assert "Answer: rejected" in told and "Its words stand on the page Care plans." in told
    assert "Quillon" not in told


def test_where_the_plan_shows_it_goes_through_the_net_too(room: RunningRoom) -> None:
    answered, workspace = _confirmed(room), room.workspace
    workspace.recommendations.reply(answered, "accepted")
    workspace.recommendations.in_plan(
        answered, workspace.store.clock.today(), "Section 4 of Robin, with Thomas Weatherby"
    )
    told = case_note(workspace, room.child_item)
    assert "Section 4 of R.A., with another young person A." in told
