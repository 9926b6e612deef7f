"""The time line of several: drawn, gone about in by keys, told in words, and safe for the room."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage

from models.marks import Information, Sharing
from models.records.timeline import Cluster, Gap, Mark
from tests.ui.pages.desk_made import NOW
from ui.pages.people import PeoplePage
from ui.pages.people.times import RoomTimes, TimesView


@pytest.fixture
def children(panel):
    """Three children missing within three days in spring, and nothing since."""
    found = [panel.child(name) for name in ("Ivy Ashdown", "Kit Tarn", "Robin Marlow")]
    for after, child in enumerate(found):
        at = datetime(2026, 5, 4, 20) + timedelta(days=after)
        panel.workspace.register.add_episode(child, reported_at=at, returned_at=at + timedelta(2))
    group = panel.workspace.register.add_group("Canal Boys")
    for child in found:
        panel.workspace.register.link(child, "member of", group)
    return (*found, group)


@pytest.fixture
def page(panel, children, qtbot):
    made = panel.show(PeoplePage(panel.desk), qtbot)
    made.show_record(("beside", children[3]))
    return made


@pytest.fixture
def view(panel, children, qtbot):
    """The time line by itself: the page with all its records takes several times as long."""
    made = TimesView(panel.desk)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    made.show_beside(children[3])
    return made


def test_a_groups_members_stand_over_one_another_with_what_came_together(page, children, qtbot):
    board = page.lists.times.board
    assert tuple(lane.row.subject.id for lane in board.content.lanes) == children
    assert board.count.text() == "4 subjects, 9 things, 1 cluster, 3 gaps"
    board.canvas.setFocus()
    qtbot.keyClick(board.canvas, Qt.Key.Key_C)
    assert isinstance(board.canvas.pointed.what, Cluster)
    assert board.said.text().startswith("3 within 3 days, 4 to 6 May 2026: Ivy Ashdown, Kit Tarn")
    told = board.model.row_at(board.table.view.currentIndex().row())
    assert told.what == board.canvas.pointed.what


def test_keys_go_along_a_row_from_row_to_row_and_to_gaps(view, children, qtbot):
    canvas = view.board.canvas
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    assert (canvas.pointed.at, canvas.pointed.what.mark) == (0, Mark.EPISODE)
    qtbot.keyClick(canvas, Qt.Key.Key_Down)
    assert canvas.pointed.what.subject_id == children[1]
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.pointed.what.mark is Mark.OTHER
    qtbot.keyClick(canvas, Qt.Key.Key_G)
    assert isinstance(canvas.pointed.what, Gap)
    qtbot.keyClick(canvas, Qt.Key.Key_Delete)
    assert len(view.board.content.lanes) == 3


def test_what_is_pointed_at_is_what_the_words_say(view, qtbot):
    board = view.board
    frame = board.canvas.frame_now()
    one = board.content.lanes[1].happenings[0]
    x = frame.x(one.at.toordinal() + 0.5)
    found = board.canvas.hit(QPoint(int(x), frame.middle(1, 1)))
    assert found.what == one
    assert board.telling.pointed(found).startswith("Kit Tarn · 5 to 7 May 2026 · Missing, back")


def test_one_looks_nearer_by_key_and_by_slider_and_sees_all_again(view, qtbot):
    board = view.board
    canvas = board.canvas
    whole = canvas.per_day
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.per_day > whole and board.reach.slider.value() > 0
    board.reach.slider.setValue(1000)
    assert canvas.per_day == 48
    qtbot.keyClick(canvas, Qt.Key.Key_0)
    assert canvas.per_day == whole and canvas.horizontalScrollBar().maximum() <= 1


def test_a_kind_switched_off_is_neither_drawn_nor_told(view):
    board = view.board
    board.kinds.switches[Mark.OTHER].setChecked(False)
    assert {one.mark for lane in board.content.lanes for one in lane.happenings} == {Mark.EPISODE}
    assert len(board.content.clusters) == 1


def test_subjects_are_added_with_those_linked_or_alone(panel, view):
    other = panel.child("Zed Poole")
    person = panel.workspace.register.add_person("Dean Pyke")
    panel.workspace.register.link(person, "exploits", other)
    view._clear()
    view.picker.choose(panel.workspace.read.find("Poole", 1)[0])
    assert view.ids == (other, person)
    view._clear()
    view.linked.setChecked(False)
    view.picker.choose(panel.workspace.read.find("Poole", 1)[0])
    assert view.ids == (other,)


def test_it_is_saved_as_a_picture_without_a_name_in_the_file_name(panel, view, tmp_path):
    panel.dialogues.save_to = tmp_path / "time-line.png"
    view.save_picture()
    made = QImage(str(panel.dialogues.save_to))
    assert panel.dialogues.proposed == ["time-line.png"]
    assert made.width() >= 2200 and made.pixelColor(4, 4).name() == "#3a1220"


def test_a_place_where_it_cannot_be_written_is_told_and_nothing_lost(panel, view, tmp_path):
    (tmp_path / "taken").write_text("a file where a folder should be")
    panel.dialogues.save_to = tmp_path / "taken" / "time-line.png"
    view.save_picture()
    assert any("could not be written" in words for words, _ in panel.said)


def test_in_a_running_meeting_the_cover_shows_it_by_initials_as_all_present_may_see_it(
    panel, children, qtbot
):
    workspace = panel.workspace
    agency = workspace.panel.add_agency("Police")
    meeting = workspace.agenda.plan_meeting(NOW.date())
    items = [workspace.agenda.add(meeting, child) for child in children[:2]]
    workspace.conduct.start(meeting)
    for item, sharing in zip(items, (Sharing.ALL_PANEL, Sharing.CHAIR_ONLY), strict=True):
        workspace.conduct.say(item, agency, "Ivy Ashdown was seen with an older man",
                              information=Information.FACT, sharing=sharing)  # fmt: skip
    room = RoomTimes()
    qtbot.addWidget(room)
    room.read(workspace, meeting)
    assert [lane.name for lane in room.content.lanes] == ["I.A.", "K.T."]
    told = " ".join(column.written(row) for row in room.model.rows for column in room.model.columns)
    assert "I.A. was seen" in told and "Ashdown" not in told and told.count("was seen") == 1
    room.forget()
    assert room.content.lanes == ()


def test_what_is_chosen_stays_chosen_when_something_else_is_recorded(panel, page, children, qtbot):
    board = page.lists.times.board
    board.canvas.setFocus()
    qtbot.keyClick(board.canvas, Qt.Key.Key_Home)
    one = board.canvas.pointed.what
    panel.workspace.register.add_episode(children[1], reported_at=datetime(2026, 10, 1, 20))
    assert board.canvas.pointed.what == one == board.table.current_key()
    assert board.count.text().startswith("4 subjects, 10 things")
