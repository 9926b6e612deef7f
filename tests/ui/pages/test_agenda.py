"""The agenda page: planned, filled, ordered by keys and by hand, asked for, issued."""

from datetime import date, datetime, timedelta

import pytest
from docx import Document
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QScrollArea

from exports import issue_before
from models.errors import Refusal
from models.marks import ItemKind
from tests.exports.reading import text
from tests.ui.pages.held import HELD
from ui.pages.agenda import AgendaPage
from ui.pages.agenda.length import length_of, length_words
from ui.pages.agenda.order_list import ITEM_MIME, POOL_MIME


@pytest.fixture
def panel(planned):
    return planned


@pytest.fixture
def page(panel, qtbot):
    return panel.show(AgendaPage(panel.desk), qtbot)


def words(chips):
    return " | ".join(chips.words())


def test_the_next_meeting_is_shown_with_its_order(page):
    shown = [line.words for line in page.list.lines.lines]
    assert shown == [
        "Children  2",
        "V1  Robin Ashdown",
        "V2  Ivy Byrne",
        "Persons of concern  1",
        "O1  Darren Pike",
    ]


def test_alt_and_an_arrow_move_an_item_within_its_section(panel, page, qtbot):
    page.list.go_to(panel.girl_item)
    qtbot.keyClick(page.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert panel.order() == ["Ivy Byrne", "Robin Ashdown", "Darren Pike"]
    qtbot.keyClick(page.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert panel.order() == ["Ivy Byrne", "Robin Ashdown", "Darren Pike"]
    assert page.list.current_key() == panel.girl_item


def test_a_child_cannot_be_moved_among_the_persons_of_concern_by_hand(panel, page):
    drop(page, ITEM_MIME, panel.boy_item, page.list.viewport().height() - 2)
    assert panel.order() == ["Ivy Byrne", "Robin Ashdown", "Darren Pike"]
    sections = [row.section for row in panel.workspace.read.running_order(panel.meeting)]
    assert sections == ["V", "V", "O"]


def test_slots_follow_the_order(panel, page):
    page.list.moved.emit(panel.girl_item, 0)
    slots = [
        row.slot.strftime("%H:%M") for row in panel.workspace.read.running_order(panel.meeting)
    ]
    assert slots == ["09:45", "09:57", "10:09"]


def test_an_agenda_over_length_says_by_how_much_and_what_could_move(panel, page):
    agenda = panel.workspace.agenda
    agenda.change_item(panel.girl_item, "kind", ItemKind.REVIEW.value)
    agenda.set_minutes(panel.girl_item, 60)
    assert "Over by 37 min of 60; could move: V2 review" in words(page.chips)


def test_an_agenda_in_time_says_how_much_is_left(panel):
    read = panel.workspace.read
    order = read.running_order(panel.meeting)
    found = length_of(read.meeting(panel.meeting), order, 15)
    assert length_words(found, order) == ("49 of 60 min planned, 11 min in hand", "plain")


def test_minutes_are_kept_from_the_item_and_undone(panel, page, qtbot):
    page.list.go_to(panel.boy_item)
    page._choose(panel.boy_item)
    line = page.item.form.editor_of("minutes")
    line.setText("20")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert panel.workspace.read.running_order(panel.meeting)[0].planned_minutes == 20
    panel.workspace.store.undo()
    assert panel.workspace.read.running_order(panel.meeting)[0].planned_minutes == 12
    assert line.text() == "12"


def test_minutes_that_are_no_number_are_refused_beside_the_field(panel, page, qtbot):
    page._choose(panel.boy_item)
    line = page.item.form.editor_of("minutes")
    line.setText("a while")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert "minutes" in page.item.form.errors()


def test_an_item_is_taken_off_with_its_reason_and_comes_back_by_undo(panel, page, qtbot):
    page.list.go_to(panel.girl_item)
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    page.item.off.reason.setText("Moved away")
    page.item.off.yes.click()
    assert "Ivy Byrne" not in panel.order()
    panel.workspace.store.undo()
    assert "Ivy Byrne" in panel.order()


def test_taking_an_item_off_is_asked_in_sight_and_no_more_once_another_is_chosen(
    panel, page, qtbot
):
    off = page.item.off
    page.window().resize(1366, 660)
    page.list.go_to(panel.girl_item)
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    bar = page.item.findChild(QScrollArea).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > 0)
    assert off.yes.visibleRegion().boundingRect() == off.yes.rect()
    off.reason.setText("Moved away")
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Up)
    qtbot.waitUntil(off.yes.isHidden)
    assert off.reason.text() == ""


def test_a_review_taken_off_the_agenda_is_proposed_again(panel, page):
    conduct, agenda = panel.workspace.conduct, panel.workspace.agenda
    conduct.start(panel.meeting)
    conduct.open_item(panel.boy_item)
    conduct.decide(panel.boy_item, "REMAIN", "Still high", review_on=HELD + timedelta(7))
    later = agenda.plan_meeting(HELD + timedelta(14))
    assert agenda.take(later, (panel.boy,)) == 1
    item = panel.workspace.read.running_order(later)[0].id
    agenda.remove(item, "Not ready")
    assert [row.subject_id for row in panel.workspace.read.pool(later)] == [panel.boy]


def test_what_is_proposed_is_taken_by_enter_and_by_dragging(panel, page, qtbot):
    first, second = panel.referral("Zoe Hart"), panel.referral("Max Cole")
    for one in (first, second):
        panel.workspace.referrals.decide(one, "ACCEPT", "Meets the criteria")
    page.reload()
    rows = panel.workspace.read.pool(panel.meeting)
    assert len(rows) == 2
    page.pool.list.go_to(rows[0].subject_id)
    qtbot.keyClick(page.pool.list, Qt.Key.Key_Return)
    drop(page, POOL_MIME, rows[1].subject_id, 10)
    assert {"Zoe Hart", "Max Cole"} <= set(panel.order())
    assert page.pool.head.text().startswith("Proposed  0")


def test_anyone_on_record_is_found_and_a_title_stands_by_itself(panel, page, qtbot):
    place = panel.workspace.register.add_place("Quayside arcade")
    page.pool.line.setText("Quayside")
    qtbot.keyClick(page.pool.line, Qt.Key.Key_Return)
    page.pool.line.setText("Feedback from schools")
    qtbot.keyClick(page.pool.line, Qt.Key.Key_Return)
    rows = panel.workspace.read.running_order(panel.meeting)
    assert place in {row.subject_id for row in rows}
    assert "Feedback from schools" in panel.order()


def test_a_meeting_is_planned_as_people_say_the_day(panel, page):
    page.plan_meeting()
    page.plan.editor_of("held_on").line.setText("10 December 2026")
    page.plan.editor_of("starts").setText("2pm")
    page.plan.editor_of("ends").setText("16:30")
    page.plan.keep()
    meeting = panel.workspace.read.meeting_on(date(2026, 12, 10))
    assert (meeting.starts.hour, meeting.ends.hour) == (14, 16)
    assert page.meeting.id == meeting.id


def test_after_planning_the_keyboard_stands_on_what_is_proposed(panel, page, qtbot):
    with qtbot.waitActive(page):
        page.activateWindow()
    page.plan_meeting()
    assert page.plan.editor_of("held_on").line.hasFocus()
    page.plan.editor_of("held_on").line.setText("3 December 2026")
    page.plan.keep()
    assert (page.pool.list.hasFocus(), page.pool.line.hasFocus()).count(True) == 1


def test_a_form_left_gives_the_keyboard_back_to_where_it_was_asked_from(panel, page, qtbot):
    with qtbot.waitActive(page):
        page.activateWindow()
    page.pool.line.setFocus()
    page.change_meeting()
    assert not page.pool.line.hasFocus()
    page.plan.leave()
    assert page.pool.line.hasFocus()


def test_planning_stands_in_the_place_of_the_agenda_and_pushes_nothing(page):
    page.resize(1150, 560)
    for leave in (page.plan.leave, page.plan.keep):
        page.plan_meeting()
        assert page.plan.isVisible() and not page.columns.isVisible()
        assert page.minimumSizeHint().height() <= 560
        tags_end = page.chips.mapTo(page, page.chips.rect().bottomLeft()).y()
        assert tags_end < page.plan.mapTo(page, page.plan.rect().topLeft()).y()
        page.plan.editor_of("held_on").line.setText("10 December 2026")
        leave()
        assert page.columns.isVisible() and not page.plan.isVisible()


def test_a_meeting_that_ends_before_it_starts_is_refused_at_the_field(page):
    page.plan_meeting()
    page.plan.editor_of("held_on").line.setText("10 December 2026")
    page.plan.editor_of("starts").setText("14:00")
    page.plan.editor_of("ends").setText("13:00")
    page.plan.keep()
    assert "ends" in page.plan.form.errors()


def test_somebody_is_invited_to_one_item_and_taken_back(panel, page):
    page._choose(panel.boy_item)
    page.item.invite_line.set_value("Foster carer")
    page.item._invite()
    invited = panel.workspace.read.invitations(panel.meeting)
    assert [one.name for one in invited] == ["Foster carer"]
    page.item._uninvite(invited[0].id)
    assert panel.workspace.read.invitations(panel.meeting) == ()


def test_another_presenter_is_invited_and_who_presented_may_be_again(panel, page):
    def invited():
        return [one.name for one in panel.workspace.read.invitations(panel.meeting)]

    agenda, add = panel.workspace.agenda, panel.workspace.panel.add_member
    first = add("Ivor Reed", panel.police, "Social worker", core=False)
    second = add("Marta Cole", panel.police, "Social worker", core=False)
    agenda.set_presenter(panel.boy_item, first)
    agenda.invite(panel.boy_item, first)
    page._choose(panel.boy_item)
    bar = page.item.presenting
    assert bar.isHidden()
    page.item._change("presenter", second, first)
    assert invited() == ["Marta Cole"]
    assert bar.text.text() == "Ivor Reed no longer presents and is not invited any more."
    panel.workspace.store.undo()
    assert invited() == ["Ivor Reed"] and bar.isHidden()
    page.item._change("presenter", None, first)
    assert invited() == []
    bar.invite_button.click()
    assert invited() == ["Ivor Reed"] and bar.isHidden()


def test_what_calendars_do_not_know_yet_is_said_on_the_agenda_and_on_the_item(
    panel, page, tmp_path
):
    agenda, add = panel.workspace.agenda, panel.workspace.panel.add_member
    first = add("Ivor Reed", panel.police, "Social worker", core=False)
    second = add("Marta Cole", panel.police, "Social worker", core=False)
    agenda.set_presenter(panel.boy_item, first)
    page._choose(panel.boy_item)
    assert page.item.calendar.isHidden()
    issue_before.write_before_meeting(
        panel.workspace, panel.meeting, tmp_path, kinds=["invitations"]
    )
    agenda.set_presenter(panel.boy_item, second)
    assert page.item.calendar.text() == (
        "Not sent yet: a cancellation to Ivor Reed; an invitation or its update to Marta Cole."
        " The next papers bring it."
    )
    assert "2 calendar entries to send" in words(page.chips)


def test_returns_are_asked_for_into_a_folder(panel, page, tmp_path):
    panel.dialogues.folder = tmp_path
    page.returns.due.set_value(date(2026, 11, 12))
    page.ask_returns()
    page.out.card.begin()
    written = sorted(path.name for path in (tmp_path / "requests").iterdir())
    assert written == ["health.docx", "police.docx"]
    states = {row.agency: row.state for row in panel.workspace.read.returns(panel.meeting)}
    assert states == {"Police": "asked", "Health": "asked"}


def test_who_was_not_asked_about_a_child_added_later_is_said_and_asked_in_one_key(
    panel, page, tmp_path
):
    panel.dialogues.folder = tmp_path
    workspace, due = panel.workspace, date(2026, 11, 12)
    workspace.agenda.request(panel.meeting, (panel.police, panel.health), due)
    child = workspace.register.add_child("Noor Malik", birth_date=date(2011, 2, 3))
    later = workspace.agenda.add(panel.meeting, child)
    page.reload()
    page._choose(later)
    told = page.item.agencies
    assert told.missed.text().startswith("2 agencies not asked about this one")
    assert any("2 agencies not asked" in one for one in page.item.chips.words())
    assert "2 not asked about all" in words(page.chips)
    page.returns.due.set_value(due)
    told.ask_now.click()
    page.out.card.begin()
    assert "Noor Malik" in text(Document(tmp_path / "requests" / "police.docx"))
    page.reload()
    assert told.missed.isHidden() and told.ask_now.isHidden()


def test_an_agency_is_asked_about_what_its_kind_can_know_until_a_person_says_otherwise(
    panel, page, tmp_path
):
    panel.workspace.panel.add_agency("Taxi licensing", kind="Licensing")
    panel.workspace.panel.add_agency("Northmoor Academy", kind="School or college")
    panel.workspace.panel.change_agency(panel.police, sees_persons_of_concern=True)
    asked = {row.agency: row.asked_about for row in panel.workspace.read.returns(panel.meeting)}
    assert (asked["Police"], asked["Taxi licensing"], asked["Northmoor Academy"]) == (3, 0, 2)
    page._choose(panel.boy_item)
    school = page.item.agencies.ticks[_agency(panel, "Northmoor Academy")]
    assert school.isChecked() and school.isEnabled()
    school.click()
    assert page.item.agencies.words.text() == "Asked before the meeting: 2 of 4 agencies"
    page._choose(panel.girl_item)
    assert page.item.agencies.ticks[_agency(panel, "Northmoor Academy")].isChecked()
    panel.dialogues.folder = tmp_path
    page.returns.due.set_value(date(2026, 11, 12))
    page.ask_returns()
    page.out.card.reason.setText("The school's agreement is being signed")
    page.out.card.begin()
    written = sorted(path.name for path in (tmp_path / "requests").iterdir())
    assert "taxi-licensing.docx" not in written
    told = text(Document(tmp_path / "requests" / "northmoor-academy.docx"))
    assert "Ivy Byrne" in told and "Ashdown" not in told
    panel.workspace.store.undo()
    panel.workspace.store.undo()
    asked = {row.agency: row.asked_about for row in panel.workspace.read.returns(panel.meeting)}
    assert asked["Northmoor Academy"] == 2


def test_no_agency_is_asked_about_persons_of_concern_that_may_not_see_them(panel, page):
    health = _agency(panel, "Health")
    panel.workspace.panel.change_agency(health, sees_persons_of_concern=False)
    panel.workspace.panel.change_agency(_agency(panel, "Police"), sees_persons_of_concern=True)
    page._choose(panel.man_item)
    shut = [tick.text() for tick in page.item.agencies.ticks.values() if not tick.isEnabled()]
    assert shut == ["Health"]
    with pytest.raises(Refusal, match="persons of concern"):
        panel.workspace.agenda.ask_about(panel.man_item, health, True)


def _agency(panel, name):
    return next(one.id for one in panel.workspace.read.agencies() if one.name == name)


def test_returns_without_a_due_day_are_not_asked_for(panel, page, tmp_path):
    panel.dialogues.folder = tmp_path
    page.returns.due.set_value(None)
    page.returns.due.line.setText("")
    page.ask_returns()
    assert list(tmp_path.iterdir()) == []


def test_the_papers_are_issued_into_a_folder(panel, page, tmp_path):
    panel.dialogues.folder = tmp_path
    page.issue()
    page.out.card.begin()
    assert {"agenda.docx", "agenda-pack.docx"} <= {path.name for path in tmp_path.iterdir()}
    assert (tmp_path / "requests" / "police.docx").is_file()
    assert {row.state for row in panel.workspace.read.returns(panel.meeting)} == {"asked"}
    assert panel.said[-1][0].startswith("The agenda papers: ")


def test_papers_for_an_agency_without_an_agreement_need_a_reason(panel, page, tmp_path):
    panel.workspace.panel.change_agency(panel.health, agreement_expires=None)
    panel.dialogues.folder = tmp_path
    page.issue()
    assert "Health" in page.out.card.warning.text()
    page.out.card.begin()
    assert "reason" in page.out.card.form.errors()
    assert list(tmp_path.iterdir()) == []
    page.out.card.reason.setText("It is being renewed")
    page.out.card.begin()
    rows = panel.workspace.read.issues(panel.meeting)
    assert {row.state for row in rows} == {"issued"}
    assert {row.reason for row in rows} == {"It is being renewed"}


def test_papers_are_put_together_agency_by_agency(panel, page, tmp_path):
    panel.dialogues.folder = tmp_path
    page.issue()
    page.out.card.pack_button.click()
    written = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.docx")}
    assert {"packs/whose-names.docx", "packs/police/agenda-pack.docx"} <= written


def test_what_no_mail_carries_stands_as_a_card_until_it_is_done(panel, page, tmp_path):
    panel.workspace.panel.change_member(panel.nurse, email="ann@health.example")
    panel.dialogues.folder = tmp_path
    page.issue()
    page.out.card.passphrase.setText("kestrel lamp 4471")
    page.out.card.mail_button.click()
    left = page.out.left
    assert not left.isHidden()
    assert "No e-mail address, so to go by hand: Jane Khan (agenda.docx" in left.words.text()
    (folder,) = (one.name for one in tmp_path.iterdir())
    said = panel.said[-1][0]
    assert said.endswith(f"written to “{tmp_path.name}/{folder}”.") and "by hand" not in said
    page.issue()
    assert left.isHidden()


def test_requests_that_are_left_have_asked_nobody(panel, page, tmp_path):
    page.returns.due.set_value(date(2026, 11, 12))
    page.ask_returns()
    assert not page.out.card.isHidden()
    page.out.card.hide()
    assert {row.state for row in panel.workspace.read.returns(panel.meeting)} == {"not asked"}


def test_while_the_meeting_runs_only_initials_stand_here(panel, page):
    panel.workspace.conduct.start(panel.meeting)
    said = [line.words for line in page.list.lines.lines]
    assert not [one for one in said if "Ashdown" in one or "Byrne" in one]


def test_the_order_is_a_sound_model(page):
    QAbstractItemModelTester(
        page.list.lines, QAbstractItemModelTester.FailureReportingMode.Fatal, page
    )
    page.reload()


def drop(page, mime, key, y):
    data = QMimeData()
    data.setData(mime, str(key).encode())
    page.list.dropEvent(
        QDropEvent(
            QPointF(20, y),
            Qt.DropAction.MoveAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def test_late_returns_are_asked_again_in_one_key_and_taken_back(panel, page, qtbot):
    clock = panel.workspace.store.clock
    now = clock.now()
    clock.set(now - timedelta(days=1))
    panel.workspace.agenda.request(panel.meeting, (panel.police, panel.health), clock.today())
    clock.set(now)
    page.reload()
    late = [row for row in page.returns._rows if row.step]
    assert len(late) == 2 and page.returns.again.text().startswith("Remind 2 agencies")
    page.chase_returns()
    assert not any(row.step for row in page.returns._rows)
    assert all(row.chased.startswith("Remind the agency") for row in page.returns._rows if row.id)
    assert page.returns.taken.text().startswith("Noted. Remind the agency, ")
    assert page.returns.taken.text().endswith(": Police, Health.")
    assert page.returns.again.isHidden()
    panel.workspace.store.undo()
    assert [row.id for row in page.returns._rows if row.step] == [row.id for row in late]


def test_returns_are_due_by_their_own_meetings_day(panel, page):
    due, today = page.returns.due, panel.workspace.store.clock.today()
    due.set_value(today + timedelta(days=1))
    page.reload()
    assert due.value() == today + timedelta(days=1)
    later = panel.workspace.agenda.plan_meeting(HELD + timedelta(42))
    panel.workspace.agenda.add(later, panel.boy)
    page.show_record(later)
    assert HELD < due.value() <= HELD + timedelta(42)
    page.show_record(panel.meeting)
    assert due.value() <= HELD


def test_a_meeting_opens_with_its_returns(panel, page):
    page.columns.bring_forward(page.item)
    later = panel.workspace.agenda.plan_meeting(HELD + timedelta(42))
    page.show_record(("returns", later))
    assert page.meeting.id == later
    assert page.columns.side.currentWidget() is page.returns


@pytest.mark.parametrize("far", [-1, 400])
def test_a_day_past_or_after_the_meeting_asks_nobody_and_loses_nothing(panel, page, far):
    day = panel.workspace.store.clock.today() + timedelta(days=far)
    page.returns.due.set_value(day)
    page.ask_returns()
    assert page.returns.due.value() == day and page.out.card.isHidden()
    with pytest.raises(Refusal, match="past" if far < 0 else "the meeting is on"):
        panel.workspace.agenda.request(panel.meeting, (panel.police,), day)
    assert not any(row.due_on for row in panel.workspace.read.returns(panel.meeting))


def test_the_ground_is_said_for_every_agency_or_for_one_apart(panel, page, qtbot):
    page._choose(panel.boy_item)
    ground, read = page.item.ground, panel.workspace.read
    agency = read.agencies()[0]

    def say(field, text):
        line = ground.form.editor_of(field)
        line.setText(text)
        qtbot.keyClick(line, Qt.Key.Key_Return)

    assert ground.apart.isHidden()
    say("basis", "Public task")
    assert ground.apart.isHidden()
    ground.whom.set_value(agency.id)
    ground.whom.changed.emit(agency.id)
    assert ground.form.editor_of("basis").text() == ""
    say("basis", "Crime prevention")
    say("necessity", "He is in danger")
    own = read.ground(panel.boy_item, agency.id)
    assert (own.basis, own.necessity) == ("Crime prevention", "He is in danger")
    assert read.ground(panel.boy_item).basis == "Public task"
    assert ground.apart.text() == f"Said apart for {agency.name}."
    panel.workspace.store.undo()
    panel.workspace.store.undo()
    assert ground.apart.isHidden() and ground.form.editor_of("basis").text() == ""


def test_put_all_takes_who_presents_from_the_childs_lead_and_says_where_nobody_is_known(
    panel, page
):
    workspace = panel.workspace
    workspace.register.change(panel.boy, "lead_member_id", panel.nurse, None)
    workspace.conduct.start(panel.meeting)
    workspace.conduct.open_item(panel.boy_item)
    workspace.conduct.decide(panel.boy_item, "REMAIN", "High", review_on=HELD + timedelta(7))
    workspace.conduct.finish_item(panel.boy_item)
    other = workspace.agenda.plan_meeting(HELD + timedelta(14))
    page.show_record(other)
    page.fill()
    rows = {one.label: one for one in workspace.read.running_order(other)}
    boy = rows.pop("Robin Ashdown")
    assert (boy.presenter, boy.invited) == ("Ann Patel", ("Ann Patel",))


def test_a_child_whom_nobody_leads_on_is_named_when_all_are_put_on(panel, page):
    workspace = panel.workspace
    workspace.conduct.start(panel.meeting)
    workspace.conduct.open_item(panel.boy_item)
    workspace.conduct.decide(panel.boy_item, "REMAIN", "High", review_on=HELD + timedelta(7))
    workspace.conduct.finish_item(panel.boy_item)
    other = workspace.agenda.plan_meeting(HELD + timedelta(14))
    page.show_record(other)
    page.fill()
    assert "Nobody is known to present V1" in panel.said[-1][0]


def test_no_working_day_after_the_meeting_is_offered_for_its_returns(panel, page, qtbot):
    sunday = panel.workspace.agenda.plan_meeting(date(2026, 11, 15))
    page.show_record(sunday)
    due = page.returns.due
    due.line.setText("15 Nov")
    assert (due.value(), due.offered) == (date(2026, 11, 15), date(2026, 11, 13))
    panel.workspace.store.clock.set(datetime(2026, 11, 15, 9))
    page.reload()
    due.line.setText("today")
    assert due.offered is None and "at a weekend" in due.reading.text()
    assert "takes" not in due.reading.text()
    due.line.clear()
    page.reload()
    assert due.value() is None
    assert page.returns.hint.text().startswith("No working day is left before the meeting")


def test_a_meeting_on_a_day_off_is_planned_with_a_remark(panel, page):
    page.plan_meeting()
    page.plan.editor_of("held_on").line.setText("Sunday")
    page.plan.keep()
    assert ("Kept. Sunday 15 November 2026 is at a weekend.", "") in panel.said
    assert page.meeting.held_on == date(2026, 11, 15)
    assert page.soft.text().endswith("at a weekend")


def test_an_agenda_of_which_nothing_can_wait_says_what_helps(panel):
    read, agenda = panel.workspace.read, panel.workspace.agenda
    for item in (panel.boy_item, panel.girl_item):
        agenda.set_minutes(item, 60)
        agenda.change_item(item, "kind", ItemKind.URGENT.value)
    order = [row for row in read.running_order(panel.meeting) if row.section == "V"]
    words, _ = length_words(length_of(read.meeting(panel.meeting), order, 15), order)
    assert words.endswith("none of it can wait: lengthen the meeting or move an item by hand")


def test_what_a_narrow_list_of_returns_has_no_room_for_stands_below_it(panel, page):
    page.returns.table.go_to(panel.police)
    row = page.returns.table.model.row_with(panel.police)
    said = page.returns.whole.text()
    assert said.startswith(f"Police: {row.state}")
    assert f"asked about {row.asked_about} item" in said
