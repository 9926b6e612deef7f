"""The PDF/A copy: beside its document, by a program that may not be there."""

import stat
from pathlib import Path

import docx
import pytest

from exports import archive_copy
from models.errors import Refusal, Trouble

SCRIPT = """#!/bin/sh
while [ "$1" != "--outdir" ]; do shift; done
name=$(basename "$3" .docx)
{body}
"""


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    made = tmp_path / "minutes.docx"
    docx.Document().save(str(made))
    return made


def program(tmp_path: Path, body: str) -> Path:
    made = tmp_path / "office.sh"
    made.write_text(SCRIPT.format(body=body))
    made.chmod(made.stat().st_mode | stat.S_IXUSR)
    return made


def test_without_libreoffice_it_says_what_to_do_instead(minutes, monkeypatch) -> None:
    monkeypatch.setattr(archive_copy, "converter", lambda: None)
    with pytest.raises(Trouble, match="choose Save as, PDF"):
        archive_copy.pdf_a(minutes)


def test_the_copy_stands_beside_its_document_and_nothing_else_is_left(
    minutes, tmp_path, monkeypatch
) -> None:
    office = program(tmp_path, 'echo "%PDF pdfaid:part" > "$2/$name.pdf"')
    monkeypatch.setattr(archive_copy, "converter", lambda: office)
    assert archive_copy.pdf_a(minutes) == tmp_path / "minutes.pdf"
    names = {one.name for one in tmp_path.iterdir()}
    assert names == {"minutes.docx", "minutes.pdf", "office.sh"}


@pytest.mark.parametrize("body", ['echo "%PDF" > "$2/$name.pdf"', "exit 1", "true"])
def test_where_no_archive_copy_came_the_one_before_stands(
    minutes, tmp_path, monkeypatch, body
) -> None:
    before = tmp_path / "minutes.pdf"
    before.write_text("before")
    office = program(tmp_path, body)
    monkeypatch.setattr(archive_copy, "converter", lambda: office)
    with pytest.raises(Trouble, match="LibreOffice"):
        archive_copy.pdf_a(minutes)
    assert before.read_text() == "before"


def test_a_locked_document_and_no_document_are_refused(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(archive_copy, "converter", lambda: tmp_path)
    for name, data in (("a.docx", b"\xd0\xcf\x11\xe0rest"), ("b.txt", b"text"), ("c.docx", b"x")):
        file = tmp_path / name
        file.write_bytes(data)
        with pytest.raises(Refusal):
            archive_copy.pdf_a(file)
