"""What `import --json` tells of a paper: what was asked, what was left, what to look at."""

from datetime import datetime

from macedesk.commandline.papers import as_form
from models.clock import SetClock
from models.workspace import Workspace

NOW = datetime(2026, 11, 12, 9, 30)
TRACKER = (
    "System id,Name,Date of birth,Plan,Risk,Date of last assessment,Handler's mood\n"
    "LCS1,Ivy Ashdown,02/04/2011,Closed,High,01/11/2026,cheerful\n"
)


def test_the_form_tells_what_was_asked_left_and_doubtful(tmp_path):
    paper = tmp_path / "tracker.csv"
    paper.write_text(TRACKER)
    workspace = Workspace.memory("Ada", SetClock(NOW))
    workspace.panel.make("Northmoor MACE")
    try:
        papers = workspace.papers
        found, again = (
            as_form(act(papers.preview([paper]))[0]) for act in (papers.rehearse, papers.keep)
        )
    finally:
        workspace.close()
    assert found["asked"] == again["asked"] and found["notes"] == again["notes"]
    (asked,) = found["asked"]
    assert asked["text"].startswith("Ivy Ashdown: “Closed” read as Not open")
    assert asked in found["not_understood"]
    assert any("cheerful" in one["text"] for one in found["not_understood"])
    told = {one["text"].partition(":")[0]: one for one in found["notes"]}
    assert told["plan"]["text"].startswith("plan: “Closed” read as Not open")
    assert told["plan"]["where"] == "row 2, column 4"
