"""start.py: sets up, tells plainly what is missing, and is quick the second time."""

import shutil
import sys
from pathlib import Path

import pytest

import start


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The project's set-up files alone, in a folder of their own."""
    for name in ("pyproject.toml", start.RUNTIME, start.DEVELOPMENT):
        shutil.copy(start.ROOT / name, tmp_path)
    monkeypatch.setattr(start, "ROOT", tmp_path)
    monkeypatch.setattr(start, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(start, "PYTHON", tmp_path / ".venv" / "python")
    return tmp_path


def installed(folder: Path, lock: str) -> None:
    (folder / ".venv").mkdir()
    (folder / ".venv" / "python").touch()
    (folder / ".venv" / f"installed-{lock}").write_text(start.digest(lock))


def test_what_is_installed_is_not_installed_again(copy: Path) -> None:
    installed(copy, start.RUNTIME)
    assert start.is_installed(start.RUNTIME)


def test_a_developers_environment_serves_the_panel_too(copy: Path) -> None:
    installed(copy, start.DEVELOPMENT)
    assert start.is_installed(start.RUNTIME)


def test_a_panels_environment_lacks_the_developers_tools(copy: Path) -> None:
    installed(copy, start.RUNTIME)
    assert not start.is_installed(start.DEVELOPMENT)


@pytest.mark.parametrize("changed", [start.RUNTIME, "pyproject.toml"])
def test_a_changed_project_is_installed_again(copy: Path, changed: str) -> None:
    installed(copy, start.RUNTIME)
    (copy / changed).write_text("# another")
    assert not start.is_installed(start.RUNTIME)


def test_a_moved_folder_is_set_up_again(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed(copy, start.RUNTIME)
    monkeypatch.setattr(start, "ROOT", shutil.copytree(copy, copy / "moved"))
    assert not start.is_installed(start.RUNTIME)


def test_a_half_made_environment_is_not_whole(copy: Path) -> None:
    (copy / ".venv").mkdir()
    assert not start.is_whole()


@pytest.mark.parametrize(
    "said",
    [
        "NewConnectionError('[Errno -3] Temporary failure in name resolution')",
        "ReadTimeoutError: Read timed out. ConnectTimeoutError",
        "ProxyError('Cannot connect to proxy.')",
    ],
)
def test_a_network_that_is_away_is_said_in_a_sentence(said: str) -> None:
    assert "network cannot be reached" in start.pip_trouble(said)


def test_other_trouble_is_shown_as_pip_tells_it() -> None:
    told = start.pip_trouble("ERROR: No matching distribution found for sqlcipher3==0.6.4")
    assert "network" not in told
    assert "sqlcipher3" in told


def test_a_package_that_is_not_the_locked_one_is_named_as_that() -> None:
    told = start.pip_trouble("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS")
    assert told.startswith("A package is not the one that was locked")


def test_the_libraries_that_qt_lacks_are_read_once_each() -> None:
    told = "\tlibEGL.so.1 => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x1)\n"
    assert start.not_found(told * 2) == ["libEGL.so.1"]


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libEGL.so.1", "libegl1"),
        ("libGL.so.1", "libgl1"),
        ("libX11.so.6", "libx11-6"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libxcb-icccm.so.4", "libxcb-icccm4"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libfontconfig.so.1", "libfontconfig1"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
        ("libgssapi_krb5.so.2", "libgssapi-krb5-2"),
        ("libz.so.1", "zlib1g"),
    ],
)
def test_a_missing_library_is_named_by_its_debian_package(library: str, package: str) -> None:
    assert start.debian_packages([library]) == [package]


def test_a_dead_display_is_no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "PYTHON", sys.executable)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("QT_QPA_PLATFORM")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":987")
    assert not start.has_display()


def test_an_unknown_command_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert start.main(["tset"]) == 2
    assert "Usage" in capsys.readouterr().err
