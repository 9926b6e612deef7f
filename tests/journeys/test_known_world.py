"""A generated world of which all is known: who is who and near whom survives every step exactly."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest
from rapidfuzz.fuzz import token_sort_ratio

from models.records.subjects import LinkRecord
from models.workspace import Workspace
from tests.models.services.papers.made import CHILD, form

MOST = 2
MEN = (
    ("07700 900101", "Shahid Mahmood", "Shaheed Mehmood", "Mahmood Shahid", "S. Mahmood"),
    ("07700 900112", "Łukasz Wiśniewski", "Lukasz Wisniewski", "Lukas Wisnewski"),
    ("07700 900123", "Chukwuemeka Okafor", "Emeka Okafor", "Chukwuemeka Okafo"),
    ("07700 900134", "Nguyễn Văn Hùng", "Hung Nguyen", "Van Hung Nguyen"),
    ("07700 900145", "Lee Smith", "Lee Smyth", "Smith, Lee"),
    ("07700 900156", "Lee Smith", "Leigh Smith"),
)
"""Each man's telephone, and how papers write him; the last two are namesakes."""
NAMESAKES = frozenset({4, 5})
NAMES = (
    "Ivy Ashdown", "Tia Oakes", "Bea High", "Ann Low", "Zoe Cole", "Liv Ward", "Eve Holt",
    "Amy Beck", "Una Frith", "Fay Lane", "Joy Moss", "Kit Nye",
)  # fmt: skip
Told = dict[str, dict[int, str]]
"""Of each child by number, the men near them, each as the child's paper writes him."""


class World:
    """Children, each near one or two men, and a referral of each child that says so."""

    def __init__(self, seed: int) -> None:
        chance = Random(seed)
        self.told: Told = {}
        self.papers = list(self._papers(chance))

    def _papers(self, chance: Random) -> Iterator[tuple[str, bytes]]:
        for number in range(len(NAMES)):
            of = [number % len(MEN), *chance.sample(range(len(MEN)), MOST - 1)]
            of = [one for at, one in enumerate(of) if one not in of[:at]]
            if set(of) >= NAMESAKES:
                of.pop()
            written = {one: chance.choice(MEN[one][1:]) for one in of}
            self.told[f"LCS7000{number:02}"] = written
            phones = {one: chance.random() < 0.5 for one in of}
            said = [f"{name}, tel {MEN[one][0]}" if phones[one] else name
                    for one, name in written.items()]  # fmt: skip
            yield f"{number}.docx", _referral(number, "; ".join(said))


def _referral(number: int, adults: str) -> bytes:
    own = {
        "Child's full name": NAMES[number],
        "Date of birth": f"{number + 1:02}/05/20{10 + number % 3}",
        "System ID": f"LCS7000{number:02}",
        "Adults or associates of concern": adults,
    }
    return form({**CHILD, **own})


@pytest.fixture(params=range(4))
def world(request: pytest.FixtureRequest) -> Iterator[tuple[World, Workspace]]:
    made, workspace = World(request.param), Workspace.memory("Coordinator")
    workspace.panel.make("Northmoor MACE")
    workspace.papers.import_files(made.papers)
    yield made, workspace
    workspace.close()


def test_who_is_who_survives_import_matching_joining_and_taking_apart(world) -> None:
    made, workspace = world
    whose = _whose(made, workspace)
    assert all(len(men) == 1 for men in whose.values()), "nobody is joined with another unasked"
    for pair in workspace.read.same_person():
        if pair.likely and {pair.subject_id, pair.with_id} <= whose.keys():
            assert whose[pair.subject_id] == whose[pair.with_id]
    before = _told(workspace)
    records = {man: [one for one, men in whose.items() if men == {man}] for man in range(len(MEN))}
    joined = [(some[0], one) for some in records.values() for one in some[1:]]
    for lead, other in joined:
        workspace.register.same(lead, other, "As the world has it")
    leads = {some[0]: man for man, some in records.items() if some}
    for child in workspace.read.children():
        near = sorted(leads[one.other_id] for one in _near(workspace, child.id))
        assert near == sorted(made.told[child.system_id])
    assert {one.id for one in workspace.read.people()} == leads.keys()
    assert joined
    for lead, other in reversed(joined):
        workspace.register.not_same(lead, other, "After all not")
    assert _told(workspace) == before


def _whose(made: World, workspace: Workspace) -> dict[int, set[int]]:
    """Of each record of a man whose it is, by the papers that it came from."""
    found: dict[int, set[int]] = {}
    for child in workspace.read.children():
        told = made.told[child.system_id]
        for one in _near(workspace, child.id):
            names = [one.other_label, *workspace.read.person(one.other_id).aliases]
            man = max(told, key=lambda each: _likest(told[each], names))
            found.setdefault(one.other_id, set()).add(man)
    return found


def _likest(written: str, names: list[str]) -> float:
    return max(token_sort_ratio(written, one) for one in names)


def _near(workspace: Workspace, child_id: int) -> list[LinkRecord]:
    links = workspace.read.child(child_id).links
    return [one for one in links if one.other_kind == "person_of_concern"]


def _told(workspace: Workspace) -> list[object]:
    """All that is read of people and their links, save who is still asked about."""
    ids = [one.id for one in (*workspace.read.people(), *workspace.read.children())]
    links = [
        [replace(link, in_question=False) for link in workspace.read.links_of(one)] for one in ids
    ]
    return [workspace.read.people(), links, workspace.read.network()]
