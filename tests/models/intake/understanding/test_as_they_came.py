"""A fortnight's papers in the very files that bodies send: ninety-seven fields of a hundred."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from models.intake.opening import open_paper
from models.intake.papers import ReadPaper
from models.intake.understanding.sheet_day import with_sheet_day
from models.intake.understanding.sheet_years import with_sheet_years
from models.services.papers.by_mail import with_source

from .measure import read
from .test_invented_papers import NEVER_WRONG, is_right

PAPERS = Path(__file__).parents[3] / "data" / "as_they_came"
TRUTH = json.loads((PAPERS / "truth.json").read_text("utf-8"))
LEAST = 0.97
TODAY = date(2026, 11, 30)


def as_proposed(name: str) -> ReadPaper:
    """Return a paper as the preview proposes it: with its list's days, and who sent the message."""
    data = (PAPERS / name).read_bytes()
    content, paper = open_paper(name, data), read(name, data)
    dated = with_sheet_years(with_sheet_day(paper, content, TODAY), TODAY)
    return with_source(dated, content.source)


def wrongly_read(name: str) -> list[tuple[str, Any, Any]]:
    """Return the fields of a paper that came out otherwise, with what is true and what was read."""
    paper = as_proposed(name)
    return [
        (field, wanted, record.get(field))
        for record, fields in zip(paper.records, TRUTH[name]["records"], strict=True)
        for field, wanted in fields.items()
        if not is_right(wanted, record.get(field))
    ]


@pytest.mark.parametrize("name", TRUTH)
def test_a_paper_is_of_its_kind_and_about_whom_it_names(name: str) -> None:
    assert read(name, (PAPERS / name).read_bytes()).kind == TRUTH[name]["kind"]
    assert not [one for one in wrongly_read(name) if one[0] in NEVER_WRONG]


def test_nearly_all_that_they_say_comes_out() -> None:
    asked = sum(len(record) for one in TRUTH.values() for record in one["records"])
    wrong = [(name, *one) for name in TRUTH for one in wrongly_read(name)]
    assert len(wrong) <= (1 - LEAST) * asked, wrong
