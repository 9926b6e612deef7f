"""What a form refuses is told where it can be read, however long the form is."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QScrollArea

from models.errors import Refusal
from ui.forms import Form


def test_why_a_field_is_refused_stands_in_sight(qtbot) -> None:
    form, area = Form("A form"), QScrollArea()
    for number in range(12):
        form.row(f"field {number}", f"Field {number}", QLineEdit())
    form.row("reason", "Reason", QPlainTextEdit())
    area.setWidget(form)
    area.setWidgetResizable(True)
    area.resize(420, 320)
    qtbot.addWidget(area)
    area.show()
    assert form.take_refusal(Refusal("Say why the judgement differs.", "reason"))
    error = next(row.error for row in form._rows if row.name == "reason")
    qtbot.waitUntil(lambda: error.visibleRegion().boundingRect() == error.rect())
