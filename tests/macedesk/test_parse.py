"""A line is understood at the terminal as it is in the room."""

import json
from datetime import date, time
from pathlib import Path

from click.testing import CliRunner

from macedesk.commandline import main
from models.marks import Information
from models.storage.sealing import Cost
from models.workspace import Workspace

WORDS = "copper lantern harbour"
CHEAP = Cost(memory=64, passes=1, lanes=1)


def test_a_note_is_marked_as_is_usual_for_its_agency(tmp_path: Path) -> None:
    path = tmp_path / "panel.mace"
    workspace = Workspace.create(path, WORDS, "Ada", cost=CHEAP)
    workspace.panel.make("Northmoor MACE")
    police = workspace.panel.add_agency("Police")
    workspace.panel.change_agency(police, default_information=Information.INTELLIGENCE.value)
    meeting = workspace.agenda.plan_meeting(date(2026, 11, 12), time(9, 30))
    workspace.agenda.add(meeting, workspace.register.add_child("Ivy Byrne", system_id="LCS2"))
    workspace.close()
    said = "note police: seen near the station; declare nobody here"
    asked = ["parse", str(path), "--meeting", "2026-11-12", "--item", "LCS2", "--text", said]
    found = CliRunner(env={"MACEDESK_PASSPHRASE": WORDS}).invoke(main, [*asked, "--json"])
    ((note, *_),) = json.loads(found.output)
    assert (note["text"], note["information"]) == ("Seen near the station", "intelligence")


def test_where_the_room_turns_is_told_with_whose_item_it_is(tmp_path: Path) -> None:
    path = tmp_path / "panel.mace"
    workspace = Workspace.create(path, WORDS, "Ada", cost=CHEAP)
    workspace.panel.make("Northmoor MACE")
    meeting = workspace.agenda.plan_meeting(date(2026, 11, 12), time(9, 30))
    for name, number in (("Ivy Byrne", "LCS2"), ("Noah Pell", "LCS3")):
        workspace.agenda.add(meeting, workspace.register.add_child(name, system_id=number))
    workspace.close()
    asked = ["parse", str(path), "--meeting", "2026-11-12", "--item", "LCS2"]
    said = ["--text", "risk high; skip to V2", "--json"]
    found = CliRunner(env={"MACEDESK_PASSPHRASE": WORDS}).invoke(main, [*asked, *said])
    ((risk, turn),) = json.loads(found.output)
    assert (risk["kind"], risk["subject"]) == ("risk", "Ivy Byrne")
    assert (turn["kind"], turn["subject"], turn["due"]) == ("timing", "Noah Pell", None)
