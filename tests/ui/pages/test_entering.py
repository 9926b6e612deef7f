"""A small form for one new thing: what is typed in it stands until it is kept or left."""

import pytest

from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field


@pytest.fixture
def card(panel, qtbot):
    made = EntryCard("Add a note", (Field("what", "What"),), panel.desk, lambda values: None)
    qtbot.addWidget(made)
    return made


def typed(card, words):
    card.editor_of("what").setText(words)


def test_a_form_asked_for_again_while_it_stands_open_keeps_what_was_typed(card):
    card.ask({"what": "Seen"})
    typed(card, "Seen at the park")
    card.ask({"what": "Seen"})
    assert card.said() == {"what": "Seen at the park"}


def test_asked_for_with_something_else_or_after_it_was_left_it_begins_afresh(card):
    card.ask()
    typed(card, "Seen at the park")
    card.ask({"what": "Heard"})
    assert card.said() == {"what": "Heard"}
    card.leave()
    card.ask()
    assert card.said() == {"what": None}


def test_what_is_half_typed_for_one_record_stands_there_again(card):
    card.turn_to(1)
    card.ask()
    typed(card, "Seen at the park")
    card.turn_to(2)
    assert card.isHidden()
    card.ask()
    assert card.said() == {"what": None}
    card.turn_to(1)
    assert not card.isHidden() and card.said() == {"what": "Seen at the park"}
    card.turn_to(2)
    assert card.isHidden()
