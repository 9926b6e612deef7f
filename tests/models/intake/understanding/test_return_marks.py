"""Who may read a line of a return is read from the words typed before it and behind it."""

import pytest

from models.intake.understanding.sharing import read_sharing, withholds
from models.marks import Information, Sharing

from .measure import paper

HEAD = ("# Agency information return: Education", "Meeting: 12 November 2026", "**Tia Kerr**")


def said(*lines: str) -> list[tuple[object, ...]]:
    return [
        (one.get("text"), one.get("kind"), one.get("sharing"), one.get("agencies"))
        for one in paper(*HEAD, *lines).records
    ]


@pytest.mark.parametrize(
    "words",
    ["fact, can be shared with everyone", "fact, may be shared with all agencies", "can be shared"],
)
def test_that_everyone_may_have_it_is_all_the_panel(words: str) -> None:
    ((text, _, sharing, _),) = said(f"Seen in town. ({words})")
    assert (text, sharing) == ("Seen in town.", Sharing.ALL_PANEL)


@pytest.mark.parametrize("end", ["only please.", "only.", "only, please"])
@pytest.mark.parametrize("lead", ["", "Professional opinion: "])
def test_a_last_sentence_may_limit_a_line_to_two_agencies(lead: str, end: str) -> None:
    ((text, kind, sharing, agencies),) = said(f"{lead}She is groomed. Police and social care {end}")
    assert (text, sharing) == ("She is groomed.", Sharing.NAMED_AGENCIES)
    assert agencies == ("Police", "social care")
    assert kind is (Information.OPINION if lead else Information.NOT_STATED)


@pytest.mark.parametrize("lead", ["Intelligence - chair only", "Intelligence – for chair only"])
def test_a_line_may_begin_with_its_marks(lead: str) -> None:
    assert said(f"{lead}: Seen handing over bags.") == [
        ("Seen handing over bags.", Information.INTELLIGENCE, Sharing.CHAIR_ONLY, ())
    ]


def test_two_paragraphs_below_one_label_with_marks_of_their_own_are_two_lines() -> None:
    told = said("Intelligence - chair only: Seen with bags.", "Closed in October. All panel.")
    assert [(text, sharing) for text, _, sharing, _ in told] == [
        ("Seen with bags.", Sharing.CHAIR_ONLY),
        ("Closed in October.", Sharing.ALL_PANEL),
    ]


@pytest.mark.parametrize("lead", ["", "Professional opinion: "])
@pytest.mark.parametrize("end", ["Kind regards, Ellie Bright", "Many thanks", "Regards"])
def test_the_end_of_a_letter_is_no_part_of_a_line(lead: str, end: str) -> None:
    ((text, *_),) = said(f"{lead}She is groomed.", end)
    assert text == "She is groomed."


def test_words_before_a_colon_that_limit_nothing_stay_in_the_line() -> None:
    assert [text for text, *_ in said("Her mother only: nobody else came.")] == [
        "Her mother only: nobody else came."
    ]


@pytest.mark.parametrize(
    "mark",
    [
        "Do not share, don't tell mum",
        "Not shared, do not tell mum",
        "Not to be shared with parents, police or school",
        "Not to be shared with family, or other agencies",
        "Not to be shared with family as well as school",
    ],
)
def test_what_is_kept_from_more_than_the_family_is_not_shared(mark: str) -> None:
    assert read_sharing(mark).sharing is Sharing.NOT_SHARED
    assert withholds(mark)


@pytest.mark.parametrize(
    "mark",
    [
        "Not to be shared with mum, dad or the child",
        "Not to be shared with mum, she does not know",
        "Cannot be shared or disclosed to parents",
    ],
)
def test_what_is_kept_from_the_family_alone_is_for_the_chair_to_say(mark: str) -> None:
    assert read_sharing(mark).sharing is Sharing.CHAIR_ONLY
    assert not withholds(mark)
