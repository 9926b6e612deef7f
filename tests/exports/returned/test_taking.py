"""Changes from Word are taken into the record as one step, and never past what stands there."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from exports import issue
from exports.returned.edits import Kind
from exports.returned.reading import change_of, comment_of, read_returned
from models.errors import Conflict, Refusal
from models.marks import Role
from models.records.edits import Reworded
from models.records.places import Place
from models.services.signed_in import Person
from models.workspace import Workspace
from tests.exports.issued_room import approve, chair
from tests.exports.returned.edited_file import EditedFile, with_part
from tests.exports.returned.room import WrittenRoom, written, written_room

DEBT, FEAR = "Debt drives the risk for R.A.", "Fear drives the risk for R.A."


@pytest.fixture
def panel() -> Iterator[WrittenRoom]:
    made = written_room()
    yield made
    made.room.workspace.close()


@pytest.fixture
def file(panel: WrittenRoom) -> EditedFile:
    return panel.file()


def refused(panel: WrittenRoom, blob: bytes) -> str:
    with pytest.raises(Refusal) as told:
        panel.back(blob)
    return told.value.message


def test_all_changes_of_a_file_are_one_step_to_undo(panel: WrittenRoom, file: EditedFile) -> None:
    file.type_over(DEBT, FEAR)
    file.type_over("Seen at the station with older men.", "Seen at the coach station.")
    file.type_over("New debt.", "Newer debt.")
    file.type_over("Risk continues.", "Risk goes on.")
    file.type_over("Meet R.A. weekly.", "Meet R.A. every day.", last=True)
    file.type_over("Add a weekly check-in.", "Add a daily check-in.")
    before = panel.room.item()
    panel.take(file)
    item = panel.room.item()
    assert item.analysis == "Fear drives the risk for Robin."
    assert "seen at the coach station" in [one.text.lower() for one in item.lines]
    assert item.risk and item.risk.rationale == "Newer debt"
    assert item.decision and item.decision.rationale == "Risk goes on"
    assert item.actions[0].text == "Meet Robin every day"
    assert (item.recommendations[0].text, item.recommendations[0].version) == (
        "Add a daily check-in", 1,
    )  # fmt: skip
    assert all(one.done for one in panel.edits(file))
    panel.room.workspace.store.undo()
    after = panel.room.item()
    assert (after.analysis, after.lines, after.actions) == (
        before.analysis, before.lines, before.actions,
    )  # fmt: skip


def test_a_line_keeps_its_kind_and_who_may_read_it(panel: WrittenRoom, file: EditedFile) -> None:
    file.type_over("He carries for others.", "He carries for two others.")
    panel.take(file)
    line = next(one for one in panel.room.item().lines if "two others" in one.text)
    assert (line.information, line.sharing) == ("opinion", "all panel")


def test_a_line_put_in_is_said_for_all_the_panel(panel: WrittenRoom, file: EditedFile) -> None:
    file.add("Health. Fact", "Police. Opinion: The garage is a front.")
    panel.take(file)
    line = next(one for one in panel.room.item().lines if "garage" in one.text)
    assert (line.agency, line.information, line.sharing) == ("Police", "opinion", "all panel")
    assert [one.done for one in panel.edits(file)] == [True]


@pytest.mark.parametrize(
    ("words", "said", "sharing", "heard"),
    [
        ("Seen there. Not for the family, chair only.", "Seen there. Not for the family",
         "chair only", True),
        ("Seen there. Not for the family.", "Seen there. Not for the family.", "chair only", False),
        ("Seen there (health only).", "Seen there.", "named agencies", True),
        ("Seen there, not to be minuted", "Seen there", "not minuted", True),
    ],
)  # fmt: skip
def test_a_line_put_in_is_for_whom_its_words_say(
    panel: WrittenRoom, file: EditedFile, words: str, said: str, sharing: str, heard: bool
) -> None:
    file.add("Health. Fact", f"Police: {words}")
    (edit,) = panel.edits(file)
    assert edit.heard is heard
    panel.take(file)
    line = next(one for one in panel.room.item().lines if "Seen there" in one.text)
    assert (line.text, line.sharing) == (said, sharing)
    assert line.shared_with == (("Health",) if sharing == "named agencies" else ())
    assert [one.done for one in panel.edits(file)] == [True]
    minutes = EditedFile(written(panel.room))
    assert not any("Seen there" in one.text for one in minutes.document.paragraphs)


def test_a_line_taken_out_is_withdrawn(panel: WrittenRoom, file: EditedFile) -> None:
    file.remove("Health. Fact")
    panel.take(file)
    assert not any("appointments" in one.text for one in panel.room.item().lines)


def test_an_action_is_not_taken_back_from_word(panel: WrittenRoom, file: EditedFile) -> None:
    file.delete("Meet R.A. weekly.", last=True)
    (edit,) = panel.edits(file)
    assert edit.kind is Kind.ELSEWHERE and "take it back" in edit.where
    place = Place("action", panel.room.item().actions[0].id, "text")
    with pytest.raises(Refusal):
        panel.room.workspace.conduct.take_in([Reworded(place, "Meet Robin weekly", "")])


def test_where_the_record_has_moved_on_both_are_shown(panel: WrittenRoom, file: EditedFile) -> None:
    file.type_over(DEBT, FEAR)
    seen = panel.edits(file)[0]
    panel.room.workspace.conduct.write(
        panel.room.child_item, "analysis", "Another text.", "Debt drives the risk for Robin."
    )
    assert panel.edits(file)[0].stands == "Another text."
    with pytest.raises(Conflict):
        panel.room.workspace.conduct.take_in([change_of(seen)])
    panel.take(file)
    assert panel.room.item().analysis == FEAR


def test_names_that_are_printed_as_initials_stand_once_they_are_taken_in(
    panel: WrittenRoom, file: EditedFile
) -> None:
    file.type_over(DEBT, "Debt drives the risk for R.A. with Darren Pike and Robin Ashdown")
    panel.take(file)
    (edit,) = panel.edits(file)
    assert (edit.done, edit.stands) == (True, None)


def test_nothing_is_written_where_one_of_several_has_moved(
    panel: WrittenRoom, file: EditedFile
) -> None:
    file.type_over(DEBT, FEAR)
    file.type_over("New debt.", "Newer debt.")
    changes = [change_of(one) for one in panel.edits(file)]
    panel.room.workspace.conduct.judge_risk(panel.room.child_item, "High", rationale="Moved")
    with pytest.raises(Conflict):
        panel.room.workspace.conduct.take_in(changes)
    assert panel.room.item().analysis == "Debt drives the risk for Robin."


def test_approved_minutes_take_nothing_in(panel: WrittenRoom, file: EditedFile) -> None:
    file.type_over(DEBT, FEAR)
    version = approve(panel.room)
    with pytest.raises(Refusal, match="correction"):
        panel.take(file)
    panel.room.workspace.minutes.correct(version, "The analysis.")
    panel.take(file)
    assert panel.room.item().analysis == "Fear drives the risk for Robin."


def test_an_item_that_the_chair_approved_by_itself_takes_nothing_in(
    panel: WrittenRoom, file: EditedFile
) -> None:
    file.type_over(DEBT, FEAR)
    chair(panel.room).minutes.approve_item(panel.room.child_item)
    with pytest.raises(Refusal, match="approved this item"):
        panel.take(file)


def test_an_older_version_is_compared_with_what_it_said(
    panel: WrittenRoom, file: EditedFile
) -> None:
    file.type_over(DEBT, FEAR)
    version = approve(panel.room)
    panel.room.workspace.minutes.correct(version, "The analysis.")
    back = panel.back(file)
    assert "is of version 1; the minutes are at version 2" in back.notes[0]
    assert [(one.was, one.now) for one in back.edits] == [(DEBT, FEAR)]


def test_each_writing_is_compared_with_itself(panel: WrittenRoom, file: EditedFile) -> None:
    file.type_over(DEBT, FEAR)
    panel.take(file)
    again = EditedFile(written(panel.room))
    assert panel.edits(again) == ()
    assert [one.done for one in panel.edits(file)] == [True]


def test_an_issue_keeps_what_it_writes(panel: WrittenRoom, tmp_path: Path) -> None:
    panel.room.workspace.conduct.write(panel.room.child_item, "parents_view", "They worry.")
    issue.write_meeting(panel.room.workspace, panel.room.meeting, tmp_path, audiences=["minutes"])
    file = EditedFile((tmp_path / "minutes.docx").read_bytes())
    file.type_over("They worry.", "They worry a lot.")
    assert [one.raw for one in panel.edits(file)] == ["They worry a lot."]


def test_a_comment_is_kept_once(panel: WrittenRoom, file: EditedFile) -> None:
    file.comment("He carries", "Who says so?")
    minutes, (edit,) = panel.room.workspace.minutes, panel.edits(file)
    minutes.comment(minutes.draft(panel.room.meeting), comment_of(edit), edit.item_id)
    kept = panel.room.workspace.read.comments(panel.room.meeting)
    assert kept[0].text.startswith("Cleo Chair")
    assert kept[0].text.endswith("Who says so? (on “He carries”)")
    assert [one.done for one in panel.edits(file)] == [True]


def test_minutes_of_another_meeting_name_their_day(panel: WrittenRoom) -> None:
    from datetime import date

    other = panel.room.workspace.agenda.plan_meeting(date(2026, 12, 24))
    with pytest.raises(Refusal, match="Thursday 12 November 2026"):
        read_returned(panel.room.workspace, other, panel.blob)


def test_minutes_of_another_panel_are_refused(panel: WrittenRoom) -> None:
    other = written_room()
    other.room.workspace.conduct.write(other.room.child_item, "voice", "Nobody asks", "I am "
                                       "frightened of Darren Pike")  # fmt: skip
    blob = written(other.room)
    other.room.workspace.close()
    assert "not minutes that this panel" in refused(panel, blob)


def test_another_document_is_refused(panel: WrittenRoom) -> None:
    import io

    import docx

    other, to = docx.Document(), io.BytesIO()
    other.add_paragraph("Dear all")
    other.save(to)
    assert "not minutes that this panel" in refused(panel, to.getvalue())


@pytest.mark.parametrize(
    ("blob", "words"),
    [
        (b"%PDF-1.7 " + b"x" * 400, "no Word file"),
        (b"", "empty"),
        (b"PK\x03\x04 and then nothing", "damaged"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage\0".encode("utf-16-le"), "password"),
    ],
)
def test_what_is_no_word_file_is_refused(panel: WrittenRoom, blob: bytes, words: str) -> None:
    assert words in refused(panel, blob)


def test_macros_and_what_reaches_outside_are_refused(panel: WrittenRoom) -> None:
    assert "macros" in refused(panel, with_part(panel.blob, "word/vbaProject.bin", b"x"))
    links = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="a" Type="http://x/oleObject" TargetMode="External" Target="http://x"/>'
        b"</Relationships>"
    )
    outside = with_part(panel.blob, "word/_rels/document.xml.rels", links)
    assert "reaches outside itself" in refused(panel, outside)


def test_whoever_steps_out_of_an_item_reads_back_none_that_hold_it(panel: WrittenRoom) -> None:
    room = panel.room
    room.workspace.conduct.declare(room.meeting, room.nurse, "A cousin", room.child_item)
    nurse = Workspace(room.workspace.store, Person(None, "Ann", Role.CHAIR, member_id=room.nurse))
    with pytest.raises(Refusal, match="take no part"):
        read_returned(nurse, room.meeting, panel.blob)
    assert nurse.read.written(meeting_id=room.meeting) is None


def test_members_do_not_read_back(panel: WrittenRoom) -> None:
    member = Workspace(panel.room.workspace.store, Person(None, "Ann", Role.MEMBER))
    with pytest.raises(Refusal):
        read_returned(member, panel.room.meeting, panel.blob)


def test_headings_that_the_panel_calls_otherwise_are_known_when_a_file_comes_back(
    panel: WrittenRoom,
) -> None:
    own = panel.room.workspace.panel.set_wording
    own("heading.item.shared", "What agencies said")
    own("heading.item.analysis", "What we make of it")
    file = EditedFile(written(panel.room))
    file.add("Health. Fact", "Police. Fact: The car belongs to a garage.")
    file.add(DEBT, "He owes 300 pounds.")
    line, more = panel.edits(file)
    assert line.line is not None and line.line.text == "The car belongs to a garage."
    assert more.place is not None and more.place.field == "analysis"
