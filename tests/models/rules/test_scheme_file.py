"""A scheme goes from panel to panel as a file; nothing that comes in is trusted."""

import json

import pytest

from models import codes
from models.errors import Refusal
from models.rules.scheme_file import read, written


@pytest.mark.parametrize("code", ["seraf", "rfm", "merseyside", "cumbria", "zero_three", "plain"])
def test_a_scheme_comes_back_as_it_went(code: str) -> None:
    scheme = codes.scheme(code)
    assert scheme is not None
    values = read(written(scheme).encode())
    assert values["label"] == scheme.label
    assert values["arithmetic"] == json.loads(written(scheme))["scheme"]["arithmetic"]
    assert [one["label"] for one in values.get("indicators", [])] == [
        one.label for one in scheme.indicators
    ]
    assert scheme.source in values["note"]
    assert not {"code", "position", "synonyms"} & set(values)


def _changed(**changes: object) -> bytes:
    scheme = codes.scheme("merseyside")
    assert scheme is not None
    found = json.loads(written(scheme))
    found["scheme"].update(changes)
    return json.dumps(found).encode()


HOSTILE = [
    (b"", "no risk scheme"),
    (b"\xff\xfe\x00", "no risk scheme"),
    (b"PK\x03\x04 not json", "no risk scheme"),
    (b'{"kind": "something else"}', "no risk scheme"),
    (b"[" * 100_000, "deeply"),
    (b"x" * 300_000, "too large"),
    (b'{"kind": "MaceDesk risk scheme", "format": 9}', "newer"),
    (_changed(colour="red"), "not known"),
    (_changed(levels=[{"code": "a", "label": "A", "rank": 1, "low": 1, "high": 10**9}]), "range"),
    (_changed(levels=[{"code": "a", "label": "A", "rank": 1, "low": 0, "high": 5},
                      {"code": "b", "label": "B", "rank": 2, "low": 5}]), "overlap"),
    (_changed(indicators=[{"code": "a", "label": "x" * 500}]), "too long"),
    (_changed(indicators=[{"code": "a", "label": "A"}] * 2), "twice"),
    (_changed(indicators=[{"code": str(at), "label": str(at)} for at in range(400)]), "too much"),
    (_changed(label="   "), "no name"),
    (_changed(meaning="x" * 9000), "too long"),
    (_changed(arithmetic={"kind": "sum", "suspected": -5}), "range"),
    (_changed(arithmetic={"kind": "eval"}), "not whole"),
    (_changed(validity={"number": 0, "unit": "days"}), "range"),
    (_changed(version=7), "not whole"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "words"), HOSTILE)
def test_what_is_unfit_is_refused_in_words(data: bytes, words: str) -> None:
    with pytest.raises(Refusal, match=words):
        read(data)


def test_words_that_cannot_be_seen_are_taken_out() -> None:
    assert read(_changed(label="Our\u202e tool\x00"))["label"] == "Our tool"
