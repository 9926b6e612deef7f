"""One of several options marked by underlining, bold or colour, made into boxes: ☐ Yes ☒ No."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from models.intake.opening import glyphs

PARTED = re.compile(r"\s*(?:[/|\t\n]|\s{3,})\s*")
MOST_OPTIONS, LONGEST, LEAST_SLASHED = 8, 40, 4


_EITHER = re.compile(r"yes|no|y|n|male|female|m|f", re.IGNORECASE)
_ASKED = re.compile(r"[:?](?=\s)")
_HINT = re.compile(r"\([^()]* [^()]*\)")
_SEVERAL = re.compile(r"(?:\t|(?<!\s)\s{3,})(?=[A-Z][^/|?:]{3,60}[?:]\s)")  # the next question


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


@dataclass(frozen=True)
class _Letter:
    """One letter of a run, which stands out as the run does."""

    text: str
    run: Shown

    @property
    def bold(self) -> bool:
        return self.run.bold

    @property
    def underlined(self) -> bool:
        return self.run.underlined

    @property
    def highlighted(self) -> bool:
        return self.run.highlighted


def chosen(runs: Sequence[Shown]) -> str | None:
    """The text with a box before each option, where one alone of several stands out; else None.

    A label and its colon before the options stay as they are; what has boxes already is left.
    """
    text = "".join(run.text for run in runs)
    whole = _chosen(runs, text)
    if whole is not None or not _SEVERAL.search(text):
        return whole
    parts = list(_questions(text))
    read = [_chosen(_cut(runs, start, end), text[start:end]) for start, end in parts]
    if not any(read):
        return None
    return "   ".join(one or text[a:b].strip() for one, (a, b) in zip(read, parts, strict=True))


def _questions(text: str) -> Iterator[tuple[int, int]]:
    """Where each of several questions typed on one line begins and ends."""
    starts = [0, *(found.end() for found in _SEVERAL.finditer(text))]
    yield from zip(starts, [*starts[1:], len(text)], strict=True)


def _cut(runs: Sequence[Shown], start: int, end: int) -> list[Shown]:
    """The stretch of the runs between two places, letter by letter."""
    letters = [_Letter(each, run) for run in runs for each in run.text]
    return list(letters[start:end])


def _chosen(runs: Sequence[Shown], text: str) -> str | None:
    if glyphs.TICKED in glyphs.plain(text) or glyphs.OPEN in glyphs.plain(text):
        return None
    asked = _ASKED.search(text)
    start = asked.end() if asked else 0
    options = list(_options(text, start))
    if not 2 <= len(options) <= MOST_OPTIONS or not start and _is_labelled(runs, text, options):
        return None
    if any(_HINT.fullmatch(text[a:b]) for a, b in options):
        return None  # words in brackets behind a label are no option
    for marked in (_highlighted(runs), _underlined(runs), _bold(runs)):
        standing = [all(marked[a:b]) for a, b in options]
        touched = [any(marked[a:b]) for a, b in options]
        some = standing.count(True)
        several = (bool(start) or _slashed(text, options)) and 1 < some < len(options) - 1
        if (some == 1 or several) and touched == standing:
            said = (
                f"{glyphs.TICKED if on else glyphs.OPEN} {text[a:b]}"
                for (a, b), on in zip(options, standing, strict=True)
            )
            return f"{text[:start]} {'  '.join(said)}".strip()
    return None


def _slashed(text: str, options: Sequence[tuple[int, int]]) -> bool:
    """Say whether strokes alone part the options, and they are several: no label and its answer."""
    gaps = (text[a:b].strip() for (_, a), (b, _) in pairwise(options))
    return len(options) >= LEAST_SLASHED and all(gap in ("/", "|") for gap in gaps)


def _is_labelled(runs: Sequence[Shown], text: str, options: Sequence[tuple[int, int]]) -> bool:
    """Say whether bold words before a tab or a gap are the label of what stands behind it."""
    bold, (first, end), (second, _) = _bold(runs), *options[:2]
    gap = not text[end:second].strip() and all(bold[first:end])
    slashed = any(text[a:b].strip() for (_, a), (b, _) in pairwise(options))
    return gap and (len(options) == 2 or slashed) and not _EITHER.fullmatch(text[first:end])


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
