"""What a CSV file holds, made plain, whatever separates and encodes it."""

from pathlib import Path

import pytest

from models.intake.opening import open_paper
from models.intake.papers import Cell, Content, Table

DEMO = Path(__file__).parents[4] / "resources" / "demo"
LIST = 'Name,Note\nZoë O’Hara,"Lives at 3, High St"\n'


def opened(data: bytes) -> Content:
    return open_paper("list.csv", data)


def rows(data: bytes) -> list[list[str]]:
    part = opened(data).parts[0]
    assert isinstance(part, Table)
    return [[cell.text for cell in row] for row in part.rows]


@pytest.mark.parametrize(
    "encoding",
    [
        "utf-8",
        "utf-8-sig",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
        "cp1252",
    ],
)
def test_every_usual_encoding_is_read(encoding: str) -> None:
    plain = LIST.replace("’", "'") * 3 if encoding.endswith("e") else LIST
    assert rows(plain.encode(encoding))[1][1] == "Lives at 3, High St"
    assert rows(plain.encode(encoding))[1][0].startswith("Zoë")


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_every_usual_separator_is_found(separator: str) -> None:
    lines = [["Name", "DOB", "Note"], ["Aidan", "3/3/10", "a"], ["Bea", "4/4/11", "b c"]]
    data = "\r\n".join(separator.join(line) for line in lines).encode()
    assert rows(data) == lines


def test_commas_in_the_text_do_not_beat_the_separator() -> None:
    data = b"Name;Note\nAidan;one, two, three\nBea;four\nCal;five, six\n"
    assert rows(data)[1] == ["Aidan", "one, two, three"]


def test_a_separator_that_excel_declares_is_kept_to() -> None:
    content = opened(b"sep=|\nName|Note\nAidan|a,b\n")
    part = content.parts[0]
    assert isinstance(part, Table)
    assert part.rows[0][0] == Cell("Name", "row 2, column 1")


def test_places_count_records_as_a_spreadsheet_shows_them() -> None:
    part = opened(b'Name,Note\nAidan,"two\nlines"\n\nBea,\n').parts[0]
    assert isinstance(part, Table)
    assert [cell.where for row in part.rows for cell in row] == [
        "row 1, column 1",
        "row 1, column 2",
        "row 2, column 1",
        "row 2, column 2",
        "row 4, column 1",
    ]
    assert part.rows[1][1].text == "two\nlines"


def test_a_guarding_apostrophe_is_taken_off_and_no_other() -> None:
    assert rows(b"Phone,Name\n'+44 7700 900254,'Marshy' Marsh\n'=1+1,'s\n") == [
        ["Phone", "Name"],
        ["+44 7700 900254", "'Marshy' Marsh"],
        ["=1+1", "'s"],
    ]


def test_one_column_is_a_list() -> None:
    assert rows(b"Name\nAidan\nBea\n") == [["Name"], ["Aidan"], ["Bea"]]


def test_uneven_quotation_marks_are_read_and_noted() -> None:
    content = opened(b'Name,Note\n"Lee" Marsh,a\nBea,b\n')
    assert content.notes == (
        "Quotation marks are used unevenly; check the rows against the paper.",
    )


def test_garbled_letters_and_an_older_encoding_are_noted() -> None:
    assert "garbled" in opened("Name,a\nZo�,b\n".encode()).notes[0]
    assert "older Windows encoding" in opened("Name,a\nZoë,b\n".encode("cp1252")).notes[0]


def test_letters_encoded_twice_are_put_right_and_said() -> None:
    twice = "Name,a\nZoë O’Hara,b\n".encode().decode("cp1252").encode()
    assert rows(twice)[1][0] == "Zoë O’Hara"
    assert "encoded twice" in opened(twice).notes[0]


def test_an_old_dos_export_keeps_the_accents_of_its_names() -> None:
    data = "Name,a\nZoë Martín,b\n".encode("cp437")
    assert rows(data)[1][0] == "Zoë Martín"
    assert "old DOS encoding" in opened(data).notes[0]


def test_a_list_under_a_wrong_name_is_read_and_noted() -> None:
    assert open_paper("list.docx", b"Name,Note\nAidan,a\n").notes == (
        "Whatever its name says, this is a text list (CSV) and was read as one.",
    )


@pytest.mark.parametrize("name", ["members.csv", "missing_episodes.csv", "action_log.csv"])
def test_the_sample_lists_open_without_a_note(name: str) -> None:
    content = open_paper(name, (DEMO / name).read_bytes())
    assert (content.form, content.notes, len(content.parts)) == ("csv", (), 1)
