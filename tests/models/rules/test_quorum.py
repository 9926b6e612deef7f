"""Whether enough of the right partners are here."""

import pytest

from models.rules.quorum import Logic, QuorumGroup, QuorumRule, counts, quorum

COUNCIL = QuorumGroup("council", frozenset({1, 2}))
POLICE = QuorumGroup("police", frozenset({3}))
HEALTH = QuorumGroup("health", frozenset({4, 5}), Logic.ALL)
RULE = QuorumRule((COUNCIL, POLICE, HEALTH))


@pytest.mark.parametrize(
    ("here", "words"),
    [
        ({1, 3, 4, 5}, "Quorum ✓ council, police, health"),
        ({2, 3, 4, 5}, "Quorum ✓ council, police, health"),
        ({1, 3, 4}, "Quorum not met: health missing"),
        ({3}, "Quorum not met: council, health missing"),
        (set(), "Quorum not met: council, police, health missing"),
    ],
)
def test_the_three_partners_must_be_here(here: set[int], words: str) -> None:
    reading = quorum(RULE, here)
    assert reading.words == words
    assert reading.met == words.startswith("Quorum ✓")


def test_any_group_or_two_of_three_may_do() -> None:
    assert quorum(QuorumRule(RULE.groups, Logic.ANY), {3}).met
    assert not quorum(QuorumRule(RULE.groups, least=2), {3}).met
    two = quorum(QuorumRule(RULE.groups, least=2), {1, 3})
    assert two.met
    assert two.short == "quorum 2 of 2"


def test_a_panel_without_a_rule_or_a_group_without_agencies_is_never_quorate() -> None:
    assert not quorum(QuorumRule(()), {1, 2, 3}).met
    assert not quorum(QuorumRule((QuorumGroup("health", frozenset(), Logic.ALL),)), {1}).met


@pytest.mark.parametrize(
    ("code", "here"),
    [(code, code in "PRD") for code in "PRDANXIOC"],
)
def test_only_members_in_the_room_or_their_deputies_count(code: str, here: bool) -> None:
    assert counts(code) == here
    assert not counts(code, left=True)
    assert not counts(code, arrived=False)
