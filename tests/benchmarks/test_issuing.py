"""How fast the whole issue of a panel of forty children is: as made here, and by docxtpl."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from exports import issue
from exports.filing import encrypted
from models.clock import SetClock
from models.workspace import Workspace
from tests.benchmarks.test_minutes import blocks, by_docxtpl, jinja_template

CHILDREN = 40
AGENCIES = (
    "Police", "Health", "Children's social care", "Education", "Youth justice", "CAMHS",
    "Early help", "Housing", "Voluntary sector", "Licensing", "Substance misuse", "Probation",
)  # fmt: skip
FIRST = (
    "Aidan",
    "Reece",
    "Tia",
    "Zuzanna",
    "Callum",
    "Kwame",
    "Ellie",
    "Maisie",
    "Brandon",
    "Ethan",
)
LAST = ("Ravenscroft", "Abernathy", "Okonkwo", "Fitzgerald")


class Room:
    """A closed meeting of forty children, with what was said and agreed on each."""

    def __init__(self) -> None:
        self.workspace = Workspace.memory("Coordinator", SetClock(datetime(2026, 11, 12, 9, 0)))
        panel = self.workspace.panel
        panel.make("Northmoor MACE", area="Northmoor", districts=("East",))
        self.agencies = [panel.add_agency(name, core=True) for name in AGENCIES]
        self.members = [
            panel.add_member(f"Member Number{chr(97 + at)}", one, "Manager", core=True)
            for at, one in enumerate(self.agencies)
        ]
        self.meeting = self.workspace.agenda.plan_meeting(date(2026, 11, 12))
        items = [self._child(number) for number in range(CHILDREN)]
        self.workspace.conduct.start(self.meeting)
        for member in self.members:
            self.workspace.conduct.attend(self.meeting, member, "P")
        for number, item in enumerate(items):
            self._discuss(number, item)
        self.workspace.conduct.close(self.meeting)

    def _child(self, number: int) -> int:
        child = self.workspace.register.add_child(
            f"{FIRST[number % 10]} {LAST[number // 10]}",
            system_id=f"LCS{100000 + number}",
            birth_date=date(2011, 1, 1 + number % 28),
            lead_name="Kian Baines",
        )
        return self.workspace.agenda.add(self.meeting, child)

    def _discuss(self, number: int, item: int) -> None:
        conduct = self.workspace.conduct
        conduct.open_item(item)
        conduct.write(item, "voice", "“They're my mates, nobody else has got me.”", None)
        conduct.write(item, "analysis", "Risk is driven by place and contact, not by home.", None)
        conduct.write(item, "for_file", "Risk outside the home continues.", None)
        for day in range(6):
            agency = self.agencies[(number + day) % len(AGENCIES)]
            conduct.say(item, agency, f"Seen near the park on day {day}; attendance is better.")
        conduct.judge_risk(item, "High", before="Medium")
        conduct.decide(item, "REMAIN", "The pattern continues", review_on=date(2026, 12, 24))
        conduct.recommend(item, "Add a weekly check-in at school to the plan", to_plan="CP")
        for one in range(2):
            owner = self.members[(number + one) % len(AGENCIES)]
            conduct.record_action(item, "Update the risk assessment", owner_id=owner)
        conduct.tell(item, "child", "Kian Baines", date(2026, 11, 17), "What was agreed")


@pytest.fixture(scope="module")
def room() -> Iterator[Room]:
    made = Room()
    yield made
    made.workspace.close()


def issued(room: Room) -> dict[str, bytes]:
    with TemporaryDirectory() as place:
        folder = Path(place)
        issue.write_meeting(room.workspace, room.meeting, folder)
        return {
            one.relative_to(folder).as_posix(): one.read_bytes() for one in folder.rglob("*.docx")
        }


@pytest.mark.benchmark(group="the whole issue of 40 children")
def test_the_whole_issue_as_made_here(benchmark: Any, room: Room) -> None:
    """Read, net, composed, written and synced to disk, hashed and logged; nothing encrypted."""
    files = benchmark.pedantic(issued, (room,), rounds=5, warmup_rounds=1)
    assert sum(name.startswith("extracts/") for name in files) == CHILDREN


@pytest.mark.benchmark(group="a passphrase on one file")
def test_one_file_is_protected(benchmark: Any, room: Room) -> None:
    """What a passphrase adds to each file of an issue: counted apart, the library's own work."""
    files = issued(room)
    blob = files["minutes.docx"]
    assert benchmark.pedantic(encrypted, (blob, "correct horse battery"), rounds=10) != blob


@pytest.mark.benchmark(group="the whole issue of 40 children")
def test_the_same_issue_by_docxtpl(benchmark: Any, room: Room) -> None:
    """The same words given ready, one template for each kind; nothing read, written or logged."""
    kinds: dict[str, list[list[dict[str, Any]]]] = {}
    for name, blob in issued(room).items():
        kinds.setdefault(name.partition("/")[0].partition("-")[0], []).append(blocks(blob))
    templates = {
        kind: jinja_template([block for content in all_of for block in content])
        for kind, all_of in kinds.items()
    }

    def rendered() -> int:
        made = [
            by_docxtpl(templates[kind], content)
            for kind, all_of in kinds.items()
            for content in all_of
        ]
        return len(made)

    assert benchmark.pedantic(rendered, rounds=5, warmup_rounds=1) > 2 * CHILDREN
