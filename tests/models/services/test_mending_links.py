"""Links are mended after they were entered; each change is told, and each bound holds."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from models.clock import SetClock
from models.errors import Conflict, Refusal
from models.marks import Role, Sharing
from models.rules.grading import Grading
from tests.models.services.rooms import RunningRoom, running_room


@pytest.fixture
def room(clock: SetClock) -> RunningRoom:
    made = running_room(clock)
    yield made
    made.workspace.close()


@pytest.fixture
def link(room: RunningRoom) -> int:
    place = room.workspace.register.add_place("Old depot")
    return room.workspace.register.link(room.person, "frequents", place, source="A return")


@pytest.mark.parametrize(
    ("field", "value", "seen"),
    [
        ("confidence", "confirmed", "suspected"),
        ("confirmed", True, False),
        ("information", "opinion", "not stated"),
        ("source", "A call", "A return"),
        ("source_date", date(2026, 11, 2), None),
        ("first_seen", date(2026, 10, 2), None),
        ("last_seen", date(2026, 11, 2), None),
        ("expires_on", date(2027, 1, 2), None),
        ("note", "By bus", None),
    ],
)
def test_every_field_is_changed_told_and_taken_back(
    room: RunningRoom, link: int, field: str, value: object, seen: object
) -> None:
    register, read = room.workspace.register, room.workspace.read
    before = read.link_detail(link)
    register.change_link(link, field, value, seen)
    assert getattr(read.link_detail(link), field) == value
    assert len(read.past_states("link", link)[0].changes) == 1
    room.workspace.store.undo()
    assert read.link_detail(link) == before


def test_a_field_that_has_moved_is_not_written_over(room: RunningRoom, link: int) -> None:
    with pytest.raises(Conflict):
        room.workspace.register.change_link(link, "source", "A call", "What it once was")


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("last_seen", date(2026, 12, 1), "still to come"),
        ("confidence", "perhaps", "how sure"),
        ("source_grade", "2", "no field"),
        ("sharing", "named agencies", "Name the agencies"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_changes(
    room: RunningRoom, link: int, field: str, value: object, says: str
) -> None:
    before = room.workspace.read.link_detail(link)
    with pytest.raises(Refusal, match=says):
        room.workspace.register.change_link(link, field, value, getattr(before, field))
    assert room.workspace.read.link_detail(link) == before


def test_a_link_is_turned_only_as_far_as_it_may_run(room: RunningRoom) -> None:
    register = room.workspace.register
    made = register.link(room.person, "recruits", room.child)
    with pytest.raises(Refusal, match="causing harm"):
        register.relate_link(made, room.child, "recruits", room.person)
    register.relate_link(made, room.person, "exploits", room.child)
    told = room.workspace.read.past_states("link", made)[0].changes
    assert [(one.before, one.after) for one in told] == [("recruits", "exploits")]


def test_an_expired_link_is_out_of_date_and_still_there(room: RunningRoom, link: int) -> None:
    room.workspace.register.change_link(link, "expires_on", date(2026, 11, 1), None)
    (one,) = (each for each in room.workspace.read.links_of(room.person) if each.id == link)
    assert one.out_of_date and one.ended_on is None


def test_an_ended_link_keeps_its_reason_and_may_stand_again(room: RunningRoom, link: int) -> None:
    register, read = room.workspace.register, room.workspace.read
    register.end_link(link, "Depot pulled down")
    assert link not in [one.id for one in read.links_of(room.person)]
    (ended,) = read.ended_links(room.person)
    assert (ended.id, ended.note) == (link, "Ended: Depot pulled down")
    with pytest.raises(Refusal, match="why"):
        register.reopen_link(link, " ")
    register.reopen_link(link, "Another depot")
    assert read.ended_links(room.person) == ()


def test_only_police_grade_and_only_what_their_own_agency_says(
    room: RunningRoom, link: int
) -> None:
    with pytest.raises(Refusal, match="cannot enter intelligence grading"):
        room.workspace.register.grade_link(link, Grading("2", "B", "P"))
    with pytest.raises(Refusal, match="graded by the police"):
        room.workspace.register.link(room.person, "exploits", room.child, source_grade="1")


def test_what_came_after_the_last_panel_is_a_list_of_its_own(
    room: RunningRoom, link: int, clock: SetClock
) -> None:
    read, conduct = room.workspace.read, room.workspace.conduct
    assert link in [one.link.id for one in read.new_links().rows]
    conduct.close(room.meeting)
    assert read.new_links().rows == ()
    clock.set(clock.now().replace(month=12))
    place = room.workspace.register.add_place("New depot")
    later = room.workspace.register.link(room.person, "frequents", place)
    found = read.new_links()
    assert ([one.link.id for one in found.rows], found.since) == ([later], date(2026, 11, 12))


def test_an_earlier_state_that_was_shared_more_narrowly_is_not_told(
    room: RunningRoom, link: int
) -> None:
    register = room.workspace.register
    register.share_link(link, Sharing.CHAIR_ONLY, ())
    register.change_link(link, "note", "Seen by the chair's own source", None)
    register.change_link(link, "note", "Seen there", "Seen by the chair's own source")
    mine = room.workspace.reader()
    nurse = replace(mine, role=Role.MEMBER, agency_ids=(room.health,))
    member = room.workspace.read_as(nurse)
    assert member.past_states("link", link) == ()
    register.share_link(link, Sharing.ALL_PANEL, ())
    (told,) = member.past_states("link", link)[:1]
    assert "own source" not in str(member.past_states("link", link)), told


def test_intelligence_is_never_confirmed(room: RunningRoom, link: int) -> None:
    register, read = room.workspace.register, room.workspace.read
    other = register.link(room.person, "frequents", register.add_place("The pier"), source="A call")
    register.change_link(link, "confirmed", True, False)
    register.change_link(link, "confidence", "confirmed", "suspected")
    register.change_link(link, "information", "intelligence", "not stated")
    assert not read.link_detail(link).confirmed
    assert read.link_detail(link).confidence == "suspected"
    for refused in (
        lambda: register.confirm_link(link),
        lambda: register.change_link(link, "confirmed", True, False),
        lambda: register.change_link(link, "confidence", "confirmed", "suspected"),
    ):
        with pytest.raises(Refusal, match="never confirmed"):
            refused()
    register.change_link(link, "source", "A submission", "A return")
    register.confirm_links(((link,), (other,)))
    assert (read.link_detail(link).confirmed, read.link_detail(other).confirmed) == (False, True)
    waits = [one.text for one in read.today() if "not yet confirmed" in one.text]
    assert waits == ["1 link found in papers since yesterday, not yet confirmed"]  # the room's own


@pytest.mark.parametrize("said", [{"confirmed": True}, {"confidence": "confirmed"}])
def test_nor_is_it_where_it_is_entered_so(room: RunningRoom, said: dict[str, Any]) -> None:
    place = room.workspace.register.add_place("The pier")
    with pytest.raises(Refusal, match="never confirmed"):
        room.workspace.register.link(
            room.person, "frequents", place, information="intelligence", **said
        )


@pytest.mark.parametrize("kind", ["fact", "opinion", "not stated"])
def test_intelligence_is_so_no_longer_with_a_reason_alone(
    room: RunningRoom, link: int, kind: str
) -> None:
    register, read = room.workspace.register, room.workspace.read
    register.change_link(link, "information", "fact", "not stated")
    register.change_link(link, "information", "intelligence", "fact")
    for reason in (None, "", "  "):
        with pytest.raises(Refusal, match="Say why") as refused:
            register.change_link(link, "information", kind, "intelligence", reason)
        assert refused.value.field == "information"
    assert read.link_detail(link).information == "intelligence"
    register.change_link(link, "information", kind, "intelligence", " Seen by DC Moore ")
    told = read.link_detail(link)
    assert (told.information, told.kind_reason) == (kind, "Seen by DC Moore")
    last = {one.field: one.after for one in read.past_states("link", link)[0].changes}
    assert last == {"kind": kind, "because": "Seen by DC Moore"}
    register.change_link(link, "note", "Twice", told.note)
    assert read.link_detail(link).kind_reason == "Seen by DC Moore"
    register.change_link(link, "information", "intelligence", kind)
    assert read.link_detail(link).kind_reason is None


def test_who_says_so_is_replaced_but_never_emptied(room: RunningRoom, link: int) -> None:
    register, read = room.workspace.register, room.workspace.read
    told = read.link_detail(link)
    assert (told.source, told.agency_id) == ("A return", None)
    with pytest.raises(Refusal, match="Say who says so") as refused:
        register.change_link(link, "source", None, "A return")
    assert refused.value.field == "source"
    register.change_link(link, "agency_id", room.police, None)
    register.change_link(link, "source", None, "A return")
    with pytest.raises(Refusal, match="Say who says so"):
        register.change_link(link, "agency_id", None, room.police)
    assert read.link_detail(link).agency_id == room.police
