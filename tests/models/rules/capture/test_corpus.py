"""What is said in a meeting is read as a good minute taker would want it, line by line."""

import sys
from collections import Counter
from collections.abc import Iterator

import pytest

from models.rules.capture import read_line
from tests.models.rules.capture.utterances import Utterance, corpus_room, missed, utterances

GOAL = 0.98
LEAST = 3300
TOGETHER = 40


def _parts() -> Iterator[tuple[str, tuple[Utterance, ...]]]:
    """The corpus by kind, so many lines at a time: a test of its own for each took a minute."""
    by_kind: dict[str, list[Utterance]] = {}
    for one in utterances():
        by_kind.setdefault(one.kind, []).append(one)
    for kind, lines in by_kind.items():
        for at, part in enumerate(_batched(lines), 1):
            yield f"{kind} {at}", part


def _batched(lines: list[Utterance]) -> Iterator[tuple[Utterance, ...]]:
    for start in range(0, len(lines), TOGETHER):
        yield tuple(lines[start : start + TOGETHER])


PARTS = dict(_parts())


@pytest.mark.parametrize("part", PARTS)
def test_the_bar_understands(part: str) -> None:
    read = ((one, missed(one, read_line(one.line, corpus_room()))) for one in PARTS[part])
    assert {one.line: wrong for one, wrong in read if wrong} == {}


def test_of_every_kind_nearly_all_are_read_right(capsys: pytest.CaptureFixture[str]) -> None:
    said, right = Counter[str](), Counter[str]()
    for utterance in utterances():
        said[utterance.kind] += 1
        right[utterance.kind] += not missed(utterance, read_line(utterance.line, corpus_room()))
    told = "; ".join(f"{kind} {right[kind]} of {said[kind]}" for kind in sorted(said))
    with capsys.disabled():
        sys.stdout.write(f"\n{told}; all {right.total()} of {said.total()}\n")
    assert said.total() >= LEAST
    assert all(right[kind] >= GOAL * count for kind, count in said.items()), told


def test_no_line_of_the_corpus_stands_in_it_twice() -> None:
    lines = Counter(one.line for one in utterances())
    assert [line for line, times in lines.items() if times > 1] == []
