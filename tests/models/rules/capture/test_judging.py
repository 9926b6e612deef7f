"""A decision's reason keeps its days, and the day of its review is no other."""

from datetime import date

import pytest

from models.rules.capture import read_line
from tests.models.rules.capture.utterances import corpus_room

NEXT = date(2027, 1, 21)


@pytest.mark.parametrize(
    ("line", "day", "reason"),
    [
        ("dec remain, placement ends Friday; review 21 Jan", NEXT, "Placement ends Friday"),
        ("dec remain, placement ends Friday, review 21 Jan", NEXT, "Placement ends Friday"),
        ("dec remain on panel, court on 4 January", None, "Court on 4 January"),
        ("dec step down to early help, plan starts Monday; rev 21 Jan", NEXT, "Plan starts Monday"),
        ("dec remain, 21 January", NEXT, None),
        ("dec remain on panel 21 Jan", NEXT, None),
        ("dec remain, bring back 21 January", NEXT, None),
        ("rev 21 Jan, placement ends Friday", NEXT, "Placement ends Friday"),
        ("rev 21 Jan as court is on 4 Jan", NEXT, "Court is on 4 Jan"),
        ("rev Mon, 21 Dec", date(2026, 12, 21), None),
    ],
)
def test_the_reason_keeps_its_days(line: str, day: date | None, reason: str | None) -> None:
    reading = read_line(line, corpus_room())[0]
    assert (reading.due, reading.rationale) == (day, reason)
