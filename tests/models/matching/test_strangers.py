"""Names of people in a text are told by their look, and names of places and teams are not."""

import pytest

from models.matching.strangers import strangers


def said(text: str) -> list[str]:
    found = list(strangers(text))
    assert all(text[one.start : one.end] == one.name for one in found)
    return [one.name for one in found]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jordan Pickersgill drove him home.", ["Jordan Pickersgill"]),
        ("He was with Kofi Mensah-Jones's friends.", ["Kofi Mensah-Jones"]),
        ("Tyler Stone and Zsofia Nagy gave her vodka.", ["Tyler Stone", "Zsofia Nagy"]),
        ("In the car of Mr Jordan Pickersgill.", ["Jordan Pickersgill"]),
    ],
)
def test_first_name_and_surname_beside_each_other_are_a_name(text: str, names: list[str]) -> None:
    assert said(text) == names


@pytest.mark.parametrize(
    "text",
    ["Seen at Jordan Street and in Tyler Park.", "West Yorkshire Police rang.", "Beacon News.",
     "DC Jordan Pickersgill rang.", "Her social worker Jordan Pickersgill rang.",
     "Jordan Pickersgill, social worker, rang.", "Her mother Jordan Pickersgill rang.",
     "Near Jordan Pickersgill House.", "jordan pickersgill drove him.", "Said Jordan. Tyler left."],
)  # fmt: skip
def test_a_place_a_team_a_worker_and_a_parent_are_nobody_to_point_out(text: str) -> None:
    assert said(text) == []
