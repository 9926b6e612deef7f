"""Who says that two are linked is told with the day of the source, once."""

from datetime import date

import pytest

from models.records.subjects import LinkRecord
from models.rules.links import source_words

DAY = date(2026, 11, 3)


def link(source: str | None, day: date | None) -> LinkRecord:
    return LinkRecord(
        1, 2, "person_of_concern", "Dean Pyke", "DP", "associates with", True, "suspected", False,
        "not stated", source, None, None, None, source_date=day,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("source", "day", "told"),
    [
        ("referral", DAY, "referral · 3 Nov 2026"),
        ("Return interview about Ivy Ashdown, 3 Nov 2026", DAY,
         "Return interview about Ivy Ashdown, 3 Nov 2026"),
        ("Missing on 13 Nov 2026", DAY, "Missing on 13 Nov 2026 · 3 Nov 2026"),
        (None, DAY, "3 Nov 2026"), ("Police", None, "Police"), (None, None, ""),
    ],
)  # fmt: skip
def test_a_day_that_the_words_tell_is_not_told_twice(source, day, told):
    assert source_words(link(source, day)) == told
