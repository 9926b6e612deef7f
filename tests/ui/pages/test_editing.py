"""A record's fields: what was refused of one stays said until that one is kept."""

import pytest
from PySide6.QtCore import Qt

from models.errors import Refusal
from ui.pages.records.editing import RecordForm
from ui.pages.records.fields import Field

FIELDS = (
    Field("name", "Name"), Field("number", "Number"), Field("school", "School"),
    Field("until", "Until"), Field("since", "Since"),
)  # fmt: skip
NO_NAME, TAKEN, ORDER = "Give a name.", "Another child has this number.", "Ends before it began."


class _Record:
    """What keeps the fields: no empty name, no number taken, nothing ended before it began."""

    def __init__(self):
        self.kept = {}

    def change(self, field, value, _seen):
        if field == "name" and not value:
            raise Refusal(NO_NAME, "name")
        if field == "number" and value == "9":
            raise Refusal(TAKEN, "number")
        if field == "since" and value == "2027":
            raise Refusal(ORDER, "until")
        self.kept[field] = value


@pytest.fixture
def form(panel, qtbot):
    record = _Record()
    made = RecordForm("Child", FIELDS, panel.desk, record.change, editable=True)
    qtbot.addWidget(made)
    made.record = record
    made.show_values("child.1", {"name": "Ivy", "number": "1", "since": "2026"})
    made.show()
    return made


def put(form, qtbot, name, text):
    made = form.editor_of(name)
    made.setFocus()
    made.selectAll()
    qtbot.keyClick(made, Qt.Key.Key_Delete)
    if text:
        qtbot.keyClicks(made, text)
    qtbot.keyClick(made, Qt.Key.Key_Return)


def test_keeping_one_field_leaves_what_is_wrong_with_the_others_said(form, qtbot):
    put(form, qtbot, "name", "")
    put(form, qtbot, "number", "9")
    put(form, qtbot, "school", "Tarn High")
    assert form.record.kept == {"school": "Tarn High"}
    assert form.errors() == {"name": NO_NAME, "number": TAKEN}
    put(form, qtbot, "number", "2")
    assert form.errors() == {"name": NO_NAME}
    put(form, qtbot, "name", "Ivy A")
    assert form.errors() == {}


def test_what_was_said_under_another_field_goes_with_the_one_that_it_was_said_of(form, qtbot):
    put(form, qtbot, "since", "2027")
    assert form.errors() == {"until": ORDER}
    put(form, qtbot, "school", "Tarn High")
    assert form.errors() == {"until": ORDER}
    put(form, qtbot, "since", "2025")
    assert form.errors() == {}


def test_another_record_begins_without_what_was_said_of_the_last(form, qtbot):
    put(form, qtbot, "number", "9")
    form.show_values("child.2", {"name": "Bea", "number": "3"})
    assert form.errors() == {}


def test_what_was_refused_is_said_no_more_where_the_kept_text_stands_again(form, qtbot):
    put(form, qtbot, "name", "")
    put(form, qtbot, "number", "9")
    put(form, qtbot, "name", "Ivy")
    assert form.errors() == {"number": TAKEN}
    put(form, qtbot, "number", "1")
    assert form.errors() == {}


def test_what_another_field_said_of_it_stays_said(form, qtbot):
    put(form, qtbot, "since", "2027")
    put(form, qtbot, "until", "")
    assert form.errors() == {"until": ORDER}
    put(form, qtbot, "since", "2026")
    assert form.errors() == {}
