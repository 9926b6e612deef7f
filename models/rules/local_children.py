"""How many of all children of an area are of each group, as a panel gives it line by line."""

import re
from collections.abc import Callable, Iterator, Mapping

from models.errors import Refusal

SETTING = "local_children"
MOST_LINES = 60
_LINE = re.compile(r"(.+?)[\s:,;]+([0-9][0-9,]*(?:\.[0-9]+)?) ?%?")
HINT = "A line for each group: White British 9120"


def read_lines(
    text: str, known: Callable[[str], tuple[str, str] | None]
) -> Mapping[str, Mapping[str, float]]:
    """Numbers by heading and group; `known` gives heading and label of a group in words.

    Numbers may be counts or percentages, alike within a heading. Raises Refusal for a line that
    names no group or no number, or a group twice.
    """
    found: dict[str, dict[str, float]] = {}
    for place, words, number in _lines(text):
        group = known(words)
        if group is None:
            raise Refusal(f"Line {place} names no group that the lists know.", SETTING)
        heading, label = group
        if label in found.setdefault(heading, {}):
            raise Refusal(f"Line {place} names a group that an earlier line names.", SETTING)
        found[heading][label] = number
    return found


def _lines(text: str) -> Iterator[tuple[int, str, float]]:
    lines = [one.strip() for one in text.splitlines()]
    if len(lines) > MOST_LINES:
        raise Refusal(f"Give at most {MOST_LINES} lines.", SETTING)
    for place, line in enumerate(lines, 1):
        if not line:
            continue
        told = _LINE.fullmatch(line)
        if told is None:
            raise Refusal(f"Line {place} is to end in a number, such as 9120 or 91.2.", SETTING)
        yield place, told[1], float(told[2].replace(",", ""))
