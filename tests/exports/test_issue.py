"""An issue: who receives what, all files or none, drafts marked, issues logged."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest

from exports import child_documents, issue
from exports.child_part import ChildPart, child_part
from exports.filing import sha256
from exports.redaction.index import Index
from models.clock import SetClock
from models.entities import Issue
from models.errors import Refusal, Trouble
from models.marks import Information, Role, Sharing
from models.records.documents import ExtractPapers
from models.services.signed_in import Person
from models.workspace import Workspace
from tests.exports import reading
from tests.models.services.rooms import RunningRoom, running_room


@pytest.fixture
def room(clock: SetClock) -> Iterator[RunningRoom]:
    made = running_room(clock)
    conduct = made.workspace.conduct
    conduct.decide(made.child_item, "REMAIN", "Risk continues", review_on=date(2026, 12, 24))
    conduct.write(made.child_item, "for_file", "Robin keeps a trusted adult.", None)
    conduct.recommend(made.child_item, "Add a weekly check-in", to_plan="CP")
    conduct.record_action(made.child_item, "Meet Robin weekly", owner_id=made.manager)
    conduct.record_action(made.person_item, "Visit the address", owner_id=made.detective)
    conduct.disrupt(made.person_item, "CAWN", lead_agency_id=made.police)
    conduct.say(
        made.child_item,
        made.police,
        "Seen in a car on Friday",
        information=Information.INTELLIGENCE,
        sharing=Sharing.NAMED_AGENCIES,
        shared_with=(made.health,),
    )
    yield made
    made.workspace.close()


def written(room: RunningRoom, folder: Path, **options: object) -> set[str]:
    return set(issue.write_meeting(room.workspace, room.meeting, folder, **options))  # type: ignore[arg-type]


def approve(room: RunningRoom) -> int:
    """The chair approves the minutes."""
    version = room.workspace.minutes.draft(room.meeting)
    chair = Workspace(room.workspace.store, Person(None, "Sam Lee", Role.CHAIR))
    chair.minutes.approve(version)
    return version


def confirm_all(room: RunningRoom) -> None:
    for one in issue.documents(room.workspace, room.meeting):
        if one.needs_confirming:
            room.workspace.minutes.confirm(room.meeting, one.name, one.digest)


def text(path: Path) -> str:
    return reading.text(reading.document(lambda to: to.write(path.read_bytes())))


def header(path: Path) -> str:
    return reading.edges(reading.document(lambda to: to.write(path.read_bytes())))[0]


def test_every_document_goes_by_its_audience(room: RunningRoom, tmp_path: Path) -> None:
    assert written(room, tmp_path) == {
        "minutes.docx",
        "minutes-annex-police.docx",
        "minutes-annex-health.docx",
        "minutes-annex-chair.docx",
        "actions.docx",
        "actions-police.docx",
        "actions-childrens-social-care.docx",
        "plans/D001.docx",
        "extracts/LCS1.docx",
        "recommendations/LCS1.docx",
        "care-plan-feed.json",
        "care-plan-feed.csv",
        "manifest.json",
    }
    assert {str(one.relative_to(tmp_path)) for one in tmp_path.rglob("*") if one.is_file()} == (
        written(room, tmp_path)
    )


def test_the_manifest_names_every_file_with_audience_and_hash(
    room: RunningRoom, tmp_path: Path
) -> None:
    names = written(room, tmp_path)
    whole = json.loads((tmp_path / "manifest.json").read_text("utf-8"))
    assert {one["file"] for one in whole["files"]} == names - {"manifest.json"}
    assert len(whole["journal_head"]) == 64
    assert "Robin" not in (tmp_path / "manifest.json").read_text("utf-8")
    for one in whole["files"]:
        assert one["sha256"] == sha256((tmp_path / one["file"]).read_bytes())
        assert one["audience"]
        assert one["status"] == "draft"


def test_an_extract_that_nobody_confirmed_says_so_on_every_page(
    room: RunningRoom, tmp_path: Path
) -> None:
    written(room, tmp_path)
    assert "DRAFT, NOT CONFIRMED" in header(tmp_path / "extracts/LCS1.docx")
    assert "DRAFT" in header(tmp_path / "minutes.docx")
    confirm_all(room)
    approve(room)
    written(room, tmp_path)
    assert "DRAFT" not in header(tmp_path / "extracts/LCS1.docx")
    assert "DRAFT" not in header(tmp_path / "minutes.docx")


def test_a_confirmed_extract_that_changes_must_be_confirmed_again(
    room: RunningRoom, tmp_path: Path
) -> None:
    confirm_all(room)
    room.workspace.conduct.write(
        room.child_item, "for_file", "Robin moves school.", "Robin keeps a trusted adult."
    )
    written(room, tmp_path)
    assert "DRAFT, NOT CONFIRMED" in header(tmp_path / "extracts/LCS1.docx")


def test_the_marks_of_the_net_come_off_once_a_person_has_confirmed(
    room: RunningRoom, tmp_path: Path
) -> None:
    words = "Robin was seen in Daz's car, says Zorinda."
    room.workspace.register.add_alias(room.person, "Daz")
    room.workspace.conduct.write(room.child_item, "for_file", words, "Robin keeps a trusted adult.")
    written(room, tmp_path)
    draft = text(tmp_path / "extracts/LCS1.docx")
    assert "‹Daz?›'s car" in draft and "‹Zorinda?›" in draft
    confirm_all(room)
    written(room, tmp_path)
    final = text(tmp_path / "extracts/LCS1.docx")
    assert "in Person 1's car, says Zorinda." in final
    assert "‹" not in final and "Daz" not in final


def test_the_extract_holds_the_child_alone(room: RunningRoom, tmp_path: Path) -> None:
    written(room, tmp_path)
    extract = text(tmp_path / "extracts/LCS1.docx")
    for held in ("Robin Ashdown", "Robin keeps a trusted adult", "weekly check-in", "Meet Robin"):
        assert held in extract
    for lost in (
        "Pike",
        "CAWN",
        "Abduction",
        "Visit the address",
        "car on Friday",
        "Risk continues",
    ):
        assert lost not in extract


def test_drafts_are_not_logged_as_issued_and_final_ones_are(
    room: RunningRoom, tmp_path: Path
) -> None:
    written(room, tmp_path)
    read = room.workspace.read
    assert read.issues(room.meeting) == ()
    approve(room)
    confirm_all(room)
    written(room, tmp_path)
    logged = read.issues(room.meeting)
    assert {one.state for one in logged} == {"issued"}
    assert {one.document for one in logged} == written(room, tmp_path) - {"manifest.json"}
    assert read.minutes(room.meeting)[0].state == "issued"
    whole = json.loads((tmp_path / "manifest.json").read_text("utf-8"))
    assert {one["status"] for one in whole["files"]} == {"final"}


def test_an_approved_item_goes_before_the_minutes(room: RunningRoom, tmp_path: Path) -> None:
    confirm_all(room)
    chair = Workspace(room.workspace.store, Person(None, "Sam Lee", Role.CHAIR))
    chair.minutes.approve_item(room.child_item)
    written(room, tmp_path)
    logged = {one.document for one in room.workspace.read.issues(room.meeting)}
    assert logged == {
        "actions-first.docx",
        "extracts/LCS1.docx",
        "recommendations/LCS1.docx",
        "care-plan-feed.json",
        "care-plan-feed.csv",
    }
    assert "DRAFT" in header(tmp_path / "minutes.docx")


def test_whoever_declared_an_interest_receives_nothing_of_the_item(
    room: RunningRoom, tmp_path: Path
) -> None:
    conduct = room.workspace.conduct
    conduct.declare(room.meeting, room.detective, "Knows the family", room.child_item)
    conduct.record_action(room.child_item, "Check on Robin's friends", owner_id=room.detective)
    room.workspace.register.add_alias(room.child, "Bobs", "nickname")
    told = "Robin Ashdown fears him. So says Ashdown. Bobs told him so, and Faith."
    conduct.write(room.person_item, "analysis", told, None)
    names = written(room, tmp_path)
    assert "minutes-without-V1.docx" in names
    assert "actions-without-V1.docx" in names
    apart = text(tmp_path / "minutes-without-V1.docx")
    for lost in ("R.A.", "Ashdown", "Bobs", "LCS1", "trusted adult", "Meet", "check-in"):
        assert lost not in apart
    assert "So says another young person A. Another young person A told him so, and Faith." in apart
    assert "Jane Khan" in apart.split("Distribution")[1]
    assert "Jane Khan" not in text(tmp_path / "minutes.docx").split("Distribution")[1]
    police = text(tmp_path / "actions-police.docx")
    assert "Visit the address" in police
    assert "friends" not in police
    annex = text(tmp_path / "minutes-annex-police.docx")
    assert "Darren Pike | O1" in annex and "V1" not in annex
    audience = {
        one["file"]: one["audience"]
        for one in json.loads((tmp_path / "manifest.json").read_text("utf-8"))["files"]
    }
    assert audience["minutes-without-V1.docx"] == "Jane Khan"
    assert audience["minutes.docx"] == "Panel members, not Jane Khan"
    assert audience["plans/D001.docx"] == "The chair"


def test_a_colleague_without_an_interest_receives_the_agencys_whole_list(
    room: RunningRoom, tmp_path: Path
) -> None:
    conduct, panel = room.workspace.conduct, room.workspace.panel
    other = panel.add_member("Tom Reid", room.police, "Sergeant", core=True)
    conduct.attend(room.meeting, other, "P")
    conduct.declare(room.meeting, room.detective, "Knows the family", room.child_item)
    conduct.record_action(room.child_item, "Check on friends", owner_id=room.detective)
    names = written(room, tmp_path)
    assert "friends" in text(tmp_path / "actions-police.docx")
    assert "actions-police-without-V1.docx" in names
    assert "friends" not in text(tmp_path / "actions-police-without-V1.docx")


def test_an_annex_is_one_readers_alone(room: RunningRoom, tmp_path: Path) -> None:
    written(room, tmp_path)
    assert "car on Friday" not in text(tmp_path / "minutes.docx")
    assert "car on Friday" in text(tmp_path / "minutes-annex-health.docx")
    assert "car on Friday" in text(tmp_path / "minutes-annex-police.docx")


def test_only_what_is_asked_for_is_written(room: RunningRoom, tmp_path: Path) -> None:
    assert written(room, tmp_path, audiences=["Police"]) == {
        "minutes-annex-police.docx",
        "actions-police.docx",
        "plans/D001.docx",
        "manifest.json",
    }
    with pytest.raises(Refusal, match="no document"):
        written(room, tmp_path, audiences=["Coastguard"])


def test_the_action_list_alone_is_the_one_of_the_whole_issue(
    room: RunningRoom, tmp_path: Path
) -> None:
    alone, whole = tmp_path / "alone", tmp_path / "whole"
    assert issue.write_action_list(room.workspace, room.meeting, alone) == ("actions.docx",)
    written(room, whole)
    told = [reading.text(docx.Document(str(one / "actions.docx"))) for one in (alone, whole)]
    assert told[0] == told[1] and "Visit the address" in told[0]
    assert [one.name for one in alone.iterdir()] == ["actions.docx"]


def test_the_action_list_alone_is_apart_for_whoever_declared_an_interest(
    room: RunningRoom, tmp_path: Path
) -> None:
    room.workspace.conduct.declare(room.meeting, room.detective, "Neighbour", room.child_item)
    names = issue.write_action_list(room.workspace, room.meeting, tmp_path)
    assert names == ("actions.docx", "actions-without-V1.docx")
    apart = reading.text(docx.Document(str(tmp_path / names[1])))
    assert "weekly" not in apart and "Visit the address" in apart


def test_a_final_action_list_is_logged_as_issued(room: RunningRoom, tmp_path: Path) -> None:
    approve(room)
    issue.write_action_list(room.workspace, room.meeting, tmp_path)
    (logged,) = room.workspace.read.issues(room.meeting)
    assert (logged.document, logged.state) == ("actions.docx", "issued")


def test_encrypted_documents_open_with_nothing_but_the_passphrase(
    room: RunningRoom, tmp_path: Path
) -> None:
    written(room, tmp_path, audiences=["minutes"], passphrase="correct horse battery")
    assert not (tmp_path / "minutes.docx").read_bytes().startswith(b"PK")


def test_no_extract_is_written_where_none_is_due(room: RunningRoom, tmp_path: Path) -> None:
    room.workspace.minutes.no_extract(room.child_item, "Not open to social care")
    assert "extracts/LCS1.docx" not in written(room, tmp_path)


def test_stopping_writes_nothing(room: RunningRoom, tmp_path: Path) -> None:
    told: list[str] = []
    with pytest.raises(Refusal, match="Stopped"):
        written(
            room,
            tmp_path,
            progress=lambda done, of, name: told.append(name),
            cancelled=lambda: len(told) == 3,
        )
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_left_as_it_was(
    room: RunningRoom, tmp_path: Path
) -> None:
    written(room, tmp_path)
    before = {one: one.read_bytes() for one in tmp_path.rglob("*") if one.is_file()}
    room.workspace.conduct.record_action(room.child_item, "Something new")
    approve(room)
    (tmp_path / "plans" / "D001.docx").unlink()
    (tmp_path / "plans").rmdir()
    (tmp_path / "plans").write_text("in the way")
    with pytest.raises(Trouble, match="Nothing was changed"):
        written(room, tmp_path)
    kept = {one: one.read_bytes() for one in tmp_path.rglob("*") if one.is_file()}
    before.pop(tmp_path / "plans" / "D001.docx")
    assert kept == {**before, tmp_path / "plans": b"in the way"}
    assert {one.state for one in room.workspace.read.issues(room.meeting)} == {"not issued"}


def test_what_is_no_longer_made_is_taken_away(room: RunningRoom, tmp_path: Path) -> None:
    written(room, tmp_path)
    (tmp_path / "notes.txt").write_text("mine")
    line = next(one for one in room.item().lines if "car" in one.text)
    room.workspace.conduct.withdraw_line(line.id)
    assert "minutes-annex-health.docx" not in written(room, tmp_path)
    assert not (tmp_path / "minutes-annex-health.docx").exists()
    assert (tmp_path / "notes.txt").exists()


def test_whoever_may_not_export_is_refused(room: RunningRoom, tmp_path: Path) -> None:
    member = Workspace(room.workspace.store, Person(None, "Ann Patel", Role.MEMBER))
    with pytest.raises(Refusal, match="export documents"):
        issue.write_meeting(member, room.meeting, tmp_path)


def test_before_the_meeting_the_conflicted_ask_and_read_nothing(
    room: RunningRoom, tmp_path: Path
) -> None:
    room.workspace.conduct.declare(room.meeting, room.nurse, "A cousin", room.child_item)
    names = set(issue.write_before_meeting(room.workspace, room.meeting, tmp_path))
    assert {"agenda.docx", "agenda-pack.docx", "agenda-pack-without-V1.docx"} <= names
    assert "Ashdown" in text(tmp_path / "requests/police.docx")
    assert not (tmp_path / "requests/health.docx").exists()
    for name in ("agenda", "agenda-pack"):
        assert "R.A." in text(tmp_path / f"{name}.docx")
        assert "R.A." not in text(tmp_path / f"{name}-without-V1.docx")
    issued = reading.edges(docx.Document(str(tmp_path / "agenda.docx")))[1]
    assert "Everyone attending" in issued and "Patel" not in issued


def test_at_the_next_meeting_they_read_no_action_of_the_item_they_had_to_leave(
    room: RunningRoom, tmp_path: Path
) -> None:
    workspace, following = room.workspace, date(2026, 12, 17)
    workspace.conduct.declare(room.meeting, room.nurse, "A cousin", room.child_item)
    workspace.conduct.record_action(
        room.child_item, "Prison check on Darren", subject_id=room.person, owner_id=room.detective
    )
    workspace.conduct.close(room.meeting, following)
    later = workspace.read.meeting_on(following)
    assert later is not None
    workspace.agenda.add(later.id, room.person)
    issue.write_before_meeting(workspace, later.id, tmp_path)
    assert "Prison check" in text(tmp_path / "agenda-pack.docx")
    assert "Prison check" not in text(tmp_path / "agenda-pack-without-earlier-actions.docx")


def test_the_log_is_kept_with_hashes(room: RunningRoom, tmp_path: Path) -> None:
    approve(room)
    written(room, tmp_path, audiences=["minutes"])
    with room.workspace.store.reading() as session:
        row = session.query(Issue).one()
    assert row.sha256 == sha256((tmp_path / "minutes.docx").read_bytes())
    assert row.by_name == "Coordinator"


def test_an_issue_tells_how_far_it_is_from_the_first_document_and_stops_there(
    room: RunningRoom, tmp_path: Path
) -> None:
    told: list[str] = []

    def progress(number: int, of: int, name: str) -> None:
        told.append(name)

    with pytest.raises(Refusal, match="Stopped"):
        issue.write_meeting(
            room.workspace,
            room.meeting,
            tmp_path,
            progress=progress,
            cancelled=lambda: "minutes.docx" in told,
        )
    assert told == ["", "minutes.docx"]
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "write",
    [issue.write_meeting, issue.write_drafts, issue.write_packs, issue.write_before_meeting],
)
def test_an_issue_says_that_it_has_begun_before_it_reads(
    room: RunningRoom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: Any
) -> None:
    def progress(number: int, of: int, name: str) -> None:
        raise Refusal("Begun")

    monkeypatch.setattr(room.workspace.store, "reading", None)
    with pytest.raises(Refusal, match="Begun"):
        write(room.workspace, room.meeting, tmp_path, progress=progress)
    monkeypatch.undo()


def test_an_issue_stops_between_two_children(
    room: RunningRoom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = room.workspace.register.add_child("Sky Merrin", system_id="LCS2")
    item = room.workspace.agenda.add(room.meeting, other)
    room.workspace.conduct.write(item, "for_file", "Sky keeps a trusted adult.", None)
    made: list[ChildPart] = []

    def counted(papers: ExtractPapers, index: Index) -> ChildPart:
        made.append(child_part(papers, index))
        return made[-1]

    monkeypatch.setattr(child_documents, "child_part", counted)
    with pytest.raises(Refusal, match="Stopped"):
        written(room, tmp_path, cancelled=lambda: bool(made))
    assert len(made) == 1


def test_a_request_says_on_what_basis_and_why_it_is_needed(
    room: RunningRoom, tmp_path: Path
) -> None:
    """The panel's own for all of it; beside a subject, the ground that holds there alone."""
    room.workspace.panel.set("sharing.necessity", "To keep children safe")
    share_on = room.workspace.grounds.share_on
    share_on(room.child_item, "Crime prevention", "He is in danger", agency_id=room.police)
    issue.write_before_meeting(room.workspace, room.meeting, tmp_path)
    police, health = (text(tmp_path / f"requests/{one}.docx") for one in ("police", "health"))
    for told in (police, health):
        assert "Lawful basis: UK GDPR" in told
        assert "Why it is needed: To keep children safe." in told
    own = "Lawful basis: Crime prevention. Why it is needed: He is in danger."
    assert own in police and own not in health


def test_where_no_address_is_set_papers_ask_the_coordinator_and_whoever_issues_is_told(
    room: RunningRoom, tmp_path: Path
) -> None:
    told: list[str] = []
    issue.write_meeting(room.workspace, room.meeting, tmp_path, tell=told.append)
    assert any(one.startswith("No address for answers is set") for one in told)
    room.workspace.panel.set("reply_to", "mace@northmoor.example")
    told.clear()
    issue.write_meeting(room.workspace, room.meeting, tmp_path, tell=told.append)
    assert not any("No address" in one for one in told)


def test_every_paper_of_the_panel_prints_its_lawful_basis_and_why_it_is_shared(
    room: RunningRoom, tmp_path: Path
) -> None:
    names = issue.write_meeting(room.workspace, room.meeting, tmp_path)
    names += issue.write_before_meeting(room.workspace, room.meeting, tmp_path, reason="A try")
    texts = {one: text(tmp_path / one) for one in names if one.endswith(".docx")}
    for words in ("Lawful basis: UK GDPR", "Why it is needed: "):
        assert [name for name, told in texts.items() if words not in told] == []
