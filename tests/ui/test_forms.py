"""Forms show a refusal at its field, and stack where the room is short."""

import pytest
from PySide6.QtWidgets import QLineEdit

from models.errors import Refusal
from ui.forms import Form
from ui.notice import Notice


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
