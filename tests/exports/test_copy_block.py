"""A block for a case note: initials and number, sized for the field, always the answer's day."""

from dataclasses import replace
from datetime import date

from exports.copy_block import CUT, MOST, copy_block
from exports.initialled import initialled
from models.records.documents import KnownName
from tests.exports import papers as panel
from tests.exports.test_feed import papers


def test_a_note_says_what_to_whom_by_when_and_where_to_answer() -> None:
    text = copy_block(initialled(papers(text="Offer Aidan mentoring", to_plan="CP")))
    assert "A.R. LCS620625" in text and "OFFICIAL-SENSITIVE" in text
    assert "R001  Offer A.R. mentoring." in text
    assert text.splitlines()[-1].startswith("Please answer by")
    assert "Aidan" not in text


def test_what_is_too_long_ends_with_where_the_rest_is() -> None:
    one = papers(text="Offer mentoring each week " * 40)
    rows = one.item.recommendations * 30
    text = copy_block(replace(one, item=replace(one.item, recommendations=rows)))
    assert len(text) <= MOST
    assert CUT in text and text.splitlines()[-1].startswith("Please answer by")


def test_an_answered_recommendation_says_its_answer_and_asks_for_none() -> None:
    answered = papers(
        status="rejected", reply_reason="No mentor free", replied_on=date(2026, 11, 20)
    )
    text = copy_block(answered)
    assert "Answer: rejected, 20 Nov 2026: No mentor free." in text
    assert "Please answer" not in text


def test_an_answer_that_is_late_is_asked_for_by_no_new_day() -> None:
    text = copy_block(papers(reply_by=date(2026, 11, 2)))
    assert text.splitlines()[-1].startswith("An answer was due by 2 Nov 2026: please send it now")


def test_what_was_withdrawn_is_no_part_of_it() -> None:
    assert "No recommendations to the plan." in copy_block(papers(withdrawn=True))


def test_a_child_is_initials_in_every_text_by_whatever_name_it_goes() -> None:
    known = [KnownName(panel.aidan().row.subject_id, "child", "Aidy B")]
    texts = {
        "text": "Offer Aidan mentoring so that Aidan Ravenscroft and Aidy B feel safe",
        "evidence_sought": "Aidan Baines, his worker, writes it in",
    }
    made = copy_block(initialled(papers(**texts), known))
    assert "so that A.R. and A.R. feel safe" in made
    assert "Ravenscroft" not in made and "Aidy" not in made
