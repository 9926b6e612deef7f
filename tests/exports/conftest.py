"""Documents are read as the day has it: what is kept between readings is not told the hour."""

import pytest

from tests.answers import hourless
from tests.protected import few_rounds

REAL = "test_filing"
"""Where a document's passphrase costs what it costs a person."""


@pytest.fixture(autouse=True)
def no_hour(monkeypatch: pytest.MonkeyPatch) -> None:
    hourless(monkeypatch)


@pytest.fixture(autouse=True)
def cheap_passphrases(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.module.__name__.rpartition(".")[2] != REAL:
        few_rounds(monkeypatch)
