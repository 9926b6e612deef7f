"""Each part of the name of a child spoken of is initials, and other words stay what they are."""

from dataclasses import replace

import pytest

from models.records.masks import Spoken
from models.rules.bearers import full_mask, name_mask
from models.rules.name_parts import parts_of, spoken
from models.rules.nicknames import with_nicknames
from models.rules.spoken_of import NOT_SURE, SpokenOf

CHILDREN = with_nicknames(
    (spoken("Kayleigh-Ann Prudhoe"), spoken("Thomas Weatherby-Quinn"), spoken("Faith Long")),
    ["collected with Tommo Weatherby-Quinn; Jaydon Prudhoe saw her", "Visit Weatherby-Quinn"],
)
FAITH, WILL = CHILDREN[2], spoken("Will May")
MASK = SpokenOf(parts_of((*CHILDREN, WILL)))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("with Tommo Weatherby-Quinn in the car", "with T.W-Q. in the car"),
        ("with Tommo's mentor", "with T.W-Q.'s mentor"),
        ("Meet Sharon Prudhoe at home.", "Meet Sharon P. at home."),
        ("Visit Prudhoe at home", "Visit K-A.P. at home"),
        ("the Prudhoes moved", "the P. family moved"),
        ("with Kayleigh P. It was a long summer.", "with K-A.P. It was a long summer."),
        ("with Kayleigh and KAYLEIGH-ANN", "with K-A.P. and K-A.P."),
        ("Kayleigh Z was there", "K. Z was there"),
        ("Prudhoe Road and Prudhoe School", "Prudhoe Road and Prudhoe School"),
        ("Visit Faith at her placement", "Visit F.L. at her placement"),
        ("Staff acted in good faith after a long night", None),
        ("Faith was seen. Faith leaders met.", "F.L. was seen. Faith leaders met."),
        ("Faith and others", "F.L. and others"),
        ("Faith Okafor and Faith House", None),
        ("Nan, Doreen Long, wants her. Long talks.", "Nan, Doreen L., wants her. Long talks."),
        ("Will visit. Ask Will by 3 May or in May.", "Will visit. Ask W.M. by 3 May or in May."),
        ("Will was seen; Will's friend", "W.M. was seen; W.M.'s friend"),
        ("K-A.P. and F.L. were seen", None),
        ("", None),
    ],
)  # fmt: skip
def test_each_part_of_a_name_is_initials(text: str, shown: str | None) -> None:
    assert MASK.masked(text) == (text if shown is None else shown)


def test_a_professionals_first_name_stays_but_in_a_text_about_its_child() -> None:
    mask = SpokenOf(parts_of(CHILDREN), borne=frozenset({"faith"}))
    assert mask.masked("Ask Faith to ring Thomas") == "Ask Faith to ring T.W-Q."
    assert mask.about(FAITH).masked("Ask Faith to ring Thomas") == "Ask F.L. to ring T.W-Q."


def test_whoever_is_on_record_by_a_whole_name_comes_first() -> None:
    everybody = name_mask([("Sharon Prudhoe",), ("Faith Adair",)])
    mask = SpokenOf(parts_of(CHILDREN), everybody)
    assert mask.masked("Sharon Prudhoe with Faith Adair and Faith") == "S.P. with F.A. and F.L."


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("With Mica Quayle; Mica left, Quayle rang.", "With M.Q.; M.Q. left, M.Q. rang."),
        ("Quayle, Mica. MICA says no", "M.Q. M.Q. says no"),
        ("Mica left before Mica Quayle came", "M.Q. left before M.Q. came"),
        ("Mica Quayle and Mica Brandt", "M.Q. and Mica Brandt"),
        ("Mica Quayle; her mother Jo Quayle", "M.Q.; her mother Jo Q."),
        ("Faith Adair and Faith", "F.A. and F.L."),
        ("Mica left, and the Quayles", None),
        ("Ann Karim rang; Ann will see Mica", None),
    ],
)
def test_whoever_a_text_names_whole_is_meant_by_each_part_of_it(
    text: str, shown: str | None
) -> None:
    everybody = full_mask([("Mica Quayle",), ("Faith Adair",)])
    mask = SpokenOf(parts_of(CHILDREN), replace(everybody, spared=frozenset({"ann karim"})))
    assert mask.masked(text) == (text if shown is None else shown)


def test_whoever_is_named_whole_by_the_middle_name_of_a_child_is_meant_by_it_alone_too() -> None:
    amy = spoken("Amy Louise Slade")
    mask = SpokenOf(parts_of((amy,)), full_mask([("Amy Louise Slade",), ("Louise Slade",)]))
    assert "Louise" not in mask.masked("With Louise Slade; Louise rang, and Amy left")


def test_a_professional_who_bears_the_first_name_keeps_it() -> None:
    mask = SpokenOf(parts_of(()), full_mask([("Mica Quayle",)]), frozenset({"mica"}))
    assert mask.masked("Mica to see Mica Quayle") == "Mica to see M.Q."


def test_a_sister_is_not_taken_for_a_nickname() -> None:
    told = with_nicknames((spoken("Thomas Ward"),), ["Tessa Ward rang", "Ask Ward", "Tom Ward"])
    assert told == (Spoken("Thomas Ward", "T.W.", nicknames=("Tom",)),)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Immediate risk kept: tell MASH or the police now", None),
        ("Refer to MASH", None),
        ("Ask MASH/CAMHS", None),
        ("MASH", None),
        ("Lee rang MASH", "L.M. rang MASH"),
        ("Lee MASH was seen, as was Mr MASH", "L.M. was seen, as was Mr M."),
        ("MASH SEEN AT HOTEL", "L.M. SEEN AT HOTEL"),
        ("Mash was seen, told mash", "L.M. was seen, told L.M."),
    ],
)
def test_letters_of_a_service_in_capitals_are_nobody_of_that_surname(text, shown):
    lee = spoken("Lee Mash", ["Mash"])
    mask = SpokenOf(parts_of((lee, spoken("Lee Marsh"))), full_mask([("Lee Mash", "Mash")]))
    assert mask.masked(text) == (text if shown is None else shown)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Attends St Mary's, and Mary is well", "Attends St Mary's, and M.V. is well"),
        ("seen at Saint Mary's and St. Mary's", "seen at Saint Mary's and St. Mary's"),
        ("Seen with him on Mill St. Mary was there", "Seen with him on Mill St. M.V. was there"),
    ],
)
def test_a_saint_is_nobody_on_record(text: str, told: str) -> None:
    assert SpokenOf(parts_of((spoken("Mary Vale"),))).masked(text) == told


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("with Maisie Quinn at the park", f"with M.Q. {NOT_SURE} at the park"),
        ("Maisie O'Neil-Quinn rang", f"M.O-Q. {NOT_SURE} rang"),
        ("in Maisie Road", "in Maisie Road"),
        ("Maisie Marsh, her social worker", "Maisie Marsh, her social worker"),
        ("Maisie Cole rang", "Maisie Cole rang"),
        ("Maisie Hartley rang", "M.H. rang"),
    ],
)
def test_a_first_name_before_a_surname_on_no_record_is_initials_whole(said, shown):
    spared = replace(name_mask([("Maisie Hartley",)]), spared=frozenset({"maisie marsh"}))
    mask = SpokenOf(parts_of((spoken("Maisie Hartley"),)), spared, staff=frozenset({"maisie cole"}))
    assert mask.masked(said) == shown
