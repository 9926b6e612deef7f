"""Persons of concern are named only to agencies that the panel lets know them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import docx
import pytest

from exports import issue
from models.clock import SetClock
from tests.exports import reading
from tests.models.services.rooms import RunningRoom, running_room

BEFORE = "Dazza, that is Daren Pike, waits. So Pike."
FOR_ALL = ("minutes.docx", "actions.docx", "actions-childrens-social-care.docx")


@pytest.fixture
def room(clock: SetClock) -> Iterator[RunningRoom]:
    made = running_room(clock)
    workspace = made.workspace
    conduct = workspace.conduct
    workspace.register.add_alias(made.person, "Dazza")
    conduct.write(made.child_item, "analysis", BEFORE, None)
    conduct.decide(made.child_item, "REMAIN", "Pike goes on", review_on=date(2026, 12, 24))
    conduct.record_action(made.child_item, "Keep Robin from Darren Pike", owner_id=made.manager)
    conduct.record_action(made.child_item, "Stop Darren Pike's car", owner_id=made.detective)
    conduct.disrupt(made.person_item, "CAWN", lead_agency_id=made.council)
    yield made
    workspace.close()


def text(path: Path) -> str:
    return reading.text(docx.Document(str(path)))


def issued(room: RunningRoom, folder: Path) -> set[str]:
    before = issue.write_before_meeting(room.workspace, room.meeting, folder)
    return {*before, *issue.write_meeting(room.workspace, room.meeting, folder)}


def test_what_goes_to_all_the_panel_calls_them_by_initials_and_code(
    room: RunningRoom, tmp_path: Path
) -> None:
    issued(room, tmp_path)
    for name in (*FOR_ALL, "agenda-pack.docx"):
        told = text(tmp_path / name)
        assert not [one for one in ("Pike", "Darren", "Daren", "Dazza") if one in told], name
        assert "D.P. (P002)" in told, name
    assert "D.P. (P002), that is D.P. (P002), waits. So D.P. (P002)." in text(
        tmp_path / "minutes.docx"
    )


def test_one_of_nearly_that_name_is_not_taken_for_another(
    room: RunningRoom, tmp_path: Path
) -> None:
    alike = room.workspace.register.add_person("Le Pike", status="active")
    room.workspace.register.link(room.child, "associates", alike, source="police")
    issued(room, tmp_path)
    told = text(tmp_path / "minutes.docx")
    assert "Associates with L.P. (P" in told and "Le D.P." not in told


def test_whoever_has_only_the_first_name_is_not_said_to_be_that_person(
    room: RunningRoom, tmp_path: Path
) -> None:
    said = "Darren Dobson rang. Darren Pyke waits; Will reports. On Pike Lane with Darren Pik"
    room.workspace.conduct.write(room.child_item, "analysis", said, BEFORE)
    issued(room, tmp_path)
    told = text(tmp_path / "minutes.docx")
    assert "D.D. rang. D.P. (P002) waits; Will reports. On Pike Lane with D.P. (P002)." in told


def test_another_name_that_is_like_the_name_itself_says_no_more_than_that(
    room: RunningRoom, tmp_path: Path
) -> None:
    for name in ("Pikey", "Big Darren"):
        room.workspace.register.add_alias(room.person, name)
    said = "Darren Pike, also called Pikey or Big Darren. Pikey waits for Pike"
    room.workspace.conduct.write(room.child_item, "analysis", said, BEFORE)
    issued(room, tmp_path)
    told = text(tmp_path / "minutes.docx")
    assert "D.P. (P002)." in told
    assert "D.P. (P002) waits for D.P. (P002)" in told
    assert not [one for one in ("Pike", "Darren") if one in told]


def test_an_agency_that_may_know_them_has_the_names_in_its_annex_and_its_own_list(
    room: RunningRoom, tmp_path: Path
) -> None:
    names = issued(room, tmp_path)
    key = "D.P. (P002) | Darren Pike | V1, O1"
    assert key in text(tmp_path / "minutes-annex-police.docx")
    assert key in text(tmp_path / "minutes-annex-chair.docx")
    assert "Darren Pike" in text(tmp_path / "agenda-pack-annex-police.docx")
    assert "Stop Darren Pike's car" in text(tmp_path / "actions-police.docx")
    assert "minutes-annex-health.docx" not in names


def test_a_name_outside_the_items_is_told_beside_its_items(
    room: RunningRoom, tmp_path: Path
) -> None:
    workspace = room.workspace
    workspace.register.add_person("Lee Marsh", status="active")
    workspace.register.add_person("Jordan Tully", status="active")
    said = "Knows Darren Pike, Lee Marsh and someone called Tully"
    workspace.conduct.declare(room.meeting, room.nurse, said)
    issued(room, tmp_path)
    chair = text(tmp_path / "minutes-annex-chair.docx")
    assert "D.P. (P002) | Darren Pike | V1, O1, outside the items" in chair
    assert "| Lee Marsh | outside the items" in chair
    assert "T. | Tully (not sure who is meant) | outside the items" in chair
    assert not [one for one in ("Marsh", "Tully") if one in text(tmp_path / "minutes.docx")]


def test_a_plan_names_its_target_to_the_police_and_not_to_a_lead_who_may_not_know(
    room: RunningRoom, tmp_path: Path
) -> None:
    names = issued(room, tmp_path)
    assert {"plans/D001.docx", "plans/D001-codes.docx"} <= names
    assert "Darren Pike" in text(tmp_path / "plans/D001.docx")
    assert "Pike" not in text(tmp_path / "plans/D001-codes.docx")


def test_guests_of_an_item_read_no_name(room: RunningRoom, tmp_path: Path) -> None:
    conduct = room.workspace.conduct
    room.workspace.agenda.invite(room.child_item, name="Tess Owen")
    conduct.finish_item(room.child_item)
    conduct.open_item(room.child_item)
    issued(room, tmp_path)
    told = text(tmp_path / "minutes-item-V1.docx")
    assert "D.P. (P002)" in told and "Pike" not in told
    edges = reading.edges(docx.Document(str(tmp_path / "minutes-item-V1.docx")))
    assert any("Issued to: Tess Owen, for item V1" in one for one in edges)


def test_names_stand_where_every_agency_may_know_them(room: RunningRoom, tmp_path: Path) -> None:
    for agency in (room.health, room.council):
        room.workspace.panel.change_agency(agency, sees_persons_of_concern=True)
    names = issued(room, tmp_path)
    assert "Keep R.A. from Darren Pike" in text(tmp_path / "minutes.docx")
    assert "agenda-pack-annex-police.docx" not in names


def test_no_page_says_who_stepped_out(room: RunningRoom, tmp_path: Path) -> None:
    room.workspace.conduct.declare(room.meeting, room.nurse, "A cousin", room.child_item)
    issued(room, tmp_path)
    for name in ("agenda.docx", "agenda-pack.docx", "minutes.docx", "actions.docx"):
        edges = reading.edges(docx.Document(str(tmp_path / name)))
        assert not [one for one in edges if "Patel" in one], name


def test_the_next_pack_holds_the_last_minutes_as_its_reader_may_have_them(
    room: RunningRoom, tmp_path: Path
) -> None:
    workspace, following = room.workspace, date(2026, 12, 24)
    workspace.conduct.declare(room.meeting, room.nurse, "A cousin", room.child_item)
    workspace.conduct.recommend(room.child_item, "Add a weekly check-in", to_plan="CP")
    workspace.conduct.close(room.meeting, following)
    later = workspace.read.meeting_on(following)
    assert later is not None
    workspace.agenda.add(later.id, room.child)
    names = issue.write_before_meeting(workspace, later.id, tmp_path)
    whole = text(tmp_path / "agenda-pack.docx")
    assert "Minutes to be agreed: Thursday 12 November 2026" in whole
    assert "R.A., LCS1" in whole.split("Minutes to be agreed")[-1]
    assert "R001: Add a weekly check-in." in whole.split("What the plan answered")[1]
    assert "Pike" not in whole and "D.P. (P002)" in whole
    (apart,) = [one for one in names if one.startswith("agenda-pack-without")]
    assert "R.A." not in text(tmp_path / apart)


def test_an_items_minutes_go_to_who_is_noted_as_having_come_or_the_doubt_is_told(
    room: RunningRoom, tmp_path: Path
) -> None:
    conduct, workspace = room.workspace.conduct, room.workspace
    workspace.agenda.invite(room.child_item, name="Tess Owen")
    workspace.agenda.invite(room.child_item, name="Finley Frost")
    conduct.finish_item(room.child_item)
    conduct.open_item(room.child_item)

    def doubts() -> str:
        return " ".join(
            issue.doubts(workspace, room.meeting, issue.documents(workspace, room.meeting))
        )

    assert "not noted as having come, but sent its minutes: Finley Frost (V1); Tess Owen (V1)" in (
        doubts()
    )
    conduct.attend_guest(room.meeting, "Tess Owen", "I")
    assert "Finley Frost (V1)" in doubts() and "Tess Owen" not in doubts()
    conduct.attend_guest(room.meeting, "Finley Frost", "X")
    assert "not noted" not in doubts()
    (guests,) = [one for one in issue.documents(workspace, room.meeting) if "item-V1" in one.name]
    assert guests.audience == "For item V1: Tess Owen"
    assert room.item().attending == ("Tess Owen",)


def _minutes(room: RunningRoom, folder: Path, said: str) -> str:
    room.workspace.conduct.write(room.child_item, "analysis", said, BEFORE)
    issued(room, folder)
    (told,) = [one for one in text(folder / "minutes.docx").splitlines() if "is seen" in one]
    return told


@pytest.mark.parametrize(
    ("said", "printed"),
    [("Jordan is seen", "J. is seen"), ("Tully is seen", "T. is seen"),
     ("Jorden Tulley is seen", "J.T. is seen"),
     ("Jordan Tully is seen", "J.T. (P"), ("Jordan Tully waits. So Jordan is seen", "J.T. (P")],
)  # fmt: skip
def test_a_first_name_alone_is_nobody_of_another_case(
    room: RunningRoom, tmp_path: Path, said: str, printed: str
) -> None:
    """Whole names are sure, and a part of one is where the text or the item has the whole."""
    room.workspace.register.add_person("Jordan Tully", status="active")
    told = _minutes(room, tmp_path, said)
    assert printed in told
    assert told.count("(P") == (said.count("Jordan") if "Jordan Tully" in said else 0)


def test_a_name_spelt_otherwise_in_this_childs_papers_is_nobody_of_another_case(
    room: RunningRoom, tmp_path: Path
) -> None:
    register = room.workspace.register
    other = register.add_person("Jordan Tully", status="active")
    own = register.add_person("JordanaTully", status="active")
    for one in (other, own):
        register.add_alias(one, "Stef")
    register.link(room.child, "associates", own, source="police")
    told = _minutes(room, tmp_path, "Jordan Tully, also called Stef, is seen")
    assert "J.T. is seen" in told and "(P" not in told
    assert "Associates with J" in text(tmp_path / "minutes.docx")
    key = "J.T. | Jordan Tully (not sure who is meant) | V1"
    assert key in text(tmp_path / "minutes-annex-police.docx")


def test_who_may_be_any_of_two_stands_by_initials_without_a_number(
    room: RunningRoom, tmp_path: Path
) -> None:
    register = room.workspace.register
    for name in ("Corey Mercer", "Corey Mayhew"):
        one = register.add_person(name, status="active")
        register.link(room.child, "associates", one, source="police")
    told = _minutes(room, tmp_path, "Corey is seen")
    assert "C. is seen" in told and "(P" not in told


def test_mash_in_capitals_is_the_hub_and_nobody_by_the_name_of_mash(
    room: RunningRoom, tmp_path: Path
) -> None:
    workspace = room.workspace
    workspace.register.add_person("Lee Mash", status="active")
    workspace.register.add_person("Lee Marsh", status="active")
    workspace.conduct.record_action(room.child_item, "Refer to MASH by phone", owner_id=room.nurse)
    workspace.conduct.declare(room.meeting, room.nurse, "Works at MASH, knows Lee Mash")
    issued(room, tmp_path)
    assert "Refer to MASH by phone" in text(tmp_path / "actions.docx")
    assert "Refer to MASH by phone" in text(tmp_path / "minutes.docx")
    assert "Works at MASH, knows L.M." in text(tmp_path / "minutes.docx")
    assert "Mash" not in text(tmp_path / "minutes.docx")
    assert "MASH" not in text(tmp_path / "minutes-annex-chair.docx")


def test_a_name_in_doubt_tells_every_item_where_it_stood_however_it_was_written(
    room: RunningRoom, tmp_path: Path
) -> None:
    work = room.workspace
    work.register.add_person("Jordan Tully", status="active")
    other = work.conduct.add_item(room.meeting, work.register.add_child("Tia Cole"))
    work.conduct.write(other, "analysis", "TULLY waits at the gate", "")
    _minutes(room, tmp_path, "Tully is seen")
    reference = room.item(other).row.reference
    key = f"(not sure who is meant) | V1, {reference}"
    for annex in ("minutes-annex-chair.docx", "minutes-annex-police.docx"):
        rows = [one for one in text(tmp_path / annex).splitlines() if one.startswith("T. | ")]
        assert len(rows) == 1 and rows[0].endswith(key), rows
