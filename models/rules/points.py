"""What should stand in the record before an item closes, by rule, and why some of it does not."""

from collections.abc import Mapping

from models import codes
from models.marks import SubjectKind
from models.records.item import ItemRecord, PointRecord
from models.remembering import remembered
from models.rules.nrm_order import NOT_YET

DECISION, VOICE, NRM, DISRUPTION = "decision", "voice", "nrm", "disruption"
FILE, CHILD_TOLD, PARENTS_TOLD, REVIEW = "for_file", "child_told", "parents_told", "review"
LEAD = "lead"
OF_SOMEBODY = frozenset({CHILD_TOLD, PARENTS_TOLD, LEAD})
"""Points that ask for a person by name."""
DISRUPTED = frozenset({SubjectKind.PERSON.value, SubjectKind.PLACE.value})


def points(
    item: ItemRecord,
    *,
    nrm_called_for: bool,
    named: bool,
    reasons: Mapping[str, str],
    disrupted: bool = False,
) -> tuple[PointRecord, ...]:
    """The points of an item in the order in which they are asked, each with whether it stands.

    `named`: a person of concern or a place is linked or spoken of. `disrupted`: a measure against
    the subject was agreed on another item. `reasons` are those given, by point, for what is not
    there.
    """
    child, told = item.row.subject_kind == SubjectKind.CHILD, {one.whom for one in item.tellings}
    found = [(DECISION, "Decision", item.decision is not None)]
    if child:
        found.append((VOICE, "Child's voice", bool(item.voice or item.voice_absent_reason)))
    if child and (nrm_called_for or nrm_recorded(item)):
        found.append((NRM, "NRM", nrm_recorded(item)))
    if named or _to_be_disrupted(item):
        found.append((DISRUPTION, "Disruption", disrupted or _disrupted(item)))
    if child:
        found += [
            (FILE, "Line for the child's file", bool(item.for_file)),
            (CHILD_TOLD, "Who tells the child", "child" in told),
            (PARENTS_TOLD, "Who tells the parents", bool(told - {"child"})),
            (LEAD, "Who holds the plan", bool(item.header.lead)),
        ]
    found.append((REVIEW, "Review date", item.returns_on is not None or _let_go(item)))
    return tuple(_point(*one, reasons) for one in found)


def nrm_recorded(item: ItemRecord) -> bool:
    """Whether the NRM was considered: tonight in words, or by where the child stands with it."""
    status = item.header.nrm
    found = codes.recognise("nrm_statuses", status)
    stands = bool(status) and (found is None or found.code not in NOT_YET)
    return bool(item.nrm_considered) or stands


@remembered(512)
def type_calls_for_nrm(worded: str) -> bool:
    """Whether a form of exploitation, as worded, asks for the NRM to be considered."""
    found = codes.recognise("exploitation_types", worded)
    return isinstance(found, codes.ExploitationType) and found.nrm


def indicator_calls_for_nrm(code: str | None) -> bool:
    """Whether an indicator of the bank that is present asks for the NRM to be considered."""
    found = codes.find("indicators", code or "")
    return isinstance(found, codes.Indicator) and found.nrm


def _to_be_disrupted(item: ItemRecord) -> bool:
    """Whether the subject itself is whom or what to disrupt, and is not let go."""
    return item.row.subject_kind in DISRUPTED and not _let_go(item)


def _disrupted(item: ItemRecord) -> bool:
    return bool(item.measures) or any(one.disrupts for one in item.actions)


def _let_go(item: ItemRecord) -> bool:
    return item.decision is not None and item.decision.closes


def _point(code: str, words: str, stands: bool, reasons: Mapping[str, str]) -> PointRecord:
    reason = None if stands else reasons.get(code)
    return PointRecord(code, words, stands or bool(reason), reason)
