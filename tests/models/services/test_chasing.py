"""Returns that have not come are asked for again, step by step; a later return never changes
unasked what stands, and what agencies say differently stands side by side."""

from datetime import date, datetime

import pytest

from models.clock import SetClock
from models.entities import InformationLine, LineQuestion
from models.errors import Refusal
from models.marks import ItemKind
from models.workspace import Workspace
from tests.models.services.papers.made import agency_return
from tests.models.services.rooms import RunningRoom, running_room

MEETING, DUE = date(2026, 12, 10), date(2026, 12, 4)
CHILD = "Robin Ashdown, date of birth 02/01/2011"


@pytest.fixture
def room(clock: SetClock) -> RunningRoom:
    return running_room(clock)


@pytest.fixture
def asked(room: RunningRoom) -> int:
    agenda = room.workspace.agenda
    meeting = agenda.plan_meeting(MEETING)
    agenda.add(meeting, room.child, kind=ItemKind.REVIEW)
    agenda.request(meeting, (room.police, room.health), DUE)
    return meeting


def on(workspace: Workspace, day: date) -> None:
    clock = workspace.store.clock
    assert isinstance(clock, SetClock)
    clock.set(datetime(day.year, day.month, day.day, 9))


def late(workspace: Workspace):
    return [one for one in workspace.read.today() if "not in" in one.text]


def test_a_return_is_late_in_working_days_and_no_bank_holiday_counts(room, asked) -> None:
    on(room.workspace, date(2026, 12, 6))
    assert {row.state for row in room.workspace.read.returns(asked) if row.due_on} == {"late"}
    on(room.workspace, date(2026, 12, 8))
    states = {row.state for row in room.workspace.read.returns(asked) if row.due_on}
    assert states == {"2 working days late"}
    room.workspace.panel.set("closed_days", "2026-12-07")
    states = {row.state for row in room.workspace.read.returns(asked) if row.due_on}
    assert states == {"1 working day late"}


def test_each_step_is_proposed_for_all_late_kept_and_undone(room, asked) -> None:
    workspace = room.workspace
    on(workspace, date(2026, 12, 7))
    (line,) = late(workspace)
    assert "returns not in, 1 working day late" in line.text
    count = len(line.offer.ids)
    assert (line.offer.words, line.offer.code) == (f"Remind {count} agencies", "reminder")
    workspace.chasing.returns(line.offer.ids, line.offer.code)
    assert late(workspace)[0].offer is None
    rows = [row for row in workspace.read.returns(asked) if row.due_on]
    assert {row.chased for row in rows} == {"Remind the agency, 7 Dec"}
    on(workspace, date(2026, 12, 8))
    assert late(workspace)[0].offer.code == "contact"
    workspace.store.undo()
    assert late(workspace)[0].offer.code == "reminder"
    assert not any(row.chased for row in workspace.read.returns(asked))


def test_a_return_that_came_is_chased_no_more(room, asked) -> None:
    workspace = room.workspace
    on(workspace, date(2026, 12, 7))
    ids = late(workspace)[0].offer.ids
    workspace.papers.import_files(
        [said("Police", "Seen at the station", meeting="10 December 2026")]
    )
    assert len(late(workspace)[0].offer.ids) == 1 < len(ids)
    police = next(row for row in workspace.read.returns(asked) if row.agency_id == room.police)
    assert police.state == "in, 1 working day late"


def test_a_return_that_nobody_asked_for_is_late_once_the_meeting_has_been(room) -> None:
    workspace, meeting = room.workspace, room.workspace.agenda.plan_meeting(MEETING)
    day = "10 December 2026"
    workspace.papers.import_files([said("Health", "Seen by the school nurse", meeting=day)])
    on(workspace, date(2026, 12, 11))
    workspace.papers.import_files([said("Police", "Seen at the station", meeting=day)])
    states = {row.agency: row.state for row in workspace.read.returns(meeting)}
    assert (states["Health"], states["Police"]) == ("in", "in, 1 working day late")


def test_a_step_that_is_on_no_ladder_is_refused(room, asked) -> None:
    with pytest.raises(Refusal, match="ladder"):
        room.workspace.chasing.returns((1,), "telepathy")


def said(agency: str, text: str, sharing: str = "All panel", meeting: str = "10 December 2026"):
    lines = {CHILD: [("01/12/2026", text, "Fact", sharing)]}
    return f"{agency}.docx", agency_return(agency, lines, meeting)


def standing(workspace: Workspace) -> list[tuple[str, bool]]:
    with workspace.store.reading() as session:
        rows = session.query(InformationLine).order_by(InformationLine.id).all()
        return [(row.sharing, row.withdrawn) for row in rows if row.text]


@pytest.mark.parametrize(
    ("before", "after", "holds"),
    [
        ("All panel", "Chair only", ("chair only", False)),
        ("Chair only", "All panel", ("chair only", False)),
        ("All panel", "Not to be shared", ("all panel", True)),
    ],
)
def test_a_later_return_that_shares_otherwise_asks_and_the_narrower_holds(
    room, asked, before, after, holds
) -> None:
    workspace = room.workspace
    workspace.papers.import_files([said("Police", "Seen at the station", before)])
    workspace.papers.import_files([said("Police", "Seen at the station", after)])
    assert standing(workspace) == [holds]
    (question,) = workspace.read.line_questions()
    assert (question.agency, question.text) == ("Police", "Seen at the station")
    assert any("shares otherwise" in one.text for one in workspace.read.today())
    workspace.chasing.answer_line(question.id, False)
    assert standing(workspace) == [(before.lower(), False)]
    assert not workspace.read.line_questions()
    workspace.store.undo()
    workspace.chasing.answer_line(question.id, True)
    assert standing(workspace)[0][1] is (after == "Not to be shared")
    assert after == "Not to be shared" or standing(workspace)[0][0] == after.lower()
    with pytest.raises(Refusal, match="already"):
        workspace.chasing.answer_line(question.id, True)


def test_the_same_return_sent_twice_asks_nothing(room, asked) -> None:
    for number in range(2):
        name, data = said("Police", "Seen at the station")
        room.workspace.papers.import_files([(f"{number}{name}", data + bytes(number))])
    with room.workspace.store.reading() as session:
        assert session.query(LineQuestion).count() == 0


def test_who_knows_nothing_is_counted_for_each_item(room, asked) -> None:
    workspace = room.workspace
    workspace.papers.import_files(
        [said("Police", "Seen at the station"), said("Health", "Nothing known to our service")]
    )
    (ready,) = workspace.read.readiness(asked)
    assert ("Returns from 1 agency, nothing known to 1", True) in ready.points


def test_agencies_that_contradict_each_other_stand_side_by_side(room, asked) -> None:
    workspace = room.workspace
    workspace.papers.import_files(
        [
            said("Police", "He is on a child protection plan; lives at 4 Low Road NM3 7HQ"),
            said("Health", "Child in need plan. Staying with his aunt, NM1 2AB"),
        ]
    )
    (row,) = workspace.read.running_order(asked)
    told = {
        one.fact: [(said.source, said.value) for said in one.said]
        for one in workspace.read.contradictions(row.id)
    }
    assert told == {
        "Plan": [("Police", "Child Protection plan"), ("Health", "Child in Need plan")],
        "Where the child lives": [("Police", "NM3 7HQ"), ("Health", "NM1 2AB")],
    }
