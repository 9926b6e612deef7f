"""Fields of a record as the window shows them: what kind each is, made and read alike."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from models import codes
from ui import look
from ui.desk import Desk
from ui.pages.records.dates import MomentEdit, day_nearest, day_that_was, day_to_come
from ui.widgets.combo import Combo
from ui.widgets.date_edit import BEHIND, DateEdit


@dataclass(frozen=True)
class Field:
    """A field by name and label; kind is text, long, choice, pick, was, due, moment, yes or number.

    An hour is a moment, or its day alone where the hour is not known. A choice takes people's own
    words as well; a pick is one of the list. Who and where are names that are looked for on record
    while they are typed.
    """

    name: str
    label: str
    kind: str = "text"
    choices: tuple[tuple[object, str], ...] = ()
    hint: str = ""


def words_of(list_name: str) -> tuple[tuple[object, str], ...]:
    """The labels of a shipped list, each standing for itself."""
    return tuple((one.label, one.label) for one in codes.load(list_name) if one.active)


def plan_words() -> tuple[tuple[object, str], ...]:
    """The labels of the plans, each for the word by which it is kept."""
    return tuple(
        (codes.plan_word(one.label), one.label) for one in codes.load("plans") if one.active
    )


def coded(list_name: str) -> tuple[tuple[object, str], ...]:
    """The labels of a shipped list, each for its code: what papers bring is kept by code."""
    return tuple((one.code, one.label) for one in codes.load(list_name) if one.active)


def plainly(values: Iterable[str]) -> tuple[tuple[object, str], ...]:
    """Words that stand for themselves."""
    return tuple((one, one) for one in values)


def editor(field: Field, desk: Desk) -> QWidget:
    """The widget for a field; its accessible name is the label."""
    made = MAKERS[field.kind](field, desk)
    made.setAccessibleName(field.label)
    return made


def value_of(widget: QWidget) -> Any:
    """What stands in a field: text, a chosen key, a day, a moment, yes or no; None for nothing."""
    if isinstance(widget, (DateEdit, MomentEdit, Combo)):
        return widget.value()
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText().strip() or None
    if isinstance(widget, QCheckBox):
        return widget.isChecked()
    return widget.text().strip() or None if isinstance(widget, QLineEdit) else None


def put_value(widget: QWidget, value: Any) -> None:
    """Show a value in a field, announcing nothing."""
    if isinstance(widget, (DateEdit, MomentEdit, Combo)):
        widget.set_value(value)
    elif isinstance(widget, QPlainTextEdit):
        widget.setPlainText("" if value is None else str(value))
    elif isinstance(widget, QCheckBox):
        widget.setChecked(bool(value))
    elif isinstance(widget, QLineEdit):
        widget.setText("" if value is None else str(value))


def not_understood(widget: QWidget) -> bool:
    """True where something was typed that is no day, no time or no choice."""
    if isinstance(widget, (DateEdit, MomentEdit)):
        return bool(widget.text()) and widget.value() is None
    return isinstance(widget, Combo) and widget.not_listed


def why_not(widget: QWidget) -> str:
    """What is said beside a field of which that was not understood."""
    return "Choose one of the list." if isinstance(widget, Combo) else "This was not understood."


def _long(field: Field, desk: Desk) -> QWidget:
    return _lines(QPlainTextEdit())


def _telling(field: Field, desk: Desk) -> QWidget:
    # As for a name: only the forms that need it wait for what it looks names up in.
    from ui.pages.records.telling import TellingEdit

    return _lines(TellingEdit(desk.workspace.read.named_or_perhaps))


def _lines(made: QPlainTextEdit) -> QPlainTextEdit:
    made.setTabChangesFocus(True)
    made.setFixedHeight(look.current().metrics(14).height() * 4 + look.current().px(16))
    return made


def _yes(field: Field, desk: Desk) -> QWidget:
    return QCheckBox("Yes")


def _choice(field: Field, desk: Desk) -> QWidget:
    return Combo(field.choices, field.label, free=True)


def _pick(field: Field, desk: Desk) -> QWidget:
    return Combo(field.choices, field.label)


def _was(field: Field, desk: Desk) -> QWidget:
    return DateEdit(day_that_was(desk), field.label, BEHIND)


def _due(field: Field, desk: Desk) -> QWidget:
    return DateEdit(day_to_come(desk), field.label)


def _near(field: Field, desk: Desk) -> QWidget:
    return DateEdit(day_nearest(desk), field.label)


def _name(field: Field, desk: Desk) -> QWidget:
    # Few forms ask for a name, and Today waits for none of what it looks names up in.
    from ui.pages.records.known import KnownLine

    return KnownLine()


MAKERS: dict[str, Callable[[Field, Desk], QWidget]] = {
    "text": lambda field, desk: QLineEdit(),
    "number": lambda field, desk: QLineEdit(),
    "long": _long,
    "choice": _choice,
    "pick": _pick,
    "was": _was,
    "due": _due,
    "near": _near,
    "moment": lambda field, desk: MomentEdit(desk, field.label),
    "hour": lambda field, desk: MomentEdit(desk, field.label, day_alone=True),
    "yes": _yes,
    "who": _name,
    "where": _name,
    "which": _name,
    "telling": _telling,
}
