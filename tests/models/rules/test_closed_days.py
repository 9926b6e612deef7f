"""A due date on which nobody works is warned of, the panel's own closed days among them."""

from datetime import date

import pytest

from models.errors import Refusal
from models.rules.closed_days import day_off, kept_days, shown, written
from models.rules.smart import ActionDraft, action_warnings

TODAY = date(2026, 11, 12)
CHRISTMAS, SATURDAY = date(2026, 12, 25), date(2026, 11, 14)


def test_a_weekend_a_bank_holiday_and_a_closed_day_each_offer_the_next_working_day() -> None:
    weekend, holiday = day_off(SATURDAY), day_off(CHRISTMAS)
    assert weekend is not None and holiday is not None
    assert weekend.sentence == (
        "Sat 14 Nov 2026 is at a weekend: next working day Mon 16 Nov 2026."
    )
    # The 26th is a Saturday, its day in lieu the 28th.
    assert (holiday.why, holiday.instead) == ("a bank holiday", date(2026, 12, 29))
    own = day_off(date(2026, 12, 24), kept_days("2026-12-24, 2026-12-29..2026-12-31"))
    assert own is not None
    assert (own.why, own.instead) == ("a closed day", date(2027, 1, 4))


def test_a_working_day_or_none_says_nothing() -> None:
    assert day_off(TODAY) is None and day_off(None) is None


def test_an_action_due_on_a_day_off_is_warned_of() -> None:
    found = action_warnings(ActionDraft("Visit the school", "Kim Yates", due=SATURDAY))
    assert found == ("Sat 14 Nov 2026 is at a weekend: next working day Mon 16 Nov 2026.",)


def test_closed_days_are_written_as_people_write_them() -> None:
    kept = written("24 to 31 December 2026; 2/1/2027", TODAY)
    assert kept == "2026-12-24..2026-12-31, 2027-01-02"
    assert shown(kept) == "24 December 2026 to 31 December 2026; 2 January 2027"
    assert written(shown(kept), TODAY) == kept
    assert len(kept_days(kept)) == 9
    assert written("", TODAY) == "" == shown("")


@pytest.mark.parametrize("text", ["soon", "31 to 24 December 2026", "1 May 2026 to 1 May 2029"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(Refusal):
        written(text, TODAY)


def test_a_damaged_setting_closes_no_day() -> None:
    assert kept_days("soon, 2026-12-24..x, 2026-01-01..2099-01-01") == frozenset()
