"""Who tells whom, said in one breath."""

from datetime import date

import pytest

from models.rules.dates import spoken_date
from models.rules.who_tells import WhoTells, who_tells

TODAY = date(2026, 11, 12)


def told(text: str) -> WhoTells | None:
    return who_tells(text, spoken_date(text, TODAY))


@pytest.mark.parametrize(
    ("text", "who", "by", "more"),
    [
        ("Finley Jankowski will tell him by Thursday", "Finley Jankowski", date(2026, 11, 19), ""),
        ("Finley Jankowski by 4 Dec", "Finley Jankowski", date(2026, 12, 4), ""),
        ("Kay Baines to ring mum", "Kay Baines", None, "to ring mum"),
        ("the social worker, on Friday.", "the social worker", date(2026, 11, 13), ""),
        ("Mrs O'Brien tomorrow", "Mrs O'Brien", date(2026, 11, 13), ""),
        ("Kay Baines is to tell the parents by 3 Dec", "Kay Baines", date(2026, 12, 3), ""),
        ("her aunt to tell her it was the school by the end of the week",
         "her aunt", date(2026, 11, 13), "to tell her it was the school"),
        ("mum is told by Finley Jankowski on Monday", "Finley Jankowski", date(2026, 11, 16), ""),
        ("Parents will be informed by the social worker by 4 Dec",
         "the social worker", date(2026, 12, 4), ""),
        ("both to be told by Kay Baines, at home", "Kay Baines", None, "at home"),
        ("told by Kay Baines", "Kay Baines", None, ""),
    ],
)  # fmt: skip
def test_who_when_and_what_are_told_apart(text, who, by, more):
    assert told(text) == (who, by, more)


@pytest.mark.parametrize(
    "text",
    [
        "nobody for now, safer so",
        "Police ask us to wait until the search is done",
        "Police ask us to wait until Friday",
        "Not before the search",
        "Kay Baines",
        "mum was told by Kay Baines on Monday",
        "Wait until mum is told by Kay Baines",
        "not to be told by Kay Baines",
        "Her aunt must not know yet",
        "after the search",
    ],
)
def test_a_reason_or_a_name_alone_is_not_taken_apart(text):
    assert told(text) is None
