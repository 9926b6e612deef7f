"""What is installed is locked, complete and named without a host."""

import json
import os
import re
import subprocess
import sys
import tomllib

import pytest

from tests.house.sources import ROOT

LOCKS = ("requirements.lock", "requirements-dev.lock")
PINNED = re.compile(r"^([a-z0-9-]+)==(\S+)(?: ; .+?)? \\$", re.MULTILINE)
BUILD_PY = """
import json, sys
from setuptools import Distribution
project = Distribution(); project.parse_config_files()
command = project.get_command_obj("build_py"); command.ensure_finalized()
given = [f"{source}/{name}" for _, source, _, names in command.data_files for name in names]
json.dump(given, sys.stdout)
"""


def pins(lock: str) -> set[tuple[str, str]]:
    """Name and version of everything that a lock holds."""
    return set(PINNED.findall((ROOT / lock).read_text("utf-8")))


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_host_and_no_place(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    assert not re.search(r"://|--index-url|--find-links|--extra|file:| @ |-e ", text)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_version_has_its_hashes(lock: str) -> None:
    entries = re.split(r"\n(?=\S)", (ROOT / lock).read_text("utf-8").strip())
    assert len(entries) > 20
    assert not [entry for entry in entries if "--hash=sha256:" not in entry]


def test_everything_the_program_declares_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = {re.match(r"[\w-]+", line)[0].lower() for line in project["dependencies"]}
    locked = {name for name, _ in pins("requirements.lock")}
    assert declared | {"setuptools", "tzdata"} <= locked


def test_developers_run_the_versions_that_panels_run() -> None:
    assert pins("requirements.lock") <= pins("requirements-dev.lock")


def test_everything_given_goes_into_the_wheel() -> None:
    told = subprocess.run(
        [sys.executable, "-c", BUILD_PY], cwd=ROOT, capture_output=True, text=True, check=True
    )
    packed = {os.path.normpath(name) for name in json.loads(told.stdout)}
    given = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "resources").rglob("*")
        if path.is_file() and path.suffix not in (".py", ".pyc")
    }
    assert sorted(given - packed) == []
