"""A small form that stands in the page for one new thing: fields, a button, and a way out."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from shiboken6 import isValid

from models.errors import Refusal
from models.records.papers import MatchRecord
from ui.desk import Desk
from ui.forms import Form
from ui.pages.records.fields import Field, editor, not_understood, put_value, value_of, why_not
from ui.pages.records.known import KnownLine, looking
from ui.pages.records.record_page import page_of
from ui.pages.records.telling import TellingEdit
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.flow import in_a_row
from ui.widgets.in_sight import bring_into_sight

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EntryCard(Card):
    """Fields for `enter(values)`; shown by `ask`, it goes away when the thing is kept or on Escape.

    `values` holds what was entered by field name, without what was left empty.
    """

    closed = Signal()

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        desk: Desk,
        enter: Callable[[dict[str, Any]], Any],
        words: str = "Keep",
        *,
        lasting: bool = False,
        way_out: str = "Leave it",
        above: Form | None = None,
    ) -> None:
        """`above` stands before the fields, for the eye and for Tab."""
        super().__init__(title)
        self._desk, self._enter, self._lasting = desk, enter, lasting
        self.form = Form(title)
        self._widgets: dict[str, QWidget] = {}
        self._asked: dict[str, Any] = {}
        self._begun: dict[str, Any] = {}
        self._whose: Hashable = None
        self._aside: dict[Hashable, tuple[dict[str, Any], dict[str, Any]]] = {}
        self.back_to: QWidget | None = None
        """Where the keyboard goes once the form is left: where it was asked from."""
        for field in fields:
            made = self._widgets[field.name] = editor(field, desk)
            self.form.row(field.name, field.label, made, field.hint, self._below(made, field.kind))
        self._top = above or self.form
        for one in dict.fromkeys((self._top, self.form)):
            self.add(one)
        self.keep_button = button(words, self.keep, "primary")
        ways_out = () if lasting else (button(way_out, self.leave),)
        self.add(in_a_row((self.keep_button, *ways_out), above=4))
        if not lasting:
            self.hide()

    def ask(self, values: Mapping[str, Any] | None = None) -> None:
        """Show the form with these values, and go to its first field.

        Asked for again with the same while it stands open, it keeps what was typed.
        """
        asked = dict(values or {})
        if self._lasting or self.isHidden() or asked != self._asked:
            self._fill(asked)
        if not has_focus(self):
            self.back_to = QApplication.focusWidget()
        self.show()
        first = next(iter(self._widgets.values()), None)
        if first is not None and not self._lasting:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_sight(self, lambda: self.rect().adjusted(0, self._top.y(), 0, 0))

    def turn_to(self, whose: Hashable) -> None:
        """Go with another record: what is half-typed for this one stands open there again."""
        if whose == self._whose:
            return
        if not self.isHidden() and self.said() != self._begun:
            self._aside[self._whose] = self._asked, self.said()
        self.leave()
        self._whose = whose
        if whose in self._aside:
            asked, said = self._aside.pop(whose)
            self._fill(asked)
            for name, value in said.items():
                put_value(self._widgets[name], value)
            self.show()

    def _fill(self, values: dict[str, Any]) -> None:
        self._asked = values
        self._clear_errors()
        for name, widget in self._widgets.items():
            put_value(widget, values.get(name))
        self._begun = self.said()

    def keep(self) -> None:
        """Enter what stands in the fields; a refusal is shown beside its field."""
        self._clear_errors()
        if self._desk.attempt(self.form, self._try) and not self._lasting:
            self.leave()

    def take_refusal(self, refusal: Refusal) -> bool:
        """Show a refusal under its field above, else over the whole form: where the hand is."""
        whole = Refusal(refusal.message)
        return self._top.take_refusal(refusal) or self.form.take_refusal(whole)

    def _clear_errors(self) -> None:
        for one in (self._top, self.form):
            one.clear_errors()

    def leave(self) -> None:
        """Take the form away; the keyboard goes back to where it was asked from, unless who hears
        of it takes it further."""
        for widget in self._widgets.values():
            if isinstance(widget, KnownLine):
                widget.leave()
        put_away(self, self.back_to)
        self.closed.emit()

    def editor_of(self, name: str) -> QWidget:
        """The widget in which a field is typed."""
        return self._widgets[name]

    def event(self, event: QEvent) -> bool:
        # A form in hand has Ctrl+Enter before whatever its page does by it.
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() in ENTER
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._lasting:
            self.leave()
        elif event.key() in ENTER:
            at = self.focusWidget()
            if isinstance(at, QAbstractButton):
                at.click()
            else:
                self.keep()
        else:
            super().keyPressEvent(event)

    def _below(self, made: QWidget, kind: str) -> QWidget | None:
        """What says under a field who is meant, where it looks for that."""
        if isinstance(made, TellingEdit):
            return made.below
        return self._look_with(made, kind) if isinstance(made, KnownLine) else None

    def _look_with(self, line: KnownLine, kind: str) -> QWidget:
        """Let a name be looked for while it is typed; who is taken is opened, and nothing kept."""
        line.look = looking(kind, self._desk.workspace.read, self.said)
        line.taken.connect(self._open)
        return line.below

    def _open(self, match: MatchRecord) -> None:
        self.leave()
        self._desk.go(page_of(match.kind), match.subject_id)

    def said(self) -> dict[str, Any]:
        """What stands in the fields now; None where nothing does."""
        return {name: value_of(widget) for name, widget in self._widgets.items()}

    def understood(self, asked: Iterable[str] | None = None) -> dict[str, Any]:
        """What stands in the fields, or in those asked for; a Refusal where it is no answer."""
        said = self.said()
        names = tuple(said if asked is None else asked)
        for name in names:
            if not_understood(self._widgets[name]):
                raise Refusal(why_not(self._widgets[name]), name)
        return {name: said[name] for name in names if said[name] is not None}

    def _try(self) -> None:
        self._enter(self.understood())


def has_focus(form: QWidget) -> bool:
    """Whether the keyboard is in a form."""
    at = QApplication.focusWidget()
    return at is not None and form.isAncestorOf(at)


def put_away(form: QWidget, back_to: QWidget | None) -> None:
    """Hide a form; the keyboard that was in it goes where it was asked from, if that is there."""
    had_focus = has_focus(form)
    form.hide()
    if had_focus and back_to is not None and isValid(back_to) and back_to.isVisible():
        back_to.setFocus(Qt.FocusReason.OtherFocusReason)
