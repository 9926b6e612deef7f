"""The page Minutes: what changed, what was sent and came, what is recalled and goes on."""

import zipfile
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QPushButton

from models.marks import Role
from models.services.signed_in import Person
from models.workspace import Workspace
from tests.ui.pages.held import HELD
from ui.pages.minutes import writing
from ui.pages.minutes.writing import foreseen
from ui.tasks import Progress


@pytest.fixture
def panel(held):
    held.workspace.panel.change_member(held.nurse, email="ann@health.example")
    return held


def approve(panel, minutes):
    minutes.to_chair()
    panel.now_as(Role.CHAIR, f"Cleo Chair {panel.workspace.store.last_operation}")
    minutes.reload()
    minutes.approve()
    minutes.approve_card.yes.click()


def issue(panel, minutes, folder):
    minutes.make_documents()
    panel.dialogues.folder = folder
    minutes.issue()
    minutes.issue_card.begin()


def test_what_they_say_is_kept_as_they_are_sent_and_as_they_are_approved(panel, minutes):
    approve(panel, minutes)
    kept = panel.workspace.read.kept_words(minutes.version.id)
    assert kept is not None and "R.A." in kept.decode()


def test_the_preview_is_the_very_document_that_goes_to_the_panel(panel, minutes):
    minutes.tabs.setCurrentWidget(minutes.preview)
    minutes.make_documents()
    minutes.documents.table.go_to("minutes.docx")
    told = minutes.preview.toPlainText()
    assert told == minutes.documents.preview.toPlainText()
    assert "D.P. (P003)" in told and "Pike" not in told


def test_the_chairs_changes_stand_in_a_tab_of_their_own(panel, minutes):
    minutes.to_chair()
    panel.workspace.conduct.write(panel.boy_item, "analysis", "Debt drives it.", "")
    minutes.tabs.setCurrentWidget(minutes.tabs.changes)
    told = minutes.tabs.changes.toPlainText()
    assert "Since they were sent to the chair" in told
    assert "New: Analysis: Debt drives it." in told


def test_what_the_chair_changed_stays_in_sight_after_approval(panel, minutes):
    minutes.to_chair()
    panel.workspace.conduct.write(panel.boy_item, "analysis", "Debt drives it.", "")
    panel.now_as(Role.CHAIR)
    minutes.reload()
    minutes.approve()
    minutes.approve_card.yes.click()
    minutes.tabs.setCurrentWidget(minutes.tabs.changes)
    told = minutes.tabs.changes.toPlainText()
    assert "What changed while the chair had them" in told and "approved by Cleo Chair" in told
    assert "New: Analysis: Debt drives it." in told


def test_without_anything_kept_the_tab_says_so(panel, minutes):
    minutes.tabs.setCurrentWidget(minutes.tabs.changes)
    assert "nothing to compare" in minutes.tabs.changes.toPlainText()


def test_who_approved_them_stands_in_the_chips(panel, minutes):
    approve(panel, minutes)
    assert any("approved by Cleo Chair" in one for one in minutes.chips.words())


def test_the_next_meetings_agreement_stands_in_the_chips(panel, minutes):
    workspace = panel.workspace
    approve(panel, minutes)
    later = workspace.agenda.plan_meeting(HELD + timedelta(35))
    workspace.conduct.start(later)
    workspace.conduct.previous_minutes(later, HELD, True, "A name.")
    minutes.show_record(panel.meeting)
    told = " ".join(minutes.chips.words())
    assert "agreed at the meeting of" in told and "with corrections: A name." in told


def test_one_paper_of_the_log_is_recalled_with_a_note_and_the_version_stands(
    panel, minutes, tmp_path
):
    approve(panel, minutes)
    issue(panel, minutes, tmp_path)
    issued = minutes.issued
    minutes.tabs.setCurrentWidget(issued)
    issued.ask_recall()
    card = issued.recall_card
    assert card.isHidden()
    (one,) = [row.id for row in issued.table.model.rows if row.document == "minutes.docx"]
    issued.table.go_to(one)
    issued.ask_recall()
    assert not card.isHidden() and card.isVisible()
    card.keep()
    assert card.form.errors() == {"reason": "Say why they are recalled."}
    card.editor_of("reason").setPlainText("Sent to the wrong folder")
    panel.dialogues.folder = tmp_path
    card.keep()
    assert [path.name for path in (tmp_path / "recall").iterdir()] == ["recall-minutes.docx"]
    states = {row.document: row.recalled_at is not None for row in issued.table.model.rows}
    assert states["minutes.docx"] and sum(states.values()) == 1
    assert minutes.version.state == "issued" and card.isHidden()


def test_a_recall_tells_of_earlier_versions_that_are_still_out(panel, minutes, tmp_path):
    approve(panel, minutes)
    issue(panel, minutes, tmp_path)
    minutes.recall()
    card = minutes.out.recall_card
    assert card.editor_of("earlier").isHidden()
    card.leave()
    second = panel.workspace.minutes.correct(minutes.version.id, "The right figures.")
    panel.workspace.minutes.approve(second)
    minutes.reload()
    minutes.recall()
    assert not card.editor_of("earlier").isHidden()
    out = len(panel.workspace.read.issues(panel.meeting))
    assert f"{out} papers of version 1 are still out." in card.accessibleName()
    card.editor_of("reason").setPlainText("Sent before a correction was made")
    card.editor_of("earlier").setChecked(True)
    panel.dialogues.folder = tmp_path
    card.keep()
    rows = [row for row in panel.workspace.read.issues(panel.meeting) if row.version == 1]
    assert rows and all(row.recalled_at for row in rows)


def test_a_recall_writes_notes_and_the_chair_goes_on(panel, minutes, tmp_path):
    approve(panel, minutes)
    issue(panel, minutes, tmp_path)
    minutes.recall()
    card = minutes.out.recall_card
    card.keep()
    assert card.form.errors() == {"reason": "Say why they are recalled."}
    card.editor_of("reason").setPlainText("Sent before a correction was made")
    panel.dialogues.folder = None
    card.keep()
    assert minutes.version.state == "issued" and not card.isHidden()
    assert "choose a folder" in card.form.general.text()
    panel.dialogues.folder = tmp_path
    card.keep()
    assert minutes.version.state == "recalled"
    notes = sorted(one.name for one in (tmp_path / "recall").iterdir())
    assert "recall-minutes.docx" in notes
    assert {"correct"} <= {name for name, one in minutes.steps.items() if not one.isHidden()}
    minutes.correct()
    minutes.correction.editor_of("corrections").setPlainText("The right figures.")
    minutes.correction.keep()
    assert (minutes.version.number, minutes.version.state) == (2, "draft")


@pytest.mark.parametrize("said", ["Robin's age", "R.A.'s age", "Robin Ashdown's age"])
def test_what_is_put_right_is_shown_as_the_minutes_say_it_before_it_is_kept(panel, minutes, said):
    boy = panel.workspace.read.item(panel.boy_item).row.reference
    approve(panel, minutes)
    minutes.correct()
    card = minutes.correction
    words = card.editor_of("corrections")
    words.setPlainText(said)
    card.keep()
    assert minutes.version.number == 1 and "without names" in card.form.errors()["corrections"]
    assert words.toPlainText() == f"{boy}'s age"
    card.keep()
    assert (minutes.version.number, minutes.version.corrections) == (2, f"{boy}'s age")


def test_receipts_are_kept_and_seen(panel, minutes, tmp_path):
    coordinator = panel.workspace
    approve(panel, minutes)
    panel.workspace = panel.desk.workspace = coordinator
    minutes.reload()
    issue(panel, minutes, tmp_path)
    table = minutes.issued.table
    kept = [one.id for one in panel.workspace.read.issues(panel.meeting)]
    assert [one.id for one in table.model.rows] == sorted(kept, reverse=True)
    at = minutes.tabs.indexOf(minutes.issued)
    assert minutes.tabs.tabText(at) == f"Issued {len(kept)}"
    assert table.count.text() == f"{len(kept)} lines of the log"
    row = next(one for one in table.model.rows if one.document == "minutes.docx")
    table.go_to(row.id)
    minutes.issued.came.click()
    rows = {one.document: one for one in panel.workspace.read.issues(panel.meeting)}
    assert rows["minutes.docx"].receipt_at is not None
    assert rows["actions.docx"].receipt_at is None


def test_an_issue_that_was_broken_off_is_said(panel, minutes, tmp_path):
    approve(panel, minutes)
    from models.records.issuing import IssuedDocument

    whole = IssuedDocument("minutes.docx", "Panel members", "ff")
    panel.workspace.minutes.begin_issue(panel.meeting, [whole])
    panel.workspace.minutes.break_off()
    minutes.reload()
    assert not minutes.issued.banner.isHidden()


def test_e_mail_drafts_are_written_from_the_page(panel, minutes, tmp_path):
    approve(panel, minutes)
    minutes.make_documents()
    panel.dialogues.folder = tmp_path
    minutes.issue()
    minutes.issue_card.passphrase.setText("correct horse battery")
    minutes.issue_card.begin_mail()
    written = [one for one in tmp_path.rglob("*") if one.is_file()]
    assert [one.suffix for one in written if "by-hand" not in one.parts] == [".eml"]
    by_hand = [one for one in written if one.suffix == ".docx"]
    assert by_hand and not any(zipfile.is_zipfile(one) for one in by_hand), "protected too"
    rows = panel.workspace.read.issues(panel.meeting)
    assert {one.address for one in rows if one.address} == {"ann@health.example"}
    assert "passphrase apart" in panel.said[-1][0]


def test_the_minutes_alone_are_written_for_the_chair(panel, minutes, tmp_path, qtbot):
    minutes.to_chair()
    assert "Minutes for the chair" in minutes.next_step.text.text()
    panel.dialogues.folder = tmp_path
    minutes.for_chair()
    minutes.out.for_chair.card.begin()
    written = {one.name for one in tmp_path.iterdir()}
    assert written == {"minutes.docx", "minutes-annex-chair.docx"}
    assert "2 papers for the chair written" in panel.said[-1][0]


def test_a_chair_is_told_what_waits_for_them(panel, minutes):
    minutes.to_chair()
    panel.now_as(Role.CHAIR)
    minutes.reload()
    assert "approve them or give them back" in minutes.next_step.text.text()
    minutes.approve()
    minutes.approve_card.yes.click()
    assert minutes.next_step.isHidden()


def test_documents_made_again_are_counted_by_how_many_there_were(panel, minutes, monkeypatch):
    told = []
    monkeypatch.setattr(
        Progress, "report", lambda _self, done, of, words="": told.append((done, of, words))
    )
    minutes.make_documents()
    made = minutes.made.count
    assert {of for _, of, _ in told} == {foreseen(panel.desk, panel.meeting)}
    monkeypatch.setattr(writing, "foreseen", lambda _desk, _meeting: 2)
    minutes.made.count = 0
    told.clear()
    minutes.make_documents()
    assert told[-1][1:] == (0, f"{told[-1][2].split(' · ')[0]} · {made} so far")
    told.clear()
    minutes.make_documents()
    assert {of for _, of, _ in told[1:]} == {made} and "so far" not in told[-1][2]


def test_one_card_stands_open_at_a_time(panel, minutes):
    approve(panel, minutes)
    minutes.make_documents()
    minutes.issue()
    assert not minutes.issue_card.isHidden()
    minutes.recall()
    assert minutes.issue_card.isHidden() and not minutes.out.recall_card.isHidden()


def test_an_issue_of_recalled_minutes_says_what_their_pages_say(panel, minutes):
    approve(panel, minutes)
    panel.workspace.minutes.recall(minutes.version.id, "A mistake.")
    minutes.reload()
    minutes.make_documents()
    minutes.issue()
    told = minutes.issue_card.words.text()
    assert "pages say RECALLED" in told and "DRAFT" not in told.partition(".")[0]


def test_what_was_written_says_into_which_folder(panel, minutes, tmp_path):
    approve(panel, minutes)
    issue(panel, minutes, tmp_path / "for all")
    assert "written to “for all”." in panel.said[-1][0]


def test_a_missing_passphrase_is_said_before_a_folder_is_chosen_and_the_reason_stays(
    panel, minutes, tmp_path
):
    panel.workspace.panel.change_agency(panel.health, agreement_expires=None)
    approve(panel, minutes)
    minutes.make_documents()
    minutes.issue()
    card, chosen = minutes.issue_card, []
    card._choose = lambda: chosen.append("asked")
    card.reason.setText("The agreement is being renewed")
    card.begin_mail()
    assert "passphrase" in card.form.errors() and not chosen
    assert not card.isHidden() and card.reason.text() == "The agreement is being renewed"


def test_what_is_refused_while_it_is_written_leaves_the_card_open_as_it_was_typed(
    panel, minutes, tmp_path
):
    approve(panel, minutes)
    minutes.make_documents()
    panel.dialogues.folder = tmp_path
    minutes.issue()
    card = minutes.issue_card
    card.passphrase.setText("correct horse battery")
    other = Workspace(panel.workspace.store, Person(None, "Ruth Abbot", Role.ADMINISTRATOR))
    other.panel.change_agency(panel.health, agreement_expires=None)
    card.begin_mail()
    assert not card.isHidden() and "reason" in card.form.errors()
    assert not list(tmp_path.iterdir())


def test_what_no_mail_carries_stands_on_the_page_until_it_is_put_away(panel, minutes, tmp_path):
    approve(panel, minutes)
    minutes.make_documents()
    panel.dialogues.folder = tmp_path
    minutes.issue()
    minutes.issue_card.passphrase.setText("correct horse battery")
    minutes.issue_card.begin_mail()
    left = minutes.out.left_card
    assert not left.isHidden() and "Jane Khan (minutes.docx" in left.words.text()
    (done,) = left.findChildren(QPushButton)
    assert done.width() < left.width() / 2
