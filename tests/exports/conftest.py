"""Documents are read as the day has it: what is kept between readings is not told the hour."""

import pytest

from tests.answers import hourless


@pytest.fixture(autouse=True)
def no_hour(monkeypatch: pytest.MonkeyPatch) -> None:
    hourless(monkeypatch)
