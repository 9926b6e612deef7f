"""Beside an item of the agenda: what is told of it to whom, as the room keeps it too."""

from PySide6.QtWidgets import QPushButton

from ui.pages.agenda.item_extras import ItemExtras


def test_a_line_is_told_said_and_another_taken_out(planned, qtbot):
    extras = ItemExtras(planned.desk)
    qtbot.addWidget(extras)
    extras.show_item(planned.boy_item, initials=False)
    assert extras.told.isHidden()
    for to_whom in ("Residents", "Schools"):
        extras.entry.ask({"what": "Lights will be mended", "to_whom": to_whom})
        extras.entry.keep()
    extras.show_item(planned.boy_item, initials=False)
    assert not extras.told.isHidden()
    acts = {one.accessibleName(): one for one in extras.lines.findChildren(QPushButton)}
    acts["Said to Residents today"].click()
    acts["Take out what is told to Schools"].click()
    _, (line,) = planned.workspace.read.item_extras(planned.boy_item)
    today = planned.workspace.store.clock.today()
    assert (line.to_whom, line.said_on) == ("Residents", today)
    extras.show_item(planned.boy_item, initials=False)
    assert not [one for one in extras.lines.findChildren(QPushButton) if one.isVisibleTo(extras)]
