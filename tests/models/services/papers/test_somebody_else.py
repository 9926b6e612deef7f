"""A line given to somebody else by mending the name takes no number and birth along."""

from datetime import date

import pytest

from models.entities import Child, InformationLine
from tests.models.intake.understanding.drawn import drawn

PAPER = ("return.docx", drawn(
    "# Agency information return: Police",
    "**Mackenzie Quayle, born 01/07/2011, LCS590456**",
    "Seen twice. (fact, all panel)",
))  # fmt: skip


def kept_as(papers, rows, mended) -> tuple[object, ...]:
    (seen,) = papers.preview([PAPER])
    papers.keep([seen], {(seen.file, 0, field): value for field, value in mended.items()})
    (line,) = rows(InformationLine)
    (child,) = [one for one in rows(Child) if one.id == line.subject_id]
    return child.label, child.system_id, child.birth_date


@pytest.mark.parametrize("name", ["Maisie Hartley", "Maisie Quayle", "Mackenzie Hartley"])
def test_another_name_keeps_neither_number_nor_birth(papers, rows, name: str) -> None:
    assert kept_as(papers, rows, {"name": name}) == (name, None, None)


@pytest.mark.parametrize("name", ["Mackenzie Quayl", "Mackenzie Jo Quayle", "MacKenzie Quayle"])
def test_a_name_put_right_keeps_both(papers, rows, name: str) -> None:
    assert kept_as(papers, rows, {"name": name})[1:] == ("LCS590456", date(2011, 7, 1))


def test_a_number_mended_with_the_name_stays(papers, rows) -> None:
    told = kept_as(papers, rows, {"name": "Maisie Hartley", "la_id": "LCS590999"})
    assert told == ("Maisie Hartley", "LCS590999", None)
