"""Intelligence is never read as fact, wherever a link stands."""

from dataclasses import replace
from datetime import date

import pytest

from exports import information_request, item_minutes, pictures
from exports.naming import Naming
from models.records.subjects import LinkRecord
from models.rules.links import (
    DASHED,
    NEVER,
    SOLID,
    dates_wrong,
    line_words,
    out_of_date,
    said_with_doubt,
    told,
)

LINK = LinkRecord(
    1, 2, "person_of_concern", "Darren Pike", "D.P.", "is exploited by", False, "suspected",
    True, "fact", None, None, None, None,
)  # fmt: skip
INTELLIGENCE = replace(LINK, information="intelligence")
GRADED = replace(INTELLIGENCE, grading="2BC", conditions="not to the family")


@pytest.mark.parametrize(
    ("link", "words"),
    [
        (LINK, ("suspected", "fact")),
        (replace(LINK, confirmed=False), ("suspected", "fact", "unverified")),
        (replace(LINK, confidence="confirmed"), ("confirmed", "fact")),
        (
            replace(LINK, confidence="confirmed", confirmed=False),
            ("said to be confirmed", "fact", "unverified"),
        ),
        (INTELLIGENCE, ("suspected", "intelligence, not verified, not graded")),
        (
            GRADED,
            (
                "suspected",
                "intelligence, not verified, graded 2BC, on conditions: not to the family",
            ),
        ),
        (replace(LINK, out_of_date=True), ("suspected", "fact", "out of date")),
    ],
)
def test_what_stands_beside_a_link(link: LinkRecord, words: tuple[str, ...]) -> None:
    assert told(link) == words


@pytest.mark.parametrize(
    ("link", "line"),
    [(LINK, SOLID), (replace(LINK, confirmed=False), DASHED), (INTELLIGENCE, NEVER)],
)
def test_only_what_a_person_confirmed_is_a_solid_line(link: LinkRecord, line: str) -> None:
    assert line_words(link) == line


DAY = date(2026, 11, 12)


@pytest.mark.parametrize(
    ("expires", "ended", "stale"),
    [
        (None, None, False),
        (DAY, None, False),
        (date(2026, 11, 11), None, True),
        (date(2026, 11, 11), DAY, False),
    ],
)
def test_a_link_is_out_of_date_from_the_day_after(expires, ended, stale) -> None:
    assert out_of_date(expires, ended, DAY) is stale


def test_days_of_a_link_stand_in_their_order() -> None:
    early, late = date(2026, 11, 1), date(2026, 11, 2)
    assert dates_wrong(early, late, DAY, DAY) is None
    assert dates_wrong(late, early, None, DAY) == (
        "It was last seen before it was first seen.", "last_seen",
    )  # fmt: skip
    assert dates_wrong(date(2026, 12, 1), None, None, DAY) is not None


def test_minutes_and_requests_say_that_it_is_not_verified() -> None:
    said = item_minutes.link_text(GRADED, Naming(True))
    assert "intelligence, not verified, graded 2BC" in said
    asked = information_request._linked([GRADED], {"person_of_concern"})
    assert asked.startswith("Darren Pike (intelligence, not verified")
    assert "not verified" in pictures._unsure(INTELLIGENCE)
    assert said_with_doubt(LINK) == "is exploited by"
    assert "not verified, not graded" in said_with_doubt(INTELLIGENCE)
