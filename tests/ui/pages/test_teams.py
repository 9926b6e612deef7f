"""Teams and fora in the window: entered on the child, hinted on the agenda, counted by team."""

from ui.pages.actions import ActionsPage
from ui.pages.agenda import AgendaPage
from ui.pages.children.child import ChildView
from ui.pages.settings.agencies import AgenciesPart


def test_a_service_and_a_forum_are_entered_hinted_and_counted(planned, qtbot):
    read = planned.workspace.read
    item = next(one for one in read.running_order(planned.meeting) if one.id == planned.boy_item)
    agency = next(iter(read.agencies())).id
    view = ChildView(planned.desk)
    qtbot.addWidget(view)
    view.show_child(item.subject_id)
    view.go_to_section("around")
    view.add()
    entry = view.around.service_entry
    entry.editor_of("agency_id").set_value(agency)
    entry.editor_of("status").set_value("working")
    entry.keep()
    view.around.forum_entry.ask()
    view.around.forum_entry.editor_of("forum").set_value("MARAC")
    view.around.forum_entry.keep()
    view.show_child(item.subject_id)
    assert view.around.hint.text().startswith("Two meetings have this child")
    (service,) = read.services_of(item.subject_id)
    view.around.service_cards.cards[service.id].form.editor_of("status").set_value("paused")
    view.around._change_service(service.id, "status", "paused", "working")
    assert read.services_of(item.subject_id)[0].status == "paused"

    page = planned.show(AgendaPage(planned.desk), qtbot)
    page._choose(planned.boy_item)
    assert page.item.overlap.text() == view.around.hint.text()
    actions = planned.show(ActionsPage(planned.desk), qtbot)
    actions.views.setCurrentIndex(3)
    teams = actions.views.teams
    teams.table.go_to(agency)
    assert teams.chosen().working == (item.subject_id,)
    assert teams.buttons["working"].isEnabled() and not teams.buttons["waiting"].isEnabled()

    part = AgenciesPart(planned.desk)
    qtbot.addWidget(part)
    part.reload()
    part.table.go_to(agency)
    part.team._change("youngest", 17, None)
    assert read.team(agency).ages == "from 17"
