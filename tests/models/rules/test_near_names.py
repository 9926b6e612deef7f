"""Which names of districts may be one."""

import pytest

from models.rules.near_names import near_name, nearly_same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Salt by", "Saltby", True),
        ("Harborside", "Harbourside", True),
        ("Saltby", "SALTBY ", False),
        ("Zone 1", "Zone 2", False),
        ("Area A", "Area B", False),
        ("Bury", "Burs", False),
        ("Saltby", "Marram", False),
    ],
)
def test_names_apart_or_with_one_slip_may_be_one(one: str, other: str, same: bool) -> None:
    assert nearly_same(one, other) is same
    assert (near_name(one, ["Fellgate", other]) == other) is same
