"""What documents say in a line."""

from dataclasses import replace

from exports import phrases, tables
from exports.naming import Naming
from tests.exports import papers


def _said(text: str, outcome: str) -> str:
    row = papers.recommendation(1, papers.aidan().row, text, outcome_sought=outcome)
    return "".join(str(part) for part in tables.recommendation(row)[1:])


def test_what_a_recommendation_is_to_bring_about_is_said_once() -> None:
    twice = _said("Weekly check-in so that he has a trusted adult", "He has a trusted adult")
    assert "This is so that" not in twice
    assert "This is so that he feels safe." in _said("Weekly check-in", "He feels safe")


def test_what_was_told_to_be_not_done_says_so_before_how_late_it_is() -> None:
    late = replace(
        papers.papers().earlier_actions[0], status="not done", standing="overdue by 2 days"
    )
    assert tables.standing(late, Naming(False)).startswith("Not done. Overdue by 2 days.")
    today = tables.standing(replace(late, standing="due today"), Naming(False))
    assert today.startswith("Due that day.")
    assert not tables.standing(replace(late, status="agreed"), Naming(False)).startswith("Not done")


def test_no_bracket_stands_in_a_bracket() -> None:
    assert phrases.who_and_agency("Jayden Yates", "Police") == "Jayden Yates (Police)"
    agency = "Health (ICB safeguarding)"
    assert phrases.who_and_agency("Kai Dobson", agency) == f"Kai Dobson, {agency}"


def test_a_capital_falls_behind_other_words_unless_it_is_a_names() -> None:
    assert phrases.going_on("Managers of both speak") == "managers of both speak"
    for name in ("MASH decides", "Kay Baines decides", "Ofsted is told", "CSE1", ""):
        assert phrases.going_on(name) == name


def test_in_a_paper_about_one_subject_the_item_stands_by_its_number() -> None:
    action = replace(papers.papers().actions[0], subject_id=900, item_reference="V5")
    assert tables.item_of(action, Naming(False), 900) == "V5"
    assert tables.item_of(action, Naming(False), 901) != "V5"
    outside = replace(action, item_reference=None)
    assert tables.item_of(outside, Naming(False), 900) == Naming(False).about(action)
