"""The figures of a report as a table, and the day that they are usually asked for."""

from datetime import date, timedelta
from typing import Any

from exports import charts
from exports.charts import Colours
from exports.report import BESIDE_TERMS, explanations
from models.records.reports import ReportRow, ReportTable
from ui.look import Look
from ui.rows import Column

LEAD = 2
"""Columns before the figures: the section and the row's label."""
NARROWEST, ROOM = 7, 60
"""The narrowest column of figures, and the room for them all beside what they count, in letters."""
Numbered = tuple[int, ReportRow]


def columns_of(table: ReportTable) -> tuple[Column[Numbered], ...]:
    """Section, label, and a column of figures for each column of the report."""
    firsts = {
        next(at for at, row in enumerate(table.shown) if row.section == section)
        for section in {row.section for row in table.rows}
    }

    def figure(at: int) -> Column[Numbered]:
        return Column(
            table.columns[at],
            lambda row: row[1].values[at],
            lambda row: charts.figure(row[1], at),
            right=True,
            width=7,
        )

    beside = terms_beside(table)
    terms = Column[Numbered](
        "What is counted",
        lambda row: table.explained(row[1]),
        tip=lambda row: table.explained(row[1]),
        width=20,
        stretch=True,
    )
    return (
        Column("", lambda row: row[1].section if row[0] in firsts else "", width=13),
        Column(
            "", lambda row: row[1].label, width=34 if beside else 26, stretch=not beside, firm=True
        ),
        *(figure(at) for at in range(len(table.columns))),
        *([terms] if beside else []),
    )


def terms_beside(table: ReportTable) -> bool:
    """Whether what each row counts stands in the table; else it stands under it."""
    wide = sum(max(NARROWEST, len(name)) for name in table.columns)
    return table.defined and len(table.columns) <= BESIDE_TERMS and wide <= ROOM


def terms_under(table: ReportTable) -> tuple[str, ...]:
    """What is said under the table: how it counts, and what each row does where no column says."""
    own = explanations(table) if table.defined and not terms_beside(table) else ()
    return (*table.terms, *own)


def ask(read: Any, which: str, on: date) -> ReportTable:
    """The report of a name, as of a day."""
    asked: ReportTable = getattr(read, which.replace("-", "_"))(on)
    return asked


def colours_of(the_look: Look) -> Colours:
    """What a picture is drawn with in the window's own colours."""
    tokens = the_look.tokens
    return Colours(
        ground=tokens.card, ink=tokens.ink, soft=tokens.soft, line=tokens.line,
        bar=tokens.accent, late=tokens.high,
    )  # fmt: skip


def counts_anything(table: ReportTable) -> bool:
    """Whether a report has a figure that is not 0, shown or held back."""
    return any(value or row.withheld for row in table.rows for value in row.values)


def last_quarter_end(today: date) -> date:
    """The last day of the quarter before today's."""
    first = date(today.year, today.month - (today.month - 1) % 3, 1)
    return first - timedelta(days=1)
