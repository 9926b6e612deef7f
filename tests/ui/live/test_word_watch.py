"""Words that blame or say too little, underlined where they are typed and explained in place."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest

from tests.ui.live.test_capturing import type_line
from tests.ui.live.test_turning import press, turn
from ui.live.item_view import AGENCIES

WHY = (
    "“streetwise”: makes a child seem older than they are; consider “has had to learn to survive”."
)


def test_a_word_that_blames_is_underlined_in_the_analysis_and_explained_in_place(
    room, panel, qtbot
):
    field = _field(room, panel, "analysis", qtbot)
    before = field.geometry(), field.label.geometry()
    QTest.keyClicks(field.editor, "He is streetwise")
    (mark,) = field.editor.extraSelections()
    assert mark.cursor.selectedText() == "streetwise"
    assert mark.format.underlineStyle() is QTextCharFormat.UnderlineStyle.WaveUnderline
    assert field.watch.explanation.isVisible()
    assert field.watch.explanation.text() == WHY
    assert field.editor.accessibleDescription() == WHY
    QTest.keyClicks(field.editor, " and so on")
    assert not field.watch.explanation.isVisible()
    assert (field.geometry(), field.label.geometry()) == before
    assert field.text == "He is streetwise and so on"


def test_a_weak_word_is_explained_too_and_a_mended_one_is_plain_again(room, panel, qtbot):
    field = _field(room, panel, "analysis", qtbot)
    QTest.keyClicks(field.editor, "Monitor")
    assert "cannot be seen done" in field.watch.explanation.text()
    press(field.editor, Qt.Key.Key_Backspace, qtbot)
    assert field.editor.extraSelections() == []
    assert not field.watch.explanation.isVisible()


def test_the_childs_voice_and_quoted_words_are_never_underlined(room, panel, qtbot):
    voice = _field(room, panel, "voice", qtbot)
    QTest.keyClicks(voice.editor, "I am streetwise")
    assert voice.watch is None and voice.editor.extraSelections() == []
    view = room.room.item.presentation.fields["parents_view"]
    view.editor.setFocus()
    QTest.keyClicks(view.editor, 'Mum says he is "streetwise"')
    assert view.editor.extraSelections() == []


def test_undo_of_typing_and_a_sign_beyond_the_first_plane_are_left_whole(room, panel, qtbot):
    field = _field(room, panel, "analysis", qtbot)
    field.editor.insertPlainText("\U0001f600 he is streetwise")
    (mark,) = field.editor.extraSelections()
    assert mark.cursor.selectedText() == "streetwise"
    field.editor.undo()
    assert field.editor.toPlainText() == "" and field.editor.extraSelections() == []


def test_the_line_of_the_agency_round_says_so_without_changing_what_is_kept(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    room.room.item.go_to(AGENCIES)
    bar = room.room.item.agencies.bar
    bar.add(panel.agencies["Police"], "Police")
    QTest.keyClicks(bar.text, "He is streetwise")
    assert bar.watch.explanation.isVisible() and bar.watch.explanation.text() == WHY
    assert bar.text.text() == "He is streetwise"
    press(bar.text, Qt.Key.Key_Return, qtbot)
    assert not bar.watch.explanation.isVisible()
    kept = [line.text for one in panel.item("V1").rounds for line in one.lines]
    assert "He is streetwise" in kept


def test_the_capture_bar_underlines_what_its_tags_speak_of(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    type_line(room, "n he is streetwise, consider", qtbot)
    bar = room.room.capture
    assert [bar.line.text()[one.start : one.end] for one in bar.watch.found] == ["streetwise"]
    assert bar.line.text() == "n he is streetwise, consider"
    type_line(room, "voice: I am streetwise", qtbot)
    assert not bar.watch.found


def _field(room, panel, name, qtbot):
    turn(room, panel, "V1", qtbot)
    step = room.room.item.presentation if name == "voice" else room.room.item.analysis
    room.room.item.go_to(room.room.item.steps.index(step))
    qtbot.wait(5)
    step.fields[name].editor.setFocus()
    return step.fields[name]
