"""A mask of names is the same whether everybody was put in at once or one after another changed."""

from collections.abc import Mapping
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from models.rules.bearers import Bearers, full_mask
from models.rules.masking import NameMask

NAMES = (
    "Robin Ashdown", "Robin Ash", "Ashdown, Robin", "Jo de la Cruz", "Josephine O'Brien", "Ace",
    "Bee / Buzz", "Kay Baines-Hill", "Li Wei", "Robin",
)  # fmt: skip
called = st.lists(st.sampled_from(NAMES), min_size=1, max_size=3).map(tuple)
steps = st.lists(st.tuples(st.integers(0, 4), st.one_of(st.none(), called)), max_size=20)


def seen(mask: NameMask) -> tuple[Any, ...]:
    """All that a mask knows, whatever the order in which it came to know it."""
    people = (mask.by_letters, mask.by_surname, mask.by_first)
    return (
        *({key: frozenset(known) for key, known in each.items()} for each in people),
        mask.spared,
        {alias: frozenset(shown.split(" or ")) for alias, shown in mask.by_alias.items()},
    )


@given(steps, called)
def test_what_has_changed_is_as_if_it_had_been_so_from_the_first(
    steps: list[tuple[int, tuple[str, ...] | None]], members: tuple[str, ...]
) -> None:
    bearers, stands = Bearers([(0, ("Robin Ashdown", "Ace"))]), {0: ("Robin Ashdown", "Ace")}
    for who, names in steps:
        bearers.mask(members)
        if names is None:
            bearers.drop(who)
            stands.pop(who, None)
        else:
            bearers.put(who, names)
            stands[who] = names
    assert seen(bearers.mask(members)) == seen(Bearers(stands.items()).mask(members))


def test_what_a_mask_holds_under_a_name_never_changes() -> None:
    bearers = Bearers([(1, ("Robin Ashdown",)), (2, ("Kay Ashdown",))])
    held = bearers.mask().by_surname["ashdown"]
    assert isinstance(held, Mapping)
    before = list(held)
    bearers.drop(2)
    bearers.put(3, ("Lee Ashdown",))
    assert list(held) == before


def test_another_name_with_a_hyphen_is_one_word_and_shown_by_initials() -> None:
    assert full_mask([("Josie Marsh", "Jo-Jo")]).masked("Seen with Jo-Jo.") == "Seen with J.M."
