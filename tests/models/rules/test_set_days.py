"""Days that an item sets: what falls on a weekend or a bank holiday is said."""

from dataclasses import replace
from datetime import date

from models.rules.set_days import days_off
from tests.exports import papers as panel


def test_a_review_at_christmas_and_an_action_on_a_saturday_are_said() -> None:
    item = panel.aidan()
    action = replace(item.actions[0], reference="A009", due_on=date(2026, 12, 5))
    item = replace(item, returns_on=date(2026, 12, 25), actions=(action,), recommendations=())
    review, saturday = days_off(item, ())
    assert review.startswith("Review of V1: ") and "bank holiday" in review
    assert saturday.startswith("A009: ") and "weekend" in saturday


def test_working_days_are_not_spoken_of() -> None:
    item = replace(panel.aidan(), returns_on=date(2026, 12, 10), actions=(), recommendations=())
    assert days_off(item, ()) == ()
    assert days_off(item, {date(2026, 12, 10)})
