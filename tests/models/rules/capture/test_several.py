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
    ("line", "wanted"),
    [
        (
            "a DI to see the neighbours by mon and licensing to check the badge by weds",
            [("Daisy Yates", "2026-11-16"), ("Kian Iqbal", "2026-11-18")],
        ),
        (
            "a fairhurst to chase gp, kai dobson to offer slot tues",
            [("Shanice Fairhurst", None), ("Kai Dobson", "2026-11-17")],
        ),
        (
            "a fairhurst to visit home and licensing to check the badge by weds",
            [("Shanice Fairhurst", None), ("Kian Iqbal", "2026-11-18")],
        ),
        (
            "a fairhurst to ring home by fri. iqbal to check the badge by weds",
            [("Shanice Fairhurst", "2026-11-13"), ("Kian Iqbal", "2026-11-18")],
        ),
        (
            "a fairhurst to ring home by fri then police to visit by weds",
            [("Shanice Fairhurst", "2026-11-13"), (None, "2026-11-18")],
        ),
    ],
)
def test_a_second_party_is_heard_in_small_letters(line, wanted) -> None:
    test_each_commitment_has_its_own_owner_and_date(line, wanted)


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("a Fairhurst to ring home by fri. rec add it to the plan by 4 dec",
         ["action", "recommendation"]),
        ("n seen in town. a Iqbal to check the badge by Fri", ["note", "action"]),
        ("n police: seen in town. ris high. rev 24 Dec", ["note", "risk", "review"]),
        ("n mum is worried. Note: she was told twice", ["note", "note"]),
        ("n seen in town. Risk is driven by the skatepark", ["note"]),
        ("n seen in town by mum. Review of the plan is due", ["note"]),
        ("n last seen 3 dec. dec 4 he was home", ["note"]),
        ("r safety plan to the CIN plan; review at core group by 4 Dec", ["recommendation"]),
        ("r safety plan to the CIN plan; review with Dobson by Fri", ["recommendation"]),
        ("r safety plan to the CIN plan; review by 4 Dec", ["recommendation", "review"]),
        ("a Owen Baines / review the care plan / by 24 nov", ["action"]),
        ("dec remain, review arrangements are with the school", ["decision"]),
        ("dec remain, review in a month", ["decision", "review"]),
        ("dec remain / review end of Jan", ["decision", "review"]),
        ("r safety plan to the CIN plan; review at next panel", ["recommendation", "review"]),
    ],
)  # fmt: skip
def test_a_kinds_word_after_a_full_stop_begins_an_entry(line, kinds) -> None:
    assert [one.kind.value for one in read_line(line, ROOM)] == kinds


@pytest.mark.parametrize(
    "line",
    [
        "a Fairhurst to meet school and licensing to agree a plan",
        "a Fairhurst to ask mum, school and police to share what they know",
        "a Fairhurst to work with health and police to agree a plan by Fri",
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
