"""An assessment by the form of its scheme: reckoned, judged, corrected, and never lost."""

from dataclasses import replace
from datetime import date

import pytest

from models.errors import Conflict, Refusal
from models.records.assessing import Entered, Given

DAY = date(2026, 11, 10)
MISSING = Given("missing", "Missing overnight or longer", "present", "past 6 months")
DRUGS = Given("drugs", "Drug misuse", "present", evidence="School, 3 November")
SERAF = Entered(
    scheme_code="seraf", assessed_on=DAY, given=(DRUGS, MISSING), author="Sam Price",
    with_child=True, with_family=False, present="School nurse",
)  # fmt: skip


@pytest.fixture
def child(panel):
    return panel.register.add_child("Robin Ashdown", birth_date=date(2011, 1, 2))


def latest(panel, child):
    return panel.read.child(child).assessments[0]


def test_the_score_is_reckoned_and_all_of_it_is_one_step(panel, child) -> None:
    panel.register.assess(child, SERAF)
    kept = latest(panel, child)
    assert (kept.score, kept.level, kept.due_on) == (6, "Category 2: mild risk", date(2026, 12, 10))
    assert kept.entered == replace(SERAF, score=6)
    panel.store.undo()
    assert panel.read.child(child).assessments == ()


def test_a_judgement_beside_the_score_needs_its_reason_and_then_stands(panel, child) -> None:
    judged = replace(SERAF, judgement="Category 4: significant risk")
    with pytest.raises(Refusal, match="say why"):
        panel.register.assess(child, judged)
    assert panel.read.child(child).assessments == ()
    panel.register.assess(child, replace(judged, rationale="Two adults keep coming back."))
    kept = latest(panel, child)
    assert (kept.level, kept.computed_level) == (judged.judgement, "Category 2: mild risk")


@pytest.mark.parametrize("typed", ["Category 2", "category 2", "mild risk", "Mild", "2", "mil"])
def test_a_judgement_in_other_words_is_the_level_of_the_scheme(panel, child, typed) -> None:
    panel.register.assess(child, replace(SERAF, judgement=typed))
    kept = latest(panel, child)
    assert kept.entered.judgement == kept.level == "Category 2: mild risk"
    with pytest.raises(Refusal, match="say why"):
        panel.register.assess(child, replace(SERAF, judgement="Category 3"))


def test_a_beginning_of_several_levels_stands_as_it_was_said(panel, child) -> None:
    panel.register.assess(child, replace(SERAF, judgement="cat", rationale="Half typed."))
    assert latest(panel, child).level == "cat"


def test_words_that_name_no_level_of_the_scheme_stand_as_they_were_said(panel, child) -> None:
    said = replace(SERAF, judgement="Not sure yet", rationale="Two agencies are still to answer.")
    panel.register.assess(child, said)
    assert latest(panel, child).level == "Not sure yet"


def test_one_entered_without_its_form_has_the_words_of_its_scheme_too(panel, child) -> None:
    panel.register.add_assessment(child, assessed_on=DAY, level="Category 3", scheme_code="seraf")
    assert latest(panel, child).level == "Category 3: moderate risk"


REFUSED = [
    ({"assessed_on": date(2026, 11, 13)}, "assessed_on"),
    ({"assessed_on": date(2010, 1, 1)}, "assessed_on"),
    ({"author": " "}, "author"),
    ({"scheme_code": "no such"}, "scheme_code"),
    ({"given": (Given("made_up", "Made up", "present"),)}, "answers"),
    ({"scheme_code": "cumbria", "given": ()}, "judgement"),
]


@pytest.mark.parametrize(("changes", "field"), REFUSED)
def test_what_cannot_stand_is_refused_at_its_field(panel, child, changes, field) -> None:
    with pytest.raises(Refusal) as refused:
        panel.register.assess(child, replace(SERAF, **changes))
    assert refused.value.field == field


def test_direction_is_told_against_the_assessment_before_it(panel, child) -> None:
    panel.register.assess(child, replace(SERAF, assessed_on=date(2026, 9, 1)))
    panel.register.assess(child, replace(SERAF, given=(DRUGS,)))
    assert (latest(panel, child).direction, latest(panel, child).previous_level) == (
        "decreased", "Category 2: mild risk",
    )  # fmt: skip


def test_a_correction_keeps_how_it_stood_and_is_taken_back_whole(panel, child) -> None:
    made = panel.register.assess(child, SERAF)
    seen = latest(panel, child).entered
    better = replace(seen, given=(DRUGS, replace(MISSING, window="6 to 12 months ago")))
    panel.register.correct_assessment(made, better, seen)
    assert latest(panel, child).score == 2
    now, first = panel.read.assessment_history(made)
    told = {(one.field, one.before, one.after) for one in now.changes}
    assert ("score", "6", "2") in told
    assert (f"{MISSING.worded}: when", "past 6 months", "6 to 12 months ago") in told
    assert (first.changes, first.now, now.now) == ((), False, True)
    panel.store.undo()
    assert latest(panel, child).entered == seen


def test_an_answer_taken_away_is_kept_as_not_answered(panel, child) -> None:
    made = panel.register.assess(child, SERAF)
    seen = latest(panel, child).entered
    panel.register.correct_assessment(made, replace(seen, given=(MISSING,)), seen)
    kept = latest(panel, child)
    assert (kept.score, kept.indicators) == (5, (MISSING.worded,))
    told = panel.read.assessment_history(made)[0].changes
    assert ("Drug misuse", "present", "not answered") in [
        (one.field, one.before, one.after) for one in told
    ]


def test_two_hands_at_one_assessment_are_told(panel, child) -> None:
    made = panel.register.assess(child, SERAF)
    seen = latest(panel, child).entered
    panel.register.correct_assessment(made, replace(seen, author="Kim Hart"), seen)
    with pytest.raises(Conflict):
        panel.register.correct_assessment(made, replace(seen, author="Lee Dale"), seen)


def test_correcting_the_author_of_a_paper_s_assessment_leaves_its_score(panel, child) -> None:
    made = panel.register.add_assessment(
        child, assessed_on=DAY, scheme_code="seraf", score=17, author="S. Price",
        answers=[("Goes missing", "current")],
    )  # fmt: skip
    seen = latest(panel, child).entered
    panel.register.correct_assessment(made, replace(seen, author="Sam Price"), seen)
    assert (latest(panel, child).score, latest(panel, child).author) == (17, "Sam Price")


def test_a_checklist_that_screens_counts_as_no_assessment(panel, child) -> None:
    panel.register.set_status(child, date(2026, 9, 1), on_tracker=True)
    panel.register.assess(child, replace(SERAF, assessed_on=date(2026, 9, 20)))
    checklist = Entered(
        scheme_code="cerar_checklist", assessed_on=DAY, judgement="Low", author="Kim Hart",
        given=(Given("debt", "Debt (debt bondage)", "present"),),
    )  # fmt: skip
    panel.register.assess(child, checklist)
    row = panel.read.child(child).row
    assert (row.assessed_on, row.assessment_overdue) == (date(2026, 9, 20), True)
    assert row.risk == "Category 2: mild risk"
    assert latest(panel, child).screening
    assert panel.read.assessment_board()[0].assessed_on == date(2026, 9, 20)
    assert sum("risk assessment overdue" in one.text for one in panel.read.today()) == 1
    panel.register.assess(child, replace(SERAF, assessed_on=date(2026, 11, 11)))
    assert latest(panel, child).previous_level == "Category 2: mild risk"
