"""Minutes and pack say which agencies knew nothing, and which sent nothing by the day."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from exports import minutes, returns_told
from exports.to_know import wrote_after_all
from models.records.meeting import ReturnRow
from tests.exports import papers as panel
from tests.exports import reading

HELD = date(2026, 11, 26)


def row(agency: str, state: str, came: datetime | None, asked: date | None = HELD) -> ReturnRow:
    return ReturnRow(1, agency, asked, HELD, came, state, 0, 1, 1, "", "")


IN_TIME, LATER = datetime(2026, 11, 20, 9), datetime(2026, 11, 28, 9)


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ((), ""),
        ((row("Health", "nothing known", IN_TIME),), "Nothing known to Health."),
        ((row("Health", "asked", None),), "No return from Health."),
        ((row("Health", "not asked", None, None),), ""),
        ((row("Health", "in, 1 working day late", LATER),), "No return from Health."),
        (
            (row("Police", "in", IN_TIME), row("Health", "nothing known, late", IN_TIME, None)),
            "Information from Police. Nothing known to Health.",
        ),
    ],
)
def test_returns_are_told_in_a_sentence(rows: tuple[ReturnRow, ...], told: str) -> None:
    assert returns_told.told(rows, HELD) == told


def test_items_that_came_later_are_told_in_the_order_of_their_numbers() -> None:
    asked = replace(row("Health", "asked", None, None), missed=("V10", "V9", "V2"))
    assert returns_told.told((asked,), HELD) == " ".join(
        f"Not asked about {one}, which came later: Health." for one in ("V2", "V9", "V10")
    )


def test_who_stands_as_having_sent_nothing_though_their_agency_did_is_named() -> None:
    papers = panel.papers()
    away = replace(papers.attendance[2], code="N")
    written = replace(panel.line(90, panel.HEALTH, "Seen in clinic"), said=False)
    item = replace(panel.aidan(), rounds=(panel.turn(panel.HEALTH, written),))
    (told,) = wrote_after_all(replace(papers, attendance=(away,), items=(item,)))
    assert told.startswith(f"{away.name} stands as having sent no information, and Health")
    spoken = replace(item, rounds=(panel.turn(panel.HEALTH, replace(written, said=True)),))
    assert not list(wrote_after_all(replace(papers, attendance=(away,), items=(spoken,))))


def test_apologies_of_an_agency_that_sent_something_are_not_said_to_be_without() -> None:
    papers = panel.papers()
    away = replace(papers.attendance[2], code="N")
    quiet = replace(panel.aidan(), rounds=())
    day = datetime.combine(papers.meeting.held_on, datetime.min.time())
    health = row(away.agency or "", "in", day)

    def told(*returns: ReturnRow) -> str:
        made = replace(papers, attendance=(away,), items=(quiet,), returns=returns)
        return reading.text(reading.document(lambda to: minutes.write(made, to)))

    assert "Apologies, information sent" in told(health)
    for none in (replace(health, state="nothing known"), replace(health, received_at=LATER)):
        assert "Apologies, no information sent" in told(none)
