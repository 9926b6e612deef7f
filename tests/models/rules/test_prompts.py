"""The chair's prompts: in order, covered by a tick or by the record, passed over with a reason."""

from dataclasses import replace

import pytest

from models.codes import Prompt
from models.rules.prompts import covered, following, recorded, sheet, short
from tests.exports import papers

SHEET = tuple(
    Prompt(code=code, label=code.capitalize(), kinds=("child",), minute=0, field=field)
    for code, field in (
        ("ask", "ask"),
        ("voice", "voice"),
        ("pattern", "analysis"),
        ("links", "analysis"),
        ("read back", "actions"),
    )
)


def states(kept=(), **answers):
    """The state of each prompt."""
    return [one.state for one in sheet(SHEET, kept, answers)]


def test_nothing_is_covered_at_first() -> None:
    assert states() == [""] * 5
    assert covered(sheet(SHEET, (), {})) == 0


def test_what_is_written_covers_its_prompt_by_itself() -> None:
    assert states(["voice"])[1] == "recorded"


def test_one_text_does_not_cover_two_prompts() -> None:
    assert states(["analysis"])[2:4] == ["", ""]


def test_a_tick_covers_and_a_reason_passes_over() -> None:
    found = sheet(SHEET, (), {"ask": (True, None), "links": (False, "No links known")})
    assert [one.state for one in found] == ["covered", "", "", "passed over", ""]
    assert found[3].reason == "No links known"
    assert covered(found) == 1


def test_the_next_prompt_is_the_first_open_one_and_goes_round() -> None:
    found = sheet(SHEET, (), {"ask": (True, None)})
    assert following(found).code == "voice"
    assert following(found, "links").code == "read back"
    assert following(found, "read back").code == "voice"


def test_a_sheet_with_nothing_open_has_no_next_prompt() -> None:
    assert following(sheet(SHEET, (), {one.code: (True, None) for one in SHEET})) is None


def test_actions_agreed_are_not_yet_read_back() -> None:
    item = papers.item(papers.row(1, "V1", "Aidan Ravenscroft", "child"))
    kept = recorded(
        replace(
            item,
            actions=(papers.action(1, None, "Visit the school"),),
            voice_absent_reason="Not seen",
        )
    )
    assert kept == {"voice"}


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("The child's voice: words, to whom, when; or why not", "The child's voice"),
        ("Under 18? Then child first", "Under 18"),
        ("Decision and reason; which disruption", "Decision and reason"),
        ("Recommendations to the plan", "Recommendations to the plan"),
    ],
)
def test_a_label_is_known_by_its_first_words(label: str, words: str) -> None:
    assert short(label) == words
