"""What a report says in plain English: every sentence is made of figures that it shows."""

from collections.abc import Iterator, Sequence

from exports import phrases
from exports.charts import figure
from models.records.reports import TOTAL, WITHIN, ReportRow, ReportTable

WHOLE = "Total"


def sentences(table: ReportTable) -> tuple[str, ...]:
    """The report in sentences, by its first column; figures that are held back are not told."""
    return tuple(_sentences(table))


def _sentences(table: ReportTable) -> Iterator[str]:
    whole = next((row for row in table.rows if row.label == WHOLE), None)
    if whole is not None:
        yield f"{table.title}: {_whole(table, whole)}"
    for section in dict.fromkeys(row.section for row in table.rows):
        rows = [row for row in table.rows if row.section == section and row.label != WHOLE]
        yield from _section(section, rows)
    if whole is not None and table.across == TOTAL:
        yield from _by_column(table, whole)


def _whole(table: ReportTable, whole: ReportRow) -> str:
    if whole.why and whole.values[0] is None and 0 not in whole.withheld:
        return f"not told, since {whole.why[0]}"
    return f"{_told(whole)}{_since(table)}."


def _told(row: ReportRow) -> str:
    return "a number that is held back" if 0 in row.withheld else figure(row, 0)


def _since(table: ReportTable) -> str:
    first = table.columns[0]
    return f" {first[0].lower()}{first[1:]}" if table.across == WITHIN else ""


def _section(section: str, rows: Sequence[ReportRow]) -> Iterator[str]:
    told = [_row(row) for row in rows if _is_told(row, 0)]
    held = sum(0 in row.withheld for row in rows)
    if told and held:
        told.append(f"{phrases.counted(held, 'figure', 'figures')} held back")
    if told:
        yield f"{section}. {'; '.join(told)}."


def _row(row: ReportRow) -> str:
    share = row.label.removeprefix("% ")
    return f"{figure(row, 0)} {share}" if row.percent else f"{row.label}: {figure(row, 0)}"


def _is_told(row: ReportRow, at: int) -> bool:
    return at not in row.withheld and bool(row.values[at])


def _by_column(table: ReportTable, whole: ReportRow) -> Iterator[str]:
    shown = [at for at in range(1, len(table.columns)) if _is_told(whole, at)]
    if shown:
        told = "; ".join(f"{table.columns[at]}: {figure(whole, at)}" for at in shown)
        yield f"{'By authority and district' if table.columns_add else 'By district'}. {told}."
