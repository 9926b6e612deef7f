"""A child's section Moving on: the transition begun, a move entered, its pack begun."""

from datetime import date

from ui.pages.children.child import ChildView


def test_a_transition_is_begun_and_a_move_is_packed(planned, qtbot):
    workspace, view = planned.workspace, ChildView(planned.desk)
    qtbot.addWidget(view)
    child = next(one for one in workspace.read.children() if one.birth_date)
    view.show_child(child.id)
    view.go_to_section("moving")
    card, moving = view.moving.transition, view.moving
    assert card.form.isHidden() and not card.begin.isHidden()
    card.begin.click()
    assert not card.form.isHidden()
    card.ticks["views"].click()
    done = [one.code for one in workspace.read.transition(child.id).points if one.done_on]
    assert done == ["views"]

    view.add()
    moving.entry.editor_of("way").set_value("out")
    moving.entry.keep()
    assert moving.entry.isVisibleTo(moving) and workspace.read.moves(child.id) == ()
    moving.entry.editor_of("authority").setText("Leeds City Council")
    moving.entry.keep()
    view.show_child(child.id)
    (row,) = workspace.read.moves(child.id)
    assert row.owed == ("host area not told", "transfer pack not written")
    made = moving.moves.cards[row.id, row.way]
    made._change("told_on", date(2026, 11, 10), None)
    made.make_pack()
    qtbot.waitUntil(lambda: not view.disclosure.work.busy)
    assert view.sections.current == 7
    assert view.disclosure.asked().move_id == row.id
