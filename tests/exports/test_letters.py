"""Letters go home only where all is recorded and it is safe, in words that a child can read."""

import re
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

from exports import issue
from models.clock import SetClock
from tests.exports import reading
from tests.exports.issued_room import approve
from tests.models.services.rooms import RunningRoom, running_room

SAID = "Your social worker will meet you at school each week."


@pytest.fixture
def room(clock: SetClock) -> Iterator[RunningRoom]:
    made = running_room(clock)
    made.workspace.panel.set("letters", "yes")
    tell(made)
    yield made
    made.workspace.close()


def tell(room: RunningRoom, said: str = SAID, child: bool = True, parents: bool = True) -> None:
    conduct = room.workspace.conduct
    conduct.tell(room.child_item, "child", "Sam Lee", None, said, "the notice", child)
    conduct.tell(room.child_item, "parents", "Sam Lee", None, "Robin has a worker.", None, parents)


def letters(room: RunningRoom, folder: Path) -> set[str]:
    names = issue.write_meeting(room.workspace, room.meeting, folder)
    return {Path(one).name for one in names if one.startswith("letters/")}


def test_both_are_written_once_it_is_recorded_who_tells_whom_what(
    room: RunningRoom, tmp_path: Path
) -> None:
    assert letters(room, tmp_path) == {"LCS1-child.docx", "LCS1-parents.docx"}
    document = docx.Document(str(tmp_path / "letters/LCS1-child.docx"))
    text = reading.text(document)
    assert "Dear Robin," in text and SAID in text and "From Sam Lee" in text
    for lost in ("Pike", "Ashdown", "MACE", "exploit", "notice", "{", "panel"):
        assert lost not in text
    header = reading.edges(document)[0]
    assert "SAFEGUARDING" not in header and "PRIVATE" in header


def test_letters_are_off_until_the_panel_sets_them(room: RunningRoom, tmp_path: Path) -> None:
    room.workspace.panel.set("letters", "no")
    assert letters(room, tmp_path) == set()


@pytest.mark.parametrize(
    ("child", "parents", "made"),
    [
        (True, False, {"LCS1-child.docx"}),
        (False, True, {"LCS1-parents.docx"}),
        (None, None, set()),
    ],
)
def test_none_is_written_where_it_is_not_safe(
    room: RunningRoom, tmp_path: Path, child: bool, parents: bool, made: set[str]
) -> None:
    tell(room, child=child, parents=parents)
    assert letters(room, tmp_path) == made


@pytest.mark.parametrize("field", ["do_not_write", "deceased"])
def test_none_is_written_of_a_child_so_marked(
    room: RunningRoom, tmp_path: Path, field: str
) -> None:
    room.workspace.register.change(room.child, field, True, False)
    assert letters(room, tmp_path) == set()


def test_none_goes_to_parents_of_whom_one_may_be_suspected(
    room: RunningRoom, tmp_path: Path
) -> None:
    room.workspace.register.link(room.person, "family", room.child, confidence="suspected")
    assert letters(room, tmp_path) == {"LCS1-child.docx"}


def test_what_names_somebody_else_or_a_tactic_makes_no_letter(
    room: RunningRoom, tmp_path: Path
) -> None:
    for said in ("We keep Darren Pike away.", "A CAWN will be served."):
        tell(room, said=said)
        assert letters(room, tmp_path) == set()


def test_a_letter_nobody_confirmed_says_so(room: RunningRoom, tmp_path: Path) -> None:
    letters(room, tmp_path)
    header = reading.edges(docx.Document(str(tmp_path / "letters/LCS1-child.docx")))[0]
    assert "DRAFT, NOT CONFIRMED" in header


def test_a_letter_that_may_be_sent_says_nothing_of_who_approved_it(
    room: RunningRoom, tmp_path: Path
) -> None:
    minutes, wanted = room.workspace.minutes, {"LCS1-child.docx", "LCS1-parents.docx"}
    for one in issue.documents(room.workspace, room.meeting):
        if Path(one.name).name in wanted:
            minutes.confirm(room.meeting, one.name, one.digest)
    letters(room, tmp_path)
    assert "DRAFT, not approved" in _top(tmp_path, "child")
    approve(room)
    letters(room, tmp_path)
    for whom in ("child", "parents"):
        assert _top(tmp_path, whom).split() == ["PRIVATE"]


def _top(folder: Path, whom: str) -> str:
    document = docx.Document(str(folder / f"letters/LCS1-{whom}.docx"))
    return reading.edges(document)[0]


def test_a_child_of_nine_can_read_the_standing_words(room: RunningRoom) -> None:
    told = [
        room.workspace.read.wording(f"letter_child_{part}").replace("{teller}", "Sam")
        for part in ("opening", "closing")
    ]
    assert reading_age(" ".join(told)) <= 9
    adult = room.workspace.read.wording("letter_parents_opening")
    assert reading_age(adult.replace("{name}", "Robin").replace("{day}", "12 May")) <= 14


def reading_age(text: str) -> float:
    """The Flesch and Kincaid grade of a text, with the five years before the first."""
    sentences = [one for one in re.split(r"[.!?\n]+", text) if one.strip()]
    words = re.findall(r"[A-Za-z']+", text)
    syllables = sum(max(1, len(re.findall(r"[aeiouy]+", one.lower().rstrip("e")))) for one in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59 + 5


@pytest.mark.parametrize(
    ("parents", "said", "why"),
    [
        ((None, None, "Not to be told yet, may tip off"), SAID, "not to be told yet"),
        ((None, "Not to be told yet", None), SAID, "not to be told yet"),
        ((None, "Robin has a worker", None), SAID, "not recorded who tells the parents"),
        (("Sam Lee", "Robin has a worker", None), "Sam Lee will tell Robin", "what may be said"),
        (("Sam Lee", "Robin has a worker", None), "Darren Pike is gone", "somebody else"),
    ],
)
def test_why_a_letter_that_is_safe_is_not_made_is_said(
    room: RunningRoom, tmp_path: Path, parents: tuple[str | None, ...], said: str, why: str
) -> None:
    tell(room, said)
    teller, text, must_not = parents
    room.workspace.conduct.tell(room.child_item, "parents", teller, None, text, must_not)
    heard: list[str] = []
    issue.write_meeting(
        room.workspace, room.meeting, tmp_path, audiences=("extracts",), tell=heard.append
    )
    (note,) = [one for one in heard if "No letter" in one]
    assert note.startswith("V") and "No letter to the child" in note and why in note
    assert "Robin" not in note
