"""What changed in minutes from step to step: while the chair had them, and after they came back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from exports.differences import PartChanges, differences
from exports.kept_words import Part, from_bytes
from models.marks import MinutesState
from models.queries.minutes import FOR_CHAIR
from models.records.minutes_issued import MinutesRecord
from models.records.minutes_steps import MinutesStep
from models.rules.day_words import in_words

HEAD = {
    MinutesState.WITH_CHAIR.value: "What changed while the chair had them",
    MinutesState.DRAFT.value: "What changed after the chair gave them back",
    FOR_CHAIR: "What changed after they were written for the chair",
}
SINCE = {
    MinutesState.WITH_CHAIR.value: "Since they were sent to the chair",
    MinutesState.DRAFT.value: "Since the chair gave them back",
    FOR_CHAIR: "Since they were written for the chair",
}
DONE = {
    MinutesState.WITH_CHAIR.value: "sent to the chair",
    MinutesState.DRAFT.value: "given back",
    FOR_CHAIR: "written for the chair",
}


@dataclass(frozen=True)
class Since:
    """What changed since something was kept, with words that say since when, and who did what."""

    words: str
    parts: tuple[PartChanges, ...]
    steps: str = ""


def rounds(
    version: MinutesRecord,
    steps: Sequence[MinutesStep],
    approved: bytes | None,
    now: tuple[Part, ...] | None,
) -> Iterator[Since]:
    """Each round of a version, the latest first; the last one ends with what was approved.

    `now` gives what the version says now where it is not approved yet.
    """
    own = list(_steps_of(version, steps))
    for step, after in reversed(list(zip_longest(own, own[1:]))):
        before = from_bytes(step.words)
        if after is not None:
            end = f"{DONE[after.step]}{_by(after.by_name)} on {in_words(after.at.date())}"
            yield _round(version, step, end, differences(before, from_bytes(after.words)))
        elif approved is not None and version.approved_at is not None:
            end = f"approved{_by(version.approved_by)} on {in_words(version.approved_at.date())}"
            yield _round(version, step, end, differences(before, from_bytes(approved)))
        elif now is not None:
            words = f"{SINCE[step.step]} on {in_words(step.at.date())}"
            yield Since(words, differences(before, now))


def _steps_of(version: MinutesRecord, steps: Sequence[MinutesStep]) -> Iterator[MinutesStep]:
    """The steps of a version; written for the chair once more, they were with the chair already."""
    last = ""
    for one in steps:
        if one.version != version.number:
            continue
        if one.step != FOR_CHAIR or last not in (FOR_CHAIR, MinutesState.WITH_CHAIR):
            last = one.step
            yield one


def _round(
    version: MinutesRecord, step: MinutesStep, end: str, parts: tuple[PartChanges, ...]
) -> Since:
    begun = f"{DONE[step.step]}{_by(step.by_name)} on {in_words(step.at.date())}"
    return Since(HEAD[step.step], parts, f"Version {version.number}, {begun}, {end}.")


def _by(name: str | None) -> str:
    return f" by {name}" if name else ""
