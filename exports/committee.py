"""The report to a committee or the public: anonymised figures, pictures and what they say."""

from collections.abc import Sequence
from datetime import datetime, time

from exports import charts, phrases, plain_summary, report, wording
from exports.imprint import Imprint
from exports.report_columns import in_blocks
from exports.sheet import Sheet
from exports.template import Template
from models.records.panel import PanelRecord
from models.records.reports import ReportTable

TITLE, READER = "Report to committee", "Committee and the public"
NAME = "committee"


def written(
    tables: Sequence[ReportTable], panel: PanelRecord, template: Template | None = None
) -> bytes:
    """The Word document of reports that may be published together (`rules.public_figures`)."""
    own, on = wording.for_committee(panel), tables[0].on
    about = Imprint(own, TITLE, READER, datetime.combine(on, time(0)), reference=on.isoformat())
    sheet = Sheet(about, template)
    sheet.title(TITLE, f"{panel.name}, figures of {phrases.day(on)}")
    sheet.paragraph(wording.worded(panel, "committee_opening"))
    sheet.part("committee.brief", 1)
    sheet.bullets([line for table in tables for line in plain_summary.sentences(table)])
    for table in tables:
        _report(sheet, table)
    sheet.part("committee.terms", 1)
    sheet.bullets(dict.fromkeys(line for table in tables for line in table.terms))
    sheet.end(f"End of the report on {phrases.day(on)}.")
    return sheet.to_bytes()


def _report(sheet: Sheet, table: ReportTable) -> None:
    """The report's tables; one that counted nobody is told in its sentence alone."""
    if not any(value or row.withheld for row in table.rows for value in row.values):
        return
    sheet.heading(table.title, 1)
    if charts.has_bars(table):
        sheet.picture(charts.picture(table), charts.alternative(table))
    for section, rows in report.sections(table):
        sheet.heading(section, 2)
        in_blocks(sheet, table, section, rows)
