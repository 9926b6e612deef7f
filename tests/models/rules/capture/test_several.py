"""Several commitments in one breath, each with its own owner and date."""

import pytest

from models.rules.capture import read_line
from tests.models.rules.capture.room import ROOM


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (
            "action Yates visit the address by Fri; Iqbal check the licence by 1 Dec",
            [(None, "2026-11-13"), ("Kian Iqbal", "2026-12-01")],
        ),
        (
            "action Choudhury visit the address by Fri; Iqbal check the licence by 1 Dec",
            [("Ibrahim Choudhury", "2026-11-13"), ("Kian Iqbal", "2026-12-01")],
        ),
        (
            "a Choudhury to visit by Fri and Kian Iqbal to check the licence by 1 Dec",
            [("Ibrahim Choudhury", "2026-11-13"), ("Kian Iqbal", "2026-12-01")],
        ),
        (
            "a Choudhury to visit by Fri. Kian Iqbal to check the licence by 1 Dec",
            [("Ibrahim Choudhury", "2026-11-13"), ("Kian Iqbal", "2026-12-01")],
        ),
        (
            "action Khan visit the address by Fri; Patel refer to CAMHS by 1 Dec",
            [(None, "2026-11-13"), (None, "2026-12-01")],
        ),
    ],
)
def test_each_commitment_has_its_own_owner_and_date(line, wanted) -> None:
    found = read_line(line, ROOM)
    assert [(one.owner and one.owner.name, one.due and one.due.isoformat()) for one in found] == [
        (owner, due) for owner, due in wanted
    ]
    assert {one.kind.value for one in found} == {"action"}


@pytest.mark.parametrize(
    "line",
    [
        "a Choudhury to tell the school and Iqbal by Fri",
        "a Choudhury to visit; mother is unhappy with the plan",
        "a Choudhury and Iqbal to meet the school by Fri",
        "note Police: seen in town; Iqbal to check the licence",
    ],
)
def test_a_sentence_that_goes_on_stays_whole(line) -> None:
    assert len(read_line(line, ROOM)) == 1


def test_names_of_whom_none_is_the_owner_stay_in_the_text() -> None:
    (reading,) = read_line("a Choudhury and Iqbal to meet the school by Fri", ROOM)
    assert reading.owner is None
    assert reading.text == "Choudhury and Iqbal to meet the school"
