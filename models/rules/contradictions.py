"""Where agencies say different things of one fact of a child, each with its own words."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from models.rules.told_facts import ToldFact, facts_told


@dataclass(frozen=True)
class Told:
    """What one source says, when it is of and what kind of information it is."""

    source: str
    text: str
    on: date | None = None
    information: str = ""


@dataclass(frozen=True)
class Said:
    """One source's word on a fact, with the sentence that says it."""

    source: str
    value: str
    words: str
    on: date | None = None
    information: str = ""


@dataclass(frozen=True)
class Contradiction:
    """A fact on which sources differ, side by side."""

    fact: str
    said: tuple[Said, ...]


def contradictions(told: Iterable[Told], own: Collection[str] = ()) -> tuple[Contradiction, ...]:
    """Facts of one child on which two sources differ; `told` is in the order it was said.

    Of one source its last word counts: what it said itself before is no contradiction. `own` are
    the words of the child's names. The facts, and the forms they are read from, are the list
    `agency_facts`.
    """
    found: dict[tuple[int, str, str], dict[str, tuple[ToldFact, Said]]] = {}
    for one in told:
        for fact in facts_told(one.text, own):
            said = Said(one.source, fact.value.shown, fact.words, one.on, one.information)
            key = (fact.fact.position, fact.fact.label, fact.about)
            found.setdefault(key, {})[one.source] = (fact, said)
    return tuple(
        Contradiction(_title(label, about), tuple(said for _, said in by_source.values()))
        for (_, label, about), by_source in sorted(found.items())
        if _differ([fact for fact, _ in by_source.values()])
    )


def _title(label: str, about: str) -> str:
    return f"{label} {about}" if about else label


def _differ(told: list[ToldFact]) -> bool:
    return any(
        not one.value.goes_with(other.value)
        for at, one in enumerate(told)
        for other in told[at + 1 :]
    )
