"""Who tells whom, said in one breath."""

import pytest

from models.rules.who_tells import who_tells


@pytest.mark.parametrize(
    ("text", "who", "day", "more"),
    [
        ("Finley Jankowski will tell him by Thursday", "Finley Jankowski", "Thursday", ""),
        ("Finley Jankowski by 4 Dec", "Finley Jankowski", "4 Dec", ""),
        ("Kay Baines to ring mum", "Kay Baines", "", "to ring mum"),
        ("the social worker, on Friday.", "the social worker", "Friday", ""),
        ("Mrs O'Brien tomorrow", "Mrs O'Brien", "tomorrow", ""),
        ("Kay Baines is to tell the parents before 3 December", "Kay Baines", "3 December", ""),
        ("her aunt to tell her it was the school by the end of the week",
         "her aunt", "the end of the week", "to tell her it was the school"),
    ],
)  # fmt: skip
def test_who_when_and_what_are_told_apart(text, who, day, more):
    assert who_tells(text) == (who, day, more)


@pytest.mark.parametrize(
    "text",
    [
        "nobody for now, safer so",
        "Police ask us to wait until the search is done",
        "Not before the search",
        "Kay Baines",
        "Her aunt must not know yet",
        "after the search",
    ],
)
def test_a_reason_or_a_name_alone_is_not_taken_apart(text):
    assert who_tells(text) is None
