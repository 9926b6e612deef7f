"""Packs by agency: each its own papers, and a page of exactly whose names each will read."""

from datetime import date
from pathlib import Path

import docx

from exports import issue, pack_names
from exports.audience import Audiences
from exports.pack_names import columns
from models.records.documents import KnownName
from models.records.masks import Spoken
from tests.exports import reading
from tests.exports.issued_room import log, room
from tests.models.services.rooms import RunningRoom

__all__ = ["room"]
PAGE = "packs/whose-names.docx"


def test_each_agency_has_a_folder_with_its_own_papers(room: RunningRoom, tmp_path: Path) -> None:
    names = issue.write_packs(room.workspace, room.meeting, tmp_path)
    assert {"packs/police/agenda-pack.docx", "packs/police/requests-police.docx"} <= set(names)
    assert "packs/health/requests-police.docx" not in names
    assert not [one for one in names if "chairs-briefing" in one]
    assert {one.document for one in log(room)} == set(names) - {PAGE}


def test_each_agencys_pack_says_on_every_page_that_it_is_issued_to_that_agency(
    room: RunningRoom, tmp_path: Path
) -> None:
    issue.write_packs(room.workspace, room.meeting, tmp_path)
    for folder, agency in (("police", "Police"), ("health", "Health")):
        for name in ("agenda.docx", "agenda-pack.docx"):
            opened = docx.Document(str(tmp_path / "packs" / folder / name))
            assert f"Issued to: {agency}" in reading.edges(opened)[1]


def test_a_pack_made_apart_says_for_whom_it_is(room: RunningRoom, tmp_path: Path) -> None:
    room.workspace.conduct.declare(room.meeting, room.nurse, "A cousin", room.person_item)
    names = issue.write_packs(room.workspace, room.meeting, tmp_path)
    (apart,) = [one for one in names if one.endswith("agenda-pack-without-O1.docx")]
    opened = docx.Document(str(tmp_path / apart))
    assert "Issued to: Ann Patel" in reading.edges(opened)[1]


def test_agencies_whose_request_went_with_their_pack_are_asked(
    room: RunningRoom, tmp_path: Path
) -> None:
    def states() -> set[str]:
        return {one.state for one in room.workspace.read.returns(room.meeting) if one.asked_about}

    assert states() == {"not asked"}
    names = issue.write_packs(room.workspace, room.meeting, tmp_path)
    rows = {one.agency: one for one in room.workspace.read.returns(room.meeting)}
    assert "packs/police/requests-police.docx" in names
    assert rows["Police"].state == "asked" and rows["Police"].due_on is not None


def test_the_page_says_whose_names_each_reads(room: RunningRoom, tmp_path: Path) -> None:
    room.workspace.panel.change_agency(room.police, sees_persons_of_concern=True)
    issue.write_packs(room.workspace, room.meeting, tmp_path)
    page = docx.Document(str(tmp_path / PAGE))
    assert any("Darren Pike" in one for one in reading.under(page, "Police"))
    assert not any("Pike" in one for one in reading.under(page, "Health"))
    assert any("Robin Ashdown" in one for one in reading.under(page, "Health"))


def test_no_column_of_numbers_stands_empty() -> None:
    pike = ("Person of concern", "Darren Pike", "")
    assert columns([pike]) == ("Who", "Name")
    assert columns([pike, ("Child", "Robin Ashdown", "LCS1")]) == ("Who", "Name", "Number")


def test_the_page_has_each_child_once_with_name_and_number_side_by_side(
    room: RunningRoom, tmp_path: Path
) -> None:
    room.workspace.register.change(room.child, "nhs_number", None, "9990281038")
    issue.write_packs(room.workspace, room.meeting, tmp_path)
    rows = reading.under(docx.Document(str(tmp_path / PAGE)), "Health")
    (child,) = [one for one in rows if "Ashdown" in one or "LCS1" in one]
    assert child.startswith("Child | Robin Ashdown | ") and "LCS1" in child.split(" | ")[2]


def test_a_number_stands_alone_only_where_no_name_does() -> None:
    known = [
        KnownName(1, "child", "Robin Ashdown"),
        KnownName(1, "child", "LCS1"),
        KnownName(1, "child", "Robin Reed"),
        KnownName(2, "child", "LCS2"),
        KnownName(2, "child", "Tia Cole"),
        KnownName(3, "child", "Robin Ashdown"),
        KnownName(1, "family", "Ann Ashdown"),
        KnownName(3, "family", "Ann Ashdown"),
    ]
    words = "LCS2 is a friend of Robin Ashdown (LCS1), also Robin Reed; Ann Ashdown is her mother"
    assert pack_names.named(words, known) == [
        ("child", ("Robin Ashdown", "Robin Reed"), ("LCS1",)),
        ("child", (), ("LCS2",)),
        ("family", ("Ann Ashdown",), ()),
    ]


def test_whoever_declared_an_interest_reads_no_name_of_it(
    room: RunningRoom, tmp_path: Path
) -> None:
    room.workspace.conduct.declare(room.meeting, room.nurse, "A cousin", room.child_item)
    names = issue.write_packs(room.workspace, room.meeting, tmp_path)
    assert not any(one.endswith("health/agenda-pack.docx") for one in names)
    told = reading.under(docx.Document(str(tmp_path / PAGE)), "Health")
    assert not any("Ashdown" in one for one in told)


def test_an_interest_in_an_item_of_another_day_takes_nobody_the_agenda(
    room: RunningRoom, tmp_path: Path
) -> None:
    work = room.workspace
    work.conduct.declare(room.meeting, room.nurse, "A cousin", room.child_item)
    following = date(2026, 12, 24)
    work.conduct.close(room.meeting, following)
    later = work.read.meeting_on(following)
    assert later is not None
    for row in work.read.running_order(later.id):
        work.agenda.remove(row.id, "Not now")
    work.agenda.add(later.id, room.person)
    names = issue.write_packs(work, later.id, tmp_path, reason="All are in time")
    mine = {one.rpartition("/")[2] for one in names if one.startswith("packs/health")}
    assert "agenda.docx" in mine and "agenda-pack.docx" not in mine
    page = reading.under(docx.Document(str(tmp_path / PAGE)), "Health")
    assert not any("Ashdown" in one for one in page)


def test_a_member_with_an_interest_has_a_folder_apart_from_colleagues(
    room: RunningRoom, tmp_path: Path
) -> None:
    panel = room.workspace.panel
    panel.add_member("Una Bright", agency_id=room.health, core=True, email="una@health.example")
    room.workspace.conduct.declare(room.meeting, room.nurse, "A cousin", room.child_item)
    names = issue.write_packs(room.workspace, room.meeting, tmp_path)
    apart = [one for one in names if one.startswith("packs/health-without-")]
    assert any("agenda-pack-without" in one for one in apart)
    assert "packs/health/agenda-pack.docx" in names
    assert not [one for one in names if one.startswith("packs/health/") and "without" in one]
    page = docx.Document(str(tmp_path / PAGE))
    assert not any("Ashdown" in one for one in reading.under(page, "Health: Ann Patel"))
    gone = {one.document: one.recipient for one in log(room)}
    assert {gone[one] for one in apart} == {"Ann Patel"}


def test_part_of_a_name_is_not_said_beside_the_whole() -> None:
    known = [KnownName(1, "child", one) for one in ("Faith Long", "Faith", "KA")]
    assert pack_names.named("Faith Long, or Faith, or KA", known) == [
        ("child", ("Faith Long", "KA"), ())
    ]


def test_a_members_surname_is_no_childs() -> None:
    child, staff = Spoken("Robin Ashdown", "R.A.", subject_id=1), ("Rhiannon Ashdown",)
    told = [
        [one.text for one in pack_names.in_part(pack_names.without(words, staff), [child])]
        for words in ("A002: Rhiannon Ashdown rings the school.", "Mr Ashdown rang.")
    ]
    assert told == [[], ["Ashdown"]]


def test_the_agenda_has_a_person_of_concern_by_initials_and_reference(
    room: RunningRoom, tmp_path: Path
) -> None:
    issue.write_before_meeting(room.workspace, room.meeting, tmp_path, kinds=["agenda"])
    for paper in ("agenda.docx", "agenda-pack.docx"):
        text = reading.text(docx.Document(str(tmp_path / paper)))
        assert f"O1 | D.P., P{room.person:03d} | " in text


def test_who_owns_an_action_of_an_earlier_meeting_is_no_child(
    room: RunningRoom, tmp_path: Path
) -> None:
    work = room.workspace
    owner = work.panel.add_member("Rhiannon Ashdown", agency_id=room.council)
    work.conduct.record_action(room.child_item, "Ring the school", owner_id=owner)
    work.conduct.close(room.meeting, date(2026, 12, 24))
    later = work.read.meeting_on(date(2026, 12, 24))
    assert later is not None
    for row in work.read.running_order(later.id):
        work.agenda.remove(row.id, "Not now")
    work.agenda.add(later.id, room.person)
    issue.write_packs(work, later.id, tmp_path, reason="All are in time")
    page = reading.under(docx.Document(str(tmp_path / PAGE)), "Health")
    assert not any("Ashdown" in one for one in page)


def test_invitations_lie_with_the_agency_and_those_of_no_agency_in_a_folder_of_their_own(
    room: RunningRoom, tmp_path: Path
) -> None:
    agenda = room.workspace.agenda
    agenda.invite(room.child_item, room.nurse)
    agenda.invite(room.child_item, name="Foster carer")
    names = issue.write_packs(room.workspace, room.meeting, tmp_path)
    assert [one for one in names if one.endswith(".ics")] == [
        "packs/health/invitations-V1.ics",
        "packs/people-of-no-agency/invitations-V1-2.ics",
    ]
    gone = {one.document: one.recipient for one in log(room)}
    assert gone["packs/people-of-no-agency/invitations-V1-2.ics"] == "Foster carer"
    panel = Audiences(room.workspace, room.meeting).panel
    assert not [one for one in panel.slot_invitations(room.meeting) if one.is_news]
