"""What a person mends once is known the next time that form comes in."""

import random

from models.intake.opening import open_paper
from models.intake.understanding import label_key, labels_at, understand

from .lists_made import word
from .measure import read
from .papers_made import two_columns
from .truth import Truth

FORM = [
    ["Child's name", "Tia Kerr"],
    ["Zog blurb", "Missing often"],
    ["Ask of panel", "NRM"],
    ["DOB", "17/02/2009"],
]


def test_an_unknown_label_is_shown_with_its_place_and_then_remembered() -> None:
    content = open_paper("form", word("# MACE referral", FORM))
    first = understand(content)
    assert [text.text for text in first.not_understood] == ["Zog blurb: Missing often"]
    place = first.not_understood[0].where
    key = labels_at(content)[place]
    assert key == label_key("Zog blurb:")
    mended = understand(content, {key: "tried"})
    assert mended.records[0].get("tried") == "Missing often"
    assert mended.not_understood == ()


def test_two_fillings_of_one_form_have_one_fingerprint() -> None:
    papers = [read("form", two_columns(Truth(seed), random.Random(5))) for seed in (5, 5)]
    other = read("form", two_columns(Truth(6), random.Random(6)))
    blank = [[row[0], ""] for row in FORM]
    filled, empty = (read("form", word("# MACE referral", rows)) for rows in (FORM, blank))
    assert papers[0].fingerprint == papers[1].fingerprint != other.fingerprint
    assert filled.fingerprint == empty.fingerprint
