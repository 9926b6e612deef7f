"""A document's marking follows its most sensitive part, and never falls below the panel's own."""

import pytest

from models.rules import marking


@pytest.mark.parametrize(
    ("floor", "sharing", "kind", "marked"),
    [
        ("OFFICIAL", "all panel", "fact", "OFFICIAL"),
        ("OFFICIAL", "all panel", "intelligence", "OFFICIAL-SENSITIVE"),
        ("OFFICIAL", "named agencies", "fact", "OFFICIAL-SENSITIVE"),
        ("OFFICIAL", "chair only", "fact", "OFFICIAL-SENSITIVE"),
        ("OFFICIAL - SAFEGUARDING", "chair only", "fact", "OFFICIAL-SENSITIVE - SAFEGUARDING"),
        ("OFFICIAL-SENSITIVE", "chair only", "intelligence", "OFFICIAL-SENSITIVE"),
        ("OFFICIAL SENSITIVE", "chair only", "intelligence", "OFFICIAL SENSITIVE"),
        ("SECRET", "chair only", "intelligence", "SECRET"),
    ],
)
def test_the_most_sensitive_part_raises_the_panels_own_marking(
    floor: str, sharing: str, kind: str, marked: str
) -> None:
    assert marking.marking(floor, {"all panel", sharing}, {"fact", kind}) == marked


def test_what_is_for_named_readers_and_what_is_intelligence_is_handled_as_such() -> None:
    assert marking.handling({"all panel"}, {"fact", "opinion"}) == ()
    assert marking.handling({"all panel", "chair only"}, {"fact"}) == ("handling_restricted",)
    assert marking.handling({"all panel"}, {"intelligence"}) == ("handling_intelligence",)


def test_papers_together_are_marked_as_the_highest_of_them() -> None:
    assert marking.highest("OFFICIAL", ["", "OFFICIAL-SENSITIVE"]) == "OFFICIAL-SENSITIVE"
    assert marking.highest("OFFICIAL", ["", "OFFICIAL"]) == "OFFICIAL"
    assert marking.highest("SECRET", ["PRIVATE"]) == "SECRET"
