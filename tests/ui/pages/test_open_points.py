"""What is open before minutes are approved and issued stands in a list, and Enter goes there."""

from datetime import date

import pytest

from models.marks import Role
from models.records.open_points import Before, Mend
from tests.ui.pages.test_minutes_trusted import approve
from ui.pages.minutes.approving import grouped


@pytest.fixture
def panel(held):
    return held


def points(minutes):
    return minutes.tabs.open_points.table.model.rows


def said(minutes):
    return {(one.reference, one.sentence) for one in points(minutes)}


def test_all_that_approving_asks_stands_in_the_list_beforehand(panel, minutes):
    boy = panel.workspace.read.item(panel.boy_item).row.reference
    panel.workspace.conduct.record_action(panel.boy_item, "Someone to ring the school")
    minutes.reload()
    told = said(minutes)
    assert ("", "Nobody is named as chair") in told
    assert (boy, "Who tells the child is not recorded") in told
    assert (boy, "Who holds the plan is not recorded") in told
    assert any(words.endswith("without a date") for _, words in told)
    panel.now_as(Role.CHAIR)
    minutes.reload()
    minutes.approve()
    asked = [one for one in points(minutes) if one.before is Before.APPROVAL]
    assert minutes.approve_card.warning.text() == " ".join(grouped(asked))
    assert minutes.tabs.tabText(1) == f"Open points {len(points(minutes))}"


def test_what_is_settled_leaves_the_list(panel, minutes):
    item = panel.workspace.read.item(panel.boy_item).row.reference
    told = (item, "Who tells the child is not recorded")
    assert told in said(minutes)
    panel.workspace.conduct.tell(panel.boy_item, "child", "Jane Khan", date(2026, 11, 20), "Safer")
    minutes.reload()
    assert told not in said(minutes)


def test_enter_goes_to_where_a_point_is_mended(panel, minutes):
    panel.workspace.panel.change_agency(panel.health, agreement_expires=date(2020, 1, 1))
    minutes.reload()
    listed = minutes.tabs.open_points
    wanted = {
        Mend.MEETING: ("meeting", (panel.meeting, "opening")),
        Mend.ITEM: ("meeting", (panel.meeting, panel.boy_item)),
        Mend.CHILD: ("children", panel.boy),
        Mend.AGENCIES: ("settings", "agencies"),
        Mend.PANEL: ("settings", "panel"),
    }
    for mend, went in wanted.items():
        point = next(one for one in points(minutes) if one.mend is mend)
        listed.table.go_to(point)
        listed.go()
        assert panel.went[-1] == went
    undecided = next(one for one in points(minutes) if one.mend is Mend.ITEMS)
    listed.table.go_to(undecided)
    listed.go()
    assert minutes.tabs.currentWidget() is minutes.items
    assert minutes.items.table.current_key() == undecided.mend_id


def test_what_the_issue_asks_is_the_doubt_that_the_list_tells(panel, minutes, tmp_path):
    panel.workspace.panel.change_agency(panel.health, agreement_expires=date(2020, 1, 1))
    minutes.reload()
    words = "No current information sharing agreement on record: Health"
    assert any(one.words.startswith(words) for one in points(minutes))
    approve(panel, minutes)
    assert {one.before for one in points(minutes)} == {Before.ISSUE}
    minutes.make_documents()
    minutes.issue()
    assert words in minutes.issue_card.warning.text()
    (unread,) = [one.words for one in points(minutes) if one.mend is Mend.DOCUMENTS]
    assert unread.endswith("documents for children's files and the case system are not confirmed")


def test_the_card_leads_to_the_list(panel, minutes):
    panel.now_as(Role.CHAIR)
    minutes.reload()
    minutes.approve()
    minutes.approve_card.list_button.click()
    assert minutes.tabs.currentWidget() is minutes.tabs.open_points
    assert minutes.approve_card.isHidden()


def test_what_is_past_due_leads_to_its_new_day(panel, minutes):
    point = next(one for one in points(minutes) if one.mend is Mend.NEW_DAYS)
    assert "due" in point.words and point.before is Before.ISSUE
    minutes.tabs.open_points.table.go_to(point)
    minutes.tabs.open_points.go()
    assert not minutes.past.card.isHidden()


def test_an_agency_whose_return_did_not_come_is_named_beforehand(panel, minutes):
    told = ("", "Health: no return by the day of the meeting, and the minutes say so")
    assert told not in said(minutes)
    day = panel.workspace.read.meeting(panel.meeting).held_on
    panel.workspace.agenda.request(panel.meeting, [panel.health], day)
    minutes.reload()
    assert told in said(minutes)
    point = next(one for one in points(minutes) if one.mend is Mend.RETURNS)
    minutes.tabs.open_points.table.go_to(point)
    minutes.tabs.open_points.go()
    assert panel.went[-1] == ("agenda", ("returns", panel.meeting))
