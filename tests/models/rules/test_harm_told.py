"""Harm is proposed where a text says it in so many words, with its direction, and nowhere else."""

import pytest

from models.records.mentions import Harm
from models.rules.harm_told import harm_between, harm_told, spoken_names

CHILD, NAME = spoken_names(["Brandon Fairhurst"], child=True), "Stefan Radu"
BY_NAMED, BY_OWN = Harm("exploits", True), Harm("exploits", False)


def told(text: str, own: tuple[str, ...] = CHILD, name: str = NAME, **how: bool) -> Harm | None:
    start = text.index(name)
    return harm_told(text, start, start + len(name), own, **how)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Brandon is thought to be exploited by Stefan Radu and was seen at The Snug.", BY_NAMED),
        (
            "Missing again. Brandon Fairhurst has been sexually exploited by “Stefan Radu”.",
            BY_NAMED,
        ),
        ("FAIRHURST, Brandon is being groomed by a man called Stefan Radu", BY_NAMED),
        ("Police say that Brandon is exploited by Stefan Radu.", BY_NAMED),
        ("Thought to be exploited by Stefan Radu", BY_NAMED),
        ("This child was recruited by Stefan Radu.", Harm("recruits", True)),
        ("Stefan Radu is believed to be grooming Brandon, who is 14.", BY_NAMED),
        ("Brandon associates with Stefan Radu.", None),
        ("Brandon is not exploited by Stefan Radu.", None),
        ("There is no evidence that Brandon is exploited by Stefan Radu.", None),
        ("Is Brandon exploited by Stefan Radu?", None),
        ("Brandon is at risk of being exploited by Stefan Radu.", None),
        ("Brandon denies being exploited by Stefan Radu.", None),
        ("Brandon is exploited by Stefan Radu's brother.", None),
        ("Brandon's friend is exploited by Stefan Radu.", None),
        ("The sister of Brandon is exploited by Stefan Radu.", None),
        ("Brandon Smith is exploited by Stefan Radu.", None),
        ("Jade is exploited by Stefan Radu; Brandon saw it.", None),
        ("Brandon is exploited by Lee and was seen with Stefan Radu.", None),
        ("The cousin of Stefan Radu is exploiting Brandon.", None),
        ("Stefan Radu is exploiting Brandon's sister.", None),
        ("He is exploited by Stefan Radu.", None),
    ],
)
def test_what_a_referral_says_of_harm(text: str, found: Harm | None) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Brandon is exploited by Lee Marsh and Stefan Radu.", BY_NAMED),
        ("Brandon is exploited by Stefan Radu and Lee Marsh.", BY_NAMED),
        ("Brandon is exploited by “Lee Marsh” (Marshy), Stefan Radu and others.", BY_NAMED),
        ("Brandon is groomed by a man called Lee Marsh and a woman called Stefan Radu", BY_NAMED),
        ("Lee Marsh and Stefan Radu are thought to be exploiting Brandon.", BY_NAMED),
        ("Stefan Radu and Lee Marsh are grooming Brandon.", BY_NAMED),
        ("Jade and Brandon were exploited by Stefan Radu.", BY_NAMED),
        ("Brandon and Jade were exploited by Stefan Radu.", BY_NAMED),
        ("Brandon is exploited by Lee Marsh, and Stefan Radu says he saw it.", None),
        ("Brandon is exploited by Lee Marsh and knows Stefan Radu.", None),
        ("Jade is exploited by Lee Marsh and Stefan Radu.", None),
        ("Brandon is not exploited by Lee Marsh and Stefan Radu.", None),
    ],
)
def test_several_who_are_named_in_one_breath_are_each_told(text: str, found: Harm | None) -> None:
    assert told(text) == found


def test_a_pronoun_is_enough_to_propose_and_not_to_keep() -> None:
    assert told("He is exploited by Stefan Radu.", loosely=True) == BY_NAMED


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Believed to be exploiting Ellie McAllister.", BY_OWN),
        ("Lee Marsh is grooming Ellie McAllister since May.", BY_OWN),
        ("Ellie McAllister is thought to be exploited by Lee Marsh.", BY_OWN),
        ("Lee Marsh gave Ellie McAllister a phone.", None),
        ("Lee Marsh is said to exploit friends of Ellie McAllister.", None),
    ],
)
def test_what_a_nomination_says_of_harm(text: str, found: Harm | None) -> None:
    own = spoken_names(["Lee Marsh"], child=False)
    assert told(text, own, "Ellie McAllister") == found


def test_no_child_is_proposed_as_the_one_who_harms() -> None:
    assert harm_between("child", "person_of_concern", BY_NAMED) == BY_NAMED
    assert harm_between("person_of_concern", "child", BY_OWN) == BY_OWN
    assert harm_between("child", "child", BY_NAMED) is None
    assert harm_between("child", "person_of_concern", BY_OWN) is None
