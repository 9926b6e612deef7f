"""The care-plan feed: fits its published schema, guards spreadsheets, keeps its ids."""

from dataclasses import replace
from datetime import date

import jsonschema
import pytest

from exports import feed
from models.records.documents import ExtractPapers
from tests.exports import papers as panel

UUID = "0123456789abcdef0123456789abcdef"


def papers(**changes: object) -> ExtractPapers:
    base = panel.extract(child_uuid=UUID, nhs_number="943 476 5919")
    rows = tuple(
        replace(one, uuid=f"{number:032x}", **changes)
        for number, one in enumerate(base.item.recommendations)
    )
    row = replace(base.item.row, uuid=UUID)
    return replace(base, item=replace(base.item, row=row, recommendations=rows))


def check(made: dict[str, object]) -> None:
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    jsonschema.Draft202012Validator.check_schema(feed.schema())
    jsonschema.Draft202012Validator(feed.schema(), format_checker=checker).validate(made)


def test_the_feed_fits_its_schema() -> None:
    check(feed.feed([papers()]))
    check(feed.feed([papers(withdrawn=True, version=3)], confirmed=True))


def test_a_feed_that_nobody_confirmed_is_a_draft() -> None:
    assert feed.feed([papers()])["status"] == "DRAFT, NOT CONFIRMED"
    assert feed.feed([papers()], confirmed=True)["status"] == "final"


def test_a_change_is_one_since_the_last_feed_and_a_withdrawal_is_said() -> None:
    assert {one["change"] for one in feed.feed([papers()])["records"]} == {"new"}
    for carried, change in ((None, "new"), (1, "changed"), (2, "unchanged")):
        made = feed.feed([papers(version=2, fed_version=carried)])
        assert {one["change"] for one in made["records"]} == {change}
        check(made)
    gone = feed.feed([papers(withdrawn=True)])["records"]
    assert {(one["change"], one["status"]) for one in gone} == {("withdrawn", "withdrawn")}


def test_beside_its_text_a_record_names_the_child_by_number_and_initials() -> None:
    made = feed.as_json(feed.feed([papers(text="Meet at school", outcome_sought=None)]))
    assert b"LCS620625" in made
    assert b"A.R." in made
    assert b"Ravenscroft" not in made


def test_the_digest_is_of_what_is_said_not_of_when() -> None:
    one, later = papers(), replace(papers(), made_at=panel.MADE_AT.replace(hour=20))
    assert feed.digest(feed.feed([one])) == feed.digest(feed.feed([later], confirmed=True))
    assert feed.digest(feed.feed([one])) != feed.digest(feed.feed([papers(text="Other")]))


def test_what_a_plan_answered_asks_for_no_new_confirmation_and_a_withdrawal_does() -> None:
    digest = feed.digest(feed.feed([papers()]))
    assert feed.digest(feed.feed([papers(status="accepted", fed_version=1)])) == digest
    assert feed.digest(feed.feed([papers(withdrawn=True)])) != digest


@pytest.mark.parametrize("text", ["=1+1", "+44", "-1", "@SUM(A1)", "'quoted", "\tx", "Plain, “ok”"])
def test_the_csv_runs_nothing_and_reads_back_the_same(text: str) -> None:
    blob = feed.as_csv(feed.feed([papers(text=text)]))
    rows = feed.read_csv(blob)
    assert {row["text"] for row in rows} == {text}
    assert rows[0]["system_id"] == "LCS620625"
    if text[0] in "=+-@":
        assert f"'{text}".encode() in blob


def test_the_csv_says_the_same_as_the_json() -> None:
    made = feed.feed([papers()])
    rows = feed.read_csv(feed.as_csv(made))
    assert [row["id"] for row in rows] == [one["id"] for one in made["records"]]
    assert [row["feed_status"] for row in rows] == [made["status"]] * len(rows)


def test_the_child_stands_in_the_names_of_the_safeguarding_dataset() -> None:
    (record, *_) = feed.feed([papers()])["records"]
    assert record["child"]["nhs_number"] == "9434765919"
    assert record["ssd"] == {
        "pers_person_id": "LCS620625",
        "pers_common_child_id": "9434765919",
        "cinf_assessment_factors_json": feed.factors(papers().item.header.types),
    }
    assert feed.factors(["County lines", "CSE: online only", "nothing known"]) == ["11A", "24A"]


def test_every_record_of_the_csv_is_that_of_the_json() -> None:
    made = feed.feed([papers(outcome_sought="=1+1", by_date=date(2026, 12, 1))], confirmed=True)
    for row, record in zip(feed.read_csv(feed.as_csv(made)), made["records"], strict=True):
        whole = feed.flat(made, record)
        assert row == {name: str(whole[name] or "") for name in feed.COLUMNS}


def test_a_feed_stays_confirmed_on_the_next_day_and_says_its_own_day_of_reply() -> None:
    one, later = (feed.feed([papers(reply_by=date(2026, 12, day))]) for day in (10, 11))
    assert feed.digest(one) == feed.digest(later)
    assert later["records"][0]["reply_by"] == "2026-12-11"


@pytest.mark.parametrize(
    ("worded", "code"),
    [
        ("CLA", "CLA"),
        ("CP plan", "CP"),
        ("CiN plan", "CIN"),
        ("Open case", "OPEN"),
        (None, None),
        ("The dance class", None),
    ],
)
def test_a_plan_stands_by_its_code_however_it_is_worded(
    worded: str | None, code: str | None
) -> None:
    made = feed.feed([papers(to_plan=worded)])
    check(made)
    assert {one["plan_code"] for one in made["records"]} == {code}
