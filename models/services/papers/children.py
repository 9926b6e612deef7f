"""A child from a paper: found or made, filled where empty, with status, types and assessment."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from models import codes
from models.entities import (
    Alias,
    Child,
    ChildStatus,
    Exploitation,
    Referral,
)
from models.intake.understanding.answers import says_nothing
from models.matching.weighing import Facts as Identifying
from models.rules.exploitation_words import kind_of
from models.rules.names import UNNAMED, nicknames_in, other_names_in
from models.services.papers.addresses import keep_address
from models.services.papers.facts import Facts
from models.services.papers.filing import Filing, source
from models.services.papers.nrm import add_nrm
from models.services.papers.same import Verdict, facts_about, tight

# The paper's field and the child's: what stays as it is, and what moves with time.
LASTING = {
    "la_id": "system_id",
    "nhs": "nhs_number",
    "upn": "upn",
    "pnc": "police_reference",
    "pronouns": "pronouns",
    "gender": "gender",
    "ethnicity": "ethnicity",
    "nationality": "nationality",
    "immigration": "immigration_status",
    "first_language": "first_language",
    "religion": "religion",
    "disability": "disability",
}
MOVING = {
    "postcode": "postcode",
    "living": "living_situation",
    "placement": "placement",
    "placing_authority": "placed_by",
    "school": "school",
    "attendance": "attendance",
    "lead": "lead_name",
    "lead_team": "team",
    "team": "team",
    "parent_name": "parental_responsibility",
}
COUNTS = {"missing90": "missing_90_days", "missing12": "missing_12_months"}


@dataclass(frozen=True)
class Met:
    """A child met in a paper: the record, and whether this paper made it."""

    id: int
    made: bool


def meet_child(
    filing: Filing, facts: Facts, *, row_for_row: bool = False, may_come_again: bool = False
) -> Met:
    """The child a record is about: one on record if nothing contradicts, else a new one.

    In a list of what happened (`may_come_again`) rows of one name are of one child.
    """
    told = told_of(facts)
    verdict = filing.known.children.judge(told, row_for_row)
    again = filing.known.children.again(told) if may_come_again and verdict.same is None else None
    if again is not None:
        others = tuple(one for one in verdict.questions if one.subject_id != again)
        verdict = Verdict(again, others)
    made = verdict.same is None
    child_id = make_child(filing, told) if verdict.same is None else verdict.same
    if not made:
        filing.known.children.learn(child_id, told)
    filing.ask(child_id, verdict)
    filing.speaks_of(child_id)
    return Met(child_id, made)


def told_of(facts: Facts) -> Identifying:
    """What a record says by which a child is told from others."""
    return facts_about(
        facts.text("name"),
        facts.day("dob"),
        facts.text("la_id"),
        facts.text("nhs"),
        facts.text("postcode"),
        facts.text("gender"),
    )


def make_child(filing: Filing, told: Identifying) -> int:
    """A new child record; gives its id."""
    name = told.names[0] if told.names else UNNAMED
    child = filing.add(
        Child(
            label=name,
            birth_date=told.birth_date,
            system_id=told.system_id,
            nhs_number=told.nhs_number,
        )
    )
    filing.filed.made += 1
    filing.known.children.add(child.id, told)
    return child.id


def fill_child(filing: Filing, child_id: int, facts: Facts, on: date | None) -> None:
    """Fill what the record lacks; `on` is the paper's day, by which newer moving facts win.

    What differs is never put over silently: it is kept as text of the paper, with both sayings.
    """
    child = filing.get(Child, child_id)
    _fill_birth(filing, child, facts)
    newer = _is_newer(filing, child_id, on)
    for fields, moves in ((LASTING, False), (MOVING, True)):
        for name, attribute in fields.items():
            _fill(filing, child, facts, name, attribute, moves and newer)
    for name, attribute in COUNTS.items():
        count = facts.number(name)
        if count is not None and (newer or getattr(child, attribute) is None):
            setattr(child, attribute, count)
            if attribute == COUNTS["missing90"]:
                child.missing_told_on = on or filing.today
    _fill_rest(filing, child, facts, newer)


def _fill_birth(filing: Filing, child: Child, facts: Facts) -> None:
    born, field = facts.day("dob"), facts.field("dob")
    if child.birth_date is None and born is not None:
        child.birth_date = born
    if field is not None and (field.note or born is None) and child.birth_date_note is None:
        child.birth_date_note = f"{field.raw} ({field.note})" if field.note else field.raw
    name = facts.text("name")
    if name and child.label == UNNAMED:
        child.label = name
    elif name and tight(name) != tight(child.label):
        add_alias(filing, child.id, name, "alias")


def _fill(
    filing: Filing, child: Child, facts: Facts, name: str, attribute: str, newer: bool
) -> None:
    value, standing = facts.text(name), getattr(child, attribute)
    if value is None or tight(str(standing or "")) == tight(value):
        return
    if standing in (None, "") or newer:
        setattr(child, attribute, value)
    if standing not in (None, ""):
        field = facts.field(name)
        kept = "now as in this paper" if newer else "the record was left as it is"
        filing.unread(
            field.where if field else facts.where,
            f"Differs: {attribute.replace('_', ' ')} is {value} here, {standing} on record; {kept}",
        )


def _fill_rest(filing: Filing, child: Child, facts: Facts, newer: bool) -> None:
    if child.ethnicity_code is None:
        child.ethnicity_code = facts.text("ethnicity_code")
    lead = filing.known.member(child.lead_name)
    if lead is not None:
        child.lead_member_id = lead[0]
    named = " ".join(facts.raw(part) or "" for part in ("name", "first_name", "surname"))
    for alias in (*other_names_in(facts.text("alias") or ""), *nicknames_in(named)):
        add_alias(filing, child.id, alias, "alias")
    keep_address(filing, child.id, facts.text("address"), facts.text("postcode"))
    add_nrm(filing, child, facts, newer=newer)


def add_alias(filing: Filing, subject_id: int, name: str, kind: str) -> None:
    """Another name of a subject, unless it is known."""
    if not name:
        return
    known = {one.name for one in filing.held(Alias, subject_id)}
    known.add(filing.label(subject_id)[0])
    if tight(name) in {tight(one) for one in known}:
        return
    filing.add(Alias(subject_id=subject_id, name=name, kind=kind, source=source(filing)))
    filing.known.children.add_alias(subject_id, name)


def _is_newer(filing: Filing, child_id: int, on: date | None) -> bool:
    """True if the paper is not older than what was last filed of the child."""
    if on is None or filing.is_new(Child, child_id):
        return on is not None
    received = [one.received_on for one in filing.held(Referral, child_id)]
    stood = filing.held(ChildStatus, child_id)
    since = [day for one in stood for day in (one.since, one.source_date)]
    last = [one for one in (*received, *since) if one is not None]
    return all(one <= on for one in last)


def add_types(filing: Filing, child_id: int, facts: Facts, since: date | None) -> tuple[str, ...]:
    """Record the kinds of exploitation as worded and coded; gives the codes."""
    if not facts.words("types"):
        return ()
    known = {
        _kind(one.code, one.worded): one
        for one in filing.session.scalars(
            select(Exploitation).where(Exploitation.child_id == child_id)
        )
    }
    coded: list[str] = []
    for worded in facts.words("types"):
        code = codes.recognise("exploitation_types", worded)
        if code is None and says_nothing(worded):
            continue
        if isinstance(code, codes.ExploitationType):
            coded.append(code.counts_as or code.code)
        kind = _kind(code.code if code else None, worded)
        if kind in known:
            _known_earlier(known[kind], since)
            continue
        known[kind] = filing.add(
            Exploitation(
                child_id=child_id,
                worded=worded,
                code=code.code if code else None,
                group_based=isinstance(code, codes.ExploitationType) and code.group_based,
                since=since,
                source=source(filing),
            )
        )
    return tuple(coded)


def _known_earlier(one: Exploitation, since: date | None) -> None:
    """A kind that an older paper tells of as well was known by then."""
    if since is not None and one.since is not None and since < one.since:
        one.since = since


def _kind(code: str | None, worded: str) -> str:
    """By what a kind of exploitation is known again: its code, or words that have none."""
    found = kind_of(code, worded)
    return found.code if found else tight(worded)
