"""What an answer to an open point is taken for: words, a name, or a reason."""

import pytest

from models.rules.answers import calls_somebody, gives_a_reason, says_why_no_voice


@pytest.mark.parametrize(
    "text",
    [
        "Not seen, missing at the time of the meeting",
        "nobody, his solicitor does it",
        "None available tonight",
        "Unable to speak with her",
        "Declined to talk",
        "She was not seen",
        "couldn't be reached",
    ],
)
def test_why_there_is_nothing_is_a_reason(text):
    assert gives_a_reason(text) and says_why_no_voice(text) and not calls_somebody(text)


@pytest.mark.parametrize(
    "text",
    ["No, I want to stay with my nan", "Nobody listens to me", "“Not again” is what he says"],
)
def test_what_the_child_says_in_its_own_person_is_its_voice(text):
    assert not says_why_no_voice(text)


@pytest.mark.parametrize("text", ["Ola Berg", "the social worker", "her aunt", "Mrs O'Brien"])
def test_a_name_or_a_role_calls_somebody(text):
    assert calls_somebody(text)


@pytest.mark.parametrize(
    "text",
    ["Police ask us to wait until the search is done", "after the search", "Not the social worker"],
)
def test_a_sentence_calls_nobody(text):
    assert not calls_somebody(text)
