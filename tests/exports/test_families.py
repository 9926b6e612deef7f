"""A relative of a person of concern is not taken for that person by the surname they share."""

import random

import pytest

from exports.pseudonyms import Net, index_of
from exports.redaction.codes import Codes
from models.records.documents import KnownName
from models.rules.bearers import full_mask
from models.rules.name_parts import parts_of, spoken
from models.rules.names import initials
from models.rules.spoken_of import SpokenOf

FIRSTS = ("Darren", "Sharon", "Kwame", "Zuzanna", "Reece", "Doreen", "Imran", "Tegan", "Siobhan")
LASTS = ("Pike", "Marsh", "Okafor", "Nowak", "O'Brien", "Tully", "Ravenscroft", "Patel")
OF_A_RELATIVE = (
    "{relative} {last} rang the duty desk.",
    "Seen with his sister {relative} {last} on Friday.",
    "Ask {relative} {last}; {letter}. {last} will know.",
    "{own} {last} and {relative} {last} were there.",
    "{relative}-Ann {last} left with {own} {last}.",
    "The car is {relative} {last}'s, the house {relative} Hill-{last}'s.",
    "the {last}s moved; Mrs {last} stays",
    "{relative} {other} and {second} {last} were seen",
)
CODE = "(P001)"


def family(seed: int) -> dict[str, str]:
    """A person of concern, a relative of the same surname, and somebody else who is of concern."""
    dice = random.Random(seed)
    own, relative, second = dice.sample(FIRSTS, 3)
    last, other = dice.sample(LASTS, 2)
    # Darren and Doreen of one surname are one name spelt twice.
    while relative[0] in (own[0], second[0]):
        relative = dice.choice(FIRSTS)
    return {
        "own": own, "relative": relative, "second": second, "last": last, "other": other,
        "letter": relative[0],
    }  # fmt: skip


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("of_the_item", [True, False])
def test_a_code_stands_for_the_person_alone(seed: int, of_the_item: bool) -> None:
    told = family(seed)
    name, other = f"{told['own']} {told['last']}", f"{told['second']} {told['other']}"
    known = (KnownName(1, "person_of_concern", name), KnownName(2, "person_of_concern", other))
    called = {1: f"{initials(name)} {CODE}", 2: f"{initials(other)} (P002)"}
    for words in OF_A_RELATIVE:
        codes = Codes(called, known)
        codes.home = frozenset({1, 2} if of_the_item else ())
        text = words.format(**told)
        shown = Net(index_of(known), codes=codes, confirmed_by_nobody=True).clean_quietly(text)
        assert shown.count(CODE) == text.count(name), (text, shown)
        assert "(P002)" not in shown, (text, shown)
        assert told["last"] not in shown and told["other"] not in shown, (text, shown)


@pytest.mark.parametrize("seed", range(40))
def test_initials_of_a_child_stand_for_the_child_alone(seed: int) -> None:
    told = family(seed)
    name = f"{told['own']} {told['last']}"
    mask = SpokenOf(parts_of((spoken(name),)), full_mask([(name,)]))
    for words in OF_A_RELATIVE[:-1]:
        text = words.format(**told)
        shown = mask.masked(text)
        assert shown.count(initials(name)) == text.count(name), (text, shown)
        # A surname of two parts is another surname, and no part of it is on record.
        assert told["last"] not in shown.replace(f"Hill-{told['last']}", ""), (text, shown)


@pytest.mark.parametrize("seed", range(40))
def test_no_pseudonym_stands_for_a_relative_of_whom_it_means(seed: int) -> None:
    told = family(seed)
    child, person = f"{told['own']} {told['last']}", f"{told['second']} {told['other']}"
    known = (KnownName(1, "child", child), KnownName(2, "person_of_concern", person))
    net = Net(index_of(known))
    net.clean(f"{child} and {person}")
    for words in OF_A_RELATIVE[:6]:
        text = words.format(**told)
        shown = net.clean_quietly(text).lower()
        assert shown.count("young person") == text.count(child), (text, shown)
        assert "person 1" not in shown and told["last"].lower() not in shown, (text, shown)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("On Monday Pike left", "On Monday {} left"),
        ("Seen Fri. Thursday Pike was in", "Seen Fri. Thursday {} was in"),
        ("A Pike was there and I saw him", "A {} was there and I saw him"),
        ("J Pike rang", "J P. rang"),
        ("with J. Pike and J Pike", "with J. P. and J P."),
        ("D Pike rang", "{} rang"),
        ("with Łucja Pike and Élise Pike", "with Łucja P. and Élise P."),
        ("he saw Pike", "he saw {}"),
    ],
)
def test_a_letter_of_another_name_is_a_relatives_and_a_day_of_the_week_is_nobodys(
    words: str, told: str
) -> None:
    known = (KnownName(1, "person_of_concern", "Darren Pike"),)
    codes = Codes({1: f"D.P. {CODE}"}, known)
    codes.home = frozenset({1})
    shown = Net(index_of(known), codes=codes, confirmed_by_nobody=True).clean_quietly(words)
    assert shown == told.format(f"D.P. {CODE}")
    if "J" not in words:
        mask = SpokenOf(parts_of((spoken("Darren Pike"),)), full_mask([("Darren Pike",)]))
        assert mask.masked(words) == told.format("D.P.")
