"""One of several options marked by underlining, bold or colour, made into boxes: ☐ Yes ☒ No."""

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from models.intake.opening import glyphs

PARTED = re.compile(r"\s*(?:[/|\t\n]|\s{3,})\s*")
MOST_OPTIONS, LONGEST = 8, 40


class Shown(Protocol):
    """A stretch of text with how it stands out."""

    @property
    def text(self) -> str: ...
    @property
    def bold(self) -> bool: ...
    @property
    def underlined(self) -> bool: ...
    @property
    def highlighted(self) -> bool: ...


def chosen(runs: Sequence[Shown]) -> str | None:
    """The text with a box before each option, where one alone of several stands out; else None.

    A label and its colon before the options stay as they are; what has boxes already is left.
    """
    text = "".join(run.text for run in runs)
    if glyphs.TICKED in glyphs.plain(text) or glyphs.OPEN in glyphs.plain(text):
        return None
    start = text.find(":") + 1
    options = list(_options(text, start))
    if not 2 <= len(options) <= MOST_OPTIONS:
        return None
    for marked in (_highlighted(runs), _underlined(runs), _bold(runs)):
        standing = [all(marked[a:b]) for a, b in options]
        touched = [any(marked[a:b]) for a, b in options]
        if standing.count(True) == 1 and touched == standing:
            said = (
                f"{glyphs.TICKED if on else glyphs.OPEN} {text[a:b]}"
                for (a, b), on in zip(options, standing, strict=True)
            )
            return f"{text[:start]} {'  '.join(said)}".strip()
    return None


def _options(text: str, start: int) -> Iterator[tuple[int, int]]:
    at = start
    for found in (*PARTED.finditer(text, start), None):
        end = found.start() if found else len(text)
        option = text[at:end]
        if option.strip():
            if len(option) > LONGEST:
                return
            yield at + len(option) - len(option.lstrip()), at + len(option.rstrip())
        at = found.end() if found else end


def _highlighted(runs: Sequence[Shown]) -> list[bool]:
    return [run.highlighted for run in runs for _ in run.text]


def _underlined(runs: Sequence[Shown]) -> list[bool]:
    return [run.underlined for run in runs for _ in run.text]


def _bold(runs: Sequence[Shown]) -> list[bool]:
    return [run.bold for run in runs for _ in run.text]
