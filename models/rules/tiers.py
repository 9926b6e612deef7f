"""Tiers of a panel: what each kind starts with, who reads which, and where an item may go up."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from models.errors import Refusal
from models.marks import Role, SubjectKind
from models.records.tiers import SeriesRecord
from models.rules.listing import counted

TRIAGE, OPERATIONAL, STRATEGIC, EXTRAORDINARY = (
    "triage", "operational", "strategic", "extraordinary",
)  # fmt: skip
KINDS = (TRIAGE, OPERATIONAL, STRATEGIC, EXTRAORDINARY)
NAMES, REFERRALS, REGISTER = "names", "referrals", "register"
ACCEPTED, NEW, NO_REFERRALS = "accepted", "new", "none"
TO_SCREEN = "To be screened"
STARTS: Mapping[str, Mapping[str, str]] = {
    TRIAGE: {NAMES: "yes", REFERRALS: NEW, REGISTER: "yes"},
    OPERATIONAL: {NAMES: "yes", REFERRALS: ACCEPTED, REGISTER: "yes"},
    STRATEGIC: {NAMES: "no", REFERRALS: NO_REFERRALS, REGISTER: "no"},
    EXTRAORDINARY: {NAMES: "yes", REFERRALS: NO_REFERRALS, REGISTER: "no"},
}
"""What a tier of each kind does until the panel says otherwise."""
TIMETABLE = "timetable"
STEPS: Mapping[str, frozenset[str]] = {
    TRIAGE: frozenset({"meeting", "action_list"}),
    STRATEGIC: frozenset({
        "papers", "updates", "briefing", "meeting", "action_list", "draft_minutes", "minutes",
        "chase",
    }),
    EXTRAORDINARY: frozenset({
        "requests", "papers", "meeting", "action_list", "draft_minutes", "extracts", "minutes",
    }),
}  # fmt: skip
"""Which steps of the timetable a kind of tier begins with; a kind that is not here takes all."""
EVERYTHING = frozenset({Role.ADMINISTRATOR, Role.AUDITOR, Role.SYSTEM})
NO_NAMES = (
    "{tier} speaks of no person by name. Send it up as a question without a name, or take a theme."
)


@dataclass(frozen=True)
class Reach:
    """Which tiers a person reads, None for every one, and whether the register as well."""

    series: frozenset[int] | None = None
    register: bool = True


def starting(kind: str, kept: Mapping[str, str]) -> Mapping[str, str]:
    """What a tier of a kind does, with what the panel has set for it."""
    return {**STARTS.get(kind, STARTS[OPERATIONAL]), **kept}


def has_step(kind: str, kept: str | None, code: str) -> bool:
    """Whether a tier's timetable has a step: as it is set, else as its kind begins with."""
    if kept:
        return code == "meeting" or code in kept.split(",")
    return kind not in STEPS or code in STEPS[kind]


def steps_kept(text: str, known: Collection[str]) -> str:
    """Steps of a tier's timetable as they are kept; Refusal for one that the list has not."""
    wanted = [part.strip().lower().replace(" ", "_") for part in text.split(",") if part.strip()]
    if unknown := [one for one in wanted if one not in known]:
        raise Refusal(f"{unknown[0]} is no step. Steps are: {', '.join(known)}.", TIMETABLE)
    return ",".join(dict.fromkeys(wanted))


def reach(role: Role, seats: Collection[int], tiers: Sequence[SeriesRecord]) -> Reach:
    """What a person reads by role and seats; who sits nowhere reads the first tier, the panel."""
    if len(tiers) < 2 or role in EVERYTHING:
        return Reach()
    mine = [one for one in tiers if one.id in seats] or [tiers[0]]
    return Reach(frozenset(one.id for one in mine), any(one.whole_register for one in mine))


def takes(there: SeriesRecord, subject_kind: str | None) -> bool:
    """Whether a tier may have such a subject: one that speaks of nobody by name has nobody."""
    people = (SubjectKind.CHILD, SubjectKind.PERSON, SubjectKind.PHONE, SubjectKind.ACCOUNT,
              SubjectKind.VEHICLE, SubjectKind.GROUP)  # fmt: skip
    return there.names_people or subject_kind not in people


def check_subject(there: SeriesRecord, subject_kind: str | None) -> None:
    """Raises Refusal where the tier speaks of nobody by name and the subject is somebody."""
    if not takes(there, subject_kind):
        raise Refusal(NO_NAMES.format(tier=there.name), "subject")


NOUNS = {
    SubjectKind.CHILD: ("child", "children"),
    SubjectKind.PERSON: ("person of concern", "persons of concern"),
    SubjectKind.PLACE: ("place", "places"),
    SubjectKind.GROUP: ("group", "groups"),
}


def counted_words(
    kinds: Mapping[SubjectKind, int], districts: Mapping[str, int]
) -> tuple[str, ...]:
    """How many of each kind, in words; of children also in which districts, the most first."""
    found = []
    for kind, number in kinds.items():
        if not number:
            continue
        words = counted(number, *NOUNS[kind])
        where = sorted(districts.items(), key=lambda one: (-one[1], one[0]))
        if kind is SubjectKind.CHILD and where:
            words += f" ({', '.join(f'{name} {many}' for name, many in where)})"
        found.append(words)
    return tuple(found)


def check_feeds(series_id: int, into: int | None, feeds: Mapping[int, int | None]) -> None:
    """Raises Refusal where a tier would feed itself, straight or round about."""
    at, seen = into, {series_id}
    while at is not None:
        if at in seen:
            raise Refusal("A tier cannot feed into itself.", "feeds_into_id")
        seen.add(at)
        at = feeds.get(at)


def came_from(tier: str, day: date, reason: str) -> str:
    """Where an item comes from and why, as the other tier reads it."""
    return f"From {tier}, {day.day} {day:%B}: {reason.strip()}"


def answer_words(tier: str, answer: str, day: date | None) -> str:
    """What came back from another tier, as the one that sent it reads it."""
    when = f", {day.day} {day:%B}" if day else ""
    return f"Answer of {tier}{when}: {answer}"


def decided_words(decision: str | None, rationale: str | None) -> str:
    """A decision with its reason; nothing where none was taken."""
    return ". ".join(filter(None, (decision, (rationale or "").rstrip("."))))


@dataclass(frozen=True)
class Agreed:
    """An action as it goes with an item that is sent to another tier."""

    text: str
    owner: str | None
    agency: str | None
    due_on: date | None
    open: bool
    status: str


def history(
    risk: str | None,
    decision: str | None,
    rationale: str | None,
    actions: Sequence[Agreed],
    *,
    named: bool,
) -> tuple[str, ...]:
    """What goes with an item to another tier; without a name no risk, and no words of anybody."""
    lines = [f"Risk: {risk}"] if risk and named else []
    decided = decided_words(decision, rationale if named else None)
    lines += [f"Decided: {decided}"] if decided else []
    if named:
        return (*lines, *map(_action_words, actions))
    if actions:
        still = sum(one.open for one in actions)
        whose = sorted({one.agency for one in actions if one.agency})
        agreed = counted(len(actions), "action", "actions")
        owners = f": {', '.join(whose)}" if whose else ""
        lines.append(f"{agreed} agreed, {still} still open{owners}")
    return tuple(lines)


def _action_words(one: Agreed) -> str:
    owner = one.owner or one.agency or "nobody named"
    due = f", by {one.due_on.day} {one.due_on:%B}" if one.due_on else ""
    return f"Action: {one.text.rstrip('.')} ({owner}{due}; {one.status})"


def check_escalation(from_series: int, there: SeriesRecord | None, reason: str, asked: str) -> None:
    """Raises Refusal where an item cannot go up so: to its own tier, with no reason or question."""
    if there is None:
        raise Refusal("Choose the tier that it goes to.", "series")
    if there.id == from_series:
        raise Refusal("It is on this tier already.", "series")
    if not reason.strip():
        raise Refusal("Say why it goes up: the other tier reads it first.", "reason")
    if not asked.strip():
        raise Refusal("Say what the other tier is asked to decide or do.", "asked")
