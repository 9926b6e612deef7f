"""The map of places: chosen by keys, counted by period, positions entered, files read and saved."""

import json
from datetime import date

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage

from models.entities import InformationLine
from models.queries import audiences
from ui import look
from ui.pages.people import PeoplePage
from ui.pages.people.lists import MAP
from ui.pages.people.places import map_picture
from ui.pages.people.places.map_crowds import Mark
from ui.pages.people.places.map_names import AIR, WORDS, Room
from ui.pages.people.places.map_paint import MapPainter


@pytest.fixture
def places(panel):
    register = panel.workspace.register
    made = {
        "rec": register.add_place("Hale rec", place_type="Park", ward="Hale"),
        "garages": register.add_place("Halewood Garages", place_type="Garage block"),
        "kiosk": register.add_place("Corner kiosk", postcode="NM1 2AB"),
    }
    register.locate(made["rec"], "SD 200 690")
    register.locate(made["garages"], "SD 210 690")
    child = panel.child()
    with panel.workspace.store.work("fill", "Fill") as session:
        for text, day, sharing in (
            ("At Hale rec", date(2026, 11, 2), "all panel"),
            ("Halewood garages again", date(2026, 11, 3), "all panel"),
            ("Halewood garages", date(2026, 10, 3), "chair only"),
            ("Halewood garages", date(2026, 8, 3), "all panel"),
        ):
            session.add(InformationLine(origin="return", subject_id=child, text=text,
                                        information_date=day, sharing=sharing))  # fmt: skip
    return made


@pytest.fixture
def map_page(panel, places, qtbot):
    page = panel.show(PeoplePage(panel.desk), qtbot)
    page.show_record("map")
    return page.lists.others[MAP]


def test_where_many_places_share_the_room_some_stand_for_others_and_all_numbers_fit(qapp):
    painting = MapPainter()
    spots = [(x * 100.0, y * 100.0) for x in range(20) for y in range(15)]
    painting.marks = tuple(Mark(at, f"Place {at}", "house", spot, 1 + at % 40)
                           for at, spot in enumerate(spots))  # fmt: skip
    assert len(painting.standing(1.0)) == 300
    far = painting.standing(10.0)
    assert len(far) < 150
    assert sum(one.count for one in far) == sum(one.count for one in painting.marks)
    assert {each for one in far for each in (one.id, *one.others)} == set(range(300))
    digits = look.current().metrics(WORDS, 600)
    for one in far:
        assert 2 * painting.half(one) >= digits.horizontalAdvance(one.number)
        if one.others:
            assert one.name == f"{one.label} and {len(one.others)} more"


def test_a_place_that_another_stands_for_is_still_reached_and_said(panel, places, map_page, qtbot):
    for at in range(6):
        near = panel.workspace.register.add_place(f"{at} Hale Row", place_type="Park")
        panel.workspace.register.locate(near, f"3200{at}0, 469010")
    map_page.reload()
    shown = map_page.map
    assert "drawn as" in shown.accessibleDescription()
    for one in [mark.id for mark in shown.painting.marks]:
        shown.choose(one)
        assert (
            "close by; plus comes nearer" in shown.accessibleDescription()
            or one == (places["garages"])
        )
    for _ in range(20):
        qtbot.keyClick(shown, Qt.Key.Key_Plus)
    assert len(shown.painting.standing(shown.view.metres)) == 8
    assert "close by" not in shown.accessibleDescription()
    shown.show_all()
    crowd = next(one for one in shown.painting.standing(shown.view.metres) if one.others)
    before, at = shown.view.metres, QPointF(*crowd.at(shown.view)).toPoint()
    qtbot.mouseDClick(shown, Qt.MouseButton.LeftButton, pos=at)
    assert shown.view.metres < before and panel.went == []


def test_a_name_stands_close_to_its_own_mark_and_to_no_other(qapp):
    own, other = QRectF(0, 0, 20, 20), QRectF(80, 0, 20, 20)
    room = Room()
    for mark in (own, other):
        room.hold(mark)
    assert not room.take(QRectF(22, 2, 58 - AIR / 2, 12), own)
    assert room.take(QRectF(22, 2, 58 - 2 * AIR, 12), own)
    # Nor do two names in a line read as one.
    assert not room.take(QRectF(100 + AIR / 2, 2, 40, 12))
    assert not room.take(QRectF(22, 2, 10, 12), own)


def test_the_map_is_gone_through_by_keys_and_says_what_is_chosen(panel, places, map_page, qtbot):
    shown = map_page.map
    assert {one.id for one in shown.painting.marks} == {places["rec"], places["garages"]}
    assert "2 places on the map" in shown.accessibleDescription()
    qtbot.keyClick(shown, Qt.Key.Key_PageDown)
    assert shown.accessibleDescription() == "Halewood Garages: named 2 times, 1 more."
    # What is chosen on the map is chosen in the list, with what is behind its figure.
    assert map_page.hot.chosen_key() == str(places["garages"])
    assert [one.day.month for one in map_page.behind.model.rows] == [11, 10]
    qtbot.keyClick(shown, Qt.Key.Key_Left)
    assert shown.current == places["rec"]
    before = shown.view
    qtbot.keyClick(shown, Qt.Key.Key_Plus)
    assert shown.view.metres < before.metres
    qtbot.keyClick(shown, Qt.Key.Key_0)
    map_page.opened.connect(lambda kind, one: panel.desk.go(kind, one))
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert panel.went[-1] == ("location", places["rec"])


def test_two_places_at_one_spot_are_each_reached_by_hand_and_by_keys(
    panel, places, map_page, qtbot
):
    kiosk, rec, shown = places["kiosk"], places["rec"], map_page.map
    panel.workspace.register.locate(kiosk, "SD 200 690")
    map_page.reload()
    marks = {one.id: one for one in shown.painting.marks}
    for one in (kiosk, rec):
        at = QPointF(*marks[one].at(shown.view)).toPoint()
        qtbot.mouseClick(shown, Qt.MouseButton.LeftButton, pos=at)
        assert shown.current == one
    left, right = sorted((kiosk, rec), key=lambda one: marks[one].aside)
    shown.choose(left)
    qtbot.keyClick(shown, Qt.Key.Key_Right)
    assert shown.current == right


def test_the_slider_goes_back_in_time_and_figures_are_told_by_ward(places, map_page):
    map_page.period.length.set_value(1)
    map_page.period.slider.setValue(-1)
    assert map_page.period.words == "Oct 2026"
    row = next(one for one in map_page.hot.model.rows if one.name == "Halewood Garages")
    assert (row.now, row.before) == (1, 0)
    map_page.hot.grouping.set_value("ward")
    map_page.hot.regrouped.emit()
    assert {(one.name, one.now) for one in map_page.hot.model.rows} == {
        ("Hale", 0), ("not stated", 1),
    }  # fmt: skip
    map_page.hot.table.go_to("not stated")
    map_page.hot.opened.emit("not stated")
    assert map_page.tabs.current == 1 and map_page.behind.model.total == 1


def test_a_place_without_a_position_is_given_one_and_leaves_the_list(panel, places, map_page):
    unplaced = map_page.unplaced
    assert [one.row.label for one in unplaced.model.rows] == ["Corner kiosk"]
    unplaced.table.opened.emit(places["kiosk"])
    line = unplaced.entry.editor_of("map_reference")
    line.setText("by the church")
    unplaced.entry.keep()
    assert "no position" in str(unplaced.entry.form.errors())
    line.setText("320500, 469500")
    unplaced.entry.keep()
    map_page.reload()
    assert unplaced.model.total == 0 and len(map_page.map.painting.marks) == 3


def test_postcodes_and_outlines_are_read_from_files_that_are_given(
    panel, places, map_page, tmp_path
):
    path = tmp_path / "nm.csv"
    path.write_text('"NM1 2AB",10,320100,469100,"","","","","",""\n')
    panel.dialogues.files = [path]
    map_page.files.read_postcodes()
    assert "1 of 1 postcodes found." in panel.said[-1][0]
    map_page.reload()
    assert "1 by postcode" in map_page.files.told.text()
    path.write_text("nothing of the kind")
    map_page.files.read_postcodes()
    assert "no file of postcodes" in panel.said[-1][0]
    ring = [[310000, 460000], [330000, 460000], [330000, 480000], [310000, 460000]]
    shape = {"type": "Feature", "properties": {"name": "Hale"},
             "geometry": {"type": "Polygon", "coordinates": [ring]}}  # fmt: skip
    path.write_text(json.dumps(shape))
    map_page.files.read_outlines()
    assert [one.name for one in panel.workspace.read.outlines()] == ["Hale"]
    map_page.reload()
    assert not map_page.files.drop.isHidden()
    map_page.files.drop.click()
    assert panel.workspace.read.outlines() == ()
    panel.workspace.store.undo()
    assert len(panel.workspace.read.outlines()) == 1


def test_a_picture_holds_what_all_the_panel_may_see_and_its_marking(
    panel, places, map_page, tmp_path, monkeypatch
):
    shown = []
    real = map_picture.drawn
    monkeypatch.setattr(
        map_picture, "drawn",
        lambda painting, *rest: shown.extend(painting.marks) or real(painting, *rest),
    )  # fmt: skip
    panel.dialogues.save_to = tmp_path / "map.png"
    map_page.files.save()
    image = QImage(str(panel.dialogues.save_to))
    strip = image.pixelColor(3, 3)
    assert strip.name() == "#3a1220" == image.pixelColor(3, image.height() - 3).name()
    # On the screen a line for the chair counts; in the picture it does not.
    on_screen = {one.id: one.count for one in map_page.map.painting.marks}
    assert on_screen[places["garages"]] == 2
    assert {one.id: one.count for one in shown}[places["garages"]] == 1


def test_a_picture_leaves_out_what_its_maker_may_not_know_of(panel, places):
    from dataclasses import replace

    mine = replace(panel.workspace.reader(), conflicted_subjects=frozenset({places["rec"]}))
    read = panel.workspace.read_as(audiences.body_beside(mine))
    assert places["rec"] not in {one.row.id for one in read.map_places()}
