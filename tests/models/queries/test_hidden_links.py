"""Generated panels: a link or text that a reader may not read changes nothing that they see."""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.clock import SetClock
from models.marks import Information, Role, Sharing
from models.records.reader import Reader
from models.rules.hot_spot_rows import hot_spots
from models.rules.hot_spots import before, period
from models.rules.network.groups import clusters
from models.rules.network.paths import shortest_ways
from models.rules.network.told import counted
from tests.models.services.rooms import HELD, RunningRoom, running_room

NEXT = date(2026, 12, 10)
NAMES = ("Tia Byrne", "Alfie Marsh", "Noor Aziz")
TYPED = ("Pike", "Robin Ashdwon", "Harbour", "FX19 ABC", "07700 900123", "Marsh")


class Panel:
    """A panel on the evening of its meeting: people, places and things, some of them linked."""

    def __init__(self) -> None:
        self.room: RunningRoom = running_room(SetClock(datetime(2026, 11, 12, 9, 30)))
        work = self.work = self.room.workspace
        register = work.register
        self.children = [self.room.child, *(register.add_child(name) for name in NAMES)]
        self.people = [self.room.person, register.add_person("Stefan Radu", source="Police")]
        self.double = register.add_person("Stephan Radu", source="Health")
        self.places = [register.add_place(one) for one in ("Harbour Park", "Mill Lane garages")]
        register.locate(self.places[0], "SD 200 690")
        self.group = register.add_group("Harbour lads")
        self.things = [register.add_vehicle("FX19 ABC"), register.add_phone("07700 900123")]
        for child, other in zip(self.children, (*self.people, *self.places), strict=True):
            relation = "frequents" if other in self.places else "associates"
            register.link(child, relation, other, source="Referral")
        register.link(self.children[1], "member of", self.group)
        self.all = (
            *self.children,
            *self.people,
            self.double,
            *self.places,
            self.group,
            *self.things,
        )
        work.referrals.add(self.children[1], reason="Seen with Stefan Radu at Harbour Park.")
        self.next = work.agenda.plan_meeting(NEXT)

    def hide(self, kind: str, one: int, other: int, shared: dict[str, Any]) -> None:
        """Something that says more of two of them, for a few alone."""
        register, room = self.work.register, self.room
        child, person = self.children[one % 4], self.people[other % 2]
        place, thing = self.places[other % 2], self.things[other % 2]
        telling = "seen in vehicle" if thing == self.things[0] else "uses"
        if kind == "harm":
            register.link(person, "exploits", child, source="Police", **shared)
        elif kind == "place":
            sure = "confirmed" if shared["information"] is Information.FACT else "suspected"
            register.link(child, "frequents", place, confidence=sure, **shared)
        elif kind == "thing":
            register.link(child, telling, thing, **shared)
            for user in (person, self.double):
                register.link(user, telling, thing, **shared)
        elif kind == "member":
            register.link(child, "member of", self.group, **shared)
        elif kind == "ended":
            register.end_link(register.link(child, "associates", person, **shared), "Moved away")
        elif kind == "line":
            words = f"With {NAMES[other % 3]} and Stefan Radu at Harbour Park in FX19 ABC."
            self.work.conduct.say(room.child_item, room.police, words, **shared)
        else:
            given = self.work.intelligence.submit("Stefan Radu and Tia Byrne at Harbour Park.")
            self.work.intelligence.name(given, self.people[1], "Stefan Radu")
            self.work.intelligence.decide(given, "accepted", "Fits", None)
            self.work.intelligence.make_link(given, self.people[1], "associates", child)

    def seen(self, reader: Reader) -> dict[str, Any]:
        """All that a reader sees of who is near whom."""
        return {**self._drawn(reader), **self._listed(reader), **self._records(reader)}

    def _drawn(self, reader: Reader) -> dict[str, Any]:
        """Charts, ways, groups, map and time line."""
        read = self.work.read_as(reader)
        whole, places = read.network(), read.map_places()
        now = period(HELD, 3)
        return {
            "charts": [read.network((one,), 2) for one in self.all],
            "agenda": read.network(meeting_id=self.room.meeting),
            "ways": [shortest_ways(whole, one.id, other.id)
                     for one, other in combinations(whole.nodes, 2)],
            "groups": (whole, clusters(whole), counted(whole)),
            "map": places,
            "hot spots": [hot_spots(places, by, now, before(now, 3)) for by in ("place", "ward")],
            "time line": read.timeline(self.all),
            "beside": [read.beside(one) for one in self.all],
        }  # fmt: skip

    def _listed(self, reader: Reader) -> dict[str, Any]:
        """Lists, what is found, and what may be the same."""
        read = self.work.read_as(reader)
        named = read.named_tonight(self.room.meeting, self.room.child_item)
        people, things = read.same_person(), read.same_things()
        return {
            "lists": (read.children(), read.people(), read.places(), read.groups(), read.things()),
            "tracker": read.tracker(),
            "new": read.new_links(),
            "unlisted": read.unlisted(),
            "in papers": read.mentions(),
            "today": (read.today(), read.noticed()),
            "found": [read.find(words) for words in TYPED],
            "looked up": [read.look_up(words, named) for words in TYPED],
            "alike": [read.possible_matches(words, phones=("07700900123",), vehicles=("FX19ABC",))
                      for words in TYPED],
            "duplicates": (people, things, read.duplicates((*people, *things))),
            "proposed": read.pool(self.next),
            "submissions": (read.submissions(), read.submissions_saying("Radu", 5)),
            "performance": read.performance(HELD),
        }  # fmt: skip

    def _records(self, reader: Reader) -> dict[str, Any]:
        """Every record with its links, and the items in the room."""
        read = self.work.read_as(reader)
        heard = read.capture_context(self.room.meeting, self.room.child_item)
        return {
            "children": [read.child(one) for one in self.children],
            "people": [read.person(one) for one in self.people],
            "places": [(read.place(one), read.place_figures(one)) for one in self.places],
            "group": (read.group(self.group), read.case_holders(self.group)),
            "links": [(read.links_of(one), read.ended_links(one)) for one in self.all],
            "history": [read.history(one) for one in self.all],
            "side by side": read.side_by_side(*self.people),
            "items": [read.item(one) for one in (self.room.child_item, self.room.person_item)],
            "tonight": read.named_tonight(self.room.meeting, self.room.person_item),
            "capture": (heard.subjects, heard.things, heard.actions_so_far),
        }


@pytest.fixture(scope="module")
def panel() -> Iterator[Panel]:
    made = Panel()
    yield made
    made.work.close()


def readers(panel: Panel) -> tuple[Reader, ...]:
    """A nurse at the desk, and everyone present together."""
    room, now = panel.room, panel.work.store.clock.now()
    nurse = Reader(
        now=now, role=Role.MEMBER, name="Nurse", member_id=room.nurse, agency_ids=(room.health,)
    )
    return nurse, panel.work.room_reader(room.meeting, room.child_item)


KINDS = ("harm", "place", "thing", "member", "ended", "line", "submission")
HIDDEN = st.tuples(
    st.sampled_from(KINDS),
    st.integers(0, 3),
    st.integers(0, 3),
    st.sampled_from((Sharing.CHAIR_ONLY, Sharing.NAMED_AGENCIES)),
    st.sampled_from((Information.FACT, Information.INTELLIGENCE)),
)


def hide_all(panel: Panel, things: list[tuple[Any, ...]]) -> None:
    for kind, one, other, sharing, information in things:
        named = (panel.room.police,) if sharing is Sharing.NAMED_AGENCIES else ()
        panel.hide(
            kind, one, other,
            {"sharing": sharing, "shared_with": named, "information": information},
        )  # fmt: skip


def changed(now: dict[str, Any], was: dict[str, Any]) -> set[str]:
    return {name for name in now if now[name] != was[name]}


def check(panel: Panel, things: list[tuple[Any, ...]]) -> None:
    """The same before and after for those who may not read it; the coordinator sees more."""
    store = panel.work.store
    who, mine = readers(panel), panel.work.reader()
    seen, chair = [panel.seen(one) for one in who], panel.seen(mine)
    began = store.last_operation
    hide_all(panel, things)
    for one, before_ in zip(who, seen, strict=True):
        assert changed(panel.seen(one), before_) == set()
    assert panel.seen(mine) != chair
    for _ in range(store.last_operation - began):
        store.undo()


@pytest.mark.parametrize("sharing", [Sharing.CHAIR_ONLY, Sharing.NAMED_AGENCIES])
def test_each_kind_of_thing_hidden_changes_nothing_that_others_see(panel, sharing) -> None:
    check(panel, [(kind, at, at + 1, sharing, Information.FACT) for at, kind in enumerate(KINDS)])


@settings(max_examples=2, deadline=None)
@given(things=st.lists(HIDDEN, min_size=2, max_size=6))
def test_whatever_is_hidden_changes_nothing_that_others_see(panel, things) -> None:
    check(panel, things)


def test_what_is_hidden_after_all_saw_it_is_gone_from_everywhere(panel: Panel) -> None:
    store, register = panel.work.store, panel.work.register
    seen = [panel.seen(one) for one in readers(panel)]
    began = store.last_operation
    shown = register.link(panel.people[1], "exploits", panel.children[0], source="Police")
    for one, before_ in zip(readers(panel), seen, strict=True):
        assert {"charts", "groups", "capture", "people"} <= changed(panel.seen(one), before_)
    register.share_link(shown, Sharing.CHAIR_ONLY, ())
    for one, before_ in zip(readers(panel), seen, strict=True):
        assert changed(panel.seen(one), before_) == set()
    for _ in range(store.last_operation - began):
        store.undo()
