"""The form that a scheme asks: its questions under headings, and by which keys each is answered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from models.codes.children import Indicator
from models.codes.risk import Asking, Scheme
from models.records.assessing import Given
from models.rules.schemes import Answer

PRESENT, ABSENT, UNKNOWN, SUSPECTED = "present", "absent", "unknown", "suspected"
NOT_ANSWERED = "not answered"
YES = frozenset({PRESENT, "yes", "y", "true", "ticked"})
BETWEEN = "; "
PROTECTIVE = "Protective factors"


@dataclass(frozen=True)
class Choice:
    """One way to answer: its key, its word, what is kept, and in which windows of time."""

    key: str
    word: str
    answer: str
    window: str = ""


@dataclass(frozen=True)
class Question:
    """One indicator as it is asked; `most` bounds a number, where the scheme says it."""

    code: str
    label: str
    group: str
    choices: tuple[Choice, ...]
    number: bool = False
    most: int | None = None
    weight: int = 1
    protective: bool = False


WAYS: Mapping[Asking, tuple[Choice, ...]] = {
    "tick": (Choice("y", "Ticked", PRESENT),),
    "yes_no": (
        Choice("y", "Yes", PRESENT), Choice("n", "No", ABSENT), Choice("u", "Not known", UNKNOWN),
    ),
    "suspected": (
        Choice("y", "Yes", PRESENT), Choice("s", "Suspected", SUSPECTED),
        Choice("n", "No", ABSENT), Choice("u", "Not known", UNKNOWN),
    ),
}  # fmt: skip


def questions(scheme: Scheme, bank: Iterable[Indicator] = ()) -> tuple[Question, ...]:
    """What the scheme asks, in order: its own indicators, else those of the bank if it says so."""
    most = scheme.arithmetic.max_per_indicator
    if scheme.indicators:
        return tuple(
            Question(
                one.code, one.label, heading(one.group), _choices(scheme, one.group),
                scheme.answers == "number", one.most if one.most is not None else most, one.weight,
                heading(one.group) == PROTECTIVE,
            )
            for one in scheme.indicators
        )  # fmt: skip
    return tuple(
        Question(
            one.code, one.label, one.group, _choices(scheme, one.group),
            scheme.answers == "number", most, protective=one.protective,
        )
        for one in (bank if scheme.bank else ())
    )  # fmt: skip


def heading(group: str) -> str:
    """A group of the arithmetic as a heading of the form."""
    return group[:1].upper() + group[1:]


def reckoned(question: Question, given: Given) -> Answer:
    """An answer as the arithmetic takes it; what speaks for safety counts nowhere."""
    number = given.answer if question.number else ""
    present = {UNKNOWN: None, NOT_ANSWERED: None}.get(given.answer, is_present(given.answer))
    return Answer(
        indicator=question.code,
        present=present and not question.protective,
        suspected=given.answer == SUSPECTED and not question.protective,
        group=question.group,
        windows=frozenset(given.window.split(BETWEEN)) - {""},
        points=int(number) if number.isdigit() else None,
        level=given.answer,
        weight=question.weight,
    )


def is_present(answer: str) -> bool:
    """Whether an indicator's answer says that it is there."""
    said = answer.strip().lower()
    return said in YES or (said.isdecimal() and int(said) > 0)


def word_of(question: Question, given: Given) -> str:
    """An answer as people read it."""
    for one in question.choices:
        if (one.answer, one.window) == (given.answer, given.window):
            return one.word
    return given.answer


def _choices(scheme: Scheme, group: str) -> tuple[Choice, ...]:
    if scheme.answers == "level":
        return tuple(
            Choice(str(at), one.label, one.code) for at, one in enumerate(scheme.levels, 1)
        )
    windows = _windows(scheme, group)
    if scheme.answers == "tick" and windows:
        return _in_windows(windows)
    return WAYS.get(scheme.answers, ())


def _windows(scheme: Scheme, group: str) -> tuple[str, ...]:
    rows = [one for one in scheme.arithmetic.points if one.group == group]
    of_group = tuple(one.window for one in rows if one.window)
    return of_group or (() if rows else scheme.arithmetic.windows)


def _in_windows(windows: tuple[str, ...]) -> tuple[Choice, ...]:
    apart = tuple(Choice(str(at), heading(one), PRESENT, one) for at, one in enumerate(windows, 1))
    if len(windows) < 2:
        return apart
    both = "Both" if len(windows) == 2 else "All of these"
    return (*apart, Choice("b", both, PRESENT, BETWEEN.join(windows)))
