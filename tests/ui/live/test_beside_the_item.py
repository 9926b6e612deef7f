"""Beside an item in the room: people, places and risk; what is told of it to whom."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from tests.ui.live.test_turning import turn
from ui.live.item_view import AGENCIES

ANALYSIS, AGREED = "2", "5"


def test_three_columns_of_any_item_are_kept_as_they_are_left(room, panel, qtbot):
    turn(room, panel, "O1", qtbot)
    room.step_to(ANALYSIS)
    columns = room.room.item.analysis.columns
    for field, words in (("people", "Two older boys"), ("places", "The arcade")):
        columns.fields[field].editor.setFocus()
        qtbot.keyClicks(columns.fields[field].editor, words)
    room.step_to(str(AGENCIES))
    turn(room, panel, "V1", qtbot)
    kept = panel.item("O1").columns
    assert (kept.people, kept.places, kept.risk) == ("Two older boys", "The arcade", None)
    assert panel.item("V1").columns is None
    room.step_to(ANALYSIS)
    assert columns.fields["people"].text == ""


def test_a_name_in_a_column_is_veiled_until_it_is_revealed(room, panel, qtbot):
    write = panel.workspace.extras.write_column
    write(panel.items["V1"], "people", "Aidan Ravenscroft with Darren Pike", None)
    turn(room, panel, "V1", qtbot)
    room.step_to(ANALYSIS)
    field = room.room.item.analysis.columns.fields["people"]
    assert "Ravenscroft" not in field.veil.shown.toPlainText()
    assert field.editor.isHidden()
    room.state.reveal(True)
    assert field.text == "Aidan Ravenscroft with Darren Pike"
    assert field.veil.shown.isHidden()


def test_what_is_half_typed_in_a_column_is_there_after_a_stop(room, panel, qtbot):
    key = f"item.{panel.items['V1']}.columns.risk"
    panel.workspace.store.keep_draft(key, "More children")
    turn(room, panel, "V1", qtbot)
    room.step_to(ANALYSIS)
    assert room.room.item.analysis.columns.fields["risk"].text == "More children"


def test_a_line_is_told_with_whom_and_who_approved_it(room, panel, qtbot):
    turn(room, panel, "O1", qtbot)
    room.step_to(AGREED)
    told = room.room.item.agreed.told
    form = told.form
    form.what.setText("Lights at the arcade will be mended")
    form.to_whom.setText("Residents")
    form.public.set_value(True)
    qtbot.keyClick(form.what, Qt.Key.Key_Return)
    assert "approved" in form.errors()["approved_by"]
    assert not panel.item("O1").communications
    form.approved.set_value("Rita Choudhury")
    qtbot.keyClick(form.what, Qt.Key.Key_Return)
    (line,) = panel.item("O1").communications
    assert (line.public, line.approved_by) == (True, "Rita Choudhury")
    assert line.approved_on == panel.clock.today()
    assert form.what.text() == ""
    said = next(b for b in told.findChildren(QPushButton) if "Said to" in b.accessibleName())
    said.click()
    assert panel.item("O1").communications[0].said_on == panel.clock.today()


def test_what_the_public_would_hear_of_somebody_is_refused_beside_the_field(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    room.step_to(AGREED)
    form = room.room.item.agreed.told.form
    form.what.setText("Aidan Ravenscroft is safe")
    form.to_whom.setText("Residents")
    form.public.set_value(True)
    form.approved.set_value("Rita Choudhury")
    form.agree()
    assert "of somebody on record" in form.errors()["what"]
    assert form.what.text() == "Aidan Ravenscroft is safe"
    form.public.set_value(False)
    form.agree()
    told = room.room.item.agreed.told
    words = " ".join(one.accessibleName() for one in told.findChildren(QPushButton))
    assert "Ravenscroft" not in words
