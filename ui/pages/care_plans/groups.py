"""Who has what still to answer: recommendations counted by worker, or by team."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from models.records.outcomes import RecommendationRow
from models.rules.recommendations import UNSETTLED
from ui.rows import Column, RowsModel
from ui.widgets.empty import EmptyState
from ui.widgets.table import RowsTable

NOBODY, NO_TEAM = "Nobody named", "No team on record"
WAYS = (("each", "Each one"), ("worker", "By worker"), ("team", "By team"))
BY: dict[str, Callable[[RecommendationRow], str]] = {
    "worker": lambda row: row.addressed_to or NOBODY,
    "team": lambda row: row.team or NO_TEAM,
}
"""Whose a recommendation is, by the way of grouping."""


@dataclass(frozen=True)
class Group:
    """A worker or team with what stands open: how many, how many late, since when."""

    name: str
    beside: str
    open: int
    silent: int
    overdue: int
    oldest: date | None
    in_plan: int


COLUMNS = (
    Column[Group]("Who", lambda g: g.name, width=20, stretch=True),
    Column[Group]("Team or worker", lambda g: g.beside, width=22),
    Column[Group]("Open", lambda g: g.open, right=True, width=7),
    Column[Group]("No answer, late", lambda g: g.silent or None, right=True, width=13),
    Column[Group](
        "Overdue", lambda g: g.overdue or None, kind=lambda g: "high" if g.overdue else "", width=9
    ),
    Column[Group]("Late since", lambda g: g.oldest, width=12),
    Column[Group]("In the plan", lambda g: g.in_plan or None, right=True, width=10),
)


class Groups(RowsTable):
    """The groups; Enter goes to the recommendations of one."""

    def __init__(self) -> None:
        super().__init__(
            RowsModel(COLUMNS, lambda group: group.name),
            "Recommendations by worker or team",
            EmptyState("Nobody has a recommendation yet."),
            ("worker or team", "workers or teams"),
        )

    def show_groups(self, rows: Sequence[RecommendationRow], way: str) -> None:
        """Show these grouped that way, whoever is latest first."""
        self.model.set_rows(groups(rows, way))


def groups(rows: Iterable[RecommendationRow], way: str) -> tuple[Group, ...]:
    """A group for each worker or team, those with most overdue first."""
    whose = BY[way]
    found: dict[str, list[RecommendationRow]] = {}
    for row in rows:
        if not row.withdrawn:
            found.setdefault(whose(row), []).append(row)
    made = (_group(name, of, way) for name, of in found.items())
    return tuple(sorted(made, key=lambda g: (-g.overdue, -g.open, g.name)))


def of_group(way: str, name: Hashable) -> Callable[[RecommendationRow], bool]:
    """Whether a recommendation is of a group."""
    whose = BY[way]
    return lambda row: whose(row) == name and not row.withdrawn


def _group(name: str, rows: list[RecommendationRow], way: str) -> Group:
    late = [row for row in rows if row.overdue]
    opened = [row for row in rows if row.status in UNSETTLED]
    other = BY["team" if way == "worker" else "worker"]
    # Whoever is late is named first, and nobody who still has something open is left out.
    beside = dict.fromkeys(other(row) for row in (*_by(other, late), *_by(other, opened or rows)))
    return Group(
        name,
        ", ".join(beside),
        len(opened),
        sum(row.status == "issued" for row in late),
        len(late),
        min((row.awaited_by for row in late if row.awaited_by), default=None),
        sum(row.status == "in plan" for row in rows),
    )


def _by(
    other: Callable[[RecommendationRow], str], rows: Iterable[RecommendationRow]
) -> list[RecommendationRow]:
    return sorted(rows, key=other)
