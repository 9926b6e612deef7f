"""Days of a police missing list, as they are kept and as a person mends them."""

from datetime import datetime

from models.entities import MissingEpisode
from tests.models.intake.understanding.lists_made import sheet

HEADS = ["Name", "Date of birth", "Reported", "Returned", "Found at", "Risk"]
CHILD = ["Tia Kerr", "17/02/2011"]


def listed(reported, returned, found):
    return "missing.xlsx", sheet([HEADS, [*CHILD, reported, returned, found, "High"]])


def test_hours_are_kept_as_hours_and_each_cell_under_its_head(papers, rows) -> None:
    papers.import_files([listed("Tues 3 Nov 11pm", "4 Nov 0640", "Home")])
    (kept,) = rows(MissingEpisode)
    assert kept.reported_at == datetime(2026, 11, 3, 23)
    assert kept.returned_at == datetime(2026, 11, 4, 6, 40)
    assert kept.found_where == "Home"


def test_who_is_still_missing_has_no_return(papers, rows) -> None:
    papers.import_files([listed("3 Nov 2026 23:00", "still missing", None)])
    (kept,) = rows(MissingEpisode)
    assert (kept.returned_at, kept.found_where) == (None, None)


def test_a_day_mended_without_its_year_lies_behind(papers, rows) -> None:
    seen = papers.preview([listed("28/12/2025 23:00", "unclear", "Home")])
    papers.keep(seen, {("missing.xlsx", 0, "returned"): "29 Dec 0640"})
    (kept,) = rows(MissingEpisode)
    assert kept.returned_at == datetime(2025, 12, 29, 6, 40)
