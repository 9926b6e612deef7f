"""Warnings on weak actions and on words that blame a child."""

from dataclasses import dataclass
from datetime import date

import pytest

from models import codes
from models.rules.flagged import flag_at, flags
from models.rules.language import findings, listed_terms
from models.rules.smart import (
    ActionDraft,
    action_warnings,
    evidence_warning,
    item_warnings,
    verb_warning,
)

GOOD = ActionDraft("Visit the home", "Owen Baines", "Council", date(2026, 11, 20), "visit note")


@dataclass(frozen=True)
class Word:
    term: str
    alternative: str = ""
    why: str = ""


WORDS = (
    Word("lifestyle choice", "is being coerced"),
    Word("abscond", "went missing"),
    Word("hard to reach"),
    Word("chooses to deal"),
)


def test_a_good_action_has_no_warning() -> None:
    assert action_warnings(GOOD, review=date(2026, 12, 24)) == ()
    assert evidence_warning(GOOD) is None


@pytest.mark.parametrize(
    ("draft", "words"),
    [
        (ActionDraft("Visit", None, None, date(2026, 11, 20)), "No named owner."),
        (ActionDraft("Visit", None, "Police", date(2026, 11, 20)), "Police is an agency"),
        (ActionDraft("Visit", "all", None, date(2026, 11, 20)), "for everyone"),
        (ActionDraft("Visit", "All agencies", None, date(2026, 11, 20)), "for everyone"),
        (ActionDraft("Visit", "Owen Baines", None, None), "No date."),
        (ActionDraft("Visit", "Owen Baines", None, date(2026, 12, 29)), "after the review"),
        (ActionDraft("Continue to monitor", "Owen Baines", None, date(2026, 11, 20)), "monitor"),
        (ActionDraft("Visit", "Owen Baines", None, date(2026, 11, 20), carried=3), "Carried 3"),
    ],
)
def test_each_weakness_is_named(draft: ActionDraft, words: str) -> None:
    (warning,) = action_warnings(draft, review=date(2026, 12, 24))
    assert words in warning


@pytest.mark.parametrize(
    "text", ["Liaise with school", "Explore options", "To be monitoring him", "Look into transport"]
)
def test_verbs_that_nobody_can_see_done_are_weak(text: str) -> None:
    assert verb_warning(text)


def test_nothing_to_show_it_done_and_too_many_and_no_disruption() -> None:
    assert evidence_warning(ActionDraft("Support Kyle"))
    assert item_warnings(5, 1, 1) == ()
    assert "6 actions" in item_warnings(6, 1, 0)[0]
    assert "no disruption" in item_warnings(1, 0, 2)[0]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He absconded twice.", ["absconded"]),
        ("Absconding is a Lifestyle  choice", ["Absconding", "Lifestyle  choice"]),
        ("a hard-to-reach family", ["hard-to-reach"]),
        ("choosing to deal", []),
        ("absconditum", []),
        ("Nothing here", []),
    ],
)
def test_terms_are_found_as_whole_words_with_their_endings(text: str, found: list[str]) -> None:
    assert [one.found for one in findings(text, WORDS)] == found


def test_a_finding_says_where_it_is_and_what_to_say_instead() -> None:
    (finding,) = findings("He absconded.", WORDS)
    assert (finding.start, finding.end) == (3, 12)
    assert finding.warning == "“absconded”: consider “went missing”."
    assert "other words" in findings("hard to reach", WORDS)[0].warning


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Support the family", True),
        ("Work with Kyle on his safety", True),
        ("Speak to mum", True),
        ("Speak to mum and report to the next panel", False),
        ("Support the family until the move", False),
        ("Speak to mum about consent", False),
        ("Visit the home", False),
        ("Refer to CAMHS", False),
        ("Monitor and support the family", False),
    ],
)
def test_only_an_open_ended_action_is_asked_what_will_show_it_is_done(text, asked) -> None:
    assert bool(evidence_warning(ActionDraft(text))) is asked


@pytest.mark.parametrize(
    "text",
    [
        'he said "it is my lifestyle choice" and left',
        "he said “it is my lifestyle choice”",
        "he said ‘I absconded, don’t tell’",
        "he said 'I absconded, don't tell'",
        "she said «he is hard to reach»",
        'he said "it is my lifestyle choice',
    ],
)
def test_what_stands_in_quotation_marks_is_never_flagged(text: str) -> None:
    assert findings(text, WORDS) == ()


def test_an_apostrophe_opens_no_quotation() -> None:
    text = "the boys' friend's mum isn't sure he absconded"
    assert [one.found for one in findings(text, WORDS)] == ["absconded"]


def test_the_reason_and_the_better_word_stand_in_one_sentence() -> None:
    term = Word("streetwise", "has had to learn to survive", "Makes a child seem older. Always.")
    (found,) = findings("He is streetwise", (term,))
    assert found.warning == (
        "“streetwise”: makes a child seem older; consider “has had to learn to survive”."
    )


def test_a_statutory_term_is_there_for_the_panel_and_not_in_use() -> None:
    assert not findings("Placement to be reviewed", listed_terms())
    assert not next(one for one in codes.load("language") if one.code == "placement").active


def test_words_to_think_about_stand_in_order_and_are_said_where_the_cursor_is() -> None:
    text = "Monitor his lifestyle choice"
    weak, blaming = found = flags(text, WORDS)
    assert [text[one.start : one.end] for one in found] == ["Monitor", "lifestyle choice"]
    assert flag_at(found, 8) is weak
    assert flag_at(found, len(text)) is blaming
    assert flag_at(found, 10) is None
    assert flags('he said "monitor me, I absconded"', WORDS) == ()



def test_every_word_of_the_list_is_found_whole_in_capitals_and_with_its_endings() -> None:
    for row in listed_terms():
        forms = {row.term, row.term.upper(), row.term.replace(" ", "  ").replace("'", "’")}
        first, *others = row.term.split()
        if len(first) > 4 and first.isalpha() and not first.endswith(("e", "s", "d", "g")):
            forms.add(" ".join((f"{first}ing", *others)))
        for form in forms:
            told = [one.found for one in findings(f"Said: {form}.", listed_terms())]
            assert told == [form], row.term


def test_a_text_without_any_of_them_and_a_term_without_a_letter() -> None:
    assert findings("The plan is to map who is with whom.", listed_terms()) == ()
    assert [one.found for one in findings("seen ?! again", (Word("?!"),))] == ["?!"]
