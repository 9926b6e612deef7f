"""Letters that a return explains itself are read as it says, and never more widely."""

import pytest

from models.intake.papers import Block
from models.intake.understanding.keys import in_full, read_key
from models.intake.understanding.sharing import read_sharing
from models.marks import Sharing

KEY = read_key(
    [
        Block(
            "Key: F = fact, O = opinion. ALL = all panel, N = named agencies only, C = chair only, "
            "NM = not to be minuted, X = not to be shared.",
            "paragraph 1",
        )
    ]
)


@pytest.mark.parametrize(
    ("typed", "sharing"),
    [
        ("ALL", Sharing.ALL_PANEL),
        ("C", Sharing.CHAIR_ONLY),
        ("NM", Sharing.NOT_MINUTED),
        ("N (police, social care)", Sharing.NAMED_AGENCIES),
        ("X - patient confidentiality", Sharing.NOT_SHARED),
    ],
)
def test_letters_mean_what_the_paper_says(typed, sharing):
    assert read_sharing(in_full(typed, KEY)).sharing is sharing


@pytest.mark.parametrize("typed", ["All panel", "Chair only", "Fact", "ALLOWED", ""])
def test_words_stay_as_they_are(typed):
    assert in_full(typed, KEY) == typed


def test_one_letter_alone_is_no_key():
    assert read_key([Block("Attended A&E with leg = fractured.", "paragraph 1")]) == {}


def test_a_meaning_with_a_comma_in_it_is_read_whole():
    key = read_key(
        [Block("Key: P = panel, X = for the chair's eyes, do not record or share.", "paragraph 1")]
    )
    assert read_sharing(in_full("X", key)).sharing is Sharing.NOT_SHARED
