"""The recommendations sheet tells the plan's holder what, by whom, by when, and wants a reply."""

from dataclasses import replace
from datetime import date
from functools import partial

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
        "By when | 23 November 2026",
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
    assert told[1] == "Plan | Plan of the open case"
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


def answered(status: str, **changes: object) -> Document:
    item = panel.aidan()
    one = replace(item.recommendations[0], status=status, replied_on=date(2026, 11, 30), **changes)
    return made(item=replace(item, recommendations=(one,)), reply_by=None)


def test_an_accepted_one_tells_its_answer_and_asks_only_when_the_plan_has_it() -> None:
    document = answered("accepted", plan_by=date(2026, 12, 7))
    told = "ccepted on 30 November 2026, to be in the plan by 7 December 2026"
    assert f"On record | A{told}." in reading.under(document, "R001")
    slip = reading.under(document, "Responses")
    assert slip[1].startswith(f"R001 | {panel.aidan().recommendations[0].text} (a{told}) |")


def test_what_is_settled_is_told_and_asked_no_more() -> None:
    document = answered("rejected")
    assert "On record | Rejected on 30 November 2026." in reading.under(document, "R001")
    shown = answered("in plan", plan_updated_on=date(2026, 12, 1))
    assert "On record | In the plan since 1 December 2026." in reading.under(shown, "R001")
    for one in (document, shown):
        assert "Reply slip" not in reading.text(one)


def test_the_date_shown_is_spoken_of_only_where_one_is() -> None:
    said = "If you disagree, reply with the reason by the date shown. If not, tell the chair."
    for one in (recommendation_sheet, extract):
        for by, read in ((date(2026, 12, 1), said), (None, said.replace(" by the date shown", ""))):
            papers = panel.extract(disagreement=said, reply_by=by)
            assert read in reading.text(reading.document(partial(one.write, papers)))
