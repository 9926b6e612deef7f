"""What a comparison notes of a changed file that no place on record takes in, told where it is."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from exports.returned.cells import Spot, row_of, whole_rows
from exports.returned.edits import Edit, Kind
from exports.returned.layout import Layout
from exports.returned.matching import Matching
from exports.returned.signed import who_changed
from exports.returned.where import where_of
from exports.returned.written import Written
from models.intake.edited import Cell, EditedPaper


class Noting:
    """A changed file beside what was written, and the changes found so far by where they are."""

    def __init__(
        self,
        written: Written,
        paper: EditedPaper,
        agencies: Mapping[str, int],
        shipped: Mapping[str, str],
    ) -> None:
        self._written, self._paper, self._agencies = written, paper, agencies
        self._shipped = shipped
        self._matching = Matching(written, paper, agencies)
        self._layout = Layout(written, paper, self._matching)
        self._found: list[tuple[int, Edit]] = []

    def _rows_gone(self, gone: Sequence[int]) -> set[int]:
        """Rows of tables that are gone whole are told once; gives the lines told so."""
        lines, cells = self._written.lines, self._layout.cells
        rows = whole_rows(gone, [one.cell for one in lines])
        opened = {row_of(cell) for at, cell in rows.items() if lines[at].open}
        rows = {at: cell for at, cell in rows.items() if row_of(cell) not in opened}
        for at, cell in {row_of(one): (at, one) for at, one in rows.items()}.values():
            heading, part = self._layout.heading_of(at), self._matching.parts[at]
            row, beside = cells.row(cell), self._layout.place_of(at)
            inside, words = f"{row}, the whole row", cells.words(cell)
            self._outside(beside, part, heading, words, "", inside, spot=(row, ""))
        return set(rows)

    def _rows_added(self, added: Sequence[int]) -> set[int]:
        """The same of rows that somebody put in."""
        layout, paragraphs = self._layout, self._paper.paragraphs
        rows = whole_rows(added, [one.cell if one.text else None for one in paragraphs])
        for at, cell in {row_of(one): (at, one) for at, one in rows.items()}.values():
            part, heading = self._matching.parts_now[at], layout.headings[at]
            self._outside(at, part, heading, "", layout.cells_now.words(cell), "A new row")
        return set(rows)

    def _elsewhere(
        self, at: int, part: int | None, heading: str, was: str, now: str, cell: Cell | None
    ) -> None:
        """A change of what was written that no place takes in."""
        cells = self._layout.cells
        inside, spot = ("", None) if cell is None else (cells.called(cell), cells.spot(cell))
        self._outside(at, part, heading, was, now, inside, spot=spot)

    def _outside(
        self,
        at: int,
        part: int | None,
        heading: str,
        was: str,
        now: str,
        inside: str = "",
        *,
        spot: Spot | None = None,
    ) -> None:
        """The same of anything; `inside` tells the row and column of a table."""
        about = heading or "The facts above"
        about = f"{inside}, in “{about}”" if inside else about
        where = where_of(self._known(heading), item=part is not None)
        who = who_changed(self._paper, (at,), now) if now else ()
        edit = self._edit(Kind.ELSEWHERE, part, about, was, now, who=who)
        self._found.append((at, replace(edit, where=where, spot=spot)))

    def _known(self, heading: str) -> str:
        """A heading as it is shipped, where the panel calls it otherwise."""
        return self._shipped.get(heading, heading)

    def _note(
        self,
        at: int,
        kind: Kind,
        item_id: int | None,
        about: str,
        was: str = "",
        now: str = "",
        *,
        who: tuple[str, ...] = (),
        where: str = "",
    ) -> None:
        edit = self._edit(kind, item_id, about, was, now, who=who)
        self._found.append((at, replace(edit, where=where)))

    def _edit(
        self,
        kind: Kind,
        item_id: int | None,
        about: str,
        was: str,
        now: str,
        *,
        who: tuple[str, ...] = (),
    ) -> Edit:
        return Edit(kind, item_id, self._layout.title(item_id), about, was, now, who)
