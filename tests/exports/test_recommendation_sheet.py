"""The recommendations sheet tells the plan's holder what, by whom, by when, and wants a reply."""

from dataclasses import replace
from datetime import date

from docx.document import Document

from exports import extract, recommendation_sheet
from tests.exports import papers as panel
from tests.exports import reading


def made(**changes: object) -> Document:
    return reading.document(lambda to: recommendation_sheet.write(panel.extract(**changes), to))


def test_each_recommendation_is_told_whole() -> None:
    assert reading.under(made(), "R001") == [
        f"What is recommended | {panel.aidan().recommendations[0].text}.",
        "Plan | CP plan",
        "Part of the plan | Education",
        "So that | he has one adult at school whom he can tell",
        "By whom | Kian Baines, social worker",
        "By when | 23 Nov 2026",
        "What will show it | check-ins recorded in the plan each week",
    ]


def test_the_slip_carries_the_child_and_the_references() -> None:
    slip = reading.under(made(), "Reply slip")
    assert "System ID | LCS620625" in slip
    assert "Meeting | 12 November 2026" in slip
    assert slip[-2].startswith("R001 | Add a weekly check-in")


def test_what_was_withdrawn_is_not_sent() -> None:
    item = panel.aidan()
    withdrawn = replace(item.recommendations[0], withdrawn=True)
    document = made(item=replace(item, recommendations=(withdrawn,)))
    assert "R001" not in reading.text(document)
    assert "Reply slip" not in reading.text(document)


def test_a_sheet_that_nobody_confirmed_says_so_on_every_page() -> None:
    header = reading.edges(made(confirmed=False))[0]
    assert "DRAFT, NOT CONFIRMED" in header
    assert "DRAFT" not in reading.edges(made())[0]


def test_nothing_of_the_meeting_but_the_recommendations_is_in_it() -> None:
    text = reading.text(made())
    for kept in ("Pike", "Warrant", "skatepark", "Tia", "intelligence", "Notice", "A014"):
        assert kept not in text


def test_what_was_left_open_is_said_in_one_row() -> None:
    item = panel.aidan()
    bare = replace(
        item.recommendations[0],
        plan_domain=None,
        outcome_sought=None,
        addressed_to=None,
        by_date=None,
        evidence_sought=None,
        to_plan="Open case",
    )
    told = reading.under(made(item=replace(item, recommendations=(bare,))), "R001")
    assert told[1] == "Plan | plan of the open case"
    lacking = "part of the plan, what it is to bring about, by whom, by when and what will show it"
    assert told[2:] == [f"Not stated | {lacking}"]
    whole = reading.under(made(), "R001")
    assert not any(row.startswith("Not stated") for row in whole)


def test_the_sheet_speaks_of_itself_and_says_on_what_basis_it_is_shared() -> None:
    text = reading.text(made())
    assert "This sheet holds only what the panel recommends" in text
    assert "This extract" not in text
    assert "Lawful basis: UK GDPR" in text


def test_the_day_of_the_reply_is_no_part_of_what_a_person_confirms() -> None:
    one = panel.extract()
    later = replace(one, reply_by=date(2027, 1, 5))
    for made in (recommendation_sheet, extract):
        assert made.compose(one).digest == made.compose(later).digest
        assert made.compose(one).to_bytes() != made.compose(later).to_bytes()
