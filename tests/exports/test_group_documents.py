"""A group's papers: what all the panel may read of it, and every case holder in one list."""

import csv
import io
from datetime import datetime
from pathlib import Path

import docx
import pytest

from exports.group_documents import ASSESSMENT, HOLDERS, write_group
from exports.sending import How
from models.clock import SetClock
from models.errors import Refusal
from models.marks import Sharing
from models.workspace import Workspace
from tests.exports import reading
from tests.models.services.rooms import RunningRoom, running_room

MORNING = datetime(2026, 11, 12, 9, 30)


@pytest.fixture(scope="module")
def room() -> RunningRoom:
    return running_room(SetClock(MORNING))


@pytest.fixture(scope="module")
def group(room: RunningRoom) -> int:
    register, clock = room.workspace.register, room.workspace.store.clock
    assert isinstance(clock, SetClock)
    clock.set(datetime(2026, 8, 1, 9, 30))
    made = register.add_group("Canal Boys", group_type="Peer exploitation group")
    register.link(room.child, "member of", made, confidence="confirmed")
    register.assess_group(
        made, people="Robin Ashdown came in by a cousin.", roles={room.child: "core"}
    )
    clock.set(MORNING)
    ivy = register.add_child("Ivy Marlow", lead_name="=Jo Reed", team="East team")
    hidden = register.add_child("Kit Tarn", lead_name="Al Poole")
    register.link(ivy, "member of", made)
    register.link(hidden, "member of", made, sharing=Sharing.CHAIR_ONLY)
    latest = register.assess_group(
        made,
        people="Ivy Marlow is new.",
        risk="Rising",
        plan="Detached work",
        plan_lead="Jane Khan",
    )
    register.assess_group(made, risk="For the chair alone", sharing=Sharing.CHAIR_ONLY)
    register.tell_of_group(latest, "The school", "Watch the gate")
    return made


def written(room: RunningRoom, group: int, folder: Path, kind: str) -> tuple[str, ...]:
    return write_group(room.workspace, group, How(folder, reason="Agreed"), (kind,))


def test_the_assessment_tells_growth_members_plan_and_who_is_told(
    room: RunningRoom, group: int, tmp_path: Path
) -> None:
    (name,) = written(room, group, tmp_path, ASSESSMENT)
    document = docx.Document(str(tmp_path / name))
    told = reading.text(document)
    for words in (
        "1 further young person was drawn in since 1 August 2026", "I.M. is new.", "Rising",
        "Detached work", "Jane Khan", "Watch the gate", "Core", "Why it is needed: ",
    ):  # fmt: skip
        assert words in told
    for words in ("Marlow", "Ashdown", "Kit", "K.T.", "chair alone"):
        assert words not in told


def test_case_holders_go_as_a_document_and_as_a_list_that_no_spreadsheet_runs(
    room: RunningRoom, group: int, tmp_path: Path
) -> None:
    names = written(room, group, tmp_path, HOLDERS)
    listed = next(one for one in names if one.endswith(".csv"))
    rows = list(csv.reader(io.StringIO((tmp_path / listed).read_text("utf-8-sig"), newline="")))
    assert rows[1] == ["'=Jo Reed", "", "", "", "East team", "Lead professional", "I.M."]
    assert len(rows) == 2
    told = reading.text(docx.Document(str(tmp_path / names[0])))
    assert "East team" in told and "R.A." in told and "Poole" not in told
    assert "Why it is needed: " in told and "1 case holder" in told and "between them" not in told


def test_a_group_of_a_panel_that_never_met_is_refused_in_plain_words(tmp_path: Path) -> None:
    workspace = Workspace.memory("Ada", SetClock(MORNING))
    workspace.panel.make("Northmoor MACE")
    made = workspace.register.add_group("Canal Boys")
    with pytest.raises(Refusal, match="Plan a meeting first"):
        write_group(workspace, made, How(tmp_path))
    workspace.close()
