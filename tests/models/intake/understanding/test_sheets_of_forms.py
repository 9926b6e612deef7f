"""Forms on worksheets: what web forms add, answers beyond a column, a sheet and its title."""

import io

from openpyxl import Workbook

from models.intake.papers import ReadPaper

from .measure import read


def sheet(name: str, *rows: tuple[str, ...]) -> ReadPaper:
    book = Workbook()
    first = book.active
    assert first is not None
    first.title = name
    for row in rows:
        first.append([text or None for text in row])
    out = io.BytesIO()
    book.save(out)
    return read("paper.xlsx", out.getvalue())


def test_whoever_was_signed_in_to_a_web_form_is_never_the_child() -> None:
    asked = {
        "ID": "1", "Start time": "2026-11-03 17:40", "Completion time": "2026-11-03 17:52",
        "Email": "ines.tarn@council.example", "Name": "Ines Tarn", "Name of child": "Mina Dale",
        "Child's date of birth": "03/04/2011", "Reason for referral": "A man collects her.",
        "Type of exploitation": "CSE", "What do you want the panel to do?": "Find the man.",
    }  # fmt: skip
    rows = (tuple(asked), tuple(asked.values()))
    for paper in (sheet("Form1", *rows), sheet("Form1", *zip(*rows, strict=True))):
        record = paper.records[0]
        assert (record.get("name"), record.get("referrer")) == ("Mina Dale", "Ines Tarn")
        assert record.get("la_id") is None


def test_answers_beyond_a_column_that_a_list_uses_stand_beside_their_labels() -> None:
    record = sheet(
        "Referral", ("MACE referral form: child",), ("Name of child", "", "Mina Dale"),
        ("Date of birth", "", "03/04/2011"), ("School", "", "Education other than at school"),
        ("Gender", "", "Female"), ("Ethnicity", "", "White British"), ("Persons of concern",),
        ("Name", "Nickname", "Vehicle", "Tel"), ("Kenny Slade", "Slim", "WX19 RTY", "07700 900777"),
        ("Places of concern", "", "Bus station underpass"),
    ).records[0]  # fmt: skip
    assert (record.get("name"), record.get("gender")) == ("Mina Dale", "Female")
    people = record.get("associates")
    assert isinstance(people, tuple) and [one["name"] for one in people] == ["Kenny Slade"]
    assert record.get("places") == ("Bus station underpass",)


def test_what_a_form_is_called_says_more_than_its_sheets_name() -> None:
    paper = sheet(
        "Referral", ("Harlmoor Trading Standards",), ("Person of concern – MACE nomination form",),
        ("Who are you nominating?",), ("Name", "Imran Sadler"), ("Other names used", "Immy"),
        ("Date of birth", "11 December 1983"), ("Vehicle", "red Sprinter YK19 LBO"),
        ("Grounds for nomination", "He sold vapes to children in the arcade."),
    )  # fmt: skip
    assert (paper.kind, paper.records[0].get("name")) == ("person_of_concern", "Imran Sadler")
