"""A name that a text writes otherwise than the record is found, and no other person is."""

import pytest

from models.matching.near_mentions import PARTLY, NearNames

KNOWN = ((1, "Declan Rourke"), (2, "Kayley Stott"), (3, "Olivia-Mae Tattersall"),
         (4, "Oluwaseun Adeyemi-Cole"), (5, "Caoimhe O'Riordan"), (6, "Lowri Battye"),
         (7, "Krzysztof Wiśniewski"), (8, "Unknown"))  # fmt: skip


def found(text: str, others=()) -> dict[int, str]:
    return {one.subject_id: text[one.start : one.end]
            for one in NearNames(KNOWN, others).found_in(text)}  # fmt: skip


@pytest.mark.parametrize(
    ("written", "who"),
    [
        ("Deklan Roarke", 1),
        ("Decklan Rourke", 1),
        ("Declan O'Rourke", 1),
        ("Dec Rourke", 1),
        ("D. Rourke", 1),
        ("D Rourke", 1),
        ("Kayleigh Stott", 2),
        ("Liv Tattersal", 3),
        ("Seun Cole", 4),
        ("Keeva Riordan", 5),
        ("Caoimhe Riordan", 5),
        ("Chris Wyśniewski", 7),
    ],
)
def test_a_name_written_otherwise_may_be_whoever_is_on_record(written: str, who: int) -> None:
    assert found(f"Seen at noon with {written}, in a car.") == {who: written}
    assert found(f"It was {written}'s car.") == {who: written}


@pytest.mark.parametrize(
    "written",
    ["Declan Rourke", "Dylan Rourke", "Osian Battye", "C. Rourke", "Declan Marsh", "Beacon News",
     "declan roarke", "Deklan. Roarke", "Unknown Male"],
)  # fmt: skip
def test_the_very_name_another_person_and_no_name_are_nobody_perhaps(written: str) -> None:
    assert found(f"Seen at noon with {written}, in a car.") == {}


def test_somebody_at_work_and_a_name_of_several_mean_nobody_on_record() -> None:
    assert found("DC Deklan Roarke rang.", others=("Deklan Roarke",)) == {}
    several = [(at, f"{first} Sorrel") for at, first in enumerate(("Joe", "Jim", "Jill", "Jess"))]
    assert list(NearNames(several[:3]).found_in("With J. Sorrel."))
    assert not list(NearNames(several).found_in("With J. Sorrel."))


def test_why_it_may_be_is_told_in_words() -> None:
    (one,) = NearNames(KNOWN).found_in("With Dec Rourke.")
    assert one.how == "same surname, short form of the first name (Dec, Declan)"
    (one,) = NearNames(KNOWN).found_in("With Declan O'Rourke.")
    assert one.how == PARTLY
