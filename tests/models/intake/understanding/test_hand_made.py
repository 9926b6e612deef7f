"""Small bodies' own forms and hand-made lists say as much as a council's."""

from collections.abc import Callable
from pathlib import Path

import pytest

from models.intake.papers import ReadPaper

from .drawn import made
from .measure import read

Drawn = Callable[[str, str], ReadPaper]


@pytest.fixture
def drawn(tmp_path: Path) -> Drawn:
    """Return the reading of a paper drawn in plain text."""

    def reading(form: str, text: str) -> ReadPaper:
        path = tmp_path / f"paper.{form}"
        path.write_text(text, "utf-8")
        return read(path.name.removesuffix(".txt"), made(path))

    return reading


CHILDREN = """sheet List
| Jo's children |  |  |  |

| Mosaic | Name | Born | Level | Worker | School |
| 1001 | Ann Dale | 01.02.11 | high | Sue Hart | Old Mill |
| 1002 | Ben Moss | 03.04.12 | low | Sue Hart | Old Mill |

| 1003 | Cal Roe | 05.06.10 | med | Lee Park | New Mill |
"""


def test_an_empty_row_between_rows_of_a_list_ends_nothing(drawn: Drawn) -> None:
    paper = drawn("xlsx.txt", CHILDREN)
    assert paper.kind == "tracker"
    assert [one.get("name") for one in paper.records] == ["Ann Dale", "Ben Moss", "Cal Roe"]
    assert paper.records[2].get("lead") == "Lee Park"


SEVERAL = """# MACE referral sheet
Referred by: Gwen Stone
| Name | DOB | Worker | Risk | Why |
| Ann Dale | 01/02/2011 | Sue Hart | High | She was met by a van at the gate. |
"""


def test_a_worker_named_in_the_row_of_a_child_is_the_childs(drawn: Drawn) -> None:
    record = drawn("docx.txt", SEVERAL).records[0]
    assert record.get("referrer") == "Gwen Stone"
    assert record.get("lead") == "Sue Hart"


def test_a_worker_asked_for_among_the_childs_details_is_the_childs(drawn: Drawn) -> None:
    form = """# MACE referral
## Details of the child
| Name | Ann Dale |
| DOB | 01/02/2011 |
| Worker | Sue Hart |
"""
    record = drawn("docx.txt", form).records[0]
    assert record.get("lead") == "Sue Hart"
    assert record.get("referrer") is None


RETURN = """# What we know - MACE 24 February 2026
| Child | Ann Dale |
| Date of birth | 01/02/2011 |
| Information | Came with a new phone. |
| Fact, opinion or intelligence | Fact |
| Who can know | All panel |
| Information | I think it is over. |
| Fact, opinion or intelligence | Opinion |
| Who can know | Chair only |
"""


def test_who_may_read_stays_with_the_line_above_it(drawn: Drawn) -> None:
    first, second = drawn("docx.txt", RETURN).records
    assert (first.get("kind"), first.get("sharing")) == ("fact", "all panel")
    assert (second.get("kind"), second.get("sharing")) == ("opinion", "chair only")
