"""The link chart: gone through by keys, filtered, told in words, and safe for the room."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from models.marks import Sharing
from models.records.network import Node
from tests.ui.pages.desk_made import Panel
from ui import look
from ui.pages.chart import ChartPage, leaving
from ui.pages.chart.beside import GROUPS
from ui.pages.chart.filters import ANY, BY_A_PERSON
from ui.pages.chart.shapes import sprite
from ui.pages.chart.signs import signs_height
from ui.pages.chart_asked import Asked, agenda, around
from ui.pages.children import ChildrenPage
from ui.pages.records.links import Links

HIDDEN = "Hidden Haulage"


class Linked(Panel):
    """Two children, the man who exploits one, a place that both go to, and a secret link."""

    def __init__(self) -> None:
        super().__init__()
        register = self.workspace.register
        self.robin = self.child("Robin Ashdown")
        self.tia = self.child("Tia Marsh")
        self.man = register.add_person(
            "Darren Pike",
            status="suspect",
            grounds="Two reports",
            source="Police",
            review_on=date(2027, 3, 1),
        )
        self.park = register.add_place("Skatepark", place_type="skatepark")
        self.yard = register.add_place(HIDDEN)
        register.link(self.man, "exploits", self.robin, confidence="suspected", source="Police")
        register.link(self.man, "frequents", self.park, confirmed=True, last_seen=date(2026, 9, 1))
        register.link(self.tia, "frequents", self.park, confirmed=True, last_seen=date(2026, 10, 1))
        register.link(self.man, "works at", self.yard, sharing=Sharing.CHAIR_ONLY)


@pytest.fixture(scope="module")
def linked(qapp):
    made = Linked()
    yield made
    made.hub.close()
    made.workspace.close()


@pytest.fixture
def page(linked, qtbot, dressed):
    linked.went.clear()
    linked.said.clear()
    return linked.show(ChartPage(linked.desk), qtbot)


def names(page):
    return {page.state.called(node) for node in page.state.drawn.nodes}


def told(sentences):
    return "\n".join(one.words for one in sentences.said)


def press(page, *keys):
    for key in keys:
        QTest.keyClick(page.view, key)


def test_it_begins_at_a_record_and_opens_step_by_step(linked, page):
    page.show_record(around(linked.robin))
    assert names(page) == {"Robin Ashdown", "Darren Pike"}
    page._choose(linked.man)
    page.view.zoom_by(3)
    press(page, Qt.Key.Key_Plus)
    assert names(page) == {"Robin Ashdown", "Darren Pike", "Skatepark", HIDDEN}
    assert page.view.sees({node.id for node in page.state.drawn.nodes})
    press(page, Qt.Key.Key_Minus)
    assert names(page) == {"Robin Ashdown", "Darren Pike"}
    assert page.state.further(linked.man) == 2


def test_the_arrows_go_to_neighbours_and_return_opens_the_record(linked, page):
    page.show_record(around(linked.robin))
    page.state.places = {linked.robin: (0.0, 0.0), linked.man: (1.0, 0.1)}
    page._show()
    press(page, Qt.Key.Key_Right)
    assert page.view.plan.chosen == linked.man
    assert "Darren Pike: person of concern" in page.view.accessibleDescription()
    press(page, Qt.Key.Key_Return)
    assert linked.went == [("people", linked.man)]


def test_words_beside_it_say_the_same_and_lead_to_it(linked, page):
    page.show_record(around(linked.robin))
    said = told(page.beside.links)
    assert "Robin Ashdown: child, harmed" in said
    assert "– is exploited by Darren Pike (suspected, not yet confirmed by a person)" in said
    page.beside.links.setCurrentRow(next(
        at for at, one in enumerate(page.beside.links.said) if one.key == ("node", linked.man)
    ))  # fmt: skip
    assert page.view.plan.chosen == linked.man


def test_kinds_and_days_filter_the_picture_and_the_words_alike(linked, page):
    page.show_record(Asked())
    page.filters._kinds["location"].setChecked(False)
    assert names(page) == {"Robin Ashdown", "Darren Pike"}
    assert "Skatepark" not in told(page.beside.links)
    page.filters._kinds["location"].setChecked(True)
    page.filters.sure.set_value("by a person")
    page.filters._changed()
    assert names(page) == {"Darren Pike", "Skatepark", "Tia Marsh"}


def test_the_slider_goes_back_to_what_was_known_by_a_day(linked, page):
    page.show_record(Asked())
    time = page.filters.time
    before = names(page)
    assert {"Tia Marsh", "Robin Ashdown"} <= before and time.day is None
    time.slider.setValue(time.slider.minimum())
    assert names(page) == {"Darren Pike", "Skatepark"}
    assert time.words in page.filters.words()
    time.slider.setValue(0)
    assert names(page) == before


def test_a_way_between_two_is_told_and_stands_out(linked, page):
    page.show_record(Asked())
    page._choose(linked.robin)
    press(page, Qt.Key.Key_W)
    press(page, Qt.Key.Key_W)
    assert not page.beside.hint.isHidden() and not page.beside.way_list.said
    page.beside.drop_way()
    press(page, Qt.Key.Key_W)
    page._choose(linked.tia)
    press(page, Qt.Key.Key_W)
    assert told(page.beside.way_list) == (
        "Robin Ashdown is exploited by Darren Pike (suspected, not confirmed), "
        "who frequents Skatepark (suspected), which is frequented by Tia Marsh (suspected)."
    )
    assert page.view.plan.bright == {linked.robin, linked.man, linked.park, linked.tia}
    press(page, Qt.Key.Key_Escape)
    assert page.view.plan.bright is None


def test_groups_that_are_drawn_are_told_beside_them(linked, page):
    page.show_record(Asked())
    press(page, Qt.Key.Key_G)
    assert page.grouped.isChecked() and page.beside.tabs.current == GROUPS
    assert page.view.hasFocus() and "Who stands between" in told(page.beside.groups)
    press(page, Qt.Key.Key_G)
    assert not page.grouped.isChecked() and page.beside.tabs.current == GROUPS


def test_groups_are_told_in_words_as_well(linked, page):
    page.show_record(Asked())
    page.beside.tabs.go_to(GROUPS)
    assert "Who stands between" in told(page.beside.groups)
    assert "Darren Pike: " in told(page.beside.groups)


def test_a_node_is_dragged_and_stays(linked, page):
    page.show_record(around(linked.robin))
    view = page.view
    here = view.mapFromScene(view.drawing.points[linked.man] / view.zoom)
    there = here + QPoint(60, 40)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=here)
    QTest.mouseMove(view.viewport(), there)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=there)
    page.reload()
    moved = view.mapFromScene(view.drawing.points[linked.man] / view.zoom)
    assert (QPointF(moved - there)).manhattanLength() < 6


def test_it_is_saved_as_a_picture_with_its_marking(linked, page, tmp_path):
    page.show_record(around(linked.robin))
    linked.dialogues.save_to = tmp_path / "chart.png"
    page.save()
    image = QImage(str(linked.dialogues.save_to))
    assert image.width() >= 1500
    assert image.pixelColor(4, 4).name() == "#3a1220"
    assert linked.dialogues.proposed[-1] == "link-chart-2026-11-12.png"


def test_a_saved_picture_goes_by_initials_unless_names_are_asked_for(
    linked, page, tmp_path, monkeypatch
):
    seen = []
    monkeypatch.setattr(
        leaving, "picture", lambda plan, *head: seen.append((plan, *head)) or QImage()
    )
    linked.dialogues.save_to = tmp_path / "named.png"
    page.show_record(around(linked.robin))
    page.save()
    page.named.setChecked(True)
    page.save()
    page.named.setChecked(False)
    short, long = ([*plan.names.values(), *head] for plan, *head in seen)
    said = " ".join(short)
    assert "R.A." in said and "made 12 Nov 2026" in said
    assert linked.workspace.read.panel().name in said
    assert linked.workspace.read.panel().marking in said
    assert not {"Robin", "Ashdown", "Darren", "Pike"} & set(said.replace("·", " ").split())
    assert "Robin Ashdown" in long


def test_where_a_filter_hides_everything_it_says_which(linked, page):
    page.show_record(around(linked.robin))
    page.filters.sure.set_value(BY_A_PERSON)
    page._filter()
    page.filters.sure.set_value(ANY)
    said = page.empty.accessibleName()
    page._filter()
    assert said == (
        "Nothing to show with “Confirmed by a person”. That hides 1 link: choose otherwise above."
    )


def test_it_is_centred_on_anybody_who_can_be_found(linked, page):
    page.show_record(around(linked.robin))
    page._found("marsh")
    assert names(page) == {"Tia Marsh", "Skatepark"}
    page._found("nobody of that name")
    assert "called so" in linked.said[-1][0]


def test_centred_from_an_agenda_everybody_keeps_their_place_on_it(linked, page):
    meeting = linked.workspace.agenda.plan_meeting(date(2026, 12, 10))
    linked.workspace.agenda.add(meeting, linked.robin)
    page.show_record(agenda(meeting))
    page._centre(linked.man)
    assert {"Darren Pike", "V1 Robin Ashdown"} <= names(page)
    page.show_record(around(linked.man))
    assert "Robin Ashdown" in names(page)


def test_places_are_remembered_while_the_window_is_open(linked, page):
    page.show_record(around(linked.robin))
    page._moved(linked.man, (9.0, 9.0))
    page.show_record(Asked())
    page.show_record(around(linked.robin))
    assert page.state.places[linked.man] == (9.0, 9.0)


def test_records_lead_to_their_chart(linked, qtbot, dressed):
    links = Links(linked.desk)
    qtbot.addWidget(links)
    links.show_links(linked.man, "person_of_concern", "Darren Pike", ())
    links.chart.click()
    links.show_links(linked.tia, "child", "Tia Marsh", ())
    links.chart.click()
    assert linked.went[-2:] == [
        ("chart", around(linked.man)), ("chart", around(linked.tia, back="children")),
    ]  # fmt: skip


def test_one_key_shows_what_stands_on_any_page(linked, qtbot, dressed):
    children = linked.show(ChildrenPage(linked.desk), qtbot)
    assert children.on_chart() is None
    children.show_record(linked.tia)
    assert children.on_chart() == around(linked.tia, back="children")


def test_while_a_meeting_runs_it_is_for_everyone_present(linked, page):
    workspace = linked.workspace
    car = workspace.register.add_vehicle("AB12 CDE")
    workspace.register.link(linked.man, "drives", car)
    police = workspace.panel.add_agency("Police")
    member = workspace.panel.add_member("Jane Khan", police, "Detective", core=True)
    meeting = workspace.agenda.plan_meeting(date(2026, 11, 12))
    workspace.agenda.add(meeting, linked.robin)
    workspace.conduct.start(meeting)
    workspace.conduct.attend(meeting, member, "P")
    page.show_record(agenda(meeting, pointed=linked.robin))
    assert page.view.plan.chosen == linked.robin
    page.state.deepen(4)
    page._show()
    assert names(page) == {"V1 R.A.", "D.P.", "T.M.", "Skatepark", "Vehicle 1"}
    assert HIDDEN not in told(page.beside.links)
    assert "person of concern," not in told(page.beside.links)
    page.reveal()
    assert {"V1 Robin Ashdown", "Darren Pike", HIDDEN, "AB12 CDE"} <= names(page)
    page.find.set_value(linked.yard)
    assert (page.find.currentText(), "Ashdown" in page.view.accessibleDescription()) == (
        HIDDEN, True,
    )  # fmt: skip
    page.hide_again()
    assert (page.find.currentText(), "Ashdown" in page.view.accessibleDescription()) == ("", False)
    assert names(page) == {"V1 R.A.", "D.P.", "T.M.", "Skatepark", "Vehicle 1"}


@pytest.mark.parametrize("radius", [8.5, 10.5, 13, 19])
def test_children_of_two_categories_are_drawn_apart_however_small(qapp, radius):
    risks = ["Category 1: not at risk", "Category 4: significant risk", "High", "Low", None]
    nodes = [Node(1, "child", "Ann Ore", "AO", risk=risk) for risk in risks]
    drawn = {bytes(sprite(one, "", radius, False, 1.0).toImage().constBits()) for one in nodes}
    assert len(drawn) == len(risks)


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_what_the_signs_mean_stands_whole_below_the_chart(page, qapp, scale):
    look.apply(qapp, "light", scale)
    page.resize(900, 700)
    signs = page.signs
    QTest.qWait(0)
    assert signs.height() >= signs_height(signs.width()) > signs_height(10_000)
