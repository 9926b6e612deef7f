"""A report's figures as Word, Excel, CSV, picture or JSON; none of them names a child."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, time
from pathlib import Path
from typing import Any

from exports import charts, filing, phrases, row_pictures, text_list, wording, workbook
from exports.charts import Colours
from exports.imprint import Imprint
from exports.report_columns import beside_wide, figures, headings, in_blocks, terms_wide
from exports.sheet import Sheet
from exports.template import Template
from exports.workbook import BOLD, PERCENT, PLAIN, TITLE, Line, Wrapped
from models.records.panel import PanelRecord
from models.records.reports import BY_GROUP, OF_GROUPS, OVER_TIME, ReportRow, ReportTable

FORMATS = ("json", "csv", "xlsx", "docx", "png")
READER = "Panel members"
COMPARED = 2
"""So many quarters are compared bar by bar; more are lines."""
DEFINITION, TERMS_WIDE = "What is counted", 60
BESIDE_TERMS = 5
"""Columns that leave room for definitions beside them."""


def as_form(table: ReportTable, panel: PanelRecord) -> dict[str, Any]:
    """The report in the published form of the command line: day, columns, rows, reconciliation.

    One for a committee carries its marking as well.
    """
    form = {
        "on": table.on.isoformat(),
        "columns": list(table.columns),
        "rows": [_row_form(table, row) for row in table.rows],
        "reconciliation": list(table.reconciliation),
    }
    return {**form, "marking": _marked(table, panel).marking} if table.is_public else form


def _marked(table: ReportTable, panel: PanelRecord) -> PanelRecord:
    """The panel with the marking and handling of the report."""
    return wording.for_committee(panel) if table.is_public else panel


def _row_form(table: ReportTable, row: ReportRow) -> dict[str, Any]:
    form = {"section": row.section, "label": row.label, "values": list(_cells(row))}
    return {**form, "definition": table.explained(row)} if table.defined else form


def write(
    table: ReportTable,
    panel: PanelRecord,
    out_folder: Path,
    formats: Iterable[str],
    template: Template | None = None,
) -> list[Path]:
    """Writes the report into a folder in each format, under its name and day; gives the paths.

    Raises KeyError for a format that is not in FORMATS, Trouble where the folder cannot be written.
    """
    name = filing.safe_name(table.filed_as, "report")
    made = [(out_folder / f"{name}.{one}", written(table, panel, one, template)) for one in formats]
    for path, blob in made:
        filing.put(blob, path)
    return [path for path, _ in made]


def written(
    table: ReportTable, panel: PanelRecord, wanted: str, template: Template | None = None
) -> bytes:
    """The report as the bytes of one format; KeyError for one that is not in FORMATS."""
    own = _marked(table, panel)
    if wanted == "docx":
        return _docx(table, own, template)
    return WRITERS[wanted](table, own)


def _json(table: ReportTable, panel: PanelRecord) -> bytes:
    return (json.dumps(as_form(table, panel), ensure_ascii=False, indent=2) + "\n").encode()


def _csv(table: ReportTable, panel: PanelRecord) -> bytes:
    last = [DEFINITION] if table.defined else []
    rows = ((row.section, row.label, *_cells(row), *_terms(table, row)) for row in table.shown)
    below = ("", *table.reconciliation, *table.terms, _whose(table, panel), panel.marking)
    sums = ((line,) for line in below)
    return text_list.written([("Section", "Row", *table.columns, *last), *rows, *sums])


def _whose(table: ReportTable, panel: PanelRecord) -> str:
    """Whose figures they are and the title, which names their day, for a file without a head."""
    return f"{panel.name}: {table.title}"


def _terms(table: ReportTable, row: ReportRow) -> list[str]:
    """What stands beside a row where the report has definitions."""
    return [table.explained(row)] if table.defined else []


def _xlsx(table: ReportTable, panel: PanelRecord) -> bytes:
    width = max((len(row.label) for row in table.shown), default=10) + 4
    widths = [width, *(max(len(name) + 3, 9) for name in table.columns)]
    if table.defined:
        widths.append(TERMS_WIDE)
    header = f"{panel.marking} · {panel.name}"
    return workbook.written(
        table.name.capitalize(), _workbook_lines(table, panel), widths, header, panel.handling
    )


def _workbook_lines(table: ReportTable, panel: PanelRecord) -> Iterable[Line]:
    yield Line((panel.marking,), BOLD)
    yield Line((table.title,), TITLE)
    yield Line((panel.name,))
    for section, rows in sections(table):
        yield Line(())
        yield Line((section, *table.columns, *([DEFINITION] if table.defined else [])), BOLD)
        for row in rows:
            cells = (row.label, *_cells(row), *map(Wrapped, _terms(table, row)))
            yield Line(cells, PERCENT if row.percent else PLAIN)
    yield Line(())
    for sentence in (*table.reconciliation, *table.terms):
        yield Line((sentence,))


def _docx(table: ReportTable, panel: PanelRecord, template: Template | None) -> bytes:
    made_at = datetime.combine(table.on, time(0))
    about = Imprint(panel, table.title, READER, made_at, reference=table.on.isoformat())
    sheet = Sheet(about, template)
    sheet.title(f"{panel.name}: figures", table.title)
    drawn, told = picture_of(table)
    if drawn:
        sheet.picture(drawn, told)
    wide = len(table.columns) > BESIDE_TERMS
    for section, rows in sections(table):
        sheet.heading(section, 1)
        if wide:
            in_blocks(sheet, table, section, rows)
            continue
        alike = _alike(table, rows)
        if alike:
            in_blocks(sheet, table, section, rows)
            sheet.note(alike)
            continue
        sheet.table(
            ("", *headings(table), *([DEFINITION] if table.defined else [])),
            [(row.label, *figures(row), *terms) for row, terms in _beside(table, rows)],
            (*beside_wide(table), *terms_wide(table)),
            f"{table.title}: {section}",
        )
    if table.reconciliation:
        sheet.part("figures.sums", 1)
        sheet.bullets(table.reconciliation)
    sheet.part("figures.terms", 1)
    sheet.bullets(table.terms)
    if wide and table.defined:
        sheet.bullets(explanations(table))
    sheet.end(f"End of the figures of {phrases.day(table.on)}.")
    return sheet.to_bytes()


def _alike(table: ReportTable, rows: Sequence[ReportRow]) -> str:
    """What every one of several rows counts, where it is the same; else nothing."""
    told = {table.explained(row) for row in rows}
    return told.pop() if len(told) == 1 < len(rows) else ""


def _beside(
    table: ReportTable, rows: Sequence[ReportRow]
) -> Iterator[tuple[ReportRow, tuple[str, ...]]]:
    """Rows with what each counts, told once for those of a section that count alike."""
    first: dict[str, str] = {}
    for row in rows:
        words = table.explained(row)
        alike = first.setdefault(words, row.label)
        told = words if alike == row.label else f"As for “{alike}”."
        yield row, ((told if len(told) < len(words) else words),) if table.defined else ()


def explanations(table: ReportTable) -> list[str]:
    """What each row counts, once for rows of a section that count alike."""
    told: dict[tuple[str, str], list[str]] = {}
    for row in table.rows:
        told.setdefault((row.section, table.explained(row)), []).append(row.label)
    return [f"{labels[0] if len(labels) == 1 else section}: {words}"
            for (section, words), labels in told.items()]  # fmt: skip


def _png(table: ReportTable, panel: PanelRecord) -> bytes:
    drawn = picture_of(table)[0] or charts.picture(table)
    return charts.marked(drawn, panel.marking, _whose(table, panel))


def picture_of(
    table: ReportTable,
    colours: Colours = charts.HOUSE,
    *,
    width: float = 10.0,
    height: float = 4.2,
    dpi: int = 150,
) -> tuple[bytes, str]:
    """The picture that goes with a report, and its words; nothing where there is none to draw.

    Trends of several quarters, the first row of what is told by groups, else its bars.
    """
    if table.across == OVER_TIME and len(table.columns) > COMPARED:
        rows = row_pictures.trended(table)
        drawn = row_pictures.trends(table, colours, width=width, dpi=dpi) if rows else b""
        return drawn, row_pictures.in_words(table.title, rows)
    if table.across in (BY_GROUP, OF_GROUPS):
        first = next((at for at, one in enumerate(table.rows) if any(one.values)), None)
        one = row_pictures.drawn_of(table, first) if first is not None else None
        if one is None:
            return b"", ""
        drawn = row_pictures.picture(one, colours, width=width, height=height, dpi=dpi)
        return drawn, row_pictures.in_words(table.title, [one])
    if not charts.has_bars(table):
        return b"", ""
    drawn = charts.picture(table, colours, width=width, height=height, dpi=dpi)
    return drawn, charts.alternative(table)


def _cells(row: ReportRow) -> Iterable[int | float | str | None]:
    """The figures of a row as figures, with the letter of what is held back."""
    for at, value in enumerate(row.values):
        yield charts.HELD_BACK if at in row.withheld else value


def sections(table: ReportTable) -> Iterable[tuple[str, Sequence[ReportRow]]]:
    """The rows of a report section by section, in their order."""
    for section in dict.fromkeys(row.section for row in table.rows):
        yield section, [row for row in table.shown if row.section == section]


WRITERS: Mapping[str, Callable[[ReportTable, PanelRecord], bytes]] = {
    "json": _json,
    "csv": _csv,
    "xlsx": _xlsx,
    "png": _png,
}
