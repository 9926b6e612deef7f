"""Names that a return interview tells and nobody has on record are offered, and added at once."""

from datetime import datetime

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
    assert told(panel, episode) == []
    panel.store.undo()
    assert told(panel, episode) == [("Harbour Park skatepark", ("location",))]


def test_another_kind_is_refused_and_so_is_an_episode_that_is_gone(panel, episode):
    with pytest.raises(Refusal, match="person, a child or a place"):
        panel.register.add_learned(episode, "Gaz Miller", "vehicle")
    with pytest.raises(Refusal, match="no such missing episode"):
        panel.register.add_learned(999, "Gaz Miller", "location")
    assert panel.register.names_learned(999) == ()
