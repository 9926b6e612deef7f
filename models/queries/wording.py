"""The wording of what a meeting kept, counted when it is asked for."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from models.marks import Origin
from models.queries.items import items_of
from models.records.item import ItemRecord
from models.records.reader import Reader
from models.records.wording import WordingCount
from models.rules.language import findings, listed_terms
from models.rules.smart import weak_words

TEXTS = (
    "presentation", "voice_absent_reason", "parents_view", "protective", "analysis", "diversity",
    "nrm_considered", "communications_line", "for_file",
)  # fmt: skip


def words_in_question(session: Session, reader: Reader, meeting_id: int) -> WordingCount:
    """How many of the texts that a meeting kept hold words that blame or that say too little."""
    items = items_of(session, reader, meeting_id)
    told = [text for item in items for text in _told(item)]
    agreed = [text for item in items for text in _agreed(item)]
    terms = listed_terms()
    return WordingCount(
        len(told) + len(agreed),
        sum(bool(findings(text, terms)) for text in (*told, *agreed)),
        len(agreed),
        sum(bool(weak_words(text)) for text in agreed),
    )


def _told(item: ItemRecord) -> Iterator[str]:
    """What was said in the room and written of it; the child's own words are the child's."""
    lines = (line for one in item.rounds for line in one.lines)
    yield from (line.text for line in lines if line.origin == Origin.ROOM and line.text)
    yield from (text for text in (getattr(item, name) for name in TEXTS) if text)
    judged = (item.decision and item.decision.rationale, item.risk and item.risk.rationale)
    yield from (text for text in judged if text)


def _agreed(item: ItemRecord) -> Iterator[str]:
    yield from (one.text for one in item.actions)
    yield from (one.text for one in item.recommendations)
