"""Invitations keep their identity: updated, moved, cancelled, one for each person."""

from collections.abc import Iterator
from datetime import date, time
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import NamedTuple

import pytest
from icalendar import Calendar

from exports import issue
from models.clock import SetClock
from models.workspace import Workspace
from tests.models.services.rooms import AGREED_TO

HELD = date(2026, 12, 17)


class Planned(NamedTuple):
    workspace: Workspace
    meeting: int
    child: int
    item: int
    nurse: int


@pytest.fixture
def planned(clock: SetClock) -> Iterator[Planned]:
    workspace = Workspace.memory("Coordinator", clock)
    workspace.panel.make("Northmoor MACE")
    workspace.panel.set("reply_to", "mace@council.example")
    health = workspace.panel.add_agency("Health")
    workspace.panel.change_agency(health, agreement_expires=AGREED_TO)
    nurse = workspace.panel.add_member("Ann Patel", health, "Nurse")
    workspace.panel.change_member(nurse, email="ann@health.example")
    child = workspace.register.add_child("Robin Ashdown", system_id="LCS1")
    meeting = workspace.agenda.plan_meeting(HELD, time(9, 30), time(12))
    item = workspace.agenda.add(meeting, child)
    workspace.agenda.invite(item, nurse)
    workspace.agenda.invite(item, name="Foster carer")
    yield Planned(workspace, meeting, child, item, nurse)
    workspace.close()


class Sent(NamedTuple):
    method: str
    uid: str
    sequence: int
    day: date


def sent(planned: Planned, folder: Path, meeting: int | None = None) -> dict[str, Sent]:
    """What an issue of the invitations writes, by file."""
    names = issue.write_before_meeting(
        planned.workspace, meeting or planned.meeting, folder, kinds=["invitations"]
    )
    found = {}
    for name in names:
        whole = Calendar.from_ical((folder / name).read_bytes())
        (event,) = whole.walk("VEVENT")
        day = event["DTSTART"].dt.date()
        found[name] = Sent(whole["METHOD"], event["UID"], int(event["SEQUENCE"]), day)
    return found


def test_each_person_has_a_file_and_an_identity_of_their_own(
    planned: Planned, tmp_path: Path
) -> None:
    found = sent(planned, tmp_path)
    assert set(found) == {"invitations/V1.ics", "invitations/V1-2.ics"}
    assert len({one.uid for one in found.values()}) == 2
    assert found["invitations/V1.ics"].method == "REQUEST"
    assert found["invitations/V1-2.ics"].method == "PUBLISH"


def test_sent_again_unchanged_it_is_the_same_invitation(planned: Planned, tmp_path: Path) -> None:
    assert sent(planned, tmp_path) == sent(planned, tmp_path)


def test_another_slot_or_day_is_an_update_of_the_same(planned: Planned, tmp_path: Path) -> None:
    first = sent(planned, tmp_path)["invitations/V1.ics"]
    planned.workspace.agenda.set_minutes(planned.item, 20)
    second = sent(planned, tmp_path)["invitations/V1.ics"]
    planned.workspace.agenda.change_meeting(planned.meeting, held_on=date(2026, 12, 18))
    third = sent(planned, tmp_path)["invitations/V1.ics"]
    assert [one.uid for one in (second, third)] == [first.uid] * 2
    assert [one.sequence for one in (first, second, third)] == [0, 1, 2]
    assert third.day == date(2026, 12, 18)


def test_whoever_is_no_longer_invited_gets_a_cancellation_once(
    planned: Planned, tmp_path: Path
) -> None:
    first = sent(planned, tmp_path)["invitations/V1.ics"]
    nurse = planned.workspace.read.invitations(planned.meeting)[0]
    planned.workspace.agenda.uninvite(nurse.id)
    found = sent(planned, tmp_path)
    cancelled = found["invitations/cancel-V1.ics"]
    assert (cancelled.method, cancelled.uid, cancelled.sequence) == ("CANCEL", first.uid, 1)
    assert set(sent(planned, tmp_path)) == {"invitations/V1.ics"}


def test_who_no_longer_presents_gets_a_cancellation_of_the_same_and_who_does_an_invitation(
    planned: Planned, tmp_path: Path
) -> None:
    workspace, agenda = planned.workspace, planned.workspace.agenda
    agenda.set_presenter(planned.item, planned.nurse)
    first = sent(planned, tmp_path)["invitations/V1.ics"]
    other = workspace.panel.add_member("Kim Yates", None, "Social worker")
    workspace.panel.change_member(other, email="kim@council.example")
    agenda.set_presenter(planned.item, other)
    mails = drafts(planned, tmp_path / "mail")
    cancelled, invited = mails["ann@health.example"], mails["kim@council.example"]
    assert [(one.method, one.uid, one.sequence) for one in cancelled] == [("CANCEL", first.uid, 1)]
    assert [(one.method, one.sequence) for one in invited] == [("REQUEST", 0)]
    assert invited[0].uid != first.uid
    assert "ann@health.example" not in drafts(planned, tmp_path / "again")


def test_at_another_address_the_old_calendar_loses_the_slot_and_the_new_one_has_it(
    planned: Planned, tmp_path: Path
) -> None:
    first = drafts(planned, tmp_path)["ann@health.example"]
    planned.workspace.panel.change_member(planned.nurse, email="ann@school.example")
    moved = drafts(planned, tmp_path / "moved")
    old, new = moved["ann@health.example"], moved["ann@school.example"]
    assert [(one.method, one.uid, one.sequence) for one in old] == [("CANCEL", first[0].uid, 1)]
    assert [(one.method, one.uid, one.sequence) for one in new] == [("REQUEST", first[0].uid, 2)]
    again = drafts(planned, tmp_path / "again")
    assert [one.sequence for one in again["ann@school.example"]] == [2]
    assert "ann@health.example" not in again


def test_who_declares_an_interest_still_hears_that_the_slot_is_gone(
    planned: Planned, tmp_path: Path
) -> None:
    drafts(planned, tmp_path)
    workspace = planned.workspace
    nurse = workspace.read.invitations(planned.meeting)[0]
    workspace.agenda.uninvite(nurse.id)
    workspace.conduct.declare(planned.meeting, planned.nurse, "Neighbour", planned.item)
    found = drafts(planned, tmp_path / "apart")
    assert [one.method for one in found["ann@health.example"]] == ["CANCEL"]


def drafts(planned: Planned, folder: Path) -> dict[str, list[Sent]]:
    """What drafts of the invitations carry, by the address they go to."""
    issue.write_drafts(
        planned.workspace, planned.meeting, folder, audiences=["invitations"], before=True,
        reason="Agreed",
    )  # fmt: skip
    found: dict[str, list[Sent]] = {}
    for path in folder.rglob("*.eml"):
        message = message_from_bytes(path.read_bytes(), policy=default)
        for one in message.iter_attachments():
            whole = Calendar.from_ical(one.get_content())
            (event,) = whole.walk("VEVENT")
            told = (str(whole["METHOD"]), str(event["UID"]), int(event["SEQUENCE"]))
            found.setdefault(message["To"], []).append(Sent(*told, event["DTSTART"].dt.date()))
    return found


def test_an_item_taken_off_cancels_for_everybody_invited(planned: Planned, tmp_path: Path) -> None:
    sent(planned, tmp_path)
    planned.workspace.agenda.remove(planned.item, "Moved away")
    assert {one.method for one in sent(planned, tmp_path).values()} == {"CANCEL"}


def test_invited_again_after_a_cancellation_the_same_invitation_goes_on(
    planned: Planned, tmp_path: Path
) -> None:
    first = sent(planned, tmp_path)["invitations/V1.ics"]
    nurse = planned.workspace.read.invitations(planned.meeting)[0]
    planned.workspace.agenda.uninvite(nurse.id)
    sent(planned, tmp_path)
    planned.workspace.agenda.invite(planned.item, planned.nurse)
    again = sent(planned, tmp_path)
    assert (first.uid, 2) in {(one.uid, one.sequence) for one in again.values()}


def test_an_item_carried_to_another_day_moves_the_invitation_there(
    planned: Planned, tmp_path: Path
) -> None:
    workspace, agenda = planned.workspace, planned.workspace.agenda
    first = sent(planned, tmp_path)["invitations/V1.ics"]
    workspace.conduct.start(planned.meeting)
    later = workspace.conduct.split(planned.item, date(2026, 12, 21))
    assert [one.name for one in agenda and workspace.read.invitations(later)][0] == "Ann Patel"
    moved = sent(planned, tmp_path / "later", later)["invitations/V1.ics"]
    assert (moved.uid, moved.sequence, moved.day) == (first.uid, 1, date(2026, 12, 21))


def test_no_name_of_the_child_or_the_guest_stands_in_any_file(
    planned: Planned, tmp_path: Path
) -> None:
    sent(planned, tmp_path)
    for path in tmp_path.rglob("*.ics"):
        text = path.read_text("utf-8")
        assert "Robin" not in text and "Ashdown" not in text and "Foster" not in text
