"""A slip of a name beside its other part, and words that only look like one."""

import pytest

from models.rules.name_slips import is_slip, says_itself


@pytest.mark.parametrize(
    ("word", "known"),
    [("mash", "marsh"), ("harsh", "marsh"), ("mrash", "marsh"), ("marshs", "marsh"), ("le", "lee"),
     ("obrian", "obrien"), ("rein", "erin"), ("katharine", "catherine"), ("wrigth", "wright"),
     ("cartar", "carter"), ("kartar", "carter")],
)  # fmt: skip
def test_a_letter_or_in_long_words_two_are_forgiven(word: str, known: str) -> None:
    assert is_slip(word, known)


@pytest.mark.parametrize(
    ("word", "known"),
    [("marsh", "marsh"), ("moss", "marsh"), ("li", "lo"), ("dobson", "marsh"), ("bartar", "carter"),
     ("l", "lee"), ("pennie", "penny")],
)  # fmt: skip
def test_another_name_is_no_slip(word: str, known: str) -> None:
    assert not is_slip(word, known)


@pytest.mark.parametrize(
    ("text", "word", "part", "itself"),
    [
        ("with Lee Mash today", "Mash", "Lee", False),
        ("with lee mash today", "mash", "lee", False),
        ("with Mash, Lee today", "Mash", "Lee", False),
        ("LEE MASH", "MASH", "LEE", False),
        ("Mash, Lee was seen", "Mash", "Lee", False),
        ("the Lee Mash file", "Mash", "Lee", False),
        ("Lee Mrash. Lee", "Mrash", "Lee", False),
        ("Refer to MASH, Lee is there", "MASH", "Lee", True),
        ("Mark Lee's form", "Mark", "Lee", True),
        ("Ask Mark Lee now", "Mark", "Lee", False),
        ("In March, Lee came", "March", "Lee", True),
        ("Lee March 3", "March", "Lee", True),
        ("Lee March came", "March", "Lee", False),
        ("Told Lee. March is soon", "March", "Lee", True),
        ("Lee's Word", "Word", "Lee", True),
        ("lee must go", "must", "lee", True),
        ("lee makes tea", "makes", "lee", True),
        ("Lee right now", "right", "Lee", True),
        ("on Lee Mash Lane", "Mash", "Lee", True),
        ("Police, Health, Lee", "Health", "Lee", True),
        ("it is in Ian", "in", "Ian", True),
    ],
)
def test_a_word_beside_a_name_says_what_it_says(
    text: str, word: str, part: str, itself: bool
) -> None:
    here, there = text.index(word), text.index(part)
    places = (here, here + len(word)), (there, there + len(part))
    assert says_itself(text, *places, surname=True) is itself


def test_a_first_name_that_is_a_word_opens_a_sentence_as_a_name_before_the_surname() -> None:
    assert not says_itself("Lea Marsh was seen", (0, 3), (4, 9), surname=False)
    assert says_itself("Ask Marsh to come", (0, 3), (4, 9), surname=False)
    assert not says_itself("Marsh, Led", (7, 10), (0, 5), surname=False)
