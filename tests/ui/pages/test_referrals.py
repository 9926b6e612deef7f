"""Papers in, preview, mending, triage: nothing is written unseen, and no risk is passed over."""

from datetime import date, datetime
from importlib.resources import files
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent

from models.records.papers import ImportedFile
from tests.models.intake.opening.made_mail import eml
from tests.models.services.papers.made import child_form
from ui import look
from ui.pages.referrals import ReferralsPage
from ui.pages.referrals.file_view import PARTS
from ui.pages.referrals.kept import OUTSIDE
from ui.tasks import Tasks
from ui.widgets.labels import Words

DEMO = Path(str(files("resources") / "demo"))
PAPER = next((DEMO / "referrals").glob("01-*.docx"))


@pytest.fixture
def page(panel, qtbot):
    return panel.show(ReferralsPage(panel.desk), qtbot)


def drop(page, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copying, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    modifiers = Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(QPoint(9, 9), copying, data, left, modifiers))


def words(widget):
    return [one.text() for one in widget.findChildren(Words) if not one.isHidden()]


def blocks(document):
    at = document.begin()
    while at.isValid():
        yield at
        at = at.next()


def pieces(block):
    return [one.fragment() for one in block if one.fragment().isValid()]


def outcome(page, code, reason=""):
    page.card.outcome.propose(code)
    page.card.outcome.reason.setText(reason)


def test_a_dropped_paper_is_shown_field_by_field_before_anything_is_written(panel, page):
    drop(page, PAPER)
    rows = page.preview.view.fields.rows
    name = next(row for row in rows if row.name == "name")
    assert name.value == "Aidan Ravenscroft"
    assert name.where
    assert name.standing == "sure"
    assert panel.workspace.read.children() == ()


def test_whom_and_where_a_paper_names_is_looked_for_on_record_with_why(panel, page):
    drop(page, PAPER)
    said = {one.name: one for one in page.preview.view.fields.rows}
    person = said["associates"].value.split(" (")[0]
    place = said["places"].value.split("; ")[0]
    page.preview.discarded.emit()
    panel.workspace.register.add_person(person)
    panel.workspace.register.add_place(place)
    drop(page, PAPER)
    assert not page.preview.view.matched.rows
    page.preview.view.parts.go_to(PARTS.index("Who it may be"))
    rows = [row[1:] for row in page.preview.view.matched.rows]
    assert {(person, person), (place, place)} <= {row[:2] for row in rows}
    assert all(row[2] for row in rows)


def test_discarding_writes_nothing(panel, page):
    drop(page, PAPER)
    page.preview.discarded.emit()
    assert panel.workspace.read.referrals() == ()
    assert ("Discarded. Nothing was written.", "") in panel.said


def test_a_mended_field_goes_in_as_mended_in_one_step_that_undo_takes_back(panel, page):
    drop(page, PAPER)
    view = page.preview.view
    school = next(row for row in view.fields.rows if row.name == "school")
    view.table.opened.emit(school.key)
    view.mend.line.setText("Tarn High School")
    view.mend.keep()
    shown = next(row for row in view.fields.rows if row.name == "school")
    assert (shown.value, shown.standing) == ("Tarn High School", "mended by you")
    page.preview.keep_all.click()
    child = panel.workspace.read.children()[0].id
    assert panel.workspace.read.child(child).school == "Tarn High School"
    panel.workspace.store.undo()
    assert panel.workspace.read.children() == ()


def test_a_number_mended_into_a_wrong_one_is_marked_to_be_looked_at(panel, page):
    drop(page, PAPER)
    page.preview.view.mend.mended.emit(0, "nhs", "943 476 5918")
    shown = next(row for row in page.preview.view.fields.rows if row.name == "nhs")
    assert (shown.standing, shown.doubtful) == ("look at this", True)
    page.preview.view.mend.mended.emit(0, "nhs", "943 476 5919")
    shown = next(row for row in page.preview.view.fields.rows if row.name == "nhs")
    assert (shown.standing, shown.doubtful) == ("mended by you", False)


def test_a_paper_on_record_already_offers_nothing_to_keep(panel, page):
    drop(page, PAPER)
    page.preview.keep_all.click()
    drop(page, PAPER)
    assert not page.preview.keep_all.isEnabled()
    assert page.preview.keep_all.text() == "Nothing new to keep"
    assert "on record already" in page.preview.view.nobody.accessibleName()


def test_after_an_import_the_person_is_told_that_copies_outside_remain(panel, page):
    drop(page, PAPER)
    page.preview.keep_all.click()
    assert OUTSIDE in words(page.kept)


def test_texts_not_understood_and_questions_about_rows_are_told_apart(page):
    asked = (("row 2", "Which Ann?"), ("row 3", "Which Bea?"))
    file = ImportedFile("t.csv", "tracker", "imported", not_understood=(("A1", "x"), *asked),
                        told=asked)  # fmt: skip
    page.kept.show_files([file])
    said = " ".join(words(page.kept))
    assert "1 text was not understood" in said and "2 questions stand below" in said


def test_the_report_of_an_import_that_was_taken_back_says_so_until_it_is_there_again(panel, page):
    drop(page, PAPER)
    page.preview.keep_all.click()
    panel.workspace.store.undo()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert OUTSIDE not in words(page.kept) and "This import was taken back" in words(page.kept)
    panel.workspace.store.redo()
    assert OUTSIDE in words(page.kept)


def test_a_bad_file_is_refused_by_name_and_the_good_one_still_goes_in(panel, page, tmp_path):
    bad = tmp_path / "photo.docx"
    bad.write_bytes(b"\xff\xd8\xff\xe0 not a document")
    drop(page, bad, PAPER)
    refused = next(file for file in page.preview.files if file.refused)
    assert refused.file == "photo.docx"
    assert page.preview.view.refused.text.text() == refused.refused
    page.preview.keep_all.click()
    assert len(panel.workspace.read.referrals()) == 1


def test_a_paper_not_recognised_is_read_as_what_a_person_says_it_is(panel, page, tmp_path):
    odd = tmp_path / "odd.txt"
    odd.write_text("What do they go by?\nEllie Marsh\nBorn?\n04/05/2011\n")
    drop(page, odd)
    view = page.preview.view
    assert (page.preview.keep_all.isEnabled(), view.kind.value()) == (False, None)
    view.kind.set_value("child")
    view.kind.changed.emit("child")
    assert page.preview.keep_all.isEnabled()
    assert "dob" in {row.name for row in view.fields.rows}
    page.preview.keep_all.click()
    assert len(panel.workspace.read.referrals()) == 1


def test_what_an_e_mail_says_itself_is_shown_and_becomes_lines(panel, page, tmp_path):
    mail = tmp_path / "a.eml"
    mail.write_bytes(eml("Hi,\nMaisie Hartley rang us.", referral_dot_docx=child_form()))
    drop(page, mail)
    view = page.preview.view
    assert "still to be read" in view.tags.accessibleName() + " ".join(view.tags.words())
    assert [row[2] for row in view.left.rows] == ["Maisie Hartley rang us."]
    assert view.left_table.isVisible() and view.notes.text.text().endswith("otherwise.")
    assert view.minimumHeight() >= view.layout().minimumHeightForWidth(view.width())
    view.left_table.opened.emit(0)
    assert {row.name for row in view.fields.rows} >= {"name", "text", "sharing"}


def test_a_referral_that_names_nobody_is_marked_in_the_list(panel, page, tmp_path):
    paper = tmp_path / "nobody.csv"
    paper.write_text(
        "Reason for referral,Immediate risk,Request to panel,School,DOB\n"
        "Seen with older males,Yes,Mapping,Hill School,12/05/2011\n"
    )
    drop(page, paper)
    model = page.preview.model
    states = [model.index(row, 2).data() for row in range(model.rowCount())]
    assert states == ["nobody is named"]


def test_a_papers_text_takes_the_ink_of_a_new_look(panel, page, qapp):
    drop(page, PAPER)
    text = page.preview.view.text
    page.preview.view.parts.go_to(PARTS.index("The paper"))
    look.apply(qapp, "dark", 1.0)
    inks = {
        piece.charFormat().foreground().color().name()
        for block in blocks(text.document())
        for piece in pieces(block)
    }
    assert inks == {look.current().colour("ink").name()}


def test_what_was_mended_before_a_paper_was_read_as_another_kind_is_forgotten(panel, page):
    drop(page, PAPER)
    page.preview.view.mended.emit(0, "school", "Tarn High School")
    page.preview.view.kind.changed.emit("update")
    assert page.preview.mended == {}
    assert page.preview.files[0].kind == "update"


def test_reading_many_files_leaves_the_window_free_and_can_be_stopped(panel, page, qtbot):
    tasks = panel.desk.tasks = Tasks(1)
    page._read([PAPER, PAPER])
    assert page.busy.isVisible()
    page.busy.stop()
    qtbot.waitUntil(lambda: not page.busy.busy, timeout=20_000)
    tasks.close()
    assert ("Stopped. Nothing was kept.", "") in panel.said


def test_the_preview_is_read_off_the_windows_thread(panel, page, qtbot):
    tasks = panel.desk.tasks = Tasks(1)
    page._read([PAPER])
    qtbot.waitUntil(lambda: bool(page.preview.files), timeout=20_000)
    tasks.close()
    assert page.preview.files[0].kind == "child"


def test_untold_immediate_risk_can_be_neither_accepted_nor_held(panel, page):
    referral = panel.referral(immediate_risk=True)
    page.show_record(referral)
    for code in ("ACCEPT", "HOLD"):
        outcome(page, code, "ready")
        page.card.outcome.decide()
        assert "Tell MASH or the police now" in page.card.outcome.form.general.text()
    assert panel.workspace.read.referral(referral).row.outcome is None


def test_a_referral_moves_once_it_is_entered_who_was_told_when_and_the_reference(panel, page):
    referral = panel.referral(immediate_risk=True)
    page.show_record(referral)
    entry = page.card.risk.entry
    entry.editor_of("told").setText("MASH, duty manager")
    entry.keep()
    assert "told_at" in entry.form.errors()
    entry.editor_of("told_at").line.setText("today 08:15")
    entry.editor_of("reference").setText("M-4471")
    entry.keep()
    record = panel.workspace.read.referral(referral)
    assert record.told_at == datetime(2026, 11, 12, 8, 15)
    assert "M-4471" in page.card.risk.done.text.text()
    outcome(page, "ACCEPT")
    page.card.outcome.decide()
    assert panel.workspace.read.referral(referral).row.state == "accepted"


def test_declining_asks_for_a_reason_and_a_second_person_and_stays_visible(panel, page):
    referral = panel.referral(immediate_risk=False)
    page.show_record(referral)
    outcome(page, "DECLINE")
    page.card.outcome.decide()
    assert "reason" in page.card.outcome.form.errors()
    outcome(page, "DECLINE", "Another authority's child")
    page.card.outcome.second.set_value("Bo Second")
    page.card.outcome.decide()
    assert panel.workspace.read.referral(referral).row.state == "declined"
    shown = [line.words for line in page.inbox.list.lines.lines]
    assert shown == ["Declined, kept in sight  1", "Ivy Ashdown"]


def test_words_that_are_nobodys_name_are_no_second_person_and_stay_to_be_mended(panel, page, qtbot):
    referral = panel.referral(immediate_risk=False)
    page.show_record(referral)
    outcome(page, "DECLINE", "Another authority's child")
    card = page.card.outcome
    qtbot.keyClicks(card.second.lineEdit(), "the whole team")
    card.decide()
    assert card.form.errors() == {"second_person": "Choose one of the list."}
    assert card.second.currentText() == "the whole team"
    assert card.reason.text() == "Another authority's child"
    assert panel.workspace.read.referral(referral).row.state == "new"


def test_untold_risk_stands_over_everything_in_the_inbox(panel, page):
    panel.referral("Zoe Byrne")
    panel.referral("Ivy Ashdown", immediate_risk=True)
    shown = [line.words for line in page.inbox.list.lines.lines]
    assert shown == [
        "Immediate risk: tell MASH or the police now  1",
        "Ivy Ashdown",
        "To triage  1",
        "Zoe Byrne",
    ]


def test_proposed_answers_are_taken_with_one_button(panel, page):
    referral = panel.referral(immediate_risk=False, ask="Advice on placement")
    page.show_record(referral)
    page.card.questions.take()
    answers = panel.workspace.read.referral(referral).questions
    assert all(one.answer == one.proposed for one in answers if one.proposed)
    assert any(one.answer for one in answers)


def test_the_papers_own_words_can_be_read_in_the_program(panel, page):
    drop(page, PAPER)
    page.preview.keep_all.click()
    page.show_record(panel.workspace.read.referrals()[0].id)
    page.card.paper_button.click()
    assert "Ravenscroft" in page.reader.text.toPlainText()


def test_after_an_outcome_the_next_that_waits_is_shown_and_no_text_has_the_hand(panel, page, qtbot):
    register, referrals = panel.workspace.register, panel.workspace.referrals
    made = [
        referrals.add(register.add_child(name), reason="Out late", immediate_risk=False)
        for name in ("Ann Low", "Bea High", "Cal Moor")
    ]
    page.reload()
    waiting = [row.id for row in panel.workspace.read.referrals("new")]
    page.show_record(waiting[1])
    outcome(page, "HOLD", "More is asked of the school")
    page.card.outcome.chase.line.setText("24 Dec")
    qtbot.keyClick(page.card.outcome.reason, Qt.Key.Key_Return)
    assert panel.workspace.read.referral(waiting[1]).row.state == "held"
    assert page.inbox.current() == waiting[2]
    assert page.card.outcome.reason.text() == ""
    assert set(made) == set(waiting)


def test_what_is_missing_is_asked_for_and_written_for_each_agency(panel, page, tmp_path):
    workspace, child = panel.workspace, panel.child("Robin Marlow")
    workspace.register.add_exploitation(child, "County lines", role_in_harm="victim")
    workspace.panel.add_agency("Police", kind="police", core=True)
    workspace.agenda.plan_meeting(date(2026, 12, 10))
    referral = workspace.referrals.add(child, received_on=date(2026, 11, 10))
    page.reload()
    page.show_record(referral)
    checklist = page.card.checklist
    assert checklist.write_all.isHidden()
    page.ask_gaps()
    assert not checklist.write_all.isHidden()
    panel.desk.dialogues.choose_folder = lambda parent, title: tmp_path
    page.write_gaps()
    checklist.sending.card.reason.setText("Agreed by telephone")
    checklist.sending.card.begin()
    assert list(tmp_path.glob("requests/referral-*-police.docx"))
    assert "1 request written" in panel.said[-1][0]
