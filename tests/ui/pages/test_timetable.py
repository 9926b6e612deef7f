"""The timetable of Today: a season previewed and planned, a meeting moved, the calendar saved."""

from datetime import date

import pytest
from icalendar import Calendar

from ui.pages.settings import SettingsPage
from ui.pages.today import TodayPage


@pytest.fixture
def view(panel, qtbot):
    page = panel.show(TodayPage(panel.desk), qtbot)
    page.show_timetable()
    return page.views._made[2]


def field(view, name):
    return view.season.form.editor_of(name)


def test_a_season_is_previewed_planned_and_taken_back(panel, view):
    view.plan_season()
    season = view.season
    assert season.plan.text() == "Plan 7 meetings"
    field(view, "first").line.setText("1 December 2026")
    field(view, "last").line.setText("1 February 2027")
    assert [one.day for one in season.days] == [
        date(2026, 12, 3), date(2026, 12, 31), date(2027, 1, 28),
    ]  # fmt: skip
    assert panel.workspace.read.timetable() == ()
    season.keep()
    assert view.stack.currentWidget() is view.listed
    assert len(view.model.rows) == 3
    panel.workspace.store.undo()
    assert view.model.rows == ()


def test_the_preview_follows_every_field_and_the_button_says_what_it_plans(panel, view):
    view.plan_season()
    season = view.season
    field(view, "every").setText("8")
    assert season.plan.text() == "Plan 4 meetings"
    field(view, "weekday").setEditText("Tuesday")
    assert {one.day.weekday() for one in season.days} == {1}
    field(view, "weekday").setEditText("Tu")
    assert (season.days, season.plan.isEnabled()) == ((), False)
    field(view, "way").setEditText("On days that I write")
    field(view, "typed").setPlainText("10 December 2026; 14 January 2027")
    assert season.plan.text() == "Plan 2 meetings"
    field(view, "starts").setText("half p")
    assert not season.plan.isEnabled()
    field(view, "starts").setText("09:30")
    shown = [one.day for one in season.model.rows]
    season.plan.click()
    assert [one.held_on for one in view.model.rows] == shown
    assert shown == [date(2026, 12, 10), date(2027, 1, 14)]


def test_a_season_of_a_tier_that_is_not_on_the_list_is_not_planned(panel, view):
    view.plan_season()
    season = view.season
    field(view, "series").setEditText("Some other panel")
    assert (season.days, season.plan.isEnabled()) == ((), False)
    season.keep()
    assert season.form.form.errors() == {"series": "Choose one of the list."}
    assert panel.workspace.read.timetable() == ()


def test_what_is_wrong_in_a_field_out_of_sight_holds_no_season_up(panel, view):
    view.plan_season()
    field(view, "first").line.setText("as soon as we can")
    assert view.season.days == ()
    field(view, "way").set_value("typed")
    view.season._show_fields("typed")
    field(view, "typed").setPlainText("10 December 2026")
    view.season.keep()
    assert len(panel.workspace.read.timetable()) == 1


def test_days_that_were_not_shown_are_not_planned(panel, view):
    view.plan_season()
    season = view.season
    panel.workspace.agenda.plan_season([season.days[0].day])
    season.plan.click()
    assert len(panel.workspace.read.timetable()) == 1
    assert season.plan.text() == "Plan 6 meetings"
    season.plan.click()
    assert len(panel.workspace.read.timetable()) == 7


def test_a_season_whose_deadlines_are_past_says_which_before_it_is_planned(panel, view):
    view.plan_season()
    assert view.season.passed.text() == ""
    field(view, "first").line.setText("16 November 2026")
    said = view.season.passed.text()
    assert said.startswith("Past already, of Thu 19 Nov 2026: ")
    field(view, "first").line.setText("1 December 2026")
    assert view.season.passed.isHidden()


def test_what_cannot_be_a_season_is_refused_beside_its_field(panel, view):
    view.plan_season()
    field(view, "every").setText("many")
    view.season.form.keep()
    assert view.season.form.form.errors() == {"every": "Give whole weeks."}
    assert not view.season.plan.isEnabled()
    field(view, "way").set_value("typed")
    view.season._show_fields("typed")
    field(view, "typed").setPlainText("as soon as we can")
    view.season.keep()
    assert "typed" in view.season.form.form.errors()
    assert panel.workspace.read.timetable() == ()


def test_a_meeting_is_moved_called_off_and_saved_for_calendars(panel, view, tmp_path):
    (meeting,) = panel.workspace.agenda.plan_season([date(2026, 12, 3)])
    view.table.go_to(meeting)
    view._ask_move()
    view.moving.editor_of("held_on").line.setText("10 December 2026")
    view.moving.keep()
    assert view.model.rows[0].held_on == date(2026, 12, 10)
    panel.dialogues.save_to = tmp_path / "timetable.ics"
    view.save()
    assert b"papers out for 10 December 2026" in panel.dialogues.save_to.read_bytes().replace(
        b"\r\n ", b""
    )
    view._call_off("")
    assert view.model.rows == ()


def test_a_season_is_called_off_at_once_and_calendars_hear_of_it_in_one_file(panel, view, tmp_path):
    days = [date(2026, 12, 3), date(2026, 12, 31), date(2027, 1, 28)]
    first, *_ = panel.workspace.agenda.plan_season(days)
    panel.dialogues.save_to = tmp_path / "timetable.ics"
    view.save()
    assert view.offer.isHidden()
    panel.workspace.agenda.add(first, panel.child())
    view.all_off.ask()
    assert view.all_off.question.text() == ("Call off all 3 meetings still to come, as one step?")
    view.all_off.yes.click()
    assert panel.said[-1][0] == (
        "2 meetings called off. Ctrl+Z takes them back together. "
        "Thu 3 Dec 2026 stays: it has items on its agenda."
    )
    assert [one.held_on for one in view.model.rows] == days[:1]
    assert view.offer.words.text().startswith("2 meetings called off still stand in calendars")
    view.offer.button.click()
    found = Calendar.from_ical(panel.dialogues.save_to.read_bytes()).walk("VEVENT")
    gone = {str(one["uid"]) for one in found if one["status"] == "CANCELLED"}
    assert sum(one.endswith("-meeting") for one in gone) == 2
    assert view.offer.isHidden()
    panel.workspace.store.undo()
    assert [one.held_on for one in view.model.rows] == days


def test_a_deadline_that_is_near_says_so_in_words(panel, view):
    panel.workspace.agenda.plan_season([date(2026, 11, 26)])
    at = next(at for at, one in enumerate(view.model.columns) if one.title == "Referrals by")
    assert view.model.index(0, at).data() == "Thu 12 Nov, today"


def test_the_deadlines_are_changed_where_the_lists_are(panel, view, qtbot):
    view.steps.click()
    assert panel.went == [("settings", ("codes", "timetable"))]
    settings = panel.show(SettingsPage(panel.desk), qtbot)
    settings.show_record(("codes", "timetable"))
    assert settings.part("codes").rows.list_name == "timetable"
