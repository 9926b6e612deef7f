"""A meeting whose program is killed has kept every line that was said to be kept."""

import json
from pathlib import Path

import pytest
from sqlalchemy import text

from macedesk import demo
from models.clock import SetClock
from models.storage.check import check
from models.storage.sealing import Cost
from models.workspace import Workspace
from tests.journeys.commands import PASSPHRASE, Terminal
from tests.journeys.demo_panel import PAPERS

FILE = "panel.mace"
SAID = "SELECT operation, row_id, after FROM change WHERE \"table\" = 'information_line'"


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    """A folder with a panel on the morning of its meeting: members and two referrals."""
    made = Terminal(tmp_path)
    assert made.environment
    cheap = Cost(64, 1, 1)
    workspace = Workspace.create(
        made.work / FILE, PASSPHRASE, "Clerk", clock=SetClock(demo.PREPARED), cost=cheap
    )
    workspace.panel.make(demo.PANEL, area=demo.AREA, districts=demo.DISTRICTS)
    referrals = sorted((PAPERS / "referrals").glob("*.docx"))[:2]
    workspace.papers.import_files([PAPERS / "members.csv", *referrals])
    workspace.agenda.build(demo.MEETING)
    workspace.close()
    return made


@pytest.mark.parametrize("after", [25, 90])
def test_no_kept_line_is_lost(terminal: Terminal, after: int) -> None:
    script = PAPERS / "meeting_script.json"
    kept = terminal.killed(after, "hold", FILE, "--script", script)
    assert len(kept) >= after
    workspace = Workspace.open(terminal.work / FILE, PASSPHRASE)
    report = check(workspace.store)
    assert report.sound, report.problems
    assert report.operations >= kept[-1]
    with workspace.store.reading() as session:
        numbers = set(session.scalars(text("SELECT number FROM operation")))
        said = session.execute(text(SAID)).all()
        lines = dict(session.execute(text("SELECT id, text FROM information_line")).all())
    assert set(kept) <= numbers
    spoken = [one for one in said if one.operation in kept]
    assert spoken
    for one in spoken:
        assert lines[one.row_id] == json.loads(one.after)["text"]
    meeting = workspace.read.meeting_on(demo.MEETING)
    assert meeting is not None and meeting.state == "running"
    workspace.close()


def test_the_meeting_goes_on_where_it_was_killed(terminal: Terminal) -> None:
    script = PAPERS / "meeting_script.json"
    kept = terminal.killed(60, "hold", FILE, "--script", script)
    terminal.done("hold", FILE, "--script", script)
    report = json.loads(terminal.done("check", FILE, "--json"))
    assert report["sound"] and report["operations"] > kept[-1]
