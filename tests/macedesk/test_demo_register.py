"""The demo panel has a group, an assessed place and intelligence, beyond what its papers bring."""

import json
from importlib.resources import files

from macedesk import demo, demo_register
from models.clock import SetClock
from models.workspace import Workspace


def test_what_no_paper_brings_is_on_record():
    workspace = Workspace.memory("Demo administrator", SetClock(demo.PREPARED))
    workspace.panel.make(demo.PANEL, area=demo.AREA, districts=demo.DISTRICTS)
    for number in ("LCS693851", "LCS590456", "LCS794655", "LCS689015"):
        workspace.register.add_child(f"Child {number}", system_id=number)
    for place in json.loads((files("resources") / "demo" / "places.json").read_text("utf-8")):
        workspace.register.add_place(place["name"])
    demo_register.fill(workspace)
    (group,) = workspace.read.groups()
    told = workspace.read.group(group.id)
    assert {member.role for member in told.members} == {"core", "at risk"}
    assert told.latest.plan_lead == "Rhiannon Hartley" and len(told.places) == 2
    assert [one.state for one in workspace.read.submissions()] == ["to triage", "to triage"]
    snug = next(one.id for one in workspace.read.places() if one.label.startswith("The Snug"))
    (assessed,) = workspace.read.place_assessments(snug)
    assert assessed.values["weighting"] == "mainly the place"
    workspace.close()
