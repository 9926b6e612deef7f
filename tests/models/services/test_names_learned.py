"""Names that a return interview tells and nobody has on record are offered, and added at once."""

from datetime import date, datetime

import pytest

from models.errors import Refusal

TOLD = "She was with Gaz Miller (27) at Harbour Park skatepark. Zoe Ashdown was there."


@pytest.fixture
def episode(panel):
    child = panel.register.add_child("Ivy Ashdown")
    made = panel.register.add_episode(
        child, reported_at=datetime(2026, 11, 1, 20), returned_at=datetime(2026, 11, 2, 8)
    )
    panel.register.add_interview(made, conducted_at=datetime(2026, 11, 3, 9), learned=TOLD)
    return made


def told(panel, episode):
    return [(one.name, one.kinds) for one in panel.register.names_learned(episode)]


def test_who_and_where_is_new_is_told(panel, episode):
    assert told(panel, episode) == [
        ("Gaz Miller", ("person_of_concern", "child")), ("Harbour Park skatepark", ("location",)),
    ]  # fmt: skip


def test_whoever_is_on_record_under_any_name_is_not_told(panel, episode):
    person = panel.register.add_person("Gareth Miller")
    panel.register.add_alias(person, "Gaz Miller")
    panel.register.add_place("Harbour park skatepark")
    assert told(panel, episode) == []


def test_what_is_added_is_linked_with_the_child_as_one_step(panel, episode):
    before = panel.store.steps
    panel.register.add_learned(episode, "Gaz Miller", "person_of_concern")
    panel.register.add_learned(episode, "Harbour Park skatepark", "location")
    assert panel.store.steps == before + 2
    child = panel.read.children()[0].id
    links = {one.other_label: one for one in panel.read.child(child).links}
    assert set(links) == {"Gaz Miller", "Harbour Park skatepark"}
    assert {one.confidence for one in links.values()} == {"suspected"}
    assert {one.source_date for one in links.values()} == {date(2026, 11, 3)}
    assert {one.source for one in links.values()} == {
        "Return home interview, missing on 1 Nov 2026"
    }
    assert told(panel, episode) == []
    panel.store.undo()
    assert told(panel, episode) == [("Harbour Park skatepark", ("location",))]


def test_another_kind_is_refused_and_so_is_an_episode_that_is_gone(panel, episode):
    with pytest.raises(Refusal, match="person, a child, a place or a thing"):
        panel.register.add_learned(episode, "Gaz Miller", "group")
    with pytest.raises(Refusal, match="no longer names"):
        panel.register.add_learned(episode, "Gaz Miller", "vehicle")
    with pytest.raises(Refusal, match="no such missing episode"):
        panel.register.add_learned(999, "Gaz Miller", "location")
    assert panel.register.names_learned(999) == ()


THINGS = (
    "A lad called Tezza drove a Golf, reg NK19 ABC. Then Big Col rang from 07700 900123. "
    "She is tez_99 on Snapchat: tez_99. Dean Frost, social worker, was told."
)


def tell(panel, episode, text):
    panel.register.mend_interview(episode, "learned", text, TOLD)


def test_nicknames_vehicles_telephones_and_accounts_are_told(panel, episode):
    tell(panel, episode, THINGS)
    persons = ("person_of_concern", "child")
    assert told(panel, episode) == [
        ("Tezza", persons), ("NK19 ABC", ("vehicle",)), ("Big Col", persons),
        ("07700 900123", ("phone",)), ("tez_99 (Snapchat)", ("online_account",)),
    ]  # fmt: skip
    first = panel.register.names_learned(episode)[0]
    assert (
        first.words
        == "A lad called “Tezza” drove a Golf, reg NK19 ABC. Then Big Col rang from 07700…"
    )
    assert (first.where, first.day) == ("Return interview", date(2026, 11, 3))


def test_each_thing_becomes_a_record_of_its_own_kind_or_the_one_there_is(panel, episode):
    tell(panel, episode, THINGS)
    for one in panel.register.names_learned(episode):
        panel.register.add_learned(episode, one.name, one.kinds[0])
    child = panel.read.children()[0].id
    assert {(one.other_kind, one.relation) for one in panel.read.child(child).links} == {
        ("person_of_concern", "associates with"), ("vehicle", "was seen in"),
        ("phone", "is in contact with"), ("online_account", "is in contact with"),
    }  # fmt: skip
    assert told(panel, episode) == []
    assert panel.register.add_account("tez_99", "Snapchat") in {
        one.other_id for one in panel.read.child(child).links
    }


def test_both_names_of_one_person_are_one_record(panel, episode):
    tell(panel, episode, 'She met Ty Ogden, who is known as "Tig".')
    made = panel.register.add_learned(episode, "Ty Ogden", "person_of_concern")
    assert panel.read.person(made).aliases == ("Tig",)


def test_a_first_name_alone_is_offered_as_who_may_be_meant_before_it_is_new(panel, episode):
    person = panel.register.add_person("Darren Pike")
    tell(panel, episode, "Darren gave her a vape.")
    (offer,) = panel.read.mentions()
    assert (offer.label, offer.written, offer.how) == (
        "Darren Pike", "Darren", "a first name alone",
    )  # fmt: skip
    assert told(panel, episode) == []
    panel.register.not_meant(*offer.key)
    assert told(panel, episode) == [("Darren", ("person_of_concern", "child"))]
    assert person == offer.subject_id


def test_the_child_and_others_of_one_name_are_nobody_else(panel, episode):
    panel.register.add_person("Ivy Marsh")
    for surname in ("Ames", "Bell", "Cole", "Dunn"):
        panel.register.add_child(f"Kayleigh {surname}")
    tell(panel, episode, "Ivy said that Kayleigh was there.")
    assert panel.read.mentions() == ()
    assert told(panel, episode) == [("Kayleigh", ("person_of_concern", "child"))]


def test_family_and_who_works_with_the_child_are_nobody_new(panel, episode):
    child = panel.read.children()[0].id
    panel.register.change(child, "lead_name", "Kian Baines", None)
    panel.register.add_person("Karen Pike")
    tell(
        panel, episode, "Mum Karen rang Kian. Dean, her social worker, came. Tez gave her a phone."
    )
    assert panel.read.mentions() == ()
    assert [name for name, _ in told(panel, episode)] == ["Tez"]


def test_a_name_stands_where_it_was_told_first(panel, episode):
    tell(panel, episode, "She was with Gaz Miller. Later Tez gave her a phone.")
    panel.register.mend_interview(episode, "pull_factors", "Gaz Miller has a car.", None)
    assert [name for name, _ in told(panel, episode)] == ["Gaz Miller", "Tez"]
