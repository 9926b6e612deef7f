"""What Today counts is as much as the pages list."""

from dataclasses import replace
from datetime import date, datetime
from itertools import product

import pytest

from models.entities import Child, MatchQuestion, PanelSeries, Recommendation, SameAs
from models.marks import Role
from models.queries.coming import panel_name
from models.queries.matches import match_questions
from models.queries.overdue import overdue_recommendations
from models.queries.panel import panel
from models.queries.recommendations import recommendations
from models.queries.unsettled import questions_open
from models.records.reader import Reader
from models.rules.recommendations import RecommendationStatus
from models.storage.store import Store

READER = Reader(now=datetime(2026, 11, 12, 9, 30), role=Role.ADMINISTRATOR, name="Ruth Abbot")
DAYS = (None, date(2026, 10, 1), date(2026, 11, 11), date(2026, 11, 12))


@pytest.fixture
def ids(store: Store) -> list[int]:
    """Four children."""
    with store.work("keep", "Keep") as session:
        children = [Child(label=f"Child {number}") for number in range(4)]
        session.add_all(children)
        session.flush()
        return [child.id for child in children]


def test_recommendations_without_an_answer_are_those_that_say_so(
    store: Store, ids: list[int]
) -> None:
    given = product(RecommendationStatus, DAYS, DAYS, DAYS, (False, True))
    with store.work("keep", "Keep") as session:
        for at, (status, made, by, reply, withdrawn) in enumerate(given):
            session.add(
                Recommendation(
                    reference=f"R{at}",
                    child_id=ids[at % 4],
                    text="Ask",
                    status=status.value,
                    sent_on=made,
                    by_date=by,
                    reply_by=reply,
                    withdrawn=withdrawn,
                )  # fmt: skip
            )
    for reader in (READER, replace(READER, conflicted_subjects=frozenset(ids[:1]))):
        with store.reading() as session:
            late = [row.status for row in recommendations(session, reader) if row.overdue]
            unheard = late.count("issued")
            unplanned = len(late) - unheard
            assert overdue_recommendations(session, reader) == (unheard, unplanned)
            assert unheard > 0 and unplanned > 0


@pytest.mark.parametrize("same", [(), ((0, 1),), ((0, 1), (1, 2)), ((0, 2), (1, 3))])
def test_questions_of_sameness_are_as_many_as_are_listed(
    store: Store, ids: list[int], same: tuple[tuple[int, int], ...]
) -> None:
    with store.work("keep", "Keep") as session:
        for one, other in ((0, 1), (1, 2), (2, 3), (3, 2), (1, 3)):
            session.add(
                MatchQuestion(subject_id=ids[one], with_id=ids[other], weight=1, why="alike")
            )
        session.add_all(SameAs(lead_id=ids[a], other_id=ids[b], same=True) for a, b in same)
    with store.reading() as session:
        assert questions_open(session, READER) == len(match_questions(session, READER))


def test_the_panels_name_is_that_of_its_record(store: Store) -> None:
    for name in ("", "Northmoor MACE", "A later one"):
        with store.work("keep", "Keep") as session:
            session.add_all([PanelSeries(name=name)] if name else [])
        with store.reading() as session:
            assert panel_name(session, READER) == panel(session, READER).name
