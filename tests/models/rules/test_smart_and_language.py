"""Warnings on weak actions and on words that blame a child."""

from dataclasses import dataclass
from datetime import date

import pytest

from models.rules.language import findings
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
        (ActionDraft("Visit", "Owen Baines", None, date(2026, 12, 25)), "after the review"),
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
    assert evidence_warning(ActionDraft("Visit"))
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
