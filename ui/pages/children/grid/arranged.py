"""Ten thousand children in order and sieved, within a frame: what was worked out once is kept."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field

from models.records.tracker import TrackedChild
from models.rules.tracker.columns import COLUMNS
from models.rules.tracker.filters import Keep
from ui.pages.children.grid.cells import Cells

AT_A_TIME = 50
"""Children whose words are gathered in one go: a few milliseconds."""


@dataclass(frozen=True)
class Sieve:
    """Whom to keep, under a key by which the answer is known again while the children stay."""

    key: Hashable
    keep: Keep = field(compare=False)


@dataclass(frozen=True)
class Wanted:
    """What is to be shown: sieves that all must let through, words, and the order."""

    sieves: tuple[Sieve, ...] = ()
    words: tuple[str, ...] = ()
    sort: str = ""
    descending: bool = False


class Arranged:
    """The children by place; orders by column and the words of each are kept until they change."""

    def __init__(self) -> None:
        self.cells = tuple(Cells(column) for column in COLUMNS)
        self._at = {one.column.key: at for at, one in enumerate(self.cells)}
        self.rows: list[TrackedChild] = []
        self._place: dict[int, int] = {}
        self._words: list[str | None] = []
        self._gathered = False
        self._orders: dict[str, tuple[list[int], list[int]]] = {}
        self._masks: dict[Hashable, bytearray] = {}
        self._keeps: dict[Hashable, Keep] = {}

    def cells_of(self, key: str) -> Cells:
        """The cells of a column."""
        return self.cells[self._at[key]]

    def take(self, rows: Sequence[TrackedChild]) -> None:
        """Take other children; those that are the same keep their words."""
        known = {id(row): words for row, words in zip(self.rows, self._words, strict=True) if words}
        self._words = [known.get(id(row)) for row in rows]
        self.rows = list(rows)
        self._place = {row.id: at for at, row in enumerate(self.rows)}
        self._gathered = False
        self._orders.clear()
        self._masks.clear()
        self._keeps.clear()

    def replace(self, found: Sequence[TrackedChild]) -> bool:
        """Put children in the place of what they were; False where one is new."""
        places = [self._place.get(one.id) for one in found]
        if None in places:
            return False
        for at, child in zip(places, found, strict=True):
            if at is not None:
                self._replace(at, child)
        return True

    def _replace(self, at: int, child: TrackedChild) -> None:
        before, self.rows[at] = self.rows[at], child
        for cells in self.cells:
            if cells.value(before) != cells.value(child):
                self._orders.pop(cells.column.key, None)
        said = self._words[at]
        if said is not None:
            said = self._words[at] = self._said(child)
        for key, mask in self._masks.items():
            if key in self._keeps:
                mask[at] = self._keeps[key](child)
            elif said is not None:
                mask[at] = str(key) in said

    def _said(self, child: TrackedChild) -> str:
        return "\n".join([cells.text(child) for cells in self.cells]).casefold()

    def with_these(
        self, asked: frozenset[int], found: Sequence[TrackedChild]
    ) -> list[TrackedChild]:
        """All children, those asked for as they were found now, or gone where they were not."""
        now = {one.id: one for one in found}
        kept = [now.pop(row.id, row) for row in self.rows if row.id not in asked or row.id in now]
        return kept + list(now.values())

    def place(self, child_id: int) -> int | None:
        """Where a child stands among all."""
        return self._place.get(child_id)

    def gathering(self) -> Iterator[None]:
        """Gather the words of all that lack them, a few at a time."""
        if self._gathered:
            return
        words = self._words
        for at, row in enumerate(self.rows):
            if words[at] is None:
                words[at] = self._said(row)
            if at % AT_A_TIME == AT_A_TIME - 1:
                yield
        if words is self._words:
            self._gathered = True

    def ordering(self, key: str) -> Iterator[None]:
        """Work out a column's order, a few steps at a time."""
        if key in self._orders or key not in self._at:
            return
        order = self.cells_of(key).order
        found: dict[int, object] = {}
        for at, row in enumerate(self.rows):
            said = order(row)
            if said is not None:
                found[at] = said
            if at % (10 * AT_A_TIME) == 10 * AT_A_TIME - 1:
                yield
        up = sorted(found, key=found.__getitem__)  # type: ignore[arg-type]
        yield
        down = sorted(found, key=found.__getitem__, reverse=True)  # type: ignore[arg-type]
        empty = [at for at in range(len(self.rows)) if at not in found]
        self._orders[key] = (up + empty, down + empty)

    def sieving(self, asked: Sieve) -> Iterator[None]:
        """Find whom a sieve keeps, a few at a time."""
        if asked.key in self._masks:
            return
        keep, mask = asked.keep, bytearray(len(self.rows))
        for at, row in enumerate(self.rows):
            mask[at] = keep(row)
            if at % (10 * AT_A_TIME) == 10 * AT_A_TIME - 1:
                yield
        self._masks[asked.key] = mask
        self._keeps[asked.key] = keep

    def preparing(self, wanted: Wanted) -> Iterator[None]:
        """Work out whatever is not known yet for what is wanted, a few steps at a time."""
        yield from self.ordering(wanted.sort)
        for one in wanted.sieves:
            yield from self.sieving(one)
        if wanted.words:
            yield from self.gathering()
        for word in wanted.words:
            yield from self.finding(word)

    def finding(self, word: str) -> Iterator[None]:
        """Find in whose words another word stands, a few at a time."""
        if word in self._masks:
            return
        words, mask = self._words, bytearray()
        for at in range(0, len(words), 20 * AT_A_TIME):
            mask.extend([word in (said or "") for said in words[at : at + 20 * AT_A_TIME]])
            yield
        self._masks[word] = mask

    def shown(self, wanted: Wanted) -> list[int]:
        """The places that are kept, in order; quick where it was prepared."""
        for _ in self.preparing(wanted):
            pass
        orders = self._orders.get(wanted.sort)
        found = list(range(len(self.rows)) if orders is None else orders[wanted.descending])
        for key in (*(one.key for one in wanted.sieves), *wanted.words):
            mask = self._masks[key]
            found = [at for at in found if mask[at]]
        return found
