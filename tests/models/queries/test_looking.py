"""The look-up in the room says who is meant and why, and nothing that somebody may not know."""

from datetime import date

import pytest

from models.marks import Sharing
from tests.ui.live.room import hold, small_panel


@pytest.fixture
def panel(clock):
    made = small_panel(clock)
    hold(made)
    yield made
    made.workspace.close()


def look(panel, words, item="V1"):
    """What the room finds, at an item."""
    item_id = panel.items[item]
    room = panel.workspace.read_as(panel.workspace.room_reader(panel.meeting, item_id))
    return room.look_up(words, room.named_tonight(panel.meeting, item_id))


def told(hits):
    return [(hit.reference, hit.initials, hit.why) for hit in hits]


def owned_phone(panel, sharing=Sharing.ALL_PANEL):
    register = panel.workspace.register
    phone = register.add_phone("07700 900 112")
    register.link(panel.subjects["Darren Pike"], "uses", phone, sharing=sharing)


def test_a_nickname_finds_whose_it_is_and_says_so(panel):
    panel.workspace.register.add_alias(panel.subjects["Darren Pike"], "Big Daz", "street name")
    assert told(look(panel, "big da")) == [("O1", "D.P.", "nickname")]


def test_a_number_finds_whoever_uses_it(panel):
    owned_phone(panel)
    assert told(look(panel, "900112")) == [("O1", "D.P.", "phone ending 112")]


def test_a_number_whose_owner_not_everyone_may_know_names_nobody(panel):
    owned_phone(panel, Sharing.CHAIR_ONLY)
    assert told(look(panel, "900112")) == [("", "Phone", "ending 112")]


def test_a_vehicle_finds_who_was_seen_in_it(panel):
    register = panel.workspace.register
    car = register.add_vehicle("NK19 CUK")
    register.link(panel.subjects["Aidan Ravenscroft"], "seen in vehicle", car)
    assert told(look(panel, "nk19cu")) == [("V1", "A.R.", "vehicle NK19 CUK")]
    assert told(look(panel, "nk19", "O1")) == [("V1", "A.R.", "vehicle NK19 CUK")]


def test_a_name_nearly_so_is_found_as_misspelt(panel):
    assert told(look(panel, "Ravenscorft")) == [("V1", "A.R.", "misspelt")]
    assert told(look(panel, "Skatpark")) == [("", "Skatepark", "misspelt")]
    assert look(panel, "Canal Street car park") == ()


def test_a_name_that_only_sounds_so_and_a_part_of_a_places_name_spelt_nearly_so_are_found(panel):
    register = panel.workspace.register
    register.add_person("Stefan Radu", grounds="Seen twice", source="Police")
    register.add_place("Travel Inn, Quayside")
    assert told(look(panel, "Stefan Radoo")) == [("", "S.R.", "perhaps")]
    assert told(look(panel, "Travl Inn")) == [("", "Travel Inn, Quayside", "misspelt")]
    assert look(panel, "Marcus Oyelaran") == ()


def test_a_reference_finds_its_item_and_an_action(panel):
    panel.workspace.conduct.record_action(panel.items["V2"], "Visit the school")
    (reference,) = [one.reference for one in panel.workspace.read.actions()]
    assert told(look(panel, "v2")) == [("V2", "L.Y.", "item")]
    (action,) = look(panel, reference.lower())
    assert (action.label, action.item_id) == ("Visit the school", panel.items["V2"])


def test_a_hit_says_where_else_tonight_and_how_it_is_linked_here(panel):
    register, people = panel.workspace.register, panel.subjects
    for child in ("Aidan Ravenscroft", "Lola Yarrow"):
        register.link(people["Darren Pike"], "exploits", people[child])
    (hit,) = look(panel, "pike")
    assert (hit.reference, hit.tonight, hit.links) == ("O1", ("V1", "V2"), ("is exploited by",))


def test_a_restricted_link_and_a_conflicted_item_are_not_selected(panel):
    register, people = panel.workspace.register, panel.subjects
    register.link(
        people["Aidan Ravenscroft"], "frequents", people["Skatepark"], sharing=Sharing.CHAIR_ONLY
    )
    register.link(people["Lola Yarrow"], "frequents", people["Skatepark"])
    (hit,) = look(panel, "skatepark")
    assert (hit.tonight, hit.links) == (("V2",), ())
    kay = panel.members["Kay Baines"]
    panel.workspace.conduct.declare(panel.meeting, kay, "Neighbour", panel.items["V2"])
    assert look(panel, "yarrow") == () and look(panel, "V2") == ()
    assert look(panel, "skatepark")[0].tonight == ()
    assert told(look(panel, "yarrow", "V2")) == [("V2", "L.Y.", "")]


def test_whoever_is_on_the_agenda_comes_first(panel):
    for at in range(12):
        panel.workspace.register.add_child(f"Aidan Raven{chr(97 + at)}")
    assert look(panel, "raven")[0].reference == "V1"


def test_the_day_of_the_last_decision_is_told(panel):
    assert look(panel, "pike")[0].decided_on is None
    agenda, conduct = panel.workspace.agenda, panel.workspace.conduct
    before = agenda.plan_meeting(date(2026, 10, 1))
    item = agenda.add(before, panel.subjects["Darren Pike"])
    panel.workspace.register.change(panel.subjects["Darren Pike"], "source", "Police", None)
    conduct.decide(item, "ADOPT_PERSON", "Two reports", review_on=date(2026, 12, 24))
    assert look(panel, "pike")[0].decided_on == date(2026, 10, 1)
