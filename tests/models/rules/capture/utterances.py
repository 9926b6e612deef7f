"""Utterances of a meeting with what a good minute taker would want of them, and the room."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from functools import cache
from pathlib import Path

from models import codes
from models.marks import SubjectKind
from models.rules.capture import (
    ActionRef,
    AgencyRef,
    CaptureContext,
    CaptureReading,
    DecisionRef,
    MeasureRef,
    PersonRef,
    SubjectRef,
    read_line,
)

FOLDER = Path(__file__).parents[3] / "data" / "capture"
EITHER = "?"
Wanted = Mapping[str, str | int | date | time | list[str]]


@dataclass(frozen=True)
class Utterance:
    """A line as typed and the entries wanted of it, one mapping for each."""

    line: str
    want: tuple[Wanted, ...]
    file: str

    @property
    def kind(self) -> str:
        """The kind of its first entry; several entries are a kind of their own."""
        return str(self.want[0]["kind"]) if len(self.want) == 1 else "several"


@cache
def utterances() -> tuple[Utterance, ...]:
    """The whole corpus, file by file."""
    files = sorted(path for path in FOLDER.rglob("*.toml") if path.name != "room.toml")
    return tuple(
        Utterance(one["line"], tuple(one["want"]), path.relative_to(FOLDER).as_posix())
        for path in files
        for one in tomllib.loads(path.read_text("utf-8"))["said"]
    )


@cache
def corpus_room() -> CaptureContext:
    """The room as the file tells it, with the measures and decisions as shipped."""
    told = tomllib.loads((FOLDER / "room.toml").read_text("utf-8"))
    agencies = {name: AgencyRef(n, name) for n, name in enumerate(told["agencies"], 1)}
    people = tuple(_person(n, one, agencies) for n, one in enumerate(told["members"], 1))
    ids = {one.name: one.id for one in people}
    subjects = tuple(_subject(n, one, ids) for n, one in enumerate(told["subjects"], 1))
    return CaptureContext(
        today=told["today"],
        people=people,
        agencies=tuple(agencies.values()),
        subject=next(one for one in subjects if one.name == told["own"]),
        subjects=subjects,
        measures=tuple(
            MeasureRef(one.code, one.name, one.synonyms, "C" in one.targets)
            for one in codes.measures()
        ),
        decisions=_decisions(),
        actions=tuple(
            ActionRef(
                one["ref"],
                one["text"],
                ids[one["owner"]],
                one.get("carried", 0),
                one.get("finished", ""),
            )
            for one in told["actions"]
        ),
        next_meeting=told["next_meeting"],
        items=tuple(one.ref for one in subjects if one.ref),
    )


@cache
def corpus_reading(line: str) -> tuple[CaptureReading, ...]:
    """How the bar reads a line in that room, read once."""
    return read_line(line, corpus_room())


def _person(number: int, told: dict, agencies: dict[str, AgencyRef]) -> PersonRef:
    agency = agencies[told["agency"]]
    present, also = told.get("present", True), tuple(told.get("also", ()))
    return PersonRef(number, told["name"], told["role"], agency.id, agency.name, present, also)


def _subject(number: int, told: dict, ids: dict[str, int]) -> SubjectRef:
    return SubjectRef(
        number,
        told["name"],
        SubjectKind(told["kind"]),
        tuple(told.get("aliases", ())),
        told.get("ref", ""),
        told.get("system_id", ""),
        ids.get(told.get("lead", "")),
    )


def _decisions() -> tuple[DecisionRef, ...]:
    return tuple(
        DecisionRef(one.code, one.label, one.synonyms, tuple(map(SubjectKind, one.subjects)))
        for one in codes.rows_of("decisions", codes.DecisionType)
    )


def understood(reading: CaptureReading) -> dict[str, object]:
    """The reading in the words that the corpus is written in; nothing understood is ""."""
    decisions = {one.label: one.code for one in corpus_room().decisions}
    return {
        "kind": reading.kind.value,
        "text": reading.text,
        "owner": _name(reading.owner),
        "agency": _name(reading.agency),
        "subject": _name(reading.subject),
        "other": _name(reading.other),
        "measure": reading.measure.code if reading.measure else "",
        "action": reading.action.ref if reading.action else "",
        "decision": decisions.get(reading.decision or "", ""),
        "due": reading.due or "",
        "when": reading.when or "",
        "information": reading.information.value if reading.information else "",
        "sharing": reading.sharing.value if reading.sharing else "",
        "perhaps": next((one.value for one in reading.chips if one.label == "perhaps"), ""),
        "stands_in_for": _name(reading.second_person),
        "guest": reading.unknown or "",
        "to": [one.name for one in reading.agencies],
        **{
            name: getattr(reading, name, None) or ""
            for name in ("status", "rationale", "risk", "direction", "plan", "relation", "code",
                         "minutes", "told", "reference", "field", "turn")
        },
    }  # fmt: skip


def _name(ref: AgencyRef | PersonRef | SubjectRef | None) -> str:
    return ref.name if ref else ""


# What every line of a kind is asked, said or not; whatever else an entry names is asked too.
ALWAYS = ("owner", "agency", "subject", "measure", "due", "information", "sharing", "to")
NOT_ABOUT = ("attendance", "timing")


def wanted(entry: Wanted) -> dict[str, object]:
    """An entry in full: what it leaves out is the item's own subject, the owner's agency, or ""."""
    room = corpus_room()
    full: dict[str, object] = dict.fromkeys(ALWAYS, "") | {"to": []}
    full["subject"] = "" if entry["kind"] in NOT_ABOUT else _name(room.subject)
    agencies = {one.name: one.agency for one in room.people}
    full["agency"] = agencies.get(str(entry.get("owner")), "")
    full |= {name: value for name, value in entry.items() if name != "warns"}
    return {name: value for name, value in full.items() if value != EITHER}


def missed(utterance: Utterance, readings: tuple[CaptureReading, ...]) -> list[str]:
    """What was not read as wanted, a sentence each; nothing where all of it was."""
    if len(readings) != len(utterance.want):
        found = " | ".join(f"{one.kind.value}: {one.text}" for one in readings)
        return [f"{len(readings)} entries for {len(utterance.want)}: {found}"]
    misses = []
    for number, (entry, reading) in enumerate(zip(utterance.want, readings, strict=True), 1):
        got, said = understood(reading), " ".join(reading.warnings)
        misses += [
            f"{number}: {name} is {got[name]!r}, wanted {value!r}"
            for name, value in wanted(entry).items()
            if got[name] != value
        ]
        warns = entry.get("warns", [])
        assert isinstance(warns, list)
        misses += [f"{number}: no word of {one!r} in {said!r}" for one in warns if one not in said]
    return misses
