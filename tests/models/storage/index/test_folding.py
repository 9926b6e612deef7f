"""The same words in any case, accent or spelling of a number are the same to the index."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.storage.index.folding import fold, numbers, squash


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("O'Brien", "obrien"),
        ("O’BRIEN", "obrien"),
        ("Wes / Big W", "wes big w"),
        ("J.T. said e.g. nothing.", "jt said eg nothing"),
        ("late.Then", "late then"),
        ("Zoë Müller-Łukasz", "zoe muller łukasz"),
        ("Straße", "strasse"),
        ("night_owl@example", "night owl example"),
        ("plug🔌🔌here", "plug u1f50c u1f50c here"),
        ("❄️", "u2744"),
        ("👩🏽", "u1f469 u1f3fd"),
        ("\x00\ud800 a\u200db", "ab"),
        ('‘quoted’ "AND" (NEAR) *', "quoted and near"),
        ("𝕬lpha ①Ⅳ", "alpha 1iv"),
        ("", ""),
        ("’ / -", ""),
    ],
)
def test_words_are_folded(written, words):
    assert fold(written) == words


@given(st.text())
def test_folding_ends_and_folds_once(text):
    once = fold(text)
    assert fold(once) == once and "  " not in once and once == once.strip()
    once.encode()


@pytest.mark.parametrize(
    ("written", "whole"),
    [
        ("call 07700 900123 now", ("07700900123",)),
        ("07700 900 123", ("07700900123",)),
        ("+44 7700 900123", ("07700900123",)),
        ("+447700900123", ("07700900123",)),
        ("a Golf AB12 CDE parked", ("ab12cde",)),
        ("lives at NM1 2AB", ("nm12ab",)),
        ("NHS 943 476 5919", ("9434765919",)),
        ("two boys, 3 cars", ()),
    ],
)
def test_numbers_are_found_without_their_blanks(written, whole):
    assert numbers(fold(written)) == whole


def test_a_number_with_its_country_is_that_number():
    assert squash(fold("0044 7700 900123")) == squash(fold("07700 900123"))
