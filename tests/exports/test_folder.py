"""Files go into a folder all together or not at all, whatever stands in their way."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from exports import folder as folders
from exports.folder import Batch
from models.errors import Trouble

OLD = {"minutes.docx": b"old minutes", "plans/D1.docx": b"old plan", "gone.docx": b"no longer"}
NEW = {"minutes.docx": b"new minutes", "plans/D1.docx": b"new plan", "more.docx": b"more"}


class Killed(BaseException):
    """The program is ended here."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, blob in OLD.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(blob)
    return tmp_path


def found(folder: Path) -> dict[str, bytes]:
    return {
        str(one.relative_to(folder)): one.read_bytes() for one in folder.rglob("*") if one.is_file()
    }


def keep(folder: Path) -> None:
    with Batch(folder, NEW) as batch:
        batch.keep(("gone.docx",))


def killed_at(monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    """The program ends just before this step of moving files."""
    done = iter(range(1000))
    for name in ("rename", "unlink"):
        real: Callable[..., object] = getattr(Path, name)

        def move(
            path: Path, *to: object, _real: Callable[..., object] = real, **how: object
        ) -> object:
            if next(done) >= step:
                raise Killed
            return _real(path, *to, **how)

        monkeypatch.setattr(Path, name, move)


def test_all_files_get_their_names_and_nothing_else_is_left(folder: Path) -> None:
    keep(folder)
    assert found(folder) == NEW


def test_a_folder_in_the_way_is_said_and_nothing_has_moved(folder: Path) -> None:
    (folder / "more.docx").mkdir()
    with pytest.raises(Trouble, match="folder called more.docx is in the way"):
        keep(folder)
    assert found(folder) == OLD


@pytest.mark.parametrize("full_at", range(4))
def test_a_disk_that_fills_up_in_the_middle_changes_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, full_at: int
) -> None:
    written = iter(range(1000))
    real = os.fsync

    def full(handle: int) -> None:
        if next(written) == full_at:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(handle)

    monkeypatch.setattr(folders.os, "fsync", full)
    with pytest.raises(Trouble, match="disk is full.*Nothing was changed"):
        keep(folder)
    assert found(folder) == OLD


@pytest.mark.parametrize("name", ["minutes.docx", "plans/D1.docx", "gone.docx"])
def test_a_file_open_in_word_is_named_and_nothing_has_changed(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    real = Path.rename

    def rename(path: Path, to: Path) -> Path:
        if path == folder / name:
            raise PermissionError(errno.EACCES, "The process cannot access the file")
        return real(path, to)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(Trouble, match=f"{name} is open in another program; close it and issue"):
        keep(folder)
    monkeypatch.undo()
    assert found(folder) == OLD


@pytest.mark.parametrize("step", range(8))
def test_after_a_kill_in_the_middle_the_next_issue_finds_the_folder_as_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    with monkeypatch.context() as ended:
        killed_at(ended, step)
        with pytest.raises(Killed):
            keep(folder)
    folders.tidy(folder)
    assert found(folder) == (OLD if step < 7 else NEW)
    keep(folder)
    assert found(folder) == NEW


def test_what_could_not_be_put_back_is_put_back_by_the_next_issue(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.rename

    def rename(path: Path, to: Path) -> Path:
        if path.suffix == ".part" and to.name == "more.docx":
            raise PermissionError(errno.EACCES, "Permission denied")
        return real(path, to)

    def stuck(path: Path, to: Path) -> Path:
        raise PermissionError(errno.EACCES, "Permission denied")

    with monkeypatch.context() as locked:
        locked.setattr(Path, "rename", rename)
        locked.setattr(Path, "replace", stuck)
        with pytest.raises(Trouble, match="issue into this folder again"):
            keep(folder)
    folders.tidy(folder)
    assert found(folder) == OLD


def test_a_file_in_the_way_of_a_folder_is_named_and_no_empty_folder_is_left(tmp_path: Path) -> None:
    (tmp_path / "extracts").write_bytes(b"a list")
    with (
        pytest.raises(Trouble, match="file called extracts is in the way"),
        Batch(tmp_path, {"plans/D1.docx": b"1", "extracts/LCS1.docx": b"2"}) as batch,
    ):
        batch.keep()
    assert found(tmp_path) == {"extracts": b"a list"} and not (tmp_path / "plans").exists()


def test_folders_made_for_an_issue_that_fails_are_gone_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.mkdir

    def refused(path: Path, *args: Any, **how: Any) -> None:
        if path.name == "extracts":
            raise OSError(errno.ENOSPC, "full")
        real(path, *args, **how)

    monkeypatch.setattr(Path, "mkdir", refused)
    with (
        pytest.raises(Trouble, match="disk is full"),
        Batch(tmp_path, {"plans/D1.docx": b"1", "extracts/LCS1.docx": b"2"}) as batch,
    ):
        batch.keep()
    assert not list(tmp_path.iterdir())


def test_a_folder_that_may_not_be_written_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> int:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(os, "open", refused)
    with pytest.raises(Trouble, match="into the folder stick: choose another"):
        Batch(tmp_path / "stick", {"a.docx": b"1"}).__enter__()


@pytest.mark.parametrize("name", ["recall", "Recall"])
def test_a_folder_that_is_called_as_theirs_has_the_files_themselves(
    tmp_path: Path, name: str
) -> None:
    with Batch(tmp_path / name, {"recall/a.docx": b"a", "recall/on/b.docx": b"b"}) as batch:
        batch.keep()
    assert found(tmp_path / name) == {"a.docx": b"a", "on/b.docx": b"b"}


def test_what_belongs_beside_that_folder_too_keeps_it(tmp_path: Path) -> None:
    with Batch(tmp_path / "plans", {"plans/a.docx": b"a", "b.docx": b"b"}) as batch:
        batch.keep()
    assert found(tmp_path / "plans") == {"plans/a.docx": b"a", "b.docx": b"b"}


def test_a_full_disk_leaves_no_empty_folder_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(folders.os, "fsync", full)
    with pytest.raises(Trouble, match="disk is full"):
        keep(tmp_path / "november" / "out")
    assert not list(tmp_path.iterdir())
    monkeypatch.undo()
    keep(tmp_path / "november" / "out")
    assert found(tmp_path / "november" / "out") == NEW
