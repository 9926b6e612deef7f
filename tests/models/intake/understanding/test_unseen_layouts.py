"""Referral forms of councils nobody has seen come out right in 97 fields of 100."""

import pytest

from .measure import measure
from .papers_made import HELD_OUT, LAYOUTS, Maker


@pytest.mark.parametrize("make", [*LAYOUTS.values(), *HELD_OUT.values()], ids=lambda m: m.__name__)
def test_a_form_of_any_layout_is_read_right(make: Maker) -> None:
    share, wrong, examples = measure(make, range(6))
    assert share >= 0.97, (wrong, examples[:5])
