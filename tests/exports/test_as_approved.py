"""Minutes count as at their meeting, and approved ones say the same whenever they are printed."""

from datetime import date, datetime, timedelta
from typing import NamedTuple

import pytest

from exports import minutes, versions, wording
from exports.audience import Audiences
from exports.chasers import chasers
from exports.kept_words import Part, parts_of
from exports.making import making_of
from models.clock import SetClock
from models.marks import Role
from models.queries.panel import NECESSITY
from models.services.signed_in import Person
from models.workspace import Workspace
from tests.exports.issued_room import chair, room
from tests.models.services.rooms import RunningRoom

__all__ = ["room"]
DAY = datetime(2026, 12, 24, 10)
STANDING = ("distribution", "confidentiality", "lawful_basis", "extract_statement")


class Next(NamedTuple):
    """The next meeting, at which an action of the last one is late."""

    meeting: int
    item: int
    action: int
    episode: int


@pytest.fixture
def after(room: RunningRoom, clock: SetClock) -> Next:
    """A second meeting of 24 December, closed, with a late action and a missing episode."""
    work = room.workspace
    action = work.conduct.record_action(
        room.child_item, "See the school", owner_id=room.manager, due_on=date(2026, 12, 22)
    )
    work.conduct.close(room.meeting)
    clock.set(DAY)
    episode = work.register.add_episode(
        room.child, reported_at=DAY - timedelta(days=80), returned_at=DAY - timedelta(days=71)
    )
    work.register.add_assessment(room.child, assessed_on=date(2026, 10, 1), level="High")
    meeting = work.agenda.plan_meeting(DAY.date())
    item = work.agenda.add(meeting, room.child)
    work.conduct.start(meeting)
    work.conduct.attend(meeting, room.manager, "P")
    work.conduct.open_item(item)
    work.conduct.decide(item, "REMAIN", "Risk continues")
    work.conduct.disrupt(item, "CAWN", against_id=room.person, lead_agency_id=room.police)
    work.conduct.close(meeting)
    return Next(meeting, item, action, episode)


def printed(room: RunningRoom, meeting: int) -> tuple[Part, ...]:
    making = making_of(Audiences(room.workspace, meeting))
    return parts_of(minutes.compose(making.papers))


def text(parts: tuple[Part, ...]) -> str:
    return "\n".join(line for part in parts for line in (part.title, *part.lines))


def test_a_draft_counts_as_at_the_meeting_on_whatever_day_it_is_printed(
    room: RunningRoom, clock: SetClock, after: Next
) -> None:
    first = printed(room, after.meeting)
    assert "Overdue by 2 working days" in text(first) and "1 episode in 90 days" in text(first)
    for day in (2, 40, 400):
        clock.set(DAY + timedelta(days=day))
        assert printed(room, after.meeting) == first


def test_an_action_finished_since_stood_open_at_the_meeting(
    room: RunningRoom, clock: SetClock, after: Next
) -> None:
    clock.set(DAY + timedelta(days=3))
    room.workspace.actions.update(after.action, "complete", text="Seen", changed="Nothing yet")
    assert "See the school" in text(printed(room, after.meeting))


def test_a_reminder_counts_as_on_the_day_it_is_written(
    room: RunningRoom, clock: SetClock, after: Next
) -> None:
    clock.set(DAY + timedelta(days=9))
    made = next(iter(chasers(making_of(Audiences(room.workspace, after.meeting)))))
    from tests.exports import reading

    written = reading.document(lambda to: to.write(made.make(None)))
    assert "Overdue by 5 working days" in reading.text(written)


def test_approved_minutes_say_the_same_after_settings_and_registers_changed(
    room: RunningRoom, clock: SetClock, after: Next
) -> None:
    work = room.workspace
    work.panel.set_wording("heading.item.decision", "What we decided")
    version = work.minutes.draft(after.meeting)
    chair(room).minutes.approve(version)
    versions.keep_words(work, after.meeting)
    first = printed(room, after.meeting)
    assert "What we decided" in text(first)
    clock.set(DAY + timedelta(days=20))
    change_everything(room, after)
    assert printed(room, after.meeting) == first
    again = work.minutes.correct(version, "The lead.")
    corrected = text(printed(room, after.meeting))
    assert again and "What we decided" in corrected and "See the school" in corrected
    assert "The outcome" not in corrected and "Burn after reading" not in corrected


def test_a_correction_prints_the_standing_words_of_the_version_before(
    room: RunningRoom, clock: SetClock, after: Next
) -> None:
    """Whatever Settings say as it is begun, approved and printed again; no word of it changed."""
    work = room.workspace

    def told() -> tuple[str, ...]:
        panel = making_of(Audiences(work, after.meeting)).papers.panel
        words = (wording.worded(panel, key) for key in STANDING)
        return (*words, panel.marking, panel.handling, panel.necessity)

    version = work.minutes.draft(after.meeting)
    chair(room).minutes.approve(version)
    versions.keep_words(work, after.meeting)
    first = told()
    for key in STANDING:
        work.panel.set_wording(key, f"Another {key}.")
    for key in ("marking", "handling", NECESSITY):
        work.panel.set(key, "OFFICIAL")
    clock.set(DAY + timedelta(days=20))
    again = work.minutes.correct(version, "The lead.")
    assert told() == first
    chair(room).minutes.approve(again)
    assert told() == first
    versions.keep_words(work, after.meeting)
    assert told() == first
    assert not any("Another" in line for _, lines in changes_told(room, after) for line in lines)
    work.agenda.plan_meeting(date(2027, 2, 4))
    panel = work.read.panel()
    assert [wording.worded(panel, key) for key in STANDING] == [
        f"Another {key}." for key in STANDING
    ]


def changes_told(room: RunningRoom, after: Next) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What the correction prints under What changed."""
    making = making_of(Audiences(room.workspace, after.meeting))
    return versions.with_changes(room.workspace, making).papers.approval.changes


def change_everything(room: RunningRoom, after: Next) -> None:
    work = room.workspace
    work.panel.set_wording("heading.item.decision", "The outcome")
    work.panel.set_wording("distribution", "Burn after reading.")
    work.panel.change_panel(name="Southmoor MACE")
    work.panel.change_agency(room.council, name="Social work")
    work.panel.order_minutes(["next", "items", "actions"])
    work.register.change(room.child, "lead_name", "Kit Moor", None)
    work.register.change(room.child, "nrm_status", "submitted", None)
    work.register.add_episode(room.child, reported_at=DAY - timedelta(days=9))
    work.register.add_assessment(room.child, assessed_on=date(2026, 12, 20), level="Low")
    other = work.register.add_person("Lee Marsh")
    work.register.link(other, "exploits", room.child, confidence="suspected", source="Police")
    work.actions.update(after.action, "complete", text="Seen", changed="Nothing yet")
    work.disruption.move_measure(1, "served", day=date(2026, 12, 28), until=date(2027, 12, 28))


def test_a_guest_gets_no_more_of_what_was_kept(room: RunningRoom, after: Next) -> None:
    work = room.workspace
    chair(room).minutes.approve(work.minutes.draft(after.meeting))
    versions.keep_words(work, after.meeting)
    work.conduct.declare(room.meeting, room.nurse, "A cousin", room.child_item)
    nurse = Workspace(work.store, Person(None, "Ann Patel", Role.MEMBER, member_id=room.nurse))
    read = Audiences(work, after.meeting).read(nurse.reader()).meeting_papers(after.meeting)
    assert read.items == () and "Robin" not in str(read.actions)
