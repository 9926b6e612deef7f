"""What is said in a meeting is read as a good minute taker would want it, line by line."""

import sys
from collections import Counter

import pytest

from models.rules.capture import read_line
from tests.models.rules.capture.utterances import Utterance, corpus_room, missed, utterances

GOAL = 0.98
LEAST = 1200


def _sentence(utterance: Utterance) -> str:
    kinds = " and ".join(str(entry["kind"]) for entry in utterance.want)
    return f"“{utterance.line}” gives {kinds}"


@pytest.mark.parametrize("utterance", utterances(), ids=_sentence)
def test_the_bar_understands(utterance: Utterance) -> None:
    assert missed(utterance, read_line(utterance.line, corpus_room())) == []


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
