"""An action that names a measure offers itself to the register: one key, in the room, too."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from models.marks import Sharing
from tests.ui.live.test_capturing import type_line
from tests.ui.live.test_turning import press, turn
from ui.live.completing import completions


def test_f11_puts_the_measure_of_an_action_on_the_register(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    type_line(room, "action O'Brien to serve CAWN on Darren Pike by 20 Nov", qtbot)
    told = []
    room.room.capture.kept.connect(told.append)
    press(room.room.capture.line, Qt.Key.Key_Return, qtbot)
    assert told == ["Action kept · F11 puts Child Abduction Warning Notice on the register"]
    room.register_measure()
    (measure,) = panel.item("V1").measures
    assert (measure.type_code, measure.against, measure.lead) == (
        "CP10", "Darren Pike", "Jayden O'Brien",
    )  # fmt: skip
    room.register_measure()
    assert len(panel.item("V1").measures) == 1
    panel.workspace.store.undo()
    assert panel.item("V1").measures == () and len(panel.item("V1").actions) == 1


def test_an_action_for_few_offers_its_measure_to_no_shared_screen(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    item_id = panel.item("V1").row.id
    panel.workspace.conduct.record_action(
        item_id, "Serve it", measure_code="MS06", sharing=Sharing.CHAIR_ONLY
    )
    room.register_measure()
    assert panel.item("V1").measures == ()


def test_tab_offers_the_wordings_that_carry_out_a_measure(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    context = room.state.context
    found = completions("action cawn", context)
    assert found[0].startswith("action Obtain the signed statement")
    assert len(found) == 4
    assert completions("a put detached", context) == (
        "a Put detached youth work at the place at the times of the incidents ",
    )


def test_the_form_of_the_room_says_what_the_law_asks_and_what_does_not_fit(room, panel, qtbot):
    turn(room, panel, "O1", qtbot)
    room.step_to("5")
    form = room.room.item.agreed.measure
    form.measure.set_value("AS07")
    form.against.set_value(panel.item("O1").row.subject_id)
    form._tell(None)
    assert form.facts.misfits.text.text().endswith("is for a place, not for a person.")
    told = form.facts.law.findChildren(QLabel)
    assert any("Magistrates" in label.text() for label in told)
