"""How many fields of a made paper come out as they are true."""

import random
from collections import Counter
from typing import Any

from models.intake.opening import open_paper
from models.intake.papers import ReadPaper
from models.intake.understanding import understand

from .drawn import drawn
from .papers_made import EVERY, Maker
from .truth import Truth


def read(name: str, data: bytes) -> ReadPaper:
    """Return a paper as the program understands it in 2026."""
    return understand(open_paper(name, data), this_year=2026)


def paper(*lines: str) -> ReadPaper:
    """Return the paper drawn in these lines as the program understands it."""
    return read("paper.docx", drawn(*lines))


def measure(make: Maker, seeds: range) -> tuple[float, Counter[str], list[str]]:
    """Return the share of fields read right, which went wrong how often, and some examples."""
    right, wrong, examples = 0, Counter[str](), []
    for seed in seeds:
        truth = Truth(seed)
        paper = read("paper", make(truth, random.Random(seed)))
        record = paper.records[0] if paper.kind == "child" and len(paper.records) == 1 else None
        for name in EVERY:
            got = record.get(name) if record else paper.kind
            if same(name, got, truth[name]):
                right += 1
            else:
                wrong[name] += 1
                examples.append(f"{seed} {name}: {truth[name]!r} read as {got!r}")
    return right / (right + sum(wrong.values())), wrong, examples


def same(name: str, got: Any, true: Any) -> bool:
    """Say whether a value read is the true one, whatever its order or line ends."""
    if name in ("associates", "types", "places", "indicators") and not isinstance(got, tuple):
        return False
    if name == "associates":
        short = [
            {key: person.get(key) for key in ("name", "alias", "vehicle", "phone")}
            for person in got
        ]
        return sorted(map(str, short)) == sorted(map(str, true))
    if name in ("types", "places", "indicators"):
        return sorted(got) == sorted(true)
    if isinstance(true, str):
        return " ".join(str(got).split()) == " ".join(true.split())
    return bool(got == true)
