"""The guards that stand around every test do stop what they are there to stop."""

import os
import socket
from pathlib import Path

import pytest

from tests.conftest import HOME


def test_a_test_cannot_reach_the_network() -> None:
    with socket.socket() as one, pytest.raises(AssertionError, match="network"):
        one.connect(("127.0.0.1", 9))


def test_a_test_has_a_home_of_its_own(own_home: Path) -> None:
    assert Path.home().is_relative_to(own_home)
    assert Path(os.environ["XDG_DATA_HOME"]).parent == own_home
    assert own_home.parent.name.startswith("macedesk-tests-")
    assert not HOME.is_relative_to(Path(__file__).parents[2])
