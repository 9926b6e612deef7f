"""How many lines for some only are noticed, how many plain ones are asked about.

Run as `python -m tests.benchmarks.confiding_measured`; takes a quarter of a minute. "By fifths"
weighs each fifth of the lines by what was learned from the other four; lines that differ by a word
or two lie in one fifth.
"""

import json
import sys
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from rapidfuzz import fuzz, process

from models.rules.capture import CaptureReading, asks_for_whom, read_line
from models.rules.capture import perhaps_kept as bar
from models.rules.capture.perhaps_kept import ENOUGH, signs
from tests.benchmarks.confiding import Weights, learned
from tests.models.rules.capture.confided import kept_lines, open_lines, told_lines
from tests.models.rules.capture.utterances import corpus_room, utterances

PANEL = (Path("tests/data/panel"), Path("resources/demo"))
SHORTEST = 20  # letters of a text
FIFTHS, ALIKE = 5, 80  # of a hundred: how like another a line is that lies in the same fifth
TRIED = (-2.0, -1.6, ENOUGH, -0.8)
KEPT, PLAIN, NEARLY = "to be kept", "of the corpus", "that sound nearly so"
Lines = tuple[str, ...]
Signs = frozenset[str]


def main() -> None:
    """Print the figures of `docs/decisions/0041`."""
    sets = {KEPT: kept_lines(), PLAIN: open_lines(), NEARLY: told_lines()}
    fifths = {name: fifths_of(lines) for name, lines in sets.items()}
    apart = {name: list[float]() for name in sets}
    for fifth in range(FIFTHS):
        weights = learned(list(_others(sets, fifths, fifth)))
        for name, lines in sets.items():
            mine = (line for line, at in zip(lines, fifths[name], strict=True) if at == fifth)
            apart[name] += [_weight(signs(line), weights) for line in mine]
    for name, lines in sets.items():
        own = [bar.weight(signs(line)) for line in lines]
        sys.stdout.write(f"{len(lines)} lines {name}\n")
        for told, found in (("as learned", own), ("by fifths", apart[name])):
            shares = (f"{least:+.1f}: {_share(found, least):.1f} %" for least in TRIED)
            sys.stdout.write(f"  {told}, from this weight on  {'  '.join(shares)}\n")

    sys.stdout.write(_by_the_whole_bar())


def _by_the_whole_bar() -> str:
    """What rules and weights together notice, each line typed as it would be."""
    kept = [_read(f"n {line}") for line in kept_lines()]
    told = [_read(f"n {line}") for line in told_lines()]
    corpus = [_read(one.line) for one in utterances()]
    panel = [_read(f"n {text}") for text in _sentences()]
    noticed = sum(_asked(entries) or any(one.sharing for one in entries) for entries in kept)
    asked = (
        f"asked about {sum(map(_asked, each))} of {len(each)} {of}"
        for each, of in ((corpus, PLAIN), (told, NEARLY), (panel, "of the sample panel's papers"))
    )
    return "\n".join((f"By the whole bar noticed {noticed} of {len(kept)} {KEPT}", *asked, ""))


def _sentences() -> list[str]:
    """What is told in the sample panel's papers and meeting, each text once."""
    files = (file for folder in PANEL for file in sorted(folder.glob("*.json")))
    told = (text for file in files for text in _texts(json.loads(file.read_text("utf-8"))))
    return [text for text in dict.fromkeys(told) if len(text) > SHORTEST]


def _texts(told: object) -> Iterator[str]:
    if isinstance(told, str):
        yield told
    elif isinstance(told, dict | list):
        for part in told.values() if isinstance(told, dict) else told:
            yield from _texts(part)


def fifths_of(lines: Lines) -> list[int]:
    """The fifth in which each line lies, told by the first line that is like it."""
    first = dict[int, int]()
    for at, line in enumerate(lines):
        found = process.extractOne(
            line, lines[:at], scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE
        )
        first[at] = first[found[2]] if found else at
    return [zlib.crc32(lines[first[at]].encode()) % FIFTHS for at in range(len(lines))]


def _others(
    sets: dict[str, Lines], fifths: dict[str, list[int]], left_out: int
) -> Iterator[tuple[Signs, float]]:
    for name, lines in sets.items():
        for line, fifth in zip(lines, fifths[name], strict=True):
            if fifth != left_out:
                yield signs(line), float(name == KEPT)


def _weight(found: Signs, weights: Weights) -> float:
    return weights[""] + sum(weights.get(sign, 0.0) for sign in found)


def _share(weights: Sequence[float], least: float) -> float:
    return 100 * sum(weight >= least for weight in weights) / len(weights)


def _read(line: str) -> tuple[CaptureReading, ...]:
    return read_line(line, corpus_room())


def _asked(entries: tuple[CaptureReading, ...]) -> bool:
    return any(map(asks_for_whom, entries))


if __name__ == "__main__":
    main()
