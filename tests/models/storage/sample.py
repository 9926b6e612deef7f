"""A small invented panel in a file, kept for each released version: `python -m …sample FOLDER`."""

import sys
from datetime import date, datetime
from pathlib import Path

from models.clock import SetClock
from models.entities import PanelSeries
from models.marks import Information, Sharing
from models.storage.schema import SCHEMA
from models.storage.sealing import Cost
from models.workspace import Workspace

VERSIONS = Path(__file__).parents[2] / "data" / "versions"
PASSPHRASE = "three quiet words"
MORNING = datetime(2026, 3, 4, 10)
CHEAP = Cost(memory=64, passes=1, lanes=1)


def stored(version: str) -> Path:
    """Where the sample of a released version lies."""
    return VERSIONS / f"{version}.mace"


def make(path: Path) -> None:
    """The sample as this program makes it: subjects, links, a meeting with what it agreed.

    The shipped code lists are left out: they would double the size of the file.
    """
    clock = SetClock(MORNING)
    workspace = Workspace.create(path, PASSPHRASE, "Ann Example", clock=clock, cost=CHEAP)
    with workspace.store.work("make_panel", "Make panel") as session:
        session.add(PanelSeries(name="Northmoor MACE"))
    _fill(workspace)
    workspace.store.keep_draft("note", "half a sentence")
    workspace.register.add_place("Taken back again")
    workspace.store.undo()
    workspace.close()


def _fill(workspace: Workspace) -> None:
    police = workspace.panel.add_agency("Police")
    health = workspace.panel.add_agency("Health")
    officer = workspace.panel.add_member("Jane Khan", police, "Detective Inspector", core=True)
    child = workspace.register.add_child("Robin Ashdown", system_id="LCS1", postcode="NM1 2AB")
    person = workspace.register.add_person("Darren O'Brien")
    workspace.register.add_alias(person, "Daz", "nickname")
    place = workspace.register.add_place("Wes / Big W", address="1 Quay Street")
    workspace.register.link(person, "exploits", child, confidence="suspected", source="Referral")
    referral = workspace.referrals.add(child, reason="Seen with older males", ask="Disruption")
    meeting = workspace.agenda.plan_meeting(date(2026, 3, 5))
    item = workspace.agenda.add(meeting, child, referral_id=referral)
    workspace.agenda.add(meeting, place)
    workspace.conduct.start(meeting)
    workspace.conduct.attend(meeting, officer, "P")
    workspace.conduct.open_item(item)
    for text, sharing in (("Came home late", Sharing.ALL_PANEL), ("Named", Sharing.CHAIR_ONLY)):
        workspace.conduct.say(item, health, text, information=Information.FACT, sharing=sharing)
    workspace.conduct.record_action(item, "Visit the address", owner_id=officer)
    workspace.conduct.recommend(item, "Strengthen the safety plan")


if __name__ == "__main__":
    make(Path(sys.argv[1]) / f"{SCHEMA}.mace")
