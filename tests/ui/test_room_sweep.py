"""Generated panels: before F4 no place in the window names anybody, after it each page does."""

import random
from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import Qt

from macedesk.finding import subjects_by_name
from macedesk.pages import NAVIGATION, entries
from models.marks import Sharing
from tests.ui.live.test_turning import press
from tests.ui.pages.desk_made import Panel
from tests.ui.seen import seen
from ui.live.state import OPENING
from ui.pages.chart_asked import Asked, agenda
from ui.pages.settings.page import PARTS
from ui.tasks import TasksAtOnce
from ui.window import MainWindow

HELD = date(2026, 11, 12)
HEADS = ("Zorv", "Quem", "Brath", "Xil", "Vosk", "Dremm", "Phael", "Glynd", "Murq", "Thessk")
TAILS = ("alin", "umbra", "ovane", "irrick", "espeth", "onwy", "ulfane", "ariel", "ettrick")
PAGES = [page_id for page_id, *_ in NAVIGATION]
# The agenda and Today go by initials, and the minutes of a meeting that runs are not drafted.
BY_INITIALS = {"agenda", "today", "minutes", "meeting", "reports", "settings"}


class Room(Panel):
    """Children and persons with names like no other word, and a meeting that runs about some."""

    def __init__(self, seed: int) -> None:
        super().__init__()
        self.dice, self.names, self.words = random.Random(seed), [], set()
        register, agenda = self.workspace.register, self.workspace.agenda
        self.children = [register.add_child(self.name(), birth_date=date(2010, at, 3))
                         for at in range(1, 5)]  # fmt: skip
        self.persons = [register.add_person(self.name(), grounds=self.sentence()) for _ in range(3)]
        for person in self.persons:
            register.add_alias(person, self.name())
            register.link(person, "exploits", self.children[0], source=self.sentence())
        self.groups = self._called_after_children()
        self.referrals = [
            self.workspace.referrals.add(child, reason=self.sentence(), received_on=HELD)
            for child in self.children[2:]
        ]
        self.meeting = agenda.plan_meeting(HELD, time(9, 30), time(10, 30))
        about = (*self.children[:2], self.persons[0], self.groups[0])
        self.items = [agenda.add(self.meeting, one, ask=self.sentence()) for one in about]
        self._hold()

    def _called_after_children(self) -> list[int]:
        """A group and places that people call after a child, each linked with others of tonight."""
        register, (one, other, *_) = self.workspace.register, self.names
        crew = register.add_group(f"{one.split()[0]} and {other} crew")
        flat = register.add_place(f"{other} grandmother flat")
        shop = register.add_place(f"Arcade by {one}'s")
        for child in self.children[:2]:
            register.link(child, "member of", crew, source=self.sentence())
            register.link(child, "frequents", flat, source=self.sentence())
        register.link(self.persons[0], "frequents", shop, source=self.sentence())
        return [crew, flat, shop]

    def name(self) -> str:
        """A first name and a surname that nobody else has."""
        made = " ".join(self.dice.choice(HEADS) + self.dice.choice(TAILS) for _ in range(2))
        if self.words & set(made.split()):
            return self.name()
        self.names.append(made)
        self.words |= set(made.split())
        return made

    def sentence(self) -> str:
        """A sentence about somebody, as people write names."""
        first, surname = self.dice.choice(self.names).split()
        at = self.dice.randrange(1, len(first))
        wrong = first[:at] + first[at + 1 :]
        written = (
            f"{first} {surname}", f"{surname}, {first}", f"{surname.upper()} {first}",
            f"{wrong} {surname}", f"{first[0]}. {surname}", f"{first} Grace {surname}",
            f"Mrs {surname}", f"{first}\n{surname}", f"{first} {surname}'s mother",
        )  # fmt: skip
        return f"Seen with {self.dice.choice(written)} near the school"

    def _hold(self) -> None:
        conduct, panel = self.workspace.conduct, self.workspace.panel
        police = panel.add_agency("Police")
        member = panel.add_member("Jane Khan", police, "Detective", core=True)
        conduct.start(self.meeting)
        conduct.attend(self.meeting, member, "P")
        for item in self.items:
            conduct.open_item(item)
            conduct.write(item, "analysis", self.sentence(), "")
            conduct.say(item, police, self.sentence())
            conduct.record_action(item, self.sentence(), due_on=HELD + timedelta(7))
            conduct.record_action(item, self.sentence(), sharing=Sharing.CHAIR_ONLY)
            conduct.disrupt(item, "Child Abduction Warning Notice", against_id=self.persons[0])
        conduct.recommend(self.items[0], self.sentence(), to_plan="CP plan")
        conduct.open_item(self.items[0])


@pytest.fixture(params=[1, 2, 3])
def room(request, qapp, dressed):
    made = Room(request.param)
    yield made
    made.hub.close()
    made.workspace.close()


@pytest.fixture
def window(room, qtbot):
    made = MainWindow(room.workspace, entries(), tasks=TasksAtOnce())
    made.add_source(subjects_by_name(room.workspace, made.go))
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    yield made
    made.close()


def named(room, widget):
    """Names, and parts of names, in whatever a window says."""
    said = seen(widget).casefold()
    return sorted(word for word in room.words if word.casefold() in said)


def places(room):
    """Every page, every record on it, and every part of the settings."""
    yield from ((page_id, None) for page_id in PAGES)
    yield from (("children", child) for child in room.children)
    yield from (("people", person) for person in room.persons)
    yield from (("referrals", referral) for referral in room.referrals)
    yield from (("settings", key) for key, _, _ in PARTS)
    yield from (("chart", key) for key in (Asked(), agenda(room.meeting), *room.children))


def test_no_page_and_no_record_names_anybody(room, window):
    found = {}
    for page_id, key in places(room):
        window.go(page_id, key)
        found[page_id, key] = named(room, window)
    window.show_keys()
    found["keys", None] = named(room, window)
    assert {place: names for place, names in found.items() if names} == {}


def test_no_place_of_the_meeting_and_no_display_names_anybody(room, window, qtbot):
    window.go("meeting")
    window.page.panel_display()
    found = {}
    for place in window.page.state.places():
        window.page.turn_to(place)
        steps = range(6) if isinstance(place, int) else range(4) if place == OPENING else range(1)
        for step in steps:
            window.page.step_to(str(step))
            found[place, step] = named(room, window)
        found[place, "display"] = named(room, window.page.display.shown)
    assert {place: names for place, names in found.items() if names} == {}


def test_go_or_do_names_nobody(room, window):
    for name in room.names:
        for typed in (name.split()[1][:5], "Police", "A"):
            window.open_go_or_do()
            window.go_or_do.line.setText(typed)
            lines = window.go_or_do.found.lines.lines
            said = " ".join(f"{line.spoken}" for line in lines).casefold()
            assert [word for word in room.words if word.casefold() in said] == []
            window.go_or_do.leave()


def test_f4_shows_names_and_leaving_hides_them(room, window, qtbot):
    for page_id in PAGES:
        window.go(page_id)
        if window.shelf.covered:
            press(window, Qt.Key.Key_F4, qtbot)
            assert not window.shelf.covered
        if page_id not in BY_INITIALS:
            assert named(room, window) != [], page_id
    window.go("settings")
    for page_id in PAGES:
        window.go(page_id)
        assert named(room, window) == [], page_id


def test_f4_on_a_record_shows_that_record(room, window, qtbot):
    for page_id, key in places(room):
        if key is None or page_id == "settings":
            continue
        window.go("settings")
        window.go(page_id, key)
        press(window, Qt.Key.Key_F4, qtbot)
        assert len(named(room, window)) >= 2, page_id
