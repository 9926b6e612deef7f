"""Files are written whole or not at all, under names that tell nothing, encrypted on demand."""

import hashlib
import io
from pathlib import Path

import msoffcrypto
import olefile
import pytest

from exports import filing, minutes
from models.errors import Trouble
from tests.exports import papers as panel


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Children's social care", "childrens-social-care"),
        ("Make a Difference (voluntary sector)", "make-a-difference-voluntary-sector"),
        ("LCS620625", "LCS620625"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\Windows\\con", "c-windows-con"),
        ("con", "con-document"),
        ("COM1", "COM1-document"),
        ("Łódź café", "odz-cafe"),
        ("…", "document"),
        ("x" * 300, "x" * 80),
    ],
)
def test_file_names_are_safe_everywhere(text: str, name: str) -> None:
    assert filing.safe_name(text) == name


def test_a_document_is_written_with_its_digest(tmp_path: Path) -> None:
    to = tmp_path / "2026-11-12" / "minutes.docx"
    digest = minutes.write(panel.papers(), to)
    assert hashlib.sha256(to.read_bytes()).hexdigest() == digest
    assert [one.name for one in to.parent.iterdir()] == ["minutes.docx"]


def test_a_document_replaces_the_one_before(tmp_path: Path) -> None:
    to = tmp_path / "minutes.docx"
    to.write_bytes(b"old")
    minutes.write(panel.papers(), to)
    assert to.read_bytes().startswith(b"PK")


def test_what_cannot_be_written_leaves_the_old_file_and_no_remains(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    to = tmp_path / "minutes.docx"
    to.write_bytes(b"old")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(filing.os, "fsync", full)
    with pytest.raises(Trouble, match="No space left") as trouble:
        minutes.write(panel.papers(), to)
    assert "minutes" not in str(trouble.value)
    assert to.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [to]


def test_a_file_in_the_way_of_the_folder_is_trouble(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"a file")
    with pytest.raises(Trouble):
        minutes.write(panel.papers(), tmp_path / "out" / "minutes.docx")


def test_an_encrypted_document_opens_only_with_the_passphrase(tmp_path: Path) -> None:
    to = tmp_path / "minutes.docx"
    minutes.write(panel.papers(), to, passphrase="quiet harbour lamp")
    assert b"word/document.xml" not in to.read_bytes()
    with olefile.OleFileIO(str(to)) as kept:
        described = kept.openstream("EncryptionInfo").read()
    assert b'spinCount="100000"' in described, "a guess at the passphrase is dear"
    opened, plain = msoffcrypto.OfficeFile(io.BytesIO(to.read_bytes())), io.BytesIO()
    opened.load_key(password="quiet harbour lamp")
    opened.decrypt(plain)
    assert plain.getvalue().startswith(b"PK")
    with pytest.raises(msoffcrypto.exceptions.InvalidKeyError):
        opened.load_key(password="wrong", verify_password=True)
