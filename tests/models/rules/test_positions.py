"""Positions: every common writing means the same point, and what is none is refused in words."""

import pytest

from models.errors import Refusal
from models.rules.national_grid import from_degrees, to_degrees
from models.rules.positions import Position, at, degrees, maybe, position, reference


@pytest.mark.parametrize(
    "said",
    [
        "SD 200 690", "SD200690", "sd 200690", "OS grid ref: SD 200 690", "S D 200 690",
    ],
)  # fmt: skip
def test_a_hundred_metre_reference_is_read_to_the_middle_of_its_square(said: str) -> None:
    assert position(said) == Position(320_050, 469_050, 50)


@pytest.mark.parametrize(
    "said",
    [
        "SD 20000 69000", "SD2000069000", "320000, 469000", "320000 469000", "320000469000",
        "E320000 N469000", "Easting: 320000 Northing: 469000", "E 320000, N 469000",
    ],
)  # fmt: skip
def test_a_metre_reference_is_read_by_letters_and_by_figures_alone(said: str) -> None:
    found = position(said)
    assert (int(found.easting), int(found.northing)) == (320_000, 469_000)


@pytest.mark.parametrize(
    "said",
    [
        "54.11, -3.23", "54.11 -3.23", "(54.11, −3.23)", "lat 54.11 long -3.23", "54.11N 3.23W",
        "N54.11 W3.23", "54.1100° N, 3.2300° W", "54°06'36\"N 3°13'48\"W", "54 06 36 N, 3 13 48 W",
        "N 54° 06.6' W 3° 13.8'",
    ],
)  # fmt: skip
def test_latitude_and_longitude_are_read_in_degrees_minutes_and_seconds(said: str) -> None:
    found = position(said)
    assert found == at(54.11, -3.23)
    assert degrees(found) == (54.11, -3.23)


def test_ordnance_surveys_own_example_comes_out() -> None:
    # Caister water tower, E 651409.903 N 313177.270: 52.657977 N, 1.716038 E of today's maps.
    north, east = to_degrees(651_409.903, 313_177.270)
    assert (north, east) == pytest.approx((52.657977, 1.716038), abs=2e-5)
    assert [round(one) for one in from_degrees(north, east)] == [651_410, 313_177]


@pytest.mark.parametrize(
    "said",
    ["", "Skatepark", "///filled.count.soap", "SD 20 6", "SD 20069 0690", "123456", "99.1, 3.1",
     "54 61 00 N 3 0 0 W", "48.85, 2.35", "LA14 2PR", "9" * 500],
)  # fmt: skip
def test_what_is_no_position_in_great_britain_is_refused_in_words(said: str) -> None:
    assert maybe(said) is None
    with pytest.raises(Refusal, match="position|outside|figures|sixty"):
        position(said)


@pytest.mark.parametrize("said", ["SD 200 690", "TG 51409 13177", "HU 396 753", "SD 20 69"])
def test_a_position_is_written_back_no_closer_than_it_is_known(said: str) -> None:
    assert reference(position(said)) == said
