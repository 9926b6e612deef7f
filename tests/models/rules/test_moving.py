"""Growing up and moving: what is lacking, what is owed, and when."""

from datetime import date

import pytest

from models.errors import Refusal
from models.rules import moving as rule

DAY = date(2026, 11, 12)
POINTS = ("views", "housing")


@pytest.mark.parametrize(
    ("handing", "done", "words"),
    [
        (rule.Handing(), (), ("no adult service named", "nobody leads there", "no plan",
                              "0 of 2 points done")),
        (rule.Handing("Adults", "Jo", "Plan"), ("views",), ("1 of 2 points done",)),
        (rule.Handing("Adults", "Jo", "Plan"), POINTS, ()),
        (rule.Handing("Adults"), POINTS, ("nobody leads there", "no plan")),
        (rule.Handing(not_needed="No need for care"), (), ()),
        (rule.Handing(settled=True), (), ()),
    ],
)  # fmt: skip
def test_a_transition_lacks_what_is_not_in_place(handing, done, words) -> None:
    assert rule.lacking(handing, done, POINTS) == words


@pytest.mark.parametrize(
    ("born", "words"),
    [
        (date(2009, 3, 3), "turns 18 on 3 March 2027, in 15 weeks"),
        (date(2008, 11, 20), "turns 18 on 20 November 2026, in 1 week"),
        (date(2008, 11, 14), "turns 18 on 14 November 2026, this week"),
        (date(2008, 11, 12), "turned 18 on 12 November 2026"),
        (date(2008, 2, 29), "turned 18 on 28 February 2026"),
    ],
)
def test_when_somebody_turns_18_is_said_in_words(born, words) -> None:
    assert rule.turns_words(born, DAY) == words


def test_a_transition_is_listed_from_seventeen_and_a_half_or_as_set() -> None:
    assert rule.begins_on(date(2009, 5, 31), rule.months_of(None)) == date(2026, 11, 30)
    assert rule.begins_on(date(2009, 5, 31), rule.months_of("204")) == date(2026, 5, 31)
    for wrong in (None, "seventeen", 100, 216):
        with pytest.raises(Refusal, match="months of age"):
            rule.check_months(wrong)


@pytest.mark.parametrize(
    ("way", "told", "asked", "answered", "pack", "words"),
    [
        (rule.OUT, False, False, False, "",
         ("host area not told", "transfer pack not written")),
        (rule.OUT, True, False, False, "w", ("transfer pack not given",)),
        (rule.PLACED_OUT, True, False, False, "wg", ("no receipt for the pack",)),
        (rule.OUT, True, False, False, "wgr", ()),
        (rule.OUT, True, False, False, "wr", ()),
        (rule.IN, False, False, False, "", ("sending area not asked",)),
        (rule.PLACED_IN, False, True, False, "", ("no answer from the sending area",)),
        (rule.IN, False, True, True, "", ()),
    ],
)  # fmt: skip
def test_a_move_owes_what_its_way_asks_for(way, told, asked, answered, pack, words):
    """`pack` says how far it is: written, given, received."""
    stands = rule.Stands(way, told, asked, answered, "w" in pack, "g" in pack, "r" in pack)
    assert rule.owed(stands) == words


@pytest.mark.parametrize(
    ("way", "authority", "told", "field"),
    [("away", "Leeds", None, "way"), ("out", " ", None, "authority"),
     ("out", "Leeds", date(2024, 1, 1), "told_on")],
)  # fmt: skip
def test_a_move_says_which_way_and_whose_area(way, authority, told, field) -> None:
    with pytest.raises(Refusal) as refused:
        rule.check_move(way, authority, DAY, told)
    assert refused.value.field == field
