"""A number is the same however it is written: from abroad, with dashes, in brackets."""

import pytest

from models.rules.identifiers import number_key, phone_key


@pytest.mark.parametrize(
    "written",
    ["07700 900123", "+44 7700 900123", "+44 (0)7700-900123", "0044 7700 900 123",
     "0044 (0)7700 900123", "447700900123", "4407700900123"],
)  # fmt: skip
def test_a_telephone_is_one_number_however_it_is_dialled(written: str) -> None:
    assert phone_key(written) == "07700900123"


@pytest.mark.parametrize("written", ["44 71", "0447 100 200", "+33 6 12 34 56 78"])
def test_figures_that_are_no_number_at_home_stay(written: str) -> None:
    assert phone_key(written) == "".join(one for one in written if one.isdigit())


def test_a_mark_is_compared_without_blanks_and_dashes() -> None:
    assert number_key("ab12-cde") == number_key("AB12 CDE") == "AB12CDE"
    assert number_key(None) == ""
