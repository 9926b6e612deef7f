"""Who may not read of one child reads another's name as it is, though they share a first name."""

import io
from datetime import datetime

import docx
import pytest

from exports.audience import Audiences
from exports.making import making_of
from exports.meeting_documents import minutes_sheets, panel_action_lists
from exports.pseudonyms import Net, index_of
from models.clock import SetClock
from models.records.documents import KnownName
from models.rules.spoken_of import NOT_SURE
from tests.exports import reading
from tests.models.services.rooms import running_room

SAID = (
    ("Mackenzie Quayle rang CAMHS", "M.Q. rang CAMHS"),
    ("Mackenzie Quale slept there", "M.Q. slept there"),
    ("Came with Mackenzie Potts that day", "Came with another young person A that day"),
    ("Seen with Mackenzie Dunn", "Seen with M.D"),
    ("Quayle has a job", "M.Q. has a job"),
    ("He saw another man", "He saw another man"),
    ("Then Mackenzie Ahmed went", "Then another young person A went"),
    ("Later Mackenzie rested", "Later another young person A rested"),
    ("Ahmed shouted", "Another young person A shouted"),
)
HIDDEN = KnownName(1, "child", "Mackenzie Ahmed")
OTHERS = (KnownName(2, "child", "Mackenzie Quayle"), KnownName(3, "child", "Mackenzie Ahmad"))
A = "another young person A"


@pytest.fixture(scope="module")
def apart() -> dict[str, str]:
    room = running_room(SetClock(datetime(2026, 11, 12, 9, 30)))
    register, conduct = room.workspace.register, room.workspace.conduct
    namesake = register.add_child("Mackenzie Quayle", system_id="LCS2")
    register.add_child("Mackenzie Dunn", system_id="LCS4")
    child = register.add_child("Mackenzie Ahmed", system_id="LCS3")
    own = conduct.add_item(room.meeting, namesake)
    item = conduct.add_item(room.meeting, child)
    conduct.declare(room.meeting, room.detective, "Knows the family", item)
    conduct.write(room.child_item, "analysis", ". ".join(said for said, _ in SAID), "")
    conduct.write(own, "analysis", "Mackenzie is well and Mackenzie Ahmed not", "")
    conduct.record_action(own, "Tell Mackenzie why", owner_id=room.detective)
    register.link(room.child, "associates", child, source="police")
    conduct.record_action(room.child_item, "Mackenzie Quayle to be seen", owner_id=room.detective)
    making = making_of(Audiences(room.workspace, room.meeting))
    made = {one.name: one.sheet.to_bytes() for one in minutes_sheets(making)}
    made |= {one.name: one.make(None) for one in panel_action_lists(making)}
    return {name: reading.text(docx.Document(io.BytesIO(blob))) for name, blob in made.items()}


@pytest.mark.parametrize("told", [told for _, told in SAID])
def test_a_namesake_stands_by_initials_and_who_is_hidden_by_a_pseudonym(
    apart: dict[str, str], told: str
) -> None:
    assert told in apart["minutes-without-V3.docx"]


def test_no_paper_takes_initials_of_a_pseudonym(apart: dict[str, str]) -> None:
    assert not [name for name, text in apart.items() if "A.Y.P" in text]
    assert all("M.A." not in text for name, text in apart.items() if "without" in name)
    assert "with another young person A" in apart["minutes-without-V3.docx"]
    assert "M.Q. to be seen" in apart["actions-without-V3.docx"]


def test_a_first_name_of_a_child_before_a_strange_surname_is_initials_whole(
    apart: dict[str, str],
) -> None:
    assert f"Came with M.P. {NOT_SURE} that day" in apart["minutes.docx"]
    assert not [name for name, text in apart.items() if "Potts" in text]


def test_within_an_item_the_first_name_is_its_childs(apart: dict[str, str]) -> None:
    text = apart["minutes-without-V3.docx"]
    assert "M.Q. is well and another young person A not" in text
    assert "Tell M.Q. why" in text and "Tell M.Q. why" in apart["actions-without-V3.docx"]


def net(*others: KnownName) -> Net:
    return Net(index_of((HIDDEN,)), confirmed_by_nobody=True, speaks_of=(1,), others=others)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("He met Mackenzie Quayle.", "He met Mackenzie Quayle."),
        ("He met MACKENZIE QUAYLE.", "He met MACKENZIE QUAYLE."),
        ("He met Quayle Mackenzie.", "He met Quayle Mackenzie."),
        ("He met Mackenzie, Quayle and Tia.", f"He met {A}, Quayle and Tia."),
        ("He met Mackenzie Ahmad.", f"He met {A}."),
        ("He met Mackenzie Ahmed.", f"He met {A}."),
    ],
)
def test_a_whole_name_of_another_stands_unless_it_may_be_the_hidden_ones(
    text: str, told: str
) -> None:
    assert net(*OTHERS).clean_quietly(text) == told


def test_one_who_is_called_exactly_as_who_is_hidden_is_hidden_too() -> None:
    twin = KnownName(4, "child", "Ahmed, Mackenzie")
    same = KnownName(5, "child", "Mackenzie Ahmed")
    cleaned = net(twin, same).clean_quietly("Mackenzie Ahmed and Ahmed Mackenzie left.")
    assert "Mackenzie" not in cleaned and "Ahmed" not in cleaned


@pytest.mark.parametrize(
    "text", ["Seen with Kai\nMarsh family moved", "Present: Mia Marsh\nKai absent"]
)
def test_a_name_over_two_lines_is_nobodys(text: str) -> None:
    marshes = (KnownName(2, "child", "Kai Marsh"), KnownName(3, "child", "Mia Marsh"))
    hiding = Net(
        index_of((KnownName(1, "child", "Kai Dobson"),)),
        confirmed_by_nobody=True,
        speaks_of=(1,),
        others=marshes,
    )
    assert "Kai" not in hiding.clean_quietly(text)


def test_a_relative_of_who_is_hidden_does_not_tell_the_surname() -> None:
    uncle = KnownName(2, "person", "Tariq Ahmed")
    told = net(uncle).clean_quietly("Tariq Ahmed is the uncle of Mackenzie.")
    assert "Ahmed" not in told and "Mackenzie" not in told
