"""What documents say in a line."""

from exports import tables
from tests.exports import papers


def _said(text: str, outcome: str) -> str:
    row = papers.recommendation(1, papers.aidan().row, text, outcome_sought=outcome)
    return "".join(str(part) for part in tables.recommendation(row)[1:])


def test_what_a_recommendation_is_to_bring_about_is_said_once() -> None:
    twice = _said("Weekly check-in so that he has a trusted adult", "He has a trusted adult")
    assert "So that:" not in twice
    assert "So that: He feels safe." in _said("Weekly check-in", "He feels safe")
