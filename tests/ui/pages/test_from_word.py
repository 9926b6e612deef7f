"""The tab From Word: a changed file is opened or dropped, and each change taken in or left."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from exports.meeting_documents import meeting_documents
from exports.readying import make_with
from exports.returned.keeping import keep_written
from models.marks import Role
from tests.exports.returned.edited_file import EditedFile
from ui.pages.minutes import MinutesPage

SAFER = "R.A. is safer since I.B. moved."


@pytest.fixture
def panel(held):
    return held


@pytest.fixture
def file(panel):
    made = next(meeting_documents(make_with(panel.workspace, panel.meeting)))
    keep_written(panel.workspace, panel.meeting, [made])
    return EditedFile(made.make(None))


@pytest.fixture
def opened(panel, minutes, file, tmp_path):
    """What opens the file as it was changed, through the page's own command."""

    def open_it():
        path = tmp_path / "back.docx"
        path.write_bytes(file.blob)
        panel.dialogues.files = [path]
        minutes.read_back()
        return minutes.tabs.edits

    return open_it


def shown(edits):
    return [(row.edit.about, row.state) for row in edits.table.model.rows]


def last_said(panel):
    return [words for words, _ in panel.said if words][-1]


def test_without_a_file_the_tab_says_what_to_do(minutes):
    minutes.tabs.setCurrentWidget(minutes.tabs.edits)
    edits = minutes.tabs.edits
    assert not edits.take_button.isVisible() and not edits.open_button.isVisible()
    assert edits.table.model.total == 0


def test_a_change_is_taken_in_by_a_key_and_undone(panel, minutes, file, opened):
    file.insert("R.A. is", " much")
    file.type_over("Risk is still high.", "Risk is still very high.")
    edits = opened()
    assert shown(edits) == [("Decision: why", "to decide"), ("For the child’s file", "to decide")]
    minutes.confirm()
    minutes.confirm()
    assert shown(edits) == [
        ("Decision: why", "in the record"), ("For the child’s file", "in the record"),
    ]  # fmt: skip
    item = panel.workspace.read.item(panel.boy_item)
    assert item.for_file == "Robin is much safer since Ivy Byrne moved."
    assert item.decision.rationale == "Risk is still very high"
    panel.workspace.store.undo()
    assert [state for _, state in shown(edits)] == ["in the record", "to decide"]
    assert panel.workspace.read.item(panel.boy_item).decision.rationale.endswith("very high")


def test_the_change_is_shown_struck_through_and_underlined_and_in_words(file, opened):
    file.type_over(SAFER, "R.A. is safer since he moved.")
    edits = opened()
    told = edits.shown.toHtml()
    assert "line-through" in told and "underline" in told
    words = edits.shown.toPlainText()
    assert "taken out" in words and "Was" in words and "Now" in words
    assert edits.shown.accessibleName() == f"Was: {SAFER} Now: R.A. is safer since he moved."


def test_all_plain_changes_of_an_item_are_taken_as_one_step(panel, file, opened):
    file.type_over(SAFER, "R.A. is safer.")
    file.type_over("Risk is still high.", "Risk is lower.")
    file.comment("R.A. is", "Says who?")
    edits = opened()
    assert edits.all_button.text() == "Take all 2 of V1"
    edits.all_button.click()
    assert edits.counts() == 1
    panel.workspace.store.undo()
    assert edits.counts() == 3


def test_a_change_that_is_left_is_no_longer_asked_about(file, opened):
    file.type_over(SAFER, "R.A. is safer.")
    edits = opened()
    edits.leave_button.click()
    assert shown(edits) == [("For the child’s file", "left")]
    assert edits.counts() == 0 and edits.leave_button.text() == "Decide again"
    edits.leave_button.click()
    assert edits.counts() == 1


def test_what_was_left_stays_left_with_who_and_when_until_its_words_are_others(panel, file, opened):
    file.type_over(SAFER, "R.A. is safer.")
    edits = opened()
    edits.leave_button.click()
    again = opened()
    assert again.counts() == 0 and shown(again) == [("For the child’s file", "left")]
    again.table.go_to(again.table.model.rows[0].edit.key)
    assert "left by Ada Administrator, 12 Nov 2026" in again.card.accessibleName()
    panel.workspace.store.undo()
    assert again.counts() == 1
    again.leave()
    assert again.counts() == 0
    conduct = panel.workspace.conduct
    conduct.write(panel.boy_item, "for_file", "Robin has moved.", "Robin is safer since Ivy Byrne"
                  " moved.")  # fmt: skip
    assert opened().counts() == 1


def test_what_is_changed_elsewhere_stands_in_the_record_once_it_is_or_is_left(panel, file, opened):
    file.type_over("Jane Khan (Police)", "Ann Patel (Health)")
    file.type_over("None were declared.", "One was declared.")
    edits = opened()
    assert {state for _, state in shown(edits)} == {"elsewhere"}
    assert "2 to be changed elsewhere or left" in edits.about.text()
    panel.workspace.actions.change(panel.action, "owner_id", panel.nurse, panel.detective)
    edits = opened()
    assert sorted(state for _, state in shown(edits)) == ["elsewhere", "in the record"]
    row = next(one for one in edits.table.model.rows if one.state == "elsewhere")
    edits.table.go_to(row.edit.key)
    edits.leave_button.click()
    assert sorted(state for _, state in shown(opened())) == ["in the record", "left"]


def test_a_file_that_says_something_else_is_asked_about_anew(file, opened):
    file.type_over(SAFER, "R.A. is safer.")
    opened().leave()
    file.type_over("R.A. is safer.", "R.A. is much safer.")
    assert opened().counts() == 1


def test_what_word_cannot_change_says_where_it_is_changed(file, opened):
    file.type_over("None were declared.", "One was declared.")
    edits = opened()
    assert shown(edits) == [("Conflicts of interest", "elsewhere")]
    assert "in the meeting’s room, Opening" in edits.shown.toPlainText()
    assert not edits.take_button.isVisible()


def test_a_comment_from_word_is_kept_with_the_minutes(panel, minutes, file, opened):
    file.comment("R.A. is", "Says who?")
    edits = opened()
    assert edits.take_button.text() == "Keep as a comment"
    edits.take_button.click()
    (kept,) = panel.workspace.read.comments(panel.meeting)
    assert "Says who?" in kept.text and kept.item_id == panel.boy_item
    assert shown(edits)[0][1] == "in the record"


def test_approved_minutes_offer_a_correction_instead(panel, minutes, file, opened):
    file.type_over(SAFER, "R.A. is safer.")
    panel.workspace.minutes.draft(panel.meeting)
    panel.now_as(Role.CHAIR)
    panel.workspace.minutes.approve(minutes.version.id)
    edits = opened()
    assert not edits.take_button.isEnabled() and edits.correct_button.isVisible()
    edits.correct_button.click()
    assert minutes.correction.isVisible()
    panel.workspace.minutes.correct(minutes.version.id, "The file")
    minutes.reload()
    assert edits.take_button.isEnabled()
    edits.take()
    assert panel.workspace.read.item(panel.boy_item).for_file == "Robin is safer."


def test_where_the_record_moved_meanwhile_both_texts_are_shown(panel, file, opened):
    file.type_over(SAFER, "R.A. is safer.")
    edits = opened()
    conduct, before = panel.workspace.conduct, "Robin is safer since Ivy Byrne moved."
    conduct.write(panel.boy_item, "for_file", "Nobody knows.", before)
    assert "It says now:\nNobody knows." in edits.shown.toPlainText()
    assert edits.counts() == 1 and not edits.all_button.isVisible()


@pytest.mark.parametrize(
    ("blob", "words"), [(b"not a paper", "no Word file"), (b"PK\x03\x04", "damaged")]
)
def test_a_file_that_is_refused_leaves_what_was_open(panel, file, opened, tmp_path, blob, words):
    file.type_over(SAFER, "R.A. is safer.")
    edits = opened()
    bad = tmp_path / "bad.docx"
    bad.write_bytes(blob)
    edits.open(bad)
    assert words in last_said(panel)
    assert edits.counts() == 1


def test_a_file_that_is_gone_is_told(panel, minutes, tmp_path):
    minutes.tabs.setCurrentWidget(minutes.tabs.edits)
    minutes.tabs.edits.open(tmp_path / "gone.docx")
    assert "not a file" in last_said(panel)


def test_a_file_is_dropped_on_any_tab(panel, minutes, file, tmp_path):
    file.type_over(SAFER, "R.A. is safer.")
    path = tmp_path / "back.docx"
    path.write_bytes(file.blob)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    minutes.tabs.dropEvent(
        QDropEvent(
            QPointF(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )  # fmt: skip
    assert minutes.tabs.currentWidget() is minutes.tabs.edits
    assert minutes.tabs.edits.counts() == 1


def test_the_file_stays_with_its_meeting(panel, minutes, file, opened):
    file.type_over(SAFER, "R.A. is safer.")
    edits = opened()
    from datetime import timedelta

    from tests.ui.pages.held import HELD

    later = panel.workspace.agenda.plan_meeting(HELD + timedelta(35))
    panel.workspace.conduct.start(later)
    minutes.show_record(later)
    assert edits.table.model.total == 0
    minutes.show_record(panel.meeting)
    assert edits.counts() == 1


def test_whoever_only_reads_has_no_such_tab(panel, qtbot):
    panel.now_as(Role.AUDITOR, "Ola Auditor")
    page = panel.show(MinutesPage(panel.desk), qtbot)
    assert not page.tabs.isTabVisible(page.tabs.indexOf(page.tabs.edits))
    page.read_back()
    assert page.tabs.currentWidget() is page.preview


def test_a_draft_goes_round_comes_back_and_is_issued_as_changed(panel, minutes, tmp_path):
    panel.dialogues.folder = tmp_path
    minutes.make_documents()
    minutes.issue()
    minutes.issue_card.begin()
    file = EditedFile((tmp_path / "minutes.docx").read_bytes())
    file.insert("R.A. is", " much")
    (tmp_path / "back.docx").write_bytes(file.blob)
    minutes.to_chair()
    panel.now_as(Role.CHAIR)
    minutes.reload()
    minutes.tabs.open_edited(tmp_path / "back.docx")
    minutes.confirm()
    minutes.tabs.setCurrentWidget(minutes.tabs.changes)
    assert "R.A. is much safer" in minutes.tabs.changes.toPlainText()
    minutes.approve()
    minutes.approve_card.yes.click()
    minutes.make_documents()
    minutes.issue()
    minutes.issue_card.begin()
    again = EditedFile((tmp_path / "minutes.docx").read_bytes())
    assert again.at("R.A. is much safer since I.B. moved.")


def test_who_may_read_a_line_put_in_is_seen_and_chosen_before_it_is_taken_in(
    panel, minutes, tmp_path
):
    conduct = panel.workspace.conduct
    conduct.say(panel.boy_item, panel.health, "Missed two appointments")
    made = next(meeting_documents(make_with(panel.workspace, panel.meeting)))
    keep_written(panel.workspace, panel.meeting, [made])
    file = EditedFile(made.make(None))
    file.add("Missed two", "Police: Seen there. Not for the family.")
    path = tmp_path / "back.docx"
    path.write_bytes(file.blob)
    panel.dialogues.files = [path]
    minutes.read_back()
    edits = minutes.tabs.edits
    (row,) = edits.table.model.rows
    assert not row.plain and edits.readers.sharing.value() == "chair only"
    assert "sounds restricted" in edits.shown.toPlainText()
    edits.readers.sharing.set_value("named agencies")
    edits.readers.sharing.changed.emit("named agencies")
    minutes.confirm()
    assert "Name the agencies" in last_said(panel) and edits.counts() == 1
    edits.readers.agencies.setText("Health")
    edits.readers.agencies.textEdited.emit("Health")
    minutes.confirm()
    (line,) = (one for one in panel.workspace.read.item(panel.boy_item).lines if "Seen" in one.text)
    assert (line.sharing, line.shared_with) == ("named agencies", ("Health",))


def test_taking_out_the_whole_line_for_the_file_warns_that_the_extract_has_none(file, opened):
    file.remove(SAFER)
    edits = opened()
    (row,) = edits.table.model.rows
    assert row.open and not row.plain
    assert "has no line" in edits.shown.toPlainText()


def open_now(minutes):
    return [one.words for one in minutes.tabs.open_points.table.model.rows]


def test_changes_neither_taken_nor_left_are_named_before_approval(panel, minutes, file, opened):
    file.type_over(SAFER, "R.A. is safer.")
    file.type_over("None were declared.", "One was declared.")
    opened()
    told = "2 changes from Word are neither taken nor left"
    assert told in open_now(minutes)
    panel.now_as(Role.CHAIR)
    minutes.approve()
    assert f"{told}." in minutes.approve_card.warning.text()
    edits = minutes.tabs.edits
    edits.leave()
    assert "1 change from Word is neither taken nor left" in open_now(minutes)
    edits.table.go_to(next(row.edit.key for row in edits.table.model.rows if row.left is None))
    edits.leave()
    assert not any("from Word" in words for words in open_now(minutes))
    minutes.approve()
    assert "from Word" not in minutes.approve_card.warning.text()


def test_the_file_is_open_in_the_next_seat_as_long_as_the_draft_is_the_same(
    panel, minutes, file, opened, qtbot
):
    file.type_over(SAFER, "R.A. is safer.")
    opened()
    version = panel.workspace.minutes.draft(panel.meeting)
    panel.now_as(Role.CHAIR)
    seat = panel.show(MinutesPage(panel.desk), qtbot)
    seat.tabs.setCurrentWidget(seat.tabs.edits)
    assert shown(seat.tabs.edits) == [("For the child’s file", "to decide")]
    panel.workspace.minutes.approve(version)
    assert panel.workspace.read.returned_file(panel.meeting) is None


def test_a_file_opened_after_approval_waits_for_the_correction(panel, minutes, file, opened):
    version = panel.workspace.minutes.draft(panel.meeting)
    panel.now_as(Role.CHAIR)
    work = panel.workspace.minutes
    work.approve(version)
    minutes.reload()
    file.type_over(SAFER, "R.A. is safer.")
    opened()
    assert panel.workspace.read.returned_file(panel.meeting) is None
    work.correct(version, "What is safer")
    assert panel.workspace.read.returned_file(panel.meeting) is not None
    assert "1 change from Word is neither taken nor left" in open_now(minutes)
    assert not panel.workspace.read.minutes_steps(panel.meeting)
