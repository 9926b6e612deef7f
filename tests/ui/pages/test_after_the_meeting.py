"""Actions, disruption, minutes and care plans: what becomes of what was agreed."""

import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from io import BytesIO

import pytest
from docx import Document
from docx.shared import Cm
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from sqlalchemy import select

from models.entities import Redaction
from models.marks import Role
from models.records.issuing import IssuedDocument
from models.services.signed_in import Person
from models.workspace import Workspace
from tests.ui.pages.held import read_and_confirm
from ui import look
from ui.pages.actions import ActionsPage
from ui.pages.care_plans import CarePlansPage
from ui.pages.care_plans.groups import groups
from ui.pages.disruption import DisruptionPage
from ui.pages.minutes.rendering import html_of
from ui.pages.minutes.writing import foreseen
from ui.pages.records.dates import day_nearest, day_that_was
from ui.widgets.combo import Combo
from ui.widgets.labels import Words


@pytest.fixture
def panel(held):
    return held


@pytest.fixture
def actions(panel, qtbot):
    return panel.show(ActionsPage(panel.desk), qtbot)


@pytest.fixture
def care(panel, qtbot):
    return panel.show(CarePlansPage(panel.desk), qtbot)


@pytest.fixture
def disruption(panel, qtbot):
    return panel.show(DisruptionPage(panel.desk), qtbot)


def choose(card, name, value):
    """Choose in a combo as a person does: it tells that it changed."""
    field = card.editor_of(name)
    assert isinstance(field, Combo)
    field.set_value(value)
    field.changed.emit(value)


def shown(table):
    return [row.id for row in table.model.rows]


# actions


def test_actions_are_shown_by_initials_with_their_standing(panel, actions):
    rows = {row.id: row for row in actions.table.model.rows}
    assert rows[panel.action].subject_initials == "R.A."
    assert rows[panel.action].standing.startswith("overdue by")


def test_overdue_actions_are_filtered(panel, actions):
    actions.show_overdue()
    assert shown(actions.table) == [panel.action]


def test_actions_are_filtered_by_agency_and_grouped(panel, actions):
    actions.agency.set_value(panel.health)
    actions._filter()
    assert shown(actions.table) == [panel.other_action]
    actions.agency.set_value(0)
    actions._filter()
    actions.grouped.setChecked(True)
    assert shown(actions.table) == [panel.other_action, panel.action]


def test_an_update_without_its_reason_is_refused_beside_the_field(panel, actions):
    actions.table.go_to(panel.action)
    card = actions.panel.update_card
    choose(card, "status", "not done")
    card.keep()
    assert card.form.errors() == {"reason": "Say why it has not been done."}


def test_an_update_is_one_step_and_is_undone(panel, actions):
    actions.table.go_to(panel.action)
    card = actions.panel.update_card
    choose(card, "status", "complete")
    card.editor_of("text").setPlainText("Seen at school on 11 November")
    card.keep()
    assert list(card.form.errors()) == ["changed"]
    card.editor_of("changed").setText("He is at school again")
    card.keep()
    found = {row.id: row for row in panel.workspace.read.actions()}
    assert found[panel.action].status == "complete late"
    assert found[panel.action].changed == "He is at school again"
    panel.workspace.store.undo()
    found = {row.id: row for row in panel.workspace.read.actions()}
    assert found[panel.action].status == "agreed"


def test_what_was_told_twice_over_is_said_once(panel, actions):
    panel.workspace.actions.update(
        panel.action, "not possible", text="The home has closed.", reason="The home has closed."
    )
    actions.show_record(panel.action)
    (_title, words) = [one.text() for one in actions.panel.told.findChildren(Words) if one.text()]
    assert words.endswith(": not possible. The home has closed.")


def test_a_new_date_carries_the_action(panel, actions):
    actions.table.go_to(panel.action)
    card = actions.panel.update_card
    choose(card, "status", "in progress")
    card.editor_of("new_due").line.setText("20 November 2026")
    card.keep()
    row = next(row for row in panel.workspace.read.actions() if row.id == panel.action)
    assert (row.due_on, row.carried_count) == (date(2026, 11, 20), 1)


def test_an_action_is_added_between_meetings(panel, actions):
    actions.views.setCurrentWidget(actions.views.teams)
    actions.add_action()
    assert actions.add.isVisible()
    actions.add.editor_of("text").setText("Ring the placement")
    actions.add.editor_of("owner").set_value(panel.nurse)
    actions.add.keep()
    row = next(row for row in panel.workspace.read.actions() if row.text == "Ring the placement")
    assert (row.owner, row.agency) == ("Ann Patel", "Health")


def test_the_owner_is_changed_in_place(panel, actions):
    actions.table.go_to(panel.action)
    field = actions.panel.form.editor_of("owner_id")
    field.set_value(panel.nurse)
    field.changed.emit(panel.nurse)
    row = next(row for row in panel.workspace.read.actions() if row.id == panel.action)
    assert (row.owner, row.agency) == ("Ann Patel", "Health")


def test_an_action_that_names_a_measure_offers_it_to_the_register(panel, actions):
    named = panel.workspace.conduct.record_action(None, "Serve the notice", measure_code="AS07")
    before = len(panel.workspace.read.measures())
    actions.table.go_to(panel.other_action)
    assert not actions.panel.register_button.isVisible()
    actions.table.go_to(named)
    assert actions.panel.register_button.isVisible()
    actions.register_measure()
    assert len(panel.workspace.read.measures()) == before + 1
    assert not actions.panel.register_button.isVisible()
    actions.register_measure()
    assert panel.said[-1][0] == "The measure of this action is on the register already."


# disruption


def test_a_measure_not_pursued_needs_its_reason(panel, disruption):
    disruption.show_record(("measure", panel.measure))
    step = disruption.register.panel.move
    choose(step, "status", "not pursued")
    step.keep()
    assert "what" in step.form.errors()
    step.editor_of("what").setText("Evidence did not meet the test")
    step.keep()
    disruption.register.choose_filter("not pursued")
    assert shown(disruption.register.table) == [panel.measure]
    assert disruption.register.table.model.rows[0].came_of == "Evidence did not meet the test"


def test_a_measure_in_force_that_runs_out_soon_is_counted(panel, disruption):
    panel.workspace.disruption.change_measure(
        panel.measure,
        status="served",
        in_force_from=date(2026, 11, 1),
        in_force_to=date(2026, 11, 20),
    )
    disruption.register.choose_filter("expiring")
    assert shown(disruption.register.table) == [panel.measure]
    assert "1 expiring in 30 days" in disruption.chips.words()


def test_a_plan_shows_its_measures_and_keeps_its_texts(panel, disruption):
    plan = panel.workspace.read.plans()[0]
    disruption.show_record(plan.id)
    form = disruption.plans.panel.form
    form.editor_of("objective").setPlainText("Keep him away from the school")
    assert disruption.may_leave()
    assert panel.workspace.read.plan(plan.id).objective == "Keep him away from the school"


def test_the_catalogue_is_searched_by_law_and_says_who_applies(disruption):
    disruption.show_catalogue()
    disruption.catalogue.table.filter.setText("abduction warning")
    first = disruption.catalogue.table.model.rows[0]
    disruption.catalogue.table.go_to(first.code)
    assert disruption.catalogue.card.isVisible()
    assert all(row.legal_basis for row in disruption.catalogue.table.model.rows)


# care plans


def answer(page, status, **values):
    entry = page.panel.entry
    choose(entry, "status", status)
    for name, value in values.items():
        field = entry.editor_of(name)
        if name == "on":
            field.line.setText(value)
        elif hasattr(field, "setPlainText"):
            field.setPlainText(value)
        else:
            field.setText(value)
    entry.keep()


def test_a_rejection_needs_its_reason(panel, care):
    care.table.go_to(panel.recommendation)
    answer(care, "rejected")
    assert "reason" in care.panel.entry.form.errors()
    answer(care, "rejected", reason="The school already does this")
    row = panel.workspace.read.recommendations()[0]
    assert (row.status, row.reply_reason) == ("rejected", "The school already does this")


def test_the_day_that_a_plan_gives_stands_beside_the_day_asked_for(panel, care):
    change = panel.workspace.recommendations.change
    change(panel.recommendation, "by_date", date(2026, 11, 23))
    care.table.go_to(panel.recommendation)
    choose(care.panel.entry, "status", "accepted")
    care.panel.entry.editor_of("plan_by").line.setText("7 Dec 2026")
    care.panel.entry.keep()
    row = panel.workspace.read.recommendations()[0]
    assert (row.plan_by, row.by_date) == (date(2026, 12, 7), date(2026, 11, 23))
    assert "To be in the plan by: 7 Dec 2026" in care.panel.facts.text()
    assert "Asked for by: 23 Nov 2026" in care.panel.facts.text()


def test_enter_in_the_empty_day_keeps_the_answer_as_of_today(panel, care, qtbot):
    care.table.go_to(panel.recommendation)
    choose(care.panel.entry, "status", "accepted")
    qtbot.keyClick(care.panel.entry.editor_of("on").line, Qt.Key.Key_Return)
    row = panel.workspace.read.recommendations()[0]
    assert (row.status, row.replied_on) == ("accepted", panel.workspace.store.clock.today())


def test_a_day_without_a_year_lies_behind(panel, care):
    care.table.go_to(panel.recommendation)
    today = panel.workspace.store.clock.today()
    tomorrow = today + timedelta(days=1)
    read = day_that_was(care.desk)
    assert read(f"{today.day} {today:%b}").value == today
    assert read(f"{tomorrow.day} {tomorrow:%b}").value == tomorrow.replace(year=today.year - 1)


@pytest.mark.parametrize("said", ["31 Mar 2027", "31/03/2027", "2027-03-31"])
def test_a_year_to_come_that_is_written_stands_and_is_said_to_be_one(care, said):
    read = day_that_was(care.desk)(said)
    assert (read.value, read.warning) == (date(2027, 3, 31), "still to come")


def test_tab_after_the_answer_goes_to_what_that_answer_needs(panel, care, qtbot):
    care.table.go_to(panel.recommendation)
    care.panel.entry.ask({})
    entry = care.panel.entry
    status, reason = entry.editor_of("status"), entry.editor_of("reason")
    status.lineEdit().setFocus()
    qtbot.keyClicks(status.lineEdit(), "rejected")
    status.focusNextPrevChild(True)
    assert not reason.isHidden()


def test_who_may_not_record_an_answer_is_shown_no_form_for_it(panel, care):
    panel.now_as(Role.CHAIR)
    care.reload()
    care.show_record(panel.recommendation)
    assert care.panel.entry.isHidden() and not care.panel.withdraw.isHidden()


def test_a_recalled_sheet_says_so_and_what_is_to_be_done(panel, care):
    send_and_recall(panel)
    care.reload()
    (row,) = care.table.model.rows
    assert row.standing.startswith("recalled on")
    care.table.go_to(row.id)
    assert "correct the minutes" in care.panel.recalled.text.text()
    care.which.set_value("unsent")
    care._filter()
    assert shown(care.table) == []
    care.which.set_value("recalled")
    care._filter()
    assert shown(care.table) == [row.id]


def test_a_refused_one_says_too_that_its_sheet_was_recalled(panel, care):
    panel.workspace.recommendations.reply(panel.recommendation, "rejected", reason="No place")
    send_and_recall(panel)
    care.reload()
    (row,) = care.table.model.rows
    assert row.standing.startswith("rejected; recalled on")
    assert "1 recalled" in care.chips.words()
    care.table.go_to(row.id)
    assert "correct the minutes" in care.panel.recalled.text.text()


def send_and_recall(panel):
    """The sheet of the boy's item goes with approved minutes, which are then recalled."""
    minutes = panel.workspace.minutes
    version = minutes.draft(panel.meeting)
    Workspace(panel.workspace.store, Person(None, "Cleo Chair", Role.CHAIR)).minutes.approve(
        version
    )
    sheet = IssuedDocument(
        "recommendations/LCS1.docx", "Holder of the child's plan", "0" * 64, None,
        panel.boy, panel.boy_item,
    )  # fmt: skip
    minutes.end_issue(panel.meeting, minutes.begin_issue(panel.meeting, [sheet]), True)
    minutes.recall(version, "Sent to the wrong worker")


def test_a_recommendation_goes_into_the_plan_with_date_and_evidence(panel, care):
    care.table.go_to(panel.recommendation)
    answer(care, "in plan", on="12 November 2026", evidence="Plan of 12 November, page 2")
    row = panel.workspace.read.recommendations()[0]
    assert (row.status, row.plan_updated_on) == ("in plan", date(2026, 11, 12))


def test_the_feed_is_written_and_says_it_is_not_confirmed(panel, care, tmp_path):
    panel.dialogues.folder = tmp_path
    care.write_feed()
    fed = json.loads((tmp_path / "care-plan-feed.json").read_text("utf-8"))
    assert fed["status"] == "DRAFT, NOT CONFIRMED"
    assert [one["text"] for one in fed["records"]] == ["Weekly check-in at school"]
    assert (tmp_path / "care-plan-feed.csv").exists()


# minutes


def test_the_minutes_are_read_as_they_print(minutes):
    text = minutes.preview.toPlainText()
    assert "OFFICIAL-SENSITIVE" in text and "DRAFT, not approved" in text
    assert "Visit R.A. at school" in text


def test_documents_are_made_to_be_read_and_nothing_is_written(minutes, tmp_path):
    minutes.make_documents()
    names = {row.document.name for row in minutes.documents.table.model.rows}
    assert {"minutes.docx", "extracts/LCS1.docx", "recommendations/LCS1.docx"} <= names
    assert list(tmp_path.iterdir()) == []


def test_an_extract_shows_pseudonyms_and_is_confirmed_by_a_person(panel, minutes):
    minutes.make_documents()
    minutes.documents.table.go_to("extracts/LCS1.docx")
    text = minutes.documents.preview.toPlainText()
    assert "Person 1" in text and "another young person A" in text
    assert "Pike" not in text and "Byrne" not in text
    before = minutes.documents.counts()
    read_and_confirm(minutes)
    assert minutes.documents.counts() == (before[0] + 1, before[1])
    assert [one.document for one in panel.workspace.read.confirmations(panel.meeting)] == [
        "extracts/LCS1.docx"
    ]
    with panel.workspace.store.reading() as session:
        kept = session.scalars(select(Redaction)).all()
    assert {one.what for one in kept} >= {"another person", "another child"}
    assert all(one.confirmation_id and one.reason for one in kept)


def test_a_second_click_or_a_held_key_never_confirms_the_next_document(panel, minutes):
    minutes.make_documents()
    documents, now = minutes.documents, [100.0]
    documents.looking.clock = lambda: now[0]
    documents.table.go_to("extracts/LCS1.docx")
    minutes.confirm()
    assert documents.counts()[0] == 0 and "just been shown" in documents.hint.text()
    read_and_confirm(minutes)
    documents.looking.clock = lambda: now[0]
    before, key = documents.counts()[0], documents.table.current_key()
    documents.looking.show(documents._chosen().document)
    for _ in range(6):
        minutes.confirm()
    assert documents.counts()[0] == before == 1
    assert documents.table.current_key() == key != "extracts/LCS1.docx"


def test_what_has_changed_since_it_was_confirmed_says_why_it_is_asked_about_again(panel, minutes):
    minutes.make_documents()
    minutes.documents.table.go_to("extracts/LCS1.docx")
    read_and_confirm(minutes)
    was = "Robin is safer since Ivy Byrne moved."
    panel.workspace.conduct.write(panel.boy_item, "for_file", "Robin is safer now.", was)
    minutes.make_documents()
    documents = minutes.documents
    documents.table.go_to("extracts/LCS1.docx")
    assert "has changed since" in documents.notes.text()
    assert documents._chosen().state in (
        "confirm again",
        f"{documents._chosen().doubts} to look at",
    )
    minutes.issue()
    assert "are not confirmed: they say DRAFT" in minutes.issue_card.words.text()


def test_each_mark_is_settled_by_itself_before_a_document_is_confirmed(panel, minutes):
    workspace = panel.workspace
    workspace.conduct.write(
        panel.boy_item,
        "for_file",
        "He met Zed and Wyn there.",
        "Robin is safer since Ivy Byrne moved.",
    )
    minutes.make_documents()
    documents, now = minutes.documents, [100.0]
    documents.looking.clock = lambda: now[0]
    documents.table.go_to("extracts/LCS1.docx")
    assert documents.mark.text.text().startswith("1 of ")
    said = set()
    while documents.looking.step():
        said.add(documents.mark.text.text())
        assert documents.confirm_button.text() == "That is right: next"
        now[0] += 2
        minutes.confirm()
    assert any("stays as it is" in one for one in said) and documents.counts()[0] == 0


def test_once_confirmed_a_document_is_shown_as_it_will_leave(panel, minutes):
    minutes.make_documents()
    minutes.documents.table.go_to("extracts/LCS1.docx")
    assert "NOT CONFIRMED" in minutes.documents.preview.toPlainText()
    read_and_confirm(minutes)
    minutes.documents.table.go_to("extracts/LCS1.docx")
    assert "NOT CONFIRMED" not in minutes.documents.preview.toPlainText()


def test_only_what_was_changed_makes_the_documents_stale_not_their_confirming(panel, minutes):
    minutes.make_documents()
    minutes.documents.table.go_to("extracts/LCS1.docx")
    read_and_confirm(minutes)
    assert minutes.documents.stale.isHidden()


def test_nothing_that_nobody_asked_for_is_to_be_confirmed(panel, minutes):
    minutes.make_documents()
    names = [row.document.name for row in minutes.documents.table.model.rows]
    assert "extracts/LCS1.docx" in names and not [one for one in names if "disclosure" in one]
    while minutes.documents.counts()[0] < minutes.documents.counts()[1]:
        minutes.documents.go_to_next()
        read_and_confirm(minutes)
    minutes.issue()
    assert "not confirmed" not in minutes.issue_card.words.text()


def test_how_many_there_will_be_is_estimated_the_first_time_and_known_then(panel, minutes):
    bar, about = minutes.confirming.made._work, []
    start = bar.start
    bar.start = lambda *words, **named: (about.append(named["about"]), start(*words, **named))
    minutes.make_documents()
    minutes.make_documents()
    assert about == [True, False]
    made = minutes.confirming.made.count
    assert made / 2 < foreseen(panel.desk, panel.meeting) < made * 2


def test_a_change_in_the_meeting_makes_the_documents_stale(panel, minutes):
    minutes.make_documents()
    panel.workspace.actions.change(
        panel.action, "text", "Visit Robin at home", "Visit Robin at school"
    )
    assert not minutes.documents.stale.isHidden()
    minutes.make_documents()
    assert minutes.documents.stale.isHidden()


def test_a_change_made_on_another_page_is_heard_too(panel, minutes):
    minutes.make_documents()
    minutes.composed._shows = (1, 1, "draft")
    panel.hub.changed.disconnect(minutes.on_changed)
    minutes.hide()
    panel.workspace.actions.change(
        panel.action, "text", "Visit Robin at home", "Visit Robin at school"
    )
    assert minutes.made.stale and minutes.composed._shows is None
    minutes.reload()
    assert not minutes.documents.stale.isHidden()


def test_mending_the_record_goes_to_the_item_of_the_document_in_sight(panel, minutes):
    minutes.mend()
    assert panel.went[-1] == ("meeting", panel.meeting)
    minutes.make_documents()
    minutes.documents.table.go_to("extracts/LCS1.docx")
    minutes.mend()
    assert panel.went[-1] == ("meeting", (panel.meeting, panel.boy_item))
    minutes.tabs.setCurrentWidget(minutes.items)
    minutes.items.table.go_to(panel.man_item)
    minutes.mend()
    assert panel.went[-1] == ("meeting", (panel.meeting, panel.man_item))


def test_minutes_go_to_the_chair_who_approves_them(panel, minutes):
    minutes.to_chair()
    assert minutes.version.state == "with chair"
    panel.now_as(Role.CHAIR)
    minutes.reload()
    minutes.approve()
    minutes.approve_card.yes.click()
    assert minutes.version.state == "approved"


def test_what_stands_in_nobodys_list_or_is_due_on_a_day_off_is_named_before_approval(
    panel, minutes
):
    first = panel.workspace.read.running_order(panel.meeting)[0]
    panel.workspace.conduct.record_action(first.id, "Someone to ring the school")
    panel.workspace.conduct.record_action(first.id, "Visit", due_on=date(2026, 12, 25))
    panel.workspace.conduct.record_action(first.id, "Patrol the park", agency_id=panel.police)
    minutes.to_chair()
    panel.now_as(Role.CHAIR)
    minutes.reload()
    minutes.approve()
    told = minutes.approve_card.warning.text()
    alone = f"A004 ({first.reference}), A003 ({first.reference})"
    assert f"In no agency's list, for want of an owner: {alone}." in told
    assert f"Given to an agency, to nobody by name: A005 ({first.reference})." in told
    assert "A004: Fri 25 Dec 2026 is a bank holiday: next working day Tue 29 Dec 2026." in told


def test_the_preview_takes_on_the_colours_of_another_look(panel, minutes, qapp):
    minutes.make_documents()
    minutes.tabs.setCurrentWidget(minutes.preview)
    minutes.reload()
    soft = look.current().colour("soft").name()
    assert soft in minutes.preview.toHtml()
    look.apply(qapp, "dark")
    try:
        assert look.current().colour("soft").name() in minutes.preview.toHtml()
    finally:
        look.apply(qapp, "light")


def test_minutes_that_are_not_approved_are_mended_in_the_meetings_own_items(panel, minutes):
    gone = []
    minutes.desk.go = lambda page, key=None: gone.append((page, key))
    assert not minutes.steps["mend"].isHidden()
    minutes.steps["mend"].click()
    assert gone == [("meeting", panel.meeting)]


def test_only_what_is_approved_and_confirmed_is_logged_as_issued(panel, minutes, tmp_path):
    panel.workspace.panel.change_agency(panel.health, agreement_expires=None)
    minutes.to_chair()
    panel.now_as(Role.CHAIR)
    minutes.reload()
    minutes.approve()
    minutes.approve_card.yes.click()
    minutes.make_documents()
    minutes.documents.table.go_to("extracts/LCS1.docx")
    read_and_confirm(minutes)
    panel.dialogues.folder = tmp_path
    minutes.issue()
    minutes.issue_card.begin()
    assert "reason" in minutes.issue_card.form.errors()
    minutes.issue_card.reason.setText("Agreements are being renewed")
    minutes.issue_card.begin()
    issued = {row.document for row in panel.workspace.read.issues(panel.meeting)}
    assert "minutes.docx" in issued and "extracts/LCS1.docx" in issued
    assert "recommendations/LCS1.docx" not in issued
    assert (tmp_path / "recommendations" / "LCS1.docx").exists()
    assert minutes.version.state == "issued"


def test_an_unapproved_issue_says_that_everything_is_a_draft(panel, minutes, tmp_path):
    panel.dialogues.folder = tmp_path
    minutes.issue()
    assert "DRAFT" in minutes.issue_card.words.text()
    minutes.issue_card.begin()
    assert (tmp_path / "minutes.docx").exists()
    assert panel.workspace.read.issues(panel.meeting) == ()


def test_pdf_a_copies_are_made_beside_the_word_files(panel, minutes, tmp_path, monkeypatch):
    from exports import archive_copy

    made = []
    monkeypatch.setattr(archive_copy, "converter", lambda: tmp_path)
    monkeypatch.setattr(archive_copy, "pdf_a", made.append)
    panel.dialogues.folder = tmp_path
    minutes.issue_with_copies()
    assert minutes.issue_card.copies.isChecked()
    minutes.issue_card.passphrase.setText("long enough")
    assert minutes.issue_card.passphrase.displayText() != "long enough"
    minutes.issue_card.shown.click()
    assert minutes.issue_card.passphrase.displayText() == "long enough"
    minutes.issue_card.begin()
    assert "no passphrase" in minutes.issue_card.warning.text()
    minutes.issue_card.passphrase.clear()
    minutes.issue_card.begin()
    assert tmp_path / "minutes.docx" in made and all(one.exists() for one in made)
    assert f"{len(made)} PDF/A copies made beside the Word files" in panel.said[-1][0]


def test_without_libreoffice_it_is_said_before_anything_is_written(
    panel, minutes, tmp_path, monkeypatch
):
    from exports import archive_copy

    monkeypatch.setattr(archive_copy, "converter", lambda: None)
    panel.dialogues.folder = tmp_path
    minutes.issue()
    assert not minutes.issue_card.copies.isChecked()
    minutes.issue_card.copies.setChecked(True)
    minutes.issue_card.begin()
    assert "LibreOffice is not on this machine" in minutes.issue_card.warning.text()
    assert not minutes.issue_card.isHidden() and not any(tmp_path.iterdir())


def test_no_extract_needs_its_reason_and_is_taken_back(panel, minutes):
    minutes.items.table.go_to(panel.boy_item)
    minutes.items.entry.keep()
    assert "reason" in minutes.items.entry.form.errors()
    minutes.items.entry.editor_of("reason").setEditText("Closed to social care")
    minutes.items.entry.keep()
    assert len(panel.workspace.read.no_extracts(panel.meeting)) == 1
    minutes.items._due()
    assert panel.workspace.read.no_extracts(panel.meeting) == ()


def test_a_comment_is_kept_and_settled(panel, minutes):
    minutes.draft()
    minutes.comments.entry.editor_of("text").setPlainText("Check the spelling of the school")
    minutes.comments.entry.keep()
    comment = panel.workspace.read.comments(panel.meeting)[0]
    minutes.comments._settle(comment.id)
    assert panel.workspace.read.comments(panel.meeting)[0].settled


def test_a_comment_on_an_earlier_version_says_so(panel, minutes):
    minutes.draft()
    panel.workspace.minutes.comment(minutes.version.id, "Who chaired?")
    minutes.reload()
    (card,) = minutes.comments.cards.cards()
    assert "on the whole" in card.accessibleName() and "earlier" not in card.accessibleName()
    panel.now_as(Role.CHAIR)
    panel.workspace.minutes.approve(minutes.version.id)
    panel.workspace.minutes.correct(minutes.version.id, "The chair.")
    minutes.reload()
    (card,) = minutes.comments.cards.cards()
    assert "on the whole, in an earlier version" in card.accessibleName()


def test_a_preview_reads_no_markup_of_anybody(qapp):
    told = html_of("feed.json", b'{"text": "<b>bold</b>"}')
    assert "{&quot;text&quot;: &quot;&lt;b&gt;bold&lt;/b&gt;&quot;}</pre>" in told


def test_columns_of_a_document_are_as_wide_on_the_screen_as_in_the_file(qapp):
    made, out = Document(), BytesIO()
    table = made.add_table(1, 3)
    for column, wide in zip(table.columns, (1, 2, 1), strict=True):
        column.width = Cm(wide)
    made.save(out)
    told = html_of("minutes.docx", out.getvalue())
    assert told.count('width="25%"') == 1 and told.count('width="50%"') == 1


@pytest.mark.parametrize("name", ["actions", "care"])
def test_the_tables_are_sound_models(request, name):
    page = request.getfixturevalue(name)
    QAbstractItemModelTester(
        page.table.model, QAbstractItemModelTester.FailureReportingMode.Fatal, page
    )
    page.reload()
    page.table.filter.setText("zzz")


# care plans: by whose they are, worded anew, brought in, copied


def test_recommendations_are_counted_by_worker_and_by_team(panel, care):
    panel.workspace.register.change(panel.boy, "team", "Adolescent team", None)
    minutes = panel.workspace.minutes
    sheet = IssuedDocument("recommendations/1.docx", "Plan", "", item_id=panel.boy_item)
    minutes.end_issue(panel.meeting, minutes.begin_issue(panel.meeting, [sheet]))
    panel.workspace.store.clock.set(datetime(2027, 1, 20, 9))
    care.reload()
    care.by_worker()
    (group,) = care.groups.model.rows
    assert (group.name, group.beside) == ("Nobody named", "Adolescent team")
    assert (group.open, group.silent, group.overdue) == (1, 1, 1)
    care.by_team()
    assert [one.name for one in care.groups.model.rows] == ["Adolescent team"]
    care.groups.opened.emit("Adolescent team")
    assert [one.id for one in care.table.model.rows] == [panel.recommendation]
    care.show_record("overdue")
    assert len(care.table.model.rows) == 1


def test_a_team_names_every_worker_who_has_something_open_the_late_first(panel):
    (row,) = panel.workspace.read.recommendations()
    rows = [
        replace(row, team=None, addressed_to=worker, status=status, overdue=late)
        for worker, status, late in (
            ("Ann Patel", "issued", False),
            ("Sam Lee", "issued", True),
            ("Una Bright", "in plan", False),
        )
    ]
    (group,) = groups(rows, "team")
    assert (group.name, group.beside) == ("No team on record", "Sam Lee, Ann Patel")
    (settled,) = groups([replace(one, status="in plan", overdue=False) for one in rows], "team")
    assert settled.beside == "Ann Patel, Sam Lee, Una Bright"


def test_a_recommendation_is_worded_anew_with_its_version(panel, care):
    care.table.go_to(panel.recommendation)
    text = care.panel.worded.editor_of("outcome_sought")
    text.setText("He has a trusted adult")
    assert care.panel.worded.settle()
    row = panel.workspace.read.recommendations()[0]
    # No feed and no sheet has gone: there is no earlier version that anybody has.
    assert (row.outcome_sought, row.version) == ("He has a trusted adult", 1)


def test_receipts_are_brought_in_and_refused_rows_are_told(panel, care, tmp_path):
    row = panel.workspace.read.recommendations()[0]
    file = tmp_path / "receipt.csv"
    file.write_text(
        "id,status,reason,modified_text,in_plan_on,plan_evidence\n"
        f"{row.uuid},accepted,,,,\n{'f' * 32},accepted,,,,\n"
    )
    panel.dialogues.files = [file]
    care.bring_receipts()
    assert panel.workspace.read.recommendations()[0].status == "accepted"
    assert "No recommendation of this id is on record" in care.passing.report.words.text()
    assert not care.passing.report.isHidden()


def test_who_may_not_bring_answers_in_is_told_before_files_are_chosen(panel, care, monkeypatch):
    chosen = []
    monkeypatch.setattr(panel.dialogues, "open_files", lambda *asked: chosen.append(asked) or ())
    panel.now_as(Role.CHAIR)
    care.bring_receipts()
    assert not chosen and "cannot import papers" in panel.said[-1][0]


def test_a_note_is_lent_once_the_item_is_approved(panel, care):
    care.table.go_to(panel.recommendation)
    care.copy_note()
    assert "not approved this item" in panel.said[-1][0]
    lent = []
    care.passing.lent.lend = lent.append
    version = panel.workspace.minutes.draft(panel.meeting)
    panel.now_as(Role.CHAIR)
    panel.workspace.minutes.approve(version)
    care.copy_note()
    (text,) = lent
    assert "R001  Weekly check-in at school." in text
    assert "Please answer by" in text and "Robin" not in text


def test_reminders_are_asked_about_and_written_or_drafted(panel, actions, tmp_path, qtbot):
    panel.desk.dialogues.folder = tmp_path
    actions.write_reminders()
    assert actions.sending.card.isVisible()
    if actions.sending.card.warning.isVisible():
        actions.sending.card.reason.setText("Agreed by telephone")
    actions.sending.card.begin()
    assert list(tmp_path.glob("reminder-*.docx"))
    assert "written" in panel.said[-1][0]


def test_an_approved_recommendation_says_what_to_do_and_leads_to_its_minutes(panel, care):
    care.table.go_to(panel.recommendation)
    own = panel.workspace
    version = own.minutes.draft(panel.meeting)
    panel.now_as(Role.CHAIR)
    panel.workspace.minutes.approve(version)
    panel.workspace = panel.desk.workspace = own
    text = care.panel.worded.editor_of("outcome_sought")
    text.setText("He has a trusted adult")
    assert not care.panel.worded.settle()
    assert "Open a correction on the page Minutes" in care.panel.worded.general.text()
    assert text.text() == "He has a trusted adult"
    care.panel.to_minutes.click()
    assert panel.went[-1] == ("minutes", panel.meeting)


@pytest.mark.parametrize("days", [-3, 3, 40, -100])
def test_a_day_of_a_move_without_its_year_is_the_nearer_one(care, days):
    day = care.desk.workspace.store.clock.today() + timedelta(days=days)
    assert day_nearest(care.desk)(f"{day.day} {day:%b}").value == day
