"""A case note is copied once the child's sheet is confirmed, with the very marks of that sheet."""

import pytest

from exports import issue
from exports.copying import case_note
from models.errors import Refusal
from tests.exports.issued_room import approve, room
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
