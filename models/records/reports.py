"""Tables of figures as read: each figure can name the children behind it."""

from dataclasses import dataclass
from datetime import date

TOTAL, WITHIN, OVER_TIME = "total", "within", "over time"
BY_GROUP, OF_GROUPS = "by group", "of groups"
"""How the columns of a report hang together."""
PUBLIC = "-public"
"""What the name of a report ends with in its form for the public."""
COMMITTEE = "committee"
"""For whom such a report is logged as written."""
FEW = 2
"""So many columns are named one by one."""


@dataclass(frozen=True)
class Listed:
    """What stands behind a figure where it is no child: the page and record it opens, in words.

    The words name nobody: a reference, a day, an agency.
    """

    page: str
    key: int | tuple[str, int]
    words: str


Thing = int | Listed
"""What is counted: a child by its id, or whatever else a figure lists."""


@dataclass(frozen=True)
class Basis:
    """What a figure was worked out from.

    `each` is everything counted, as often as it counts; a share has the `whole` it is a share of,
    a median the amount of each.
    """

    each: tuple[Thing, ...] = ()
    whole: tuple[Thing, ...] | None = None
    amounts: tuple[float, ...] = ()


@dataclass(frozen=True)
class ReportRow:
    """One row of a report; values in the order of the columns.

    `withheld` are the columns whose figure may not be shown; `about` names a figure that stands in
    several reports, so that what one holds back another does not show. `definition` says what is
    counted, `listed` what stands behind each figure where that is no child, `why` for each figure
    the reason why it cannot be told, `basis` what it was worked out from.
    """

    section: str
    label: str
    values: tuple[int | float | None, ...]
    children: tuple[tuple[int, ...], ...] = ()
    percent: bool = False
    withheld: frozenset[int] = frozenset()
    about: str = ""
    definition: str = ""
    listed: tuple[tuple[Listed, ...], ...] = ()
    why: tuple[str, ...] = ()
    basis: tuple[Basis, ...] = ()


@dataclass(frozen=True)
class Adds:
    """Rows or columns of a report, by their place, that add up to another."""

    whole: int
    parts: tuple[int, ...]


@dataclass(frozen=True)
class Share:
    """A row of percentages, and the rows, by their place, that it is worked out from."""

    row: int
    part: int
    whole: int


@dataclass(frozen=True)
class Said:
    """A count that a sentence tells (its place is `{}`); it lies within a row's first figure.

    `within` is the place of that row; `withheld` where the count may not be shown. `rest` says of
    which sum it is what no part holds, in the first column; such a count is told in the public form
    alone, since how the figures add up is said beside every other.
    """

    words: str
    number: int
    within: int
    withheld: bool = False
    rest: Adds | None = None

    @property
    def sentence(self) -> str:
        """The sentence with its count, or the letter of what is held back."""
        return self.words.format("c" if self.withheld else self.number)


@dataclass(frozen=True)
class ReportTable:
    """A report on a day: title, columns, rows, reconciliation sentences and definitions.

    `adds` and `shares` say how its rows hang together, `across` how its columns do: the first is
    the TOTAL of the others, each holds the next WITHIN it, they are quarters with the latest first
    (OVER_TIME), or groups told apart (BY_GROUP); OF_GROUPS has the groups in its rows.
    `columns_add` says it of columns one by one, where some of them are sums of others.
    """

    name: str
    title: str
    on: date
    columns: tuple[str, ...]
    rows: tuple[ReportRow, ...]
    reconciliation: tuple[str, ...]
    definitions: tuple[str, ...] = ()
    adds: tuple[Adds, ...] = ()
    shares: tuple[Share, ...] = ()
    across: str = ""
    columns_add: tuple[Adds, ...] = ()
    said: tuple[Said, ...] = ()
    apart: tuple[ReportRow, ...] = ()
    """Counts shown behind their section that belong to no sum; the public form has none."""

    @property
    def shown(self) -> tuple[ReportRow, ...]:
        """The rows as a table and a picture show them, counts apart behind their section's last."""
        if not self.apart:
            return self.rows
        sections = dict.fromkeys(row.section for row in self.rows)
        every = (*self.rows, *self.apart)
        return tuple(row for section in sections for row in every if row.section == section)

    @property
    def filed_as(self) -> str:
        """What its file is called: its name, how many quarters it tells of, its day.

        So reports of one day that tell different times lie beside each other in a folder.
        """
        if self.across != OVER_TIME:
            return f"{self.name}-{self.on.isoformat()}"
        many = "quarter" if len(self.columns) == 1 else "quarters"
        return f"{self.name}-{len(self.columns)}-{many}-{self.on.isoformat()}"

    @property
    def terms(self) -> tuple[str, ...]:
        """What is counted and how, with the counts that are told in a sentence."""
        said = (one.sentence for one in self.said if one.rest is None or self.is_public)
        return (*self.definitions, *said)

    @property
    def is_public(self) -> bool:
        """Whether it is in its form for a committee or the public."""
        return self.name.endswith(PUBLIC)

    @property
    def sums_across(self) -> tuple[Adds, ...]:
        """Columns, by their place, that are the sum of others."""
        if self.columns_add or self.across != TOTAL:
            return self.columns_add
        return (Adds(0, tuple(range(1, len(self.columns)))),)

    def explained(self, row: ReportRow) -> str:
        """What a row counts and, for each column that is empty, why."""
        gaps: dict[str, list[str]] = {}
        for column, why in zip(self.columns, row.why, strict=False):
            if why:
                gaps.setdefault(why, []).append(column)
        told = (f"Not told {self._where(names)}: {why}" for why, names in gaps.items())
        return " ".join((row.definition, *told)).strip()

    def _where(self, names: list[str]) -> str:
        """Columns in words: many quarters on end by their first and last."""
        if len(names) == len(self.columns) > FEW:
            return "in any column"
        first = self.columns.index(names[0])
        on_end = tuple(names) == self.columns[first : first + len(names)]
        if self.across == OVER_TIME and on_end and len(names) > FEW:
            return f"from {names[-1]} to {names[0]}"
        return f"for {', '.join(names)}"

    @property
    def defined(self) -> bool:
        """Whether its rows have their definitions beside them."""
        return any(row.definition for row in self.rows)
