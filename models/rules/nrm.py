"""The National Referral Mechanism: how far a child has come, who may refer, who decides by when."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from models import codes
from models.rules.day_words import in_words
from models.rules.first_responders import first_responder_warning
from models.rules.listing import counted
from models.rules.working_days import NO_CLOSED_DAYS, add_working_days

USUAL_BODY = "nrm_body"
"""The setting that says which body decides where a referral does not."""
NOT_CONSIDERED, CONSIDERED, NOT_REFERRED, TO_REFER, REFERRED = (
    "not considered", "considered", "not referred", "to refer", "referred",
)  # fmt: skip
RG_POSITIVE, RECONSIDERATION = "rg positive", "reconsideration"
Flags = tuple[tuple[str, str], ...]
"""Words with their tint."""
UNGUARDED = ("No ICTG recorded", "medium")
REFERS = re.compile(
    r"\b(?:nrm|national referral mechanism)\b(?=.*\b(?:refer\w*|submit\w*|make|made|complete\w*)\b)"
    r"|\b(?:refer\w*|submit\w*|make|complete\w*)\b.*\b(?:nrm|national referral mechanism)\b",
    re.IGNORECASE,
)
GUARDED = frozenset({REFERRED, RG_POSITIVE, "cg positive", RECONSIDERATION})
"""Stages at which a child may have an independent trafficking guardian."""
BEFORE_DECIDING = frozenset({
    NOT_CONSIDERED, "considering", CONSIDERED, NOT_REFERRED, TO_REFER, REFERRED,
})  # fmt: skip
DECIDED_ABOUT = frozenset({REFERRED, RG_POSITIVE, RECONSIDERATION})
"""Stages at which somebody's decision is awaited."""
AWAITED = {
    TO_REFER: "Referral to be made",
    REFERRED: "Reasonable grounds decision",
    RG_POSITIVE: "Conclusive grounds decision",
    RECONSIDERATION: "Reconsideration",
}


class NrmFacts(Protocol):
    """A referral to the NRM as it is kept."""

    @property
    def considered(self) -> bool | None: ...
    @property
    def considered_on(self) -> date | None: ...
    @property
    def to_refer(self) -> bool | None: ...
    @property
    def referred_on(self) -> date | None: ...
    @property
    def deciding_body(self) -> str | None: ...
    @property
    def reasonable_grounds(self) -> str | None: ...
    @property
    def reasonable_grounds_on(self) -> date | None: ...
    @property
    def conclusive_grounds(self) -> str | None: ...
    @property
    def reconsideration_on(self) -> date | None: ...
    @property
    def reconsideration(self) -> str | None: ...
    @property
    def guardian(self) -> str | None: ...
    @property
    def section_45(self) -> bool | None: ...
    @property
    def as_worded(self) -> str | None: ...


@dataclass(frozen=True)
class NrmClock:
    """What is awaited of a referral: since when, by when where that is set, and both in words."""

    awaited: str
    since: date | None
    due: date | None
    words: str
    overdue: bool


def stage_of(one: NrmFacts) -> str:
    """How far a referral has come, as a code of the list of NRM statuses."""
    if one.reconsideration_on is not None and not one.reconsideration:
        return RECONSIDERATION
    for prefix, said in (("cg", one.conclusive_grounds), ("rg", one.reasonable_grounds)):
        found = codes.recognise("nrm_grounds", said) if said else None
        if found is not None:
            if found.code not in ("positive", "negative"):
                return found.code
            again = codes.recognise("nrm_grounds", one.reconsideration or "")
            return f"{prefix} {again.code if again is not None else found.code}"
    return _before_decisions(one)


def status_words(one: NrmFacts) -> str:
    """How far a referral has come, in the panel's words."""
    found = codes.find("nrm_statuses", stage_of(one))
    return found.label if found is not None else stage_of(one).capitalize()


def nrm_clock(
    one: NrmFacts, usual: str | None, today: date, closed: Collection[date] = NO_CLOSED_DAYS
) -> NrmClock | None:
    """What a referral waits for; None where it waits for nothing.

    `usual` is the code of the body that decides where the referral names none.
    """
    stage = stage_of(one)
    awaited = AWAITED.get(stage)
    if awaited is None:
        return None
    body = codes.find("nrm_bodies", one.deciding_body or usual or "")
    told = body if isinstance(body, codes.DecidingBody) else None
    since = _since(one, stage)
    due = _due(stage, since, told, closed)
    words = _words(stage, since, due, told, today)
    return NrmClock(awaited, since, due, words, due is not None and due < today)


def still_run(entries: Sequence[NrmFacts]) -> tuple[bool, ...]:
    """Which of a child's entries, the first to the last, have a clock.

    The latest has, and each referral whose decision is still awaited.
    """
    last = len(entries) - 1
    return tuple(
        at == last
        or stage_of(one) in DECIDED_ABOUT
        and not any(_restates(later, one) for later in entries[at + 1 :])
        for at, one in enumerate(entries)
    )


def flags_together(
    entries: Sequence[NrmFacts],
    usual: str | None,
    on: date,
    closed: Collection[date] = NO_CLOSED_DAYS,
) -> Flags:
    """The flags of a child's entries: of the latest, and of referrals still to be decided."""
    runs = [one for one, has in zip(entries, still_run(entries), strict=True) if has]
    found = [flag for one in reversed(runs) for flag in flags(one, usual, on, closed)]
    for one in runs[:-1]:
        clock = nrm_clock(one, usual, on, closed)
        if clock is not None and not clock.overdue:
            awaited = f"{clock.awaited[0].lower()}{clock.awaited[1:]}"
            found.append((f"Earlier NRM referral: {awaited} awaited", "plain"))
    guarded = any(one.guardian for one in runs)
    return tuple(dict.fromkeys(one for one in found if not (guarded and one == UNGUARDED)))


def flags(
    one: NrmFacts, usual: str | None, on: date, closed: Collection[date] = NO_CLOSED_DAYS
) -> Flags:
    """What the head of an item says beside the stage: what is late or missing, and the defence."""
    clock, found = nrm_clock(one, usual, on, closed), []
    if clock is not None and clock.overdue and clock.due is not None:
        days = counted((on - clock.due).days, "day", "days")
        found.append((f"NRM decision {days} over", "high"))
    elif clock is not None and clock.awaited == AWAITED[TO_REFER]:
        since = f" since {clock.since.day} {clock.since:%b}" if clock.since else ""
        found.append((f"NRM referral to be made{since}", "medium"))
    if stage_of(one) in GUARDED and not one.guardian:
        found.append(UNGUARDED)
    if one.section_45:
        found.append(("Section 45 raised", "accent"))
    return tuple(found)


def tags(status: str | None, beside: Flags, otherwise: str) -> Flags:
    """How the NRM stands in a head; what is late says more than the stage, and takes its place."""
    if any(words.startswith("NRM ") for words, _ in beside):
        return beside
    return ((f"NRM: {(status or otherwise).lower()}", "plain" if status else "medium"), *beside)


def referring_warning(text: str, agency: str | None) -> str:
    """The warning where an action to refer to the NRM is given to who may not; empty otherwise."""
    return first_responder_warning(agency) if agency and REFERS.search(text) else ""


def order_warning(considered_on: date | None, referred_on: date | None) -> str:
    """The warning where somebody referred before the NRM was considered; else empty."""
    if considered_on is None or referred_on is None or referred_on >= considered_on:
        return ""
    return (
        f"Referred on {in_words(referred_on)}, before it was considered on "
        f"{in_words(considered_on)}: mend the day that is wrong."
    )


def _restates(later: NrmFacts, one: NrmFacts) -> bool:
    """Whether a later entry tells of the same referral, so that it alone has the clock."""
    if later.referred_on is not None:
        untold = one.referred_on is None and not one.reasonable_grounds
        return untold or later.referred_on == one.referred_on
    # A paper says how the child stands now; whoever considers it again names a day.
    return bool(later.as_worded) and later.considered_on is None


def _before_decisions(one: NrmFacts) -> str:
    stage = NOT_CONSIDERED
    if one.referred_on is not None:
        stage = REFERRED
    elif one.to_refer:
        stage = TO_REFER
    elif one.considered:
        stage = NOT_REFERRED if one.to_refer is False else CONSIDERED
    worded = codes.recognise("nrm_statuses", one.as_worded) if one.as_worded else None
    if worded is None or stage in (REFERRED, TO_REFER) and worded.code in BEFORE_DECIDING:
        return stage
    return worded.code


def _since(one: NrmFacts, stage: str) -> date | None:
    return {
        TO_REFER: one.considered_on,
        REFERRED: one.referred_on,
        RG_POSITIVE: one.reasonable_grounds_on,
        RECONSIDERATION: one.reconsideration_on,
    }[stage]


def _due(
    stage: str, since: date | None, body: "codes.DecidingBody | None", closed: Collection[date]
) -> date | None:
    if since is None or body is None:
        return None
    times = {
        REFERRED: (body.reasonable_days, body.reasonable_working_days),
        RG_POSITIVE: (body.conclusive_days, body.conclusive_working_days),
    }
    days, working = times.get(stage, (None, None))
    if days is not None:
        return since + timedelta(days=days)
    return add_working_days(since, working, closed) if working is not None else None


def _words(
    stage: str,
    since: date | None,
    due: date | None,
    body: "codes.DecidingBody | None",
    today: date,
) -> str:
    begun = f"since {in_words(since)}" if since else "since when is not recorded"
    if stage == REFERRED and body is None:
        return f"{begun}; which body decides is not recorded"
    if due is None:
        return f"{begun}; no time is set"
    left = (due - today).days
    count = counted(abs(left), "day", "days")
    how = f"{count} left" if left > 0 else f"{count} over" if left < 0 else "today"
    aim = "aimed at by" if body is not None and body.aims else "due by"
    return f"{how}, {aim} {in_words(due)}"
