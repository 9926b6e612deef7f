"""How long an assessment is in date: the panel's word, the scheme's, else a month."""

from datetime import date

import pytest

from models import codes
from models.codes import Validity
from models.entities import Setting
from models.queries.validity import in_words, read_validity, validity
from models.storage.store import Store


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [("1 month", 1, "months"), ("6 Weeks", 6, "weeks"), (" 30 days ", 30, "days")],
)
def test_a_period_is_read_as_people_write_it(text: str, number: int, unit: str) -> None:
    assert read_validity(text) == Validity(number=number, unit=unit)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["", None, "0 months", "soon", "1 year", "None None"])
def test_what_is_no_period_is_none(text: str | None) -> None:
    assert read_validity(text) is None


def test_the_panels_word_goes_before_the_schemes_and_a_month_is_the_last_resort(
    store: Store,
) -> None:
    with store.reading() as session:
        of = validity(session)
        assert in_words(of(None)) == "one month"
        assert in_words(of("cumbria")) == "one month"
    details = {"version": "1", "arithmetic": {"kind": "judgement"}}
    own = {"label": "Own", "validity": {"number": 6, "unit": "weeks"}, **details}
    codes.adopt([codes.OwnRow("schemes", "own", own)], date(2026, 11, 12))
    with store.reading() as session:
        assert in_words(validity(session)("own")) == "6 weeks"
    with store.work("set", "Set") as session:
        session.add(Setting(key="assessment_validity", value="3 months"))
    with store.reading() as session:
        assert {in_words(validity(session)(one)) for one in (None, "own", "cumbria")} == {
            "3 months"
        }
