"""A form's own words are never answers, and a tick beside one answer never turns it round."""

import io

import pytest

from models.intake.papers import ReadPaper
from models.intake.understanding.claims import settled
from models.intake.understanding.context import Context
from models.intake.understanding.elements import Pair
from models.intake.understanding.guidance import is_hint
from models.intake.understanding.narratives import told_by_words
from models.intake.understanding.ticks import choices, yes_no
from tests.blank_paper import blank_paper

from .measure import read


def form(*rows: tuple[str, ...]) -> ReadPaper:
    document = blank_paper()
    document.add_heading("MACE referral form: child", 1)
    table = document.add_table(rows=len(rows), cols=max(map(len, rows)))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=False):
            cell.text = text
    out = io.BytesIO()
    document.save(out)
    return read("form.docx", out.getvalue())


def test_a_hint_under_a_label_is_no_answer_also_where_the_answer_is_empty() -> None:
    record = form(
        ("Child's name\nas on the birth certificate", "Mina Dale"),
        ("Date of birth\nas far as you know", "03/04/2011"),
        ("Ethnicity\nask, do not guess", "White British"),
        ("LCS number\nfrom the front of the file", ""),
    ).records[0]
    assert record.get("name") == "Mina Dale"
    assert record.get("ethnicity") == "White British"
    assert record.get("la_id") is None


def test_a_column_of_guidance_stands_between_labels_and_answers() -> None:
    record = form(
        ("Name of child", "First name then surname", "Mina Dale"),
        ("Date of birth", "Check the register", "03/04/2011"),
        ("Postcode", "Where the child sleeps", "AB1 2CD"),
        ("Is the child at immediate risk?", "Ring MASH first", "No"),
        ("Missing episodes in last 90 days", "Ask the co-ordinator", "2"),
        ("Is the child aware of this referral?", "Say why not", "Yes"),
    ).records[0]
    assert record.get("name") == "Mina Dale"
    assert record.get("immediate_risk") is False
    assert record.get("missing90") == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Yes   ✓ No", False),
        ("Yes ✓   No", True),
        ("✓ Yes   No", True),
        ("Yes ✓ No", None),
        ("( ) Yes  (X) No", False),
        ("☐ Yes ☒ No", False),
    ],
)
def test_a_tick_goes_with_the_word_beside_it_or_with_none(text: str, said: bool | None) -> None:
    assert yes_no(text)[0] is said


def test_options_without_a_box_are_not_chosen() -> None:
    found = choices("Low   Medium   ✓ High")
    assert found is not None
    assert found.ticked == ("High",)


def test_words_in_brackets_alone_are_a_hint() -> None:
    assert is_hint("(Use the family's own description)")
    assert not is_hint("White British (Cornish)")


def test_a_label_left_empty_is_not_answered_by_one_that_resembles_it() -> None:
    context = Context("child")
    labels = (("Mosaic number", ""), ("Clinic no", "J88413"), ("Name of child", "Mina Dale"))
    pairs = [Pair(label, value, "", context.label(label)) for label, value in labels]
    assert settled(pairs, context)[1].match is None


def test_a_day_asked_for_beside_the_risk_is_when_it_was_assessed() -> None:
    context = Context("child")
    labels = (("Date", "02/03/2026"), ("Risk (from VAT)", "High"), ("Date of VAT", "30/01/2026"))
    pairs = [Pair(label, value, "", context.label(label)) for label, value in labels]
    match = settled(pairs, context)[2].match
    assert match is not None
    assert match.field == "assessed"


def test_an_unknown_question_is_told_by_its_words_or_not_at_all() -> None:
    told = "Two fingers were crushed at the tyre place where he works seven nights a week."
    asked = Pair("What brought him to hospital and what worries us", told, "", None)
    match = told_by_words(asked, "child", frozenset())
    assert match is not None
    assert match.field == "reason"
    assert (
        told_by_words(Pair("Mapping of the estate", told, "", None), "child", frozenset()) is None
    )


def test_kinds_and_sharing_are_told_by_their_columns_whatever_heads_them() -> None:
    document = blank_paper()
    document.add_heading("MACE agency return: Youth Justice", 1)
    document.add_paragraph("Agency: Youth Justice")
    document.add_heading("Mina Dale, 03/04/2011, LCS 2260418", 2)
    rows = (
        ("Information", "What is it", "Who for"),
        ("Eleven of fourteen kept", "Fact", "All panel"),
        ("Picked up at the studio", "Intelligence", "Named agencies (police)"),
    )
    table = document.add_table(rows=3, cols=3)
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    out = io.BytesIO()
    document.save(out)
    lines = read("return.docx", out.getvalue()).records
    assert [str(line.get("kind")) for line in lines] == ["fact", "intelligence"]
    assert [str(line.get("sharing")) for line in lines] == ["all panel", "named agencies"]
