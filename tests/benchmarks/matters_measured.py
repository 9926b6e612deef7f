"""How many lines that tell of a source, a method and the like are asked about, and of plain ones.

Run as `python -m tests.benchmarks.matters_measured`; takes a minute. Each fifth of the lines is
weighed by what was learned from the other four; lines that are alike lie in one fifth.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence

from models.rules.capture import CaptureKind, asks_for_whom, read_line
from models.rules.capture import matters as bar
from models.rules.capture.matters import ENOUGH, PLAINLY, Matter, signs
from tests.benchmarks.confiding_measured import fifths_of
from tests.benchmarks.matters import asked_lines, learned
from tests.models.rules.capture.confided import (
    lines_of,
    open_lines,
    open_utterances,
    plain_lines,
    told_lines,
)
from tests.models.rules.capture.utterances import Utterance, corpus_room

CORPUS, SAME_WORDS, SOUND_SO = "of the corpus", "in the same words", "that sound restricted"
TRIED = (-1.5, ENOUGH, -0.5, PLAINLY)
TOLD = (CaptureKind.NOTE, CaptureKind.DECLARATION, CaptureKind.LINK)
Group = str | Matter


def main() -> None:
    """Print the figures of `docs/decisions/0041`."""
    sets: dict[Group, tuple[str, ...]] = {one: lines_of(one) for one in Matter}
    sets |= {SAME_WORDS: plain_lines(), SOUND_SO: told_lines(), CORPUS: open_lines()}
    apart = _apart(sets)
    for group, found in apart.items():
        shares = (f"{least:+.1f}: {_share(found, least):.1f} %" for least in TRIED)
        sys.stdout.write(f"{len(found)} lines: {group}, by fifths {'  '.join(shares)}\n")
    kept = [one for group in Matter for one in apart[group]]
    shares = (f"{least:+.1f}: {_share(kept, least):.1f} %" for least in TRIED)
    sys.stdout.write(f"{len(kept)} lines of them all, by fifths {'  '.join(shares)}\n")
    sys.stdout.write(_by_kind(apart[CORPUS]))
    sys.stdout.write(_by_the_whole_bar())


def _apart(sets: Mapping[Group, tuple[str, ...]]) -> dict[Group, list[float]]:
    """What each line weighs by the other four fifths."""
    fifths = {group: fifths_of(lines) for group, lines in sets.items()}
    apart: dict[Group, list[float]] = {group: [0.0] * len(lines) for group, lines in sets.items()}
    for fifth in range(max(map(max, fifths.values())) + 1):
        weights = learned(list(_others(sets, fifths, fifth)))
        for group, lines in sets.items():
            for at, line in enumerate(lines):
                if fifths[group][at] == fifth:
                    apart[group][at] = bar.weigh(line, weights)[1]
    return apart


def _others(
    sets: Mapping[Group, tuple[str, ...]], fifths: Mapping[Group, list[int]], left_out: int
) -> Iterator[tuple[frozenset[str], Matter | None]]:
    asked = asked_lines()
    for group, lines in sets.items():
        for line, fifth in zip(lines, fifths[group], strict=True):
            if fifth != left_out and not (group == CORPUS and line in asked):
                yield signs(line), group if isinstance(group, Matter) else None


def _by_kind(found: Sequence[float]) -> str:
    """The lines of the corpus that would be asked about, each by the threshold of its kind."""
    asked = sum(
        one >= (ENOUGH if _is_told(line) else PLAINLY)
        for one, line in zip(found, open_utterances(), strict=True)
    )
    return f"Of the corpus, by fifths, as the bar asks: {100 * asked / len(found):.1f} %\n"


def _is_told(line: Utterance) -> bool:
    return line.kind in TOLD


def _by_the_whole_bar() -> str:
    """What rules and weights together notice, each line typed as it would be."""
    kept = [line for matter in Matter for line in lines_of(matter)]
    told = (
        f"asked about {sum(map(_asked, lines))} of {len(lines)} {name}"
        for name, lines in ((SAME_WORDS, plain_lines()), (SOUND_SO, told_lines()))
    )
    noticed = f"By the whole bar noticed {sum(map(_noticed, kept))} of {len(kept)}"
    return "\n".join((noticed, *told, ""))


def _asked(line: str) -> bool:
    return any(map(asks_for_whom, read_line(f"n {line}", corpus_room())))


def _noticed(line: str) -> bool:
    read = read_line(f"n {line}", corpus_room())
    return any(one.sharing or asks_for_whom(one) for one in read)


def _share(weights: Sequence[float], least: float) -> float:
    return 100 * sum(weight >= least for weight in weights) / len(weights)


if __name__ == "__main__":
    main()
