"""Forms show a refusal at its field, and stack where the room is short."""

import pytest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit

from models.errors import Refusal
from ui.forms import Form
from ui.notice import Notice
from ui.widgets.combo import Combo


@pytest.fixture
def form(qtbot):
    made = Form("Action")
    made.row("owner", "Owner", QLineEdit(), "One named person")
    made.row("due", "Due", QLineEdit())
    qtbot.addWidget(made)
    made.resize(900, 200)
    made.show()
    return made


def test_a_refusal_stands_under_its_field_until_the_next_attempt(form):
    Notice().refuse(form.field("owner"), Refusal("Name one person.", "due"))
    assert form.errors() == {"due": "Name one person."}
    form.clear_errors()
    assert form.errors() == {}


def test_a_refusal_of_the_whole_stands_at_the_foot(form):
    assert form.take_refusal(Refusal("This meeting is closed."))
    assert form.general.isVisible()


def test_a_refusal_of_a_field_elsewhere_is_said_elsewhere(form, qtbot):
    notice = Notice()
    with qtbot.waitSignal(notice.said) as said:
        notice.refuse(form, Refusal("Not here.", "rationale"))
    assert said.args == ["Not here.", "medium"]


def test_labels_stand_above_their_fields_where_the_form_is_narrow(form, qapp):
    assert form.label_of("owner").y() <= form.field("owner").geometry().bottom()
    assert form.field("owner").x() > form.label_of("owner").x()
    form.resize(400, 300)
    qapp.processEvents()
    assert form.field("owner").x() == form.label_of("owner").x()
    assert form.field("owner").y() > form.label_of("owner").y()


def test_every_field_is_named_after_its_label(form):
    assert form.field("owner").accessibleName() == "Owner"
    assert form.field("owner").accessibleDescription() == "One named person"
    with pytest.raises(KeyError):
        form.field("nobody")


def test_what_was_refused_is_no_longer_marked_once_its_field_says_something_else(qtbot):
    form, line, notes = Form("Action"), QLineEdit(), QPlainTextEdit()
    choice, tick = Combo([("a", "Able"), ("b", "Baker")], "Who"), QCheckBox()
    fields = {"text": line, "notes": notes, "who": choice, "tick": tick}
    for name, field in fields.items():
        form.row(name, name, field)
    qtbot.addWidget(form)
    form.show()
    for name in fields:
        form.take_refusal(Refusal("Not so.", name))
    line.setText("put by the program")
    assert set(form.errors()) == set(fields)
    qtbot.keyClicks(line, "x")
    qtbot.keyClicks(notes, "x")
    qtbot.keyClicks(choice.lineEdit(), "Ba")
    tick.click()
    assert form.errors() == {} and line.property("wrong") == ""
