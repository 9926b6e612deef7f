"""What the chair has approved stands: only a correction opens the record of a meeting."""

from collections.abc import Callable, Iterator
from datetime import date, time

import pytest

from models.clock import SetClock
from models.errors import Refusal
from models.marks import Information, Role, Sharing
from models.services.signed_in import Person
from models.workspace import Workspace
from tests.models.services.rooms import RunningRoom, running_room

Write = Callable[[RunningRoom], object]
AGREED_WORDS = "Meet Robin weekly"


@pytest.fixture
def room(clock: SetClock) -> Iterator[RunningRoom]:
    made = running_room(clock)
    conduct = made.workspace.conduct
    conduct.decide(made.child_item, "REMAIN", "Risk continues", review_on=date(2026, 12, 24))
    conduct.record_action(made.child_item, AGREED_WORDS, owner_id=made.manager)
    conduct.recommend(made.child_item, "Add a weekly check-in", to_plan="CP")
    yield made
    made.workspace.close()


def chair(room: RunningRoom) -> Workspace:
    return Workspace(room.workspace.store, Person(None, "Sam Lee", Role.CHAIR))


def approve(room: RunningRoom) -> int:
    version = room.workspace.minutes.draft(room.meeting)
    chair(room).minutes.approve(version)
    return version


RECORD: dict[str, Write] = {
    "a decision": lambda r: r.workspace.conduct.decide(r.child_item, "REMAIN", "Better"),
    "a text": lambda r: r.workspace.conduct.write(r.child_item, "analysis", "Later", None),
    "a line": lambda r: r.workspace.conduct.say(
        r.child_item, r.police, "More", information=Information.FACT, sharing=Sharing.ALL_PANEL
    ),
    "risk": lambda r: r.workspace.conduct.judge_risk(r.child_item, "high"),
    "an action": lambda r: r.workspace.conduct.record_action(r.child_item, "One more"),
    "a recommendation": lambda r: r.workspace.conduct.recommend(r.child_item, "And this"),
    "its wording": lambda r: r.workspace.recommendations.reword(1, "Something else"),
    "a measure": lambda r: r.workspace.conduct.disrupt(r.person_item, "CAWN"),
    "attendance": lambda r: r.workspace.conduct.attend(r.meeting, r.nurse, "A"),
    "a declaration": lambda r: r.workspace.conduct.declare(r.meeting, r.nurse, "A cousin"),
    "the running order": lambda r: r.workspace.agenda.remove(r.person_item, "Not held"),
    "the day": lambda r: r.workspace.agenda.change_meeting(r.meeting, venue="Elsewhere"),
    "an action's words": lambda r: r.workspace.actions.change(
        1, "text", "Meet Robin monthly", AGREED_WORDS
    ),
    "the close": lambda r: r.workspace.conduct.close(r.meeting, date(2026, 12, 24)),
}


@pytest.mark.parametrize("what", RECORD)
def test_an_approved_record_is_not_changed(room: RunningRoom, what: str) -> None:
    approve(room)
    before = room.workspace.store.last_operation
    with pytest.raises(Refusal, match="Open a correction"):
        RECORD[what](room)
    assert room.workspace.store.last_operation == before


def test_what_follows_the_meeting_goes_on(room: RunningRoom) -> None:
    approve(room)
    workspace = room.workspace
    workspace.actions.update(1, "in progress", text="Met once", new_due=date(2026, 12, 1))
    workspace.actions.change(1, "owner_id", room.nurse, room.manager)
    workspace.recommendations.reply(1, "accepted", on=date(2026, 11, 20))
    workspace.register.change(room.child, "system_id", "LCS2", "LCS1")
    workspace.conduct.reveal(room.meeting)
    (action,) = workspace.read.actions()
    assert (action.status, action.due_on) == ("in progress", date(2026, 12, 1))


def test_the_next_meeting_is_held_as_ever(room: RunningRoom) -> None:
    workspace = room.workspace
    workspace.conduct.close(room.meeting, date(2026, 12, 24))
    approve(room)
    planned = workspace.read.meeting_on(date(2026, 12, 24))
    assert planned is not None
    later = planned.id
    item = workspace.agenda.add(later, room.child)
    workspace.conduct.start(later)
    workspace.conduct.open_item(item)
    workspace.conduct.update_action(1, "in progress", text="Met", item_id=item)
    workspace.conduct.decide(item, "REMAIN", "Still at risk")


def test_a_correction_opens_the_record_and_approval_closes_it(room: RunningRoom) -> None:
    version = approve(room)
    again = room.workspace.minutes.correct(version, "The analysis was missing.")
    RECORD["a text"](room)
    chair(room).minutes.approve(again)
    with pytest.raises(Refusal, match="Open a correction"):
        RECORD["a decision"](room)


def test_what_another_sitting_did_before_is_not_undone_after_the_approval(
    room: RunningRoom,
) -> None:
    RECORD["a text"](room)
    other = Workspace(room.workspace.store, Person(None, "Sam Lee", Role.CHAIR))
    other.minutes.approve(room.workspace.minutes.draft(room.meeting))
    with pytest.raises(Refusal):
        room.workspace.store.undo()
    assert room.item().analysis == "Later"


def test_an_item_approved_by_itself_stands_and_the_others_go_on(room: RunningRoom) -> None:
    chair(room).minutes.approve_item(room.child_item)
    with pytest.raises(Refusal, match="approved this item"):
        RECORD["a decision"](room)
    room.workspace.conduct.write(room.person_item, "analysis", "Still open", None)
    chair(room).minutes.open_item(room.child_item)
    RECORD["a text"](room)


def test_a_correction_opens_items_approved_by_themselves(room: RunningRoom) -> None:
    chair(room).minutes.approve_item(room.child_item)
    version = approve(room)
    room.workspace.minutes.correct(version, "The analysis was missing.")
    RECORD["a text"](room)


def test_a_late_return_stands_in_the_papers(room: RunningRoom) -> None:
    approve(room)
    workspace = room.workspace
    with workspace.store.work("late", "A late return") as session:
        from models.entities import InformationLine

        session.add(
            InformationLine(
                origin="return", meeting_id=room.meeting, item_id=room.child_item, text="Late"
            )
        )


def test_recalled_minutes_are_opened_by_a_correction(room: RunningRoom) -> None:
    version = approve(room)
    chair(room).minutes.recall(version, "Sent to the wrong list")
    with pytest.raises(Refusal, match="Open a correction"):
        RECORD["a text"](room)
    with pytest.raises(Refusal, match="recalled"):
        room.workspace.minutes.draft(room.meeting)
    again = chair(room).minutes.correct(version, "The right list.")
    RECORD["a text"](room)
    chair(room).minutes.approve(again)
    states = [(one.number, one.state) for one in room.workspace.read.minutes(room.meeting)]
    assert states == [(2, "approved"), (1, "recalled")]


def test_the_approval_keeps_who_and_when(room: RunningRoom) -> None:
    approve(room)
    (version,) = room.workspace.read.minutes(room.meeting)
    assert version.approved_by == "Sam Lee"
    assert version.approved_at == room.workspace.store.clock.now()


def test_words_are_kept_once_for_each_state(room: RunningRoom) -> None:
    minutes, read = room.workspace.minutes, room.workspace.read
    version = minutes.draft(room.meeting)
    minutes.to_chair(version)
    minutes.keep_words(version, b"as sent")
    assert read.kept_words(version) == b"as sent"
    chair(room).minutes.approve(version)
    minutes.keep_words(version, b"as approved")
    minutes.keep_words(version, b"never")
    assert read.kept_words(version) == b"as approved"


def test_the_next_meeting_agrees_the_minutes_and_may_take_it_back(room: RunningRoom) -> None:
    workspace = room.workspace
    approve(room)
    later = workspace.agenda.plan_meeting(date(2026, 12, 24), time(9, 30), time(12))
    workspace.conduct.start(later)
    held_on = workspace.read.meeting(room.meeting).held_on
    workspace.conduct.previous_minutes(later, held_on, True, "A name was misspelt.")
    (version,) = workspace.read.minutes(room.meeting)
    assert (version.state, version.agreed_on) == ("agreed", date(2026, 12, 24))
    assert version.agreed_with == "A name was misspelt."
    workspace.conduct.previous_minutes(later, held_on, False, None)
    assert workspace.read.minutes(room.meeting)[0].state == "approved"


def test_an_approved_item_does_not_stop_the_meeting(room: RunningRoom) -> None:
    conduct = room.workspace.conduct
    conduct.declare(room.meeting, room.nurse, "A cousin", room.child_item)
    chair(room).minutes.approve_item(room.child_item)
    conduct.open_item(room.person_item)
    conduct.attend(room.meeting, room.nurse, "A")
    room.workspace.agenda.move(room.person_item, "V", 0)
    conduct.close(room.meeting, date(2026, 12, 24))
    assert room.workspace.read.meeting(room.meeting).closed_at
