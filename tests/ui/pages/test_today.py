"""Today says what presses first, and each line leads to the thing."""

from datetime import timedelta

from PySide6.QtCore import Qt

from models.marks import Role
from models.records.today import TodayLine
from models.rules.triage import TELL_NOW
from models.services.signed_in import Person
from models.workspace import Workspace
from tests.models.services.old_panel import old_panel
from tests.ui.pages.desk_made import NOW, Panel
from ui.pages.kept_safe import KeptSafe
from ui.pages.today import TodayPage
from ui.widgets.go_line import GoLine


def lines(page):
    return [line for line in page.findChildren(GoLine) if not line.isHidden()]


def named(page, words):
    return next(line for line in lines(page) if words in line.accessibleName())


def test_immediate_risk_stands_first_and_leads_to_its_referral(panel, qtbot):
    panel.referral("Zoe Byrne")
    at_risk = panel.referral("Ivy Ashdown", immediate_risk=True)
    page = panel.show(TodayPage(panel.desk), qtbot)
    first = lines(page)[0]
    assert TELL_NOW in first.accessibleName()
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert panel.went == [("referrals", at_risk)]


def test_children_are_named_by_initials_only(panel, qtbot):
    panel.referral("Ivy Ashdown", immediate_risk=True)
    page = panel.show(TodayPage(panel.desk), qtbot)
    assert not any("Ashdown" in line.accessibleName() for line in lines(page))


def test_what_is_left_of_a_long_list_is_not_said_to_come_soon(panel, qtbot):
    page = panel.show(TodayPage(panel.desk), qtbot)
    more = TodayLine("medium", "Overdue", "6 more actions to ask after", "", "actions", None)
    assert page._line(more).accessibleName() == "6 more actions to ask after"


def test_a_return_interview_is_named_from_48_hours_and_overdue_from_72(panel, qtbot):
    child = panel.child()
    for hours in (50, 80):
        back = NOW - timedelta(hours=hours)
        panel.workspace.register.add_episode(
            child, reported_at=back - timedelta(hours=9), returned_at=back
        )
    page = panel.show(TodayPage(panel.desk), qtbot)
    assert named(page, "22 h left of 72 h, not offered yet").accessibleName().startswith("Soon")
    named(page, "8 h over 72 h").click()
    assert panel.went == [("children", (child, "episodes"))]


def test_referrals_to_triage_go_away_once_they_are_decided(panel, qtbot):
    referral = panel.referral("Ivy Ashdown", immediate_risk=False)
    page = panel.show(TodayPage(panel.desk), qtbot)
    assert named(page, "Triage I.A.")
    panel.workspace.referrals.accept(referral, "complete")
    assert not any("Triage" in line.accessibleName() for line in lines(page))


def test_overdue_assessments_lead_to_the_children_they_are_of(panel, qtbot):
    panel.child()
    page = panel.show(TodayPage(panel.desk), qtbot)
    named(page, "1 risk assessment overdue").click()
    assert panel.went == [("children", "overdue")]


def test_a_new_panel_says_its_first_steps_and_leads_to_them(panel, qtbot):
    page = panel.show(TodayPage(panel.desk), qtbot)
    said = [line.accessibleName() for line in lines(page)]
    assert said == [
        "Bring in referrals and the tracker. Word, Excel, PDF, e-mail: Ctrl+O.",
        "Plan the first meeting. Accepted referrals are proposed for it: Ctrl+N.",
        "No meeting is planned. Plan one on Agenda.",
    ]
    named(page, "Bring in referrals").click()
    assert panel.went == [("referrals", None)]


def test_what_a_line_proposes_is_done_by_its_key_and_undone(panel, qtbot):
    workspace = panel.workspace
    meeting = workspace.agenda.plan_meeting(NOW.date())
    items = [workspace.agenda.add(meeting, panel.child(name)) for name in ("Ivy Ash", "Bo Reed")]
    workspace.conduct.start(meeting)
    for one in items:
        workspace.conduct.defer(one, "No worker came")
    workspace.conduct.close(meeting)
    page = panel.show(TodayPage(panel.desk), qtbot)
    named(page, "V1, V2 of").setFocus()
    page.take_offer()
    assert {one.reason for one in workspace.read.no_extracts(meeting)} == {
        "Deferred to a later meeting"
    }
    assert not any("no extract" in line.accessibleName() for line in lines(page))
    page.take_offer()
    assert panel.said[-1][0] == "No line proposes anything."
    workspace.store.undo()
    assert named(page, "V1, V2 of")


def test_a_risk_said_in_the_meeting_leads_to_its_item_and_line(panel, qtbot):
    panel.child()
    page = panel.show(TodayPage(panel.desk), qtbot)
    line = TodayLine("high", "Immediate risk", "V1", "", "meeting", 1, place=(7, 12))
    page._go(line)
    assert panel.went == [("meeting", (1, 7, 12))]


def test_records_due_for_review_are_counted_for_who_may_dispose_of_them(qapp, dressed, qtbot):
    old = old_panel()
    panel = Panel()
    panel.workspace.close()
    panel.workspace = panel.desk.workspace = old.workspace
    page = panel.show(TodayPage(panel.desk), qtbot)
    assert sum(row.state == "due" for row in old.read.retention()) == 1
    words = "1 record due for review under retention"
    qtbot.waitUntil(lambda: any(words in one.accessibleName() for one in lines(page)))
    line = named(page, words)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert panel.went == [("settings", "retention")]

    store = old.workspace.store
    chair = Workspace(store, Person(None, "Cleo Chair", Role.CHAIR))
    assert chair.read.to_review() == ()
    panel.hub.close()
    old.workspace.close()


def test_names_in_papers_and_the_unlisted_stand_on_today_once_it_has_rested(panel, qtbot):
    child = panel.child("Ivy Ashdown")
    person = panel.workspace.register.add_person("Dean Pyke")
    for one in (child, panel.child("Tia Oakes")):
        panel.workspace.referrals.add(one, reason="Seen with Dean Pyke.")
    page = panel.show(TodayPage(panel.desk), qtbot)
    page.noticing.look()
    said = [line.text for line in page.lines]
    assert "2 names in the papers may be linked" in said
    assert "1 stands in the papers of others and was never listed" in said
    panel.workspace.register.refer(person, "Dean Pyke", "Named by two.")
    page.noticing.look()
    assert not any("never listed" in line.text for line in page.lines)


def test_the_last_backup_is_told_as_at_the_foot_of_the_window_once_it_is_made(
    panel, qtbot, monkeypatch
):
    page = panel.show(TodayPage(panel.desk), qtbot)
    page._resting.stop()
    card = page.findChildren(KeptSafe)[-1]
    monkeypatch.setattr(Workspace, "backup_note", "backup within the hour")
    qtbot.waitUntil(lambda: card.chips.words() == ("Backup within the hour",), timeout=5000)
