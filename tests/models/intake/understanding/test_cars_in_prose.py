"""Cars that a letter tells of go with the one man who is said to drive them."""

import pytest

from models.intake.understanding.prose_cars import car_told
from models.intake.understanding.prose_people import people_told


@pytest.mark.parametrize(
    ("text", "car"),
    [
        ("A lad called Ricky Strudwick picks him up in a red Seat Leon.", "red Seat Leon"),
        ("A man called Dean Harker waits outside. He drives a grey Corsa.", "grey Corsa"),
        ("A man called Dean Harker has a black Audi A3 and lots of money.", "black Audi A3"),
        ("She was seen with a man called Dean Harker in a white van.", "white van"),
        ("A man called Dean Harker gave him money. He drives a Golf YK19 HJT.", "YK19 HJT"),
        ("A man called Dean Harker gave him money. He drives.", None),
        ("A man called Dean Harker gave him money. He got into a grey Corsa.", None),
        ("A man called Ford Marsh gave him money.", None),
        ("A man called Dean Harker has a black Audi A3 and a silver BMW.", None),
    ],
)  # fmt: skip
def test_a_car_is_the_one_mans_who_drives_it(text: str, car: str | None) -> None:
    (one,) = people_told(text, 2026)
    assert one["vehicle"] == car


def test_a_car_beside_two_men_is_neithers() -> None:
    told = people_told(
        "A man called Dean Harker and a man called Lee Pryor came in a white van.", 2026
    )
    assert not any(one["vehicle"] for one in told)


@pytest.mark.parametrize(
    "text",
    [
        "A man called Lee Marsh collects Leon from school.",
        "A man called Lee Marsh gave Kia Bennett a lift.",
        "A man called Lee Marsh supplies Mercedes.",
        "A man called Lee Marsh waits at the Civic Centre.",
    ],
)
def test_a_forename_or_a_place_that_is_also_a_cars_is_no_car(text: str) -> None:
    assert not any(one["vehicle"] for one in people_told(text, 2026))


@pytest.mark.parametrize(
    ("text", "car"),
    [
        ("He got into the BMW.", "BMW"),
        ("He goes about in his Civic.", "Civic"),
        ("A Seat Leon waits.", "Seat Leon"),
        ("He came with BMW X5 keys.", "BMW X5"),
        ("He took Leon to the Civic Centre.", None),
    ],
)
def test_a_make_is_a_car_behind_an_article_or_beside_its_model(text: str, car: str | None) -> None:
    assert car_told(text) == car
