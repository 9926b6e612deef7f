"""What agencies did not return by the day of a meeting is told before its minutes are approved."""

from datetime import date, datetime

import pytest

from models.records.meeting import ReturnRow
from models.records.open_points import Before, Mend
from models.rules.returns_in import NO_ANSWER, NO_RETURN, NOT_ASKED, not_returned

HELD = date(2026, 11, 26)
IN_TIME, AFTER = datetime(2026, 11, 26, 8), datetime(2026, 11, 27, 8)


def row(came=None, asked=HELD, missed=(), awaited=()) -> ReturnRow:
    return ReturnRow(
        1, "Health", asked, HELD, came, "", 0, 1, missed=missed, awaited=awaited
    )  # fmt: skip


@pytest.mark.parametrize(
    ("known", "told"),
    [
        (row(), [(NO_RETURN, "")]),
        (row(AFTER), [(NO_RETURN, "")]),
        (row(IN_TIME), []),
        (row(asked=None), []),
        (row(IN_TIME, missed=("V2",), awaited=("V3",)), [(NOT_ASKED, "V2"), (NO_ANSWER, "V3")]),
    ],
)
def test_each_agency_is_named_with_what_it_did_not_return(known, told):
    points = list(not_returned([known], 7, HELD))
    assert [(one.words, one.reference) for one in points] == told
    assert {(one.of, one.mend, one.mend_id, one.before) for one in points} <= {
        ("Health", Mend.RETURNS, 7, Before.APPROVAL)
    }
