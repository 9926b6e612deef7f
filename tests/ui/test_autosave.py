"""What is typed is never lost and never overwrites another's words unasked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from models.errors import Conflict, Refusal
from ui.autosave import Autosave
from ui.widgets.banner import ConflictBar


class Kept:
    """What a service keeps, with its refusals."""

    def __init__(self, text=""):
        self.text, self.drafts, self.writes, self.error = text, [], 0, None

    def keep(self, seen, text):
        if self.error is not None:
            raise self.error
        if seen != self.text:
            raise Conflict("Rationale", self.text, text)
        self.text = text
        self.writes += 1


@pytest.fixture(params=[QLineEdit, QPlainTextEdit])
def desk(request, qtbot):
    editor, bar, kept = request.param(), ConflictBar(), Kept("The plan")
    qtbot.addWidget(editor)
    qtbot.addWidget(bar)
    autosave = Autosave(editor, kept.keep, kept.drafts.append, bar, "Rationale")
    autosave.start("The plan")
    editor.show()
    return editor, bar, kept, autosave


def type_into(editor, text):
    put = editor.setText if isinstance(editor, QLineEdit) else editor.setPlainText
    put(text)


def test_leaving_with_the_same_words_writes_nothing(desk):
    _, _, kept, autosave = desk
    assert autosave.keep()
    assert kept.writes == 0


def test_enter_keeps_one_operation(desk, qtbot):
    editor, _, kept, autosave = desk
    type_into(editor, "The plan works")
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (kept.text, kept.writes) == ("The plan works", 1)
    assert kept.drafts[-1] is None
    assert not autosave.dirty


def test_half_typed_words_go_to_the_draft_and_come_back(desk):
    editor, _, kept, autosave = desk
    type_into(editor, "The plan wo")
    autosave.note()
    assert kept.drafts == ["The plan wo"]
    autosave.start("The plan", "The plan wo")
    assert autosave.dirty


def test_words_from_elsewhere_are_taken_where_nothing_was_typed(desk):
    editor, bar, _, autosave = desk
    autosave.arrived("Another plan")
    assert Autosave.text_of(editor) == "Another plan"
    assert bar.isHidden()


@pytest.mark.parametrize(("mine", "result"), [(True, "My plan"), (False, "Another plan")])
def test_both_texts_are_shown_and_one_is_chosen(desk, mine, result):
    editor, bar, kept, autosave = desk
    kept.text = "Another plan"
    type_into(editor, "My plan")
    assert not autosave.keep()
    assert not bar.isHidden()
    assert kept.text == "Another plan"
    (bar._take_mine if mine else bar._take_theirs)()
    assert Autosave.text_of(editor) == kept.text == result


def test_a_refusal_leaves_the_words_and_drafts_them(desk, qtbot):
    editor, _, kept, autosave = desk
    kept.error = Refusal("Say why.", "rationale")
    type_into(editor, "Too short")
    with qtbot.waitSignal(autosave.refused):
        autosave.keep()
    assert Autosave.text_of(editor) == "Too short"
    assert kept.drafts[-1] == "Too short"


def test_words_that_stand_against_anothers_are_drafted_at_once(desk):
    editor, bar, kept, autosave = desk
    kept.text = "Their plan"
    type_into(editor, "My plan")
    assert not autosave.keep()
    assert not bar.isHidden()
    assert kept.drafts == ["My plan"]


def test_a_draft_goes_where_the_words_are_as_they_were(desk):
    editor, _, kept, autosave = desk
    type_into(editor, "The plan wo")
    autosave.note()
    type_into(editor, "The plan")
    assert autosave.keep()
    assert kept.drafts == ["The plan wo", None]


def test_what_was_kept_is_no_typing_for_the_field_to_take_back(desk):
    editor, _, _, autosave = desk
    type_into(editor, "Named by two children")
    assert autosave.keep()
    undone = (
        editor.isUndoAvailable()
        if isinstance(editor, QLineEdit)
        else (editor.document().isUndoAvailable())
    )
    assert not undone
    assert Autosave.text_of(editor) == "Named by two children"
