"""The house's files read once for the tests of its habits, and let go behind them."""

from collections.abc import Iterator

import pytest

from tests.house import sources


@pytest.fixture(autouse=True, scope="package")
def files_are_let_go() -> Iterator[None]:
    """Every file as a tree takes 300 MB, which no other test needs."""
    yield
    sources.tree.cache_clear()
    sources.nodes.cache_clear()
