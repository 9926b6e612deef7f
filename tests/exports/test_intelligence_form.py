"""The form for intelligence reads back as one submission to triage, and joins nobody to it."""

import io
from datetime import date

import docx
import pytest

from exports import intelligence_form
from models.clock import SetClock
from models.errors import Refusal
from tests.models.services.rooms import RunningRoom, running_room

SAID = {
    "Submitting agency": "Health",
    "Submitted by": "Ann Patel",
    "Contact details": "0700 900 11",
    "Date of information": "4 November 2026",
    "Information": "Darren Pike picks up Robin Ashdown outside the old depot.",
    "How do you know": "Told by a neighbour",
    "Children named": "Robin Ashdown",
    "Persons named": "Darren Pike",
    "Places": "Old depot",
}


@pytest.fixture
def room(clock: SetClock) -> RunningRoom:
    made = running_room(clock)
    yield made
    made.workspace.close()


def filled(room: RunningRoom, said: dict[str, str]) -> bytes:
    panel, now = room.workspace.read.panel(), room.workspace.store.clock.now()
    paper = docx.Document(io.BytesIO(intelligence_form.written(panel, now)))
    for table in paper.tables:
        for row in table.rows:
            if row.cells[0].text in said:
                row.cells[1].text = said[row.cells[0].text]
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def take(room: RunningRoom, said: dict[str, str], tmp_path):
    path = tmp_path / "form.docx"
    path.write_bytes(filled(room, said))
    room.workspace.papers.import_files([path])
    return room.workspace.read.submissions()


def test_a_form_comes_back_as_one_submission_that_names_but_joins_nobody(
    room: RunningRoom, tmp_path
) -> None:
    links = room.workspace.read.links_of(room.child)
    (row,) = take(room, SAID, tmp_path)
    read = room.workspace.read.submission(row.id)
    assert (row.reference, row.state) == ("I-0001", "to triage")
    assert (read.given_by, read.from_agency, read.from_name) == ("an agency", "Health", "Ann Patel")
    assert (read.text, read.information_date) == (SAID["Information"], date(2026, 11, 4))
    assert "neighbour" in (read.provenance or "") and "Old depot" in (read.named or "")
    assert read.shared_with == (room.police,)
    offered = {one.label: one.confirmed for one in read.mentions}
    assert offered == {"Darren Pike": False, "Robin Ashdown": False}
    assert room.workspace.read.links_of(room.child) == links
    assert not [line for line in room.item().lines if "depot" in (line.text or "")]


def test_who_gives_no_name_has_none(room: RunningRoom, tmp_path) -> None:
    (row,) = take(room, {"Information": "A car waits by the school."}, tmp_path)
    read = room.workspace.read.submission(row.id)
    assert (read.given_by, read.from_name) == ("somebody who is not named", None)


GRADED = {"Source evaluation": "2", "Information evaluation": "B", "Handling code": "P"}


@pytest.mark.parametrize(
    ("code", "conditions"),
    [("P", None), ("C - not to the family", "not to the family"), ("C", "not said: ask who")],
)
def test_the_conditions_of_its_handling_come_with_it(
    room: RunningRoom, tmp_path, code: str, conditions: str | None
) -> None:
    said = {**SAID, **GRADED, "Submitting agency": "Police", "Handling code": code}
    (row,) = take(room, said, tmp_path)
    read = room.workspace.read.submission(row.id)
    assert read.grading == f"2B{code[:1]}"
    assert (read.conditions or "").startswith(conditions or "")
    assert bool(read.conditions) is bool(conditions)


@pytest.mark.parametrize(("agency", "letters"), [("Police", "2BP"), ("Health", None)])
def test_only_police_grade_on_the_form(
    room: RunningRoom, tmp_path, agency: str, letters: str | None
) -> None:
    (row,) = take(room, {**SAID, **GRADED, "Submitting agency": agency}, tmp_path)
    read = room.workspace.read.submission(row.id)
    assert read.grading == letters
    assert ("own grading: 2BP" in (read.provenance or "")) is (letters is None)


def test_an_empty_form_is_no_submission(room: RunningRoom, tmp_path) -> None:
    assert take(room, {}, tmp_path) == ()
    with pytest.raises(Refusal, match="Write what is submitted"):
        room.workspace.intelligence.submit("  ")
