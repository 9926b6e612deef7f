"""A child's name becomes initials however it was typed, and other words stay what they are."""

from dataclasses import replace

import pytest

from exports.naming import naming
from models.rules.bearers import full_mask, name_mask
from models.rules.spoken_of import NOT_SURE
from tests.exports import papers as panel

ITEMS = (panel.aidan(), panel.closing_child())


def rewritten(text: str, inside: int | None = None) -> str:
    names = naming(panel.PANEL, ITEMS, panel.HELD_ON)
    return (names if inside is None else names.within(ITEMS[inside])).rewrite(text)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Aidan Ravenscroft went", "A.R. went"),
        ("AIDAN RAVENSCROFT", "A.R."),
        ("aidan ravenscroft", "A.R."),
        ("Ravenscroft, Aidan", "A.R."),
        ("RAVENSCROFT,Aidan", "A.R."),
        ("A. Ravenscroft", "A.R."),
        ("A Ravenscroft's mother", "A.R.'s mother"),
        ("Aidan James Ravenscroft", "A.R."),
        ("Aidan\nRavenscroft", "A.R."),
        ("Ravenscroft Road", "Ravenscroft Road"),
        ("Caidan Ravenscroft", "C.R."),
        ("Nadia Ravenscroft", "Nadia R."),
        ("Aidan was there", "A.R. was there"),
        ("May D'Souza", "M.D."),
        ("MAY D'SOUZA", "M.D."),
        ("they may D'Souza", "they may M.D."),
        ("", ""),
    ],
)
def test_full_names_become_initials_everywhere(typed: str, printed: str) -> None:
    assert rewritten(typed) == printed


@pytest.mark.parametrize(
    ("inside", "typed", "printed"),
    [
        (0, "Aidan said so", "A.R. said so"),
        (0, "for Aidan.", "for A.R."),
        (0, "Aidan's coach", "A.R.'s coach"),
        (0, "Aidan Moore", f"A.M. {NOT_SURE}"),
        (0, "Aidan-Lee", "Aidan-Lee"),
        (1, "by 3 May 2026", "by 3 May 2026"),
        (1, "with Aidan", "with A.R."),
    ],
)
def test_the_first_name_alone_becomes_initials_in_the_childs_own_item(
    inside: int, typed: str, printed: str
) -> None:
    assert rewritten(typed, inside) == printed


def test_nothing_is_changed_where_the_panel_prints_full_names() -> None:
    names = naming(replace(panel.PANEL, full_names=True), ITEMS, panel.HELD_ON)
    assert names.within(ITEMS[0]).rewrite("Aidan Ravenscroft") == "Aidan Ravenscroft"


def test_the_same_words_are_read_otherwise_inside_the_childs_own_item() -> None:
    names = naming(panel.PANEL, ITEMS, panel.HELD_ON, here=["Aidan Moore"])
    inside = names.within(ITEMS[0])
    for _ in range(2):
        assert names.rewrite("Aidan to visit") == "Aidan to visit"
        assert inside.rewrite("Aidan to visit") == "A.R. to visit"
        assert names.within(ITEMS[1]).rewrite("Aidan to visit") == "Aidan to visit"


def test_an_action_shortens_the_first_name_of_its_items_child_and_of_its_own() -> None:
    names = naming(panel.PANEL, ITEMS, panel.HELD_ON, here=["Aidan Moore"])
    made = panel.action(1, ITEMS[0].row, "Refer Aidan to Barnardo's")
    assert names.of_action(made, made.text) == "Refer A.R. to Barnardo's"
    assert names.rewrite("Aidan to visit") == "Aidan to visit"
    elsewhere = replace(made, item_id=None, subject="Kit Orme", subject_initials="K.O.")
    assert names.of_action(elsewhere, "See Kit, not Aidan") == "See K.O., not Aidan"
    full = naming(replace(panel.PANEL, full_names=True), ITEMS, panel.HELD_ON)
    assert full.of_action(made, made.text) == made.text


def test_a_child_on_record_not_on_this_agenda_is_initials_and_a_professional_is_not() -> None:
    mask = replace(name_mask([("Brandon Fairhurst",)]), spared=frozenset({"leah fairhurst"}))
    names = naming(panel.PANEL, ITEMS, panel.HELD_ON, others=mask)
    text = "Leah Fairhurst saw Brandon Fairhurst with Aidan."
    assert names.rewrite(text) == "Leah Fairhurst saw B.F. with A.R."


NAMESAKES = tuple(
    replace(item, row=replace(item.row, label=label, initials=shown))
    for item, label, shown in zip(
        ITEMS, ("Ellie Zielinska", "Ellie McAllister"), ("E.Z.", "E.M."), strict=True
    )
)


@pytest.mark.parametrize(
    ("inside", "typed", "printed"),
    [
        (0, "Ellie is thought to be exploited", "E.Z. is thought to be exploited"),
        (1, "Ellie is thought to be exploited", "E.M. is thought to be exploited"),
        (1, "Ellie M was with Ellie Z.", "E.M. was with E.Z."),
        (None, "Ellie Z and Ellie M", "E.Z. and E.M."),
        (None, "Ellie was there", "E.Z. or E.M. was there"),
        (None, "Ellie K was there", "E. K was there"),
    ],
)
def test_a_first_name_that_two_children_bear_is_never_the_other_ones(
    inside: int | None, typed: str, printed: str
) -> None:
    names = naming(panel.PANEL, NAMESAKES, panel.HELD_ON)
    told = names if inside is None else names.within(NAMESAKES[inside])
    assert told.rewrite(typed) == printed


def test_what_a_child_goes_by_is_initials_too() -> None:
    people = [("Jasmin Dale", "Jazzy", 'CJ, "Lil Ans"')]
    mask = full_mask(people)
    names = naming(panel.PANEL, ITEMS, panel.HELD_ON, others=mask)
    assert names.rewrite("Jazzy and CJ rang; a jazzy tune.") == "J.D. and J.D. rang; a jazzy tune."


def test_whoever_an_item_names_whole_is_meant_by_the_first_name_in_all_of_it() -> None:
    aidan, other = ITEMS
    told = panel.line(90, panel.POLICE, "Seen with Mica Quayle on Friday")
    aidan = replace(aidan, rounds=(panel.turn(panel.POLICE, told),))
    names = naming(panel.PANEL, (aidan, other), panel.HELD_ON, others=full_mask([("Mica Quayle",)]))
    assert names.within(aidan).rewrite("Mica gave him a phone") == "M.Q. gave him a phone"
    assert names.within(other).rewrite("Mica gave him a phone") == "Mica gave him a phone"
    assert names.rewrite("Mica gave him a phone") == "Mica gave him a phone"
    (action, *_) = aidan.actions
    assert names.of_action(action, "Ask Mica") == "Ask M.Q."
