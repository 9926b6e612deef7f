"""Names on record are found in free text as people write them, and nobody by half a word."""

import pytest

from models.rules.mentions import Names, OnRecord, around

KNOWN = Names([
    OnRecord(1, "child", "Oliver James Marsh"), OnRecord(1, "child", "Ollie", other=True),
    OnRecord(2, "person_of_concern", "Dean Pyke"), OnRecord(2, "person_of_concern", "Daz", True),
    OnRecord(3, "location", "Harbour Skatepark"), OnRecord(4, "vehicle", "AB12 CDE"),
    OnRecord(5, "phone", "07700900123"), OnRecord(6, "person_of_concern", "Dean Pyke"),
    OnRecord(7, "child", "Siân O'Brien-Hall"), OnRecord(8, "person_of_concern", "Red", True),
    OnRecord(9, "location", "Park"),
])  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Seen with Dean Pyke's brother.", {2, 6}),
        ("PYKE, Dean was there", {2, 6}),
        ("Oliver Marsh and Daz at the Harbour skatepark", {1, 2, 3}),
        ("goes by Ollie", {1}),
        ("the dazzling dean of Pykeham", set()),
        ("a daz", set()),
        ("a black car, AB12CDE, or ab12 cde", {4}),
        ("rang from +44 7700 900123 twice", {5}),
        ("rang from 07700 900 123", {5}),
        ("rang from +44 (0)7700 900 123, not 00", {5}),
        ("rang from 0044 7700 900123", {5}),
        ("Sian O’Brien-Hall came home", {7}),
        ("A red coat in the park. Red is a colour. Park it.", set()),
        ("", set()),
    ],
)
def test_who_is_named(text: str, found: set[int]) -> None:
    assert {one.subject_id for one in KNOWN.found_in(text)} == found


def test_the_words_around_a_name_are_those_of_the_text() -> None:
    text = "He was seen at noon with Dean Pyke's brother."
    (one, _) = KNOWN.found_in(text)
    assert around(text, one.start, one.end) == (
        "He was seen at noon with", "Dean Pyke", "'s brother.",
    )  # fmt: skip
