"""The Actions page keeps champions of agencies and the training of the panel."""

from datetime import date

from ui.pages.actions import ActionsPage


def test_champions_and_training_are_entered_and_say_what_is_missing(planned, qtbot):
    page = planned.show(ActionsPage(planned.desk), qtbot)
    views, read = page.views, planned.workspace.read
    planned.workspace.panel.add_district("Harbourside")
    page.reload()
    assert not page.district.isHidden()
    views.setCurrentWidget(views.champions)
    agency = read.agencies()[0]
    planned.workspace.panel.change_agency(agency.id, core=True)
    views.reload()
    assert agency.name in views.champions.missing.text()
    entry = views.champions.entry
    entry.ask({"agency_id": agency.id, "name": "Jane Khan"})
    entry.keep()
    views.reload()
    assert [row.name for row in views.champions.rows] == ["Jane Khan"]
    page.reload()
    assert page.district.isHidden()
    assert agency.name not in views.champions.missing.text()
    views.setCurrentWidget(views.training)
    assert views.training.due.text() == "No refresher is overdue."
    views.training.entry.ask({"agency_id": agency.id, "name": "Jane Khan", "course": "nrm",
                              "done_on": date(2020, 1, 1)})  # fmt: skip
    views.training.entry.keep()
    views.reload()
    assert views.training.due.text() == "1 refresher overdue."
    (row,) = read.trainings()
    views.training.table.go_to(row.id)
    assert "first responder" in views.training.where.text()
    views.training.take_out()
    assert read.trainings() == ()


def test_the_way_to_the_first_one_stands_in_the_empty_place(panel, qtbot):
    views = panel.show(ActionsPage(panel.desk), qtbot).views
    for part in (views.improvements, views.champions, views.training):
        views.setCurrentWidget(part)
        first = part.table.empty.button
        assert first.isVisible() and first.text() == part.add_button.text()
        assert part.add_button.isHidden() and part.none.isHidden()
        first.click()
        assert part.entry.isVisible()
