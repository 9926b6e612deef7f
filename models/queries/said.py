"""What was said of an item beside the agencies' lines, judged, decided and to be told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import Session

from models import codes
from models.entities import (
    AgendaItem,
    Decision,
    Discussion,
    Referral,
    Review,
    RiskJudgement,
    Telling,
)
from models.queries.together import About, Ids, grouped, together
from models.records.outcomes import DecisionRecord, RiskRecord, TellingRecord
from models.rules.closing import LOOKED_AT_AGAIN

WORDS = (
    "presentation", "voice", "voice_absent_reason", "parents_view", "protective", "analysis",
    "diversity", "for_file", "nrm_considered", "communications_line",
)  # fmt: skip
_REVIEW = (
    select(Review.due_on)
    .where(Review.item_id == AgendaItem.id)
    .order_by(Review.id.desc())
    .limit(1)
    .correlate(AgendaItem)
)
_AGREED = _REVIEW.where(Review.reason != LOOKED_AT_AGAIN).scalar_subquery()
_LOOKED_AT_AGAIN = _REVIEW.where(Review.reason == LOOKED_AT_AGAIN).scalar_subquery()
_SAID: Select[*tuple[Any, ...]] = (
    select(
        AgendaItem.id,
        Discussion,
        Decision,
        RiskJudgement,
        _AGREED,
        _LOOKED_AT_AGAIN,
        Referral.voice,
    )
    .select_from(AgendaItem)
    .outerjoin(Referral, Referral.id == AgendaItem.referral_id)
    .outerjoin(Discussion, Discussion.item_id == AgendaItem.id)
    .outerjoin(Decision, Decision.item_id == AgendaItem.id)
    .outerjoin(RiskJudgement, RiskJudgement.item_id == AgendaItem.id)
    .where(AgendaItem.id.in_(bindparam("items", expanding=True)))
)
_TELLINGS = (
    select(Telling)
    .where(Telling.item_id.in_(bindparam("items", expanding=True)))
    .order_by(Telling.id)
)


@dataclass(frozen=True)
class Said:
    """The item's own words by field, its risk, its decision, and when it comes back."""

    words: Mapping[str, Any]
    risk: RiskRecord | None
    decision: DecisionRecord | None
    agreed_on: date | None
    looked_at_again_on: date | None
    referral_voice: str | None

    @property
    def returns_on(self) -> date | None:
        """The review agreed, the decision's, or that the item is looked at again."""
        decided = self.decision.review_on if self.decision else None
        return self.agreed_on or decided or self.looked_at_again_on


def said(session: Session, item_id: int) -> Said:
    """What was said and decided of an item."""
    found = _said(session, item_id)
    assert found is not None
    return found


@together(About.ITEM)
def _said(session: Session, item_ids: Ids) -> Mapping[int, Said]:
    rows = session.execute(_SAID, {"items": item_ids})
    return {one: _told(discussion, *rest) for one, discussion, *rest in rows}


def _told(
    discussion: Discussion | None, decision: Decision | None, risk: RiskJudgement | None, *days: Any
) -> Said:
    words = {word: getattr(discussion, word, None) for word in WORDS}
    return Said(words, _risk(risk), _decision(decision), *days)


def tellings(session: Session, item_id: int) -> tuple[TellingRecord, ...]:
    """Who is to be told what of an item, and by whom."""
    return tuple(_tellings(session, item_id) or ())


@together(About.ITEM)
def _tellings(session: Session, item_ids: Ids) -> Mapping[int, Sequence[TellingRecord]]:
    rows = session.scalars(_TELLINGS, {"items": item_ids})
    return grouped((one.item_id, _telling(one)) for one in rows)


def _telling(one: Telling) -> TellingRecord:
    return TellingRecord(
        one.id,
        one.whom,
        one.teller,
        one.by_date,
        one.text,
        one.must_not,
        one.safe_to_write,
    )


def _decision(one: Decision | None) -> DecisionRecord | None:
    if one is None:
        return None
    kind = codes.find("decisions", one.code)
    return DecisionRecord(
        one.code,
        one.label,
        one.rationale,
        one.made_by,
        one.dissent,
        one.legal_basis,
        one.second_person,
        one.review_on,
        isinstance(kind, codes.DecisionType) and kind.closes,
    )


def _risk(one: RiskJudgement | None) -> RiskRecord | None:
    if one is None:
        return None
    return RiskRecord(
        one.scheme_code,
        one.before,
        one.after,
        one.direction,
        one.rationale,
        one.dissent,
    )
