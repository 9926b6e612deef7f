"""The lead professional's update holds one child, and comes back as it was written."""

import io
import itertools
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.table import Table
from docx.text.paragraph import Paragraph

from exports import issue
from models.clock import SetClock
from models.workspace import Workspace
from tests.exports import reading
from tests.exports.test_round_trip import fill_label
from tests.models.services.rooms import RunningRoom, running_room

LATER = date(2026, 12, 24)


@pytest.fixture
def room(clock: SetClock) -> Iterator[RunningRoom]:
    made = running_room(clock)
    yield made
    made.workspace.close()


def form(room: RunningRoom, folder: Path) -> Path:
    """The form for Robin's next meeting, after a first one that recommended something."""
    workspace = room.workspace
    workspace.register.change(room.child, "lead_name", "Kay Baines", None)
    other = workspace.register.add_child("Maisie Hartley", system_id="LCS9")
    assert other
    workspace.conduct.recommend(
        room.child_item, "Check in weekly, away from Maisie Hartley and Darren Pike", to_plan="CP"
    )
    workspace.conduct.decide(room.child_item, "REMAIN", "Risk goes on", review_on=LATER)
    workspace.conduct.close(room.meeting, LATER)
    following = workspace.read.meeting_on(LATER)
    assert following is not None
    workspace.agenda.add(following.id, room.child)
    issue.write_before_meeting(workspace, following.id, folder, kinds=("updates",))
    return folder / "updates/LCS1.docx"


def test_it_asks_about_this_child_and_what_was_recommended(
    room: RunningRoom, tmp_path: Path
) -> None:
    text = reading.text(docx.Document(str(form(room, tmp_path))))
    assert "Child | Robin Ashdown" in text
    assert "Last decision | Remain on panel (12 November 2026)" in text
    assert "R001 | Check in weekly, away from another young person A and Person 1." in text
    for lost in ("Hartley", "Pike", "Darren", "Maisie", "not sent yet"):
        assert lost not in text


def test_what_asks_for_an_answer_stands_on_the_page_of_its_table(
    room: RunningRoom, tmp_path: Path
) -> None:
    document = docx.Document(str(form(room, tmp_path)))
    for before, block in itertools.pairwise(document.iter_inner_content()):
        if isinstance(block, Table):
            assert isinstance(before, Paragraph)
            assert reading.kept_with_next(before), before.text


def test_it_comes_back_as_it_was_written(room: RunningRoom, tmp_path: Path) -> None:
    document = docx.Document(str(form(room, tmp_path)))
    for label, words in (
        ("Completed by", "Kay Baines"),
        ("Date of update", "21 December 2026"),
        ("What has changed", "Back in school since Monday."),
        ("Child's voice", "“I like the new tutor.”"),
        ("Barriers", "No transport on Fridays."),
    ):
        fill_label(document, label, words)
    to = io.BytesIO()
    document.save(to)
    workspace = room.workspace
    (kept,) = workspace.papers.keep(workspace.papers.preview([("update.docx", to.getvalue())]))
    assert kept.kind == "update"
    following = workspace.read.meeting_on(LATER)
    assert following is not None
    told = {line.text for line in lines(workspace, following.id)}
    assert told == {
        "Back in school since Monday.",
        "Child's voice: “I like the new tutor.”",
        "Barrier: No transport on Fridays.",
    }


def lines(workspace: Workspace, meeting_id: int) -> list:  # type: ignore[type-arg]
    return [one for item in workspace.read.items_of(meeting_id) for one in item.lines]


def test_each_earlier_recommendation_has_a_row_that_comes_back(
    room: RunningRoom, tmp_path: Path
) -> None:
    document = docx.Document(str(form(room, tmp_path)))
    fill_label(document, "Completed by", "Kay Baines")
    fill_label(document, "Date of update", "11 November 2026")
    (table,) = (one for one in document.tables if one.rows[0].cells[0].text == "Ref")
    said = ("In the plan", "09/11/2026", "CP plan, section 4", "Medium, was high")
    for cell, words in zip(table.rows[1].cells[2:], said, strict=True):
        cell.text = words
    to = io.BytesIO()
    document.save(to)
    workspace = room.workspace
    workspace.papers.keep(workspace.papers.preview([("update.docx", to.getvalue())]))
    (row,) = workspace.read.recommendations()
    assert (row.status, row.plan_updated_on, row.plan_evidence) == (
        "in plan",
        date(2026, 11, 9),
        "CP plan, section 4",
    )
    following = workspace.read.meeting_on(LATER)
    assert following is not None
    assert "R001, risk now: Medium, was high" in {
        one.text for one in lines(workspace, following.id)
    }
