"""What a paper says of the NRM: put to the referral that it decides on, or kept as a new entry."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from models import codes
from models.entities import Child, NrmReferral
from models.rules.nrm import REFERRED
from models.rules.nrm_order import NOT_YET, set_back
from models.services.papers.facts import Facts
from models.services.papers.filing import Filing, source
from models.services.papers.same import tight

DECISIONS = {"rg": "reasonable_grounds", "cg": "conclusive_grounds"}
WHICH = (
    "“{}” may belong to any of {} entries of the NRM; none was changed. Enter it on the child's "
    "page under NRM."
)


def add_nrm(filing: Filing, child: Child, facts: Facts, *, newer: bool) -> None:
    """File what a paper says of the NRM; `newer` words stand for where the child stands."""
    words = facts.text("nrm")
    if words is None:
        return
    status = _status(words)
    code = facts.text("nrm_code")
    if not _is_another(filing, child, facts, code):
        if child.nrm_status in (words, status):
            return
        if ask := set_back(child.nrm_status, status):
            filing.tell(facts.where, f"{child.label}: {ask}")
            return
    if child.nrm_status is None or newer:
        child.nrm_status = status
    if _decided(filing, child, facts, code, words):
        return
    filing.add(
        NrmReferral(
            child_id=child.id,
            considered=None if code is None else code not in NOT_YET,
            reference=facts.text("nrm_ref"),
            as_worded=words,
            source=source(filing),
            **_dated(facts, code),
        )
    )


def _dated(facts: Facts, code: str | None) -> dict[str, Any]:
    """The day of a new entry: that of the decision where words and day stand in one cell."""
    field, grounds = _decision(code)
    if field is None or grounds is None or not _said_with_its_day(facts):
        return {"referred_on": facts.day("nrm_date")}
    return {field: grounds.label, f"{field}_on": facts.day("nrm_date")}


def _decision(code: str | None) -> tuple[str | None, codes.Code | None]:
    """The field that a code decides on, and how."""
    which, _, found = (code or "").partition(" ")
    field = DECISIONS.get(which)
    return field, codes.find("nrm_grounds", found) if field else None


def _said_with_its_day(facts: Facts) -> bool:
    """Whether the day stands in the very cell of the words, and so is theirs."""
    return facts.day("nrm_date") is not None and facts.raw("nrm_date") == facts.raw("nrm")


def _is_another(filing: Filing, child: Child, facts: Facts, code: str | None) -> bool:
    """Whether a paper tells of a referral of its own: each entry has another reference or day."""
    reference, day = facts.text("nrm_ref"), facts.day("nrm_date")
    if code != REFERRED or not (reference or day):
        return False
    entries = _entries(filing, child)
    if reference:
        known = [tight(one.reference or "") for one in entries]
        return all(known) and tight(reference) not in known
    days = [one.referred_on for one in entries]
    return None not in days and day not in days


def _status(words: str) -> str:
    """The label of the list that the words mean; with a day or number in them they stand whole."""
    known = codes.recognise("nrm_statuses", words)
    return words if known is None or any(map(str.isdigit, words)) else known.label


def _decided(filing: Filing, child: Child, facts: Facts, code: str | None, words: str) -> bool:
    """Whether a decision was put to the referral that it decides on, or asked about."""
    field, grounds = _decision(code)
    if field is None or grounds is None or filing.is_new(Child, child.id):
        return False
    awaiting = [one for one in _entries(filing, child) if getattr(one, field) is None]
    fitting = _fitting(awaiting, facts)
    if len(fitting) > 1:
        filing.tell(facts.where, f"{child.label}: {WHICH.format(words, len(fitting))}")
        return True
    for row in fitting:
        _put(row, facts, field, grounds.label, words)
    return bool(fitting)


def _put(row: NrmReferral, facts: Facts, field: str, label: str, words: str) -> None:
    """Put a decision to its referral, with the day where it is not that of the referral."""
    day = facts.day("nrm_date")
    setattr(row, field, label)
    row.as_worded = words
    row.reference = row.reference or facts.text("nrm_ref")
    later = row.referred_on is not None and day is not None and day > row.referred_on
    if later or _said_with_its_day(facts):
        setattr(row, f"{field}_on", getattr(row, f"{field}_on") or day)


def _entries(filing: Filing, child: Child) -> Sequence[NrmReferral]:
    statement = select(NrmReferral).where(NrmReferral.child_id == child.id)
    return filing.session.scalars(statement.order_by(NrmReferral.id)).all()


def _fitting(awaiting: Sequence[NrmReferral], facts: Facts) -> Sequence[NrmReferral]:
    """The referrals that a decision may be about: by its reference, else by its day.

    One of another reference is another referral; one made after the day was not decided on it.
    """
    reference, day = facts.text("nrm_ref"), facts.day("nrm_date")
    if reference:
        same = [one for one in awaiting if tight(one.reference or "") == tight(reference)]
        if same:
            return same
        awaiting = [one for one in awaiting if not one.reference]
    if day is None:
        return awaiting
    made: Any = [one for one in awaiting if one.referred_on == day]
    return made or [one for one in awaiting if one.referred_on is None or one.referred_on <= day]
