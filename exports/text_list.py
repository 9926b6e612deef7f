"""A list as comma separated text: Excel reads its letters, and takes none of it for a formula."""

import csv
import io
from collections.abc import Iterable

FORMULA = ("=", "+", "-", "@", "\t", "\r")
MARK = b"\xef\xbb\xbf"
"""What lets Excel read the letters."""


def written(lines: Iterable[Iterable[str | int | float | None]]) -> bytes:
    """The list's bytes; figures stay figures."""
    to = io.StringIO(newline="")
    csv.writer(to).writerows(map(_harmless, lines))
    return MARK + to.getvalue().encode()


def _harmless(
    line: Iterable[str | int | float | None],
) -> list[str | int | float | None]:
    return [f"'{one}" if isinstance(one, str) and one.startswith(FORMULA) else one for one in line]
