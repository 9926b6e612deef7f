"""What is said in a meeting is read as a good minute taker would want it, line by line."""

from collections import Counter
from collections.abc import Iterator

import pytest

from models.rules.capture import asks_for_whom
from tests.models.rules.capture.utterances import Utterance, corpus_reading, missed, utterances

LEAST, SELDOM = 3300, 0.01
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
    read = ((one, missed(one, corpus_reading(one.line))) for one in PARTS[part])
    assert {one.line: wrong for one, wrong in read if wrong} == {}


def test_the_corpus_is_large() -> None:
    assert len(utterances()) >= LEAST


def test_few_of_its_lines_are_asked_about() -> None:
    asked = [one.line for one in utterances() if any(map(asks_for_whom, corpus_reading(one.line)))]
    assert len(asked) <= SELDOM * len(utterances()), asked


def test_no_line_of_the_corpus_stands_in_it_twice() -> None:
    lines = Counter(one.line for one in utterances())
    assert [line for line, times in lines.items() if times > 1] == []
