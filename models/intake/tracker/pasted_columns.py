"""Which columns a pasted block is of, and which of them tell whose its rows are."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.intake.tracker.heads import are_heads, columns_of
from models.intake.tracker.whose import OF_OTHERS, TELLING, Known

Row = Sequence[str]


@dataclass(frozen=True)
class LaidOut:
    """A block's rows without its titles, and the number of the first; what each column is.

    `keys` has an empty one for a column that is passed over; `telling` says where it stands who a
    row is of; `beyond` counts columns that lie beyond the tracker's last.
    """

    rows: Sequence[Row]
    first: int
    keys: tuple[str, ...]
    telling: dict[str, int]
    unknown: tuple[str, ...] = ()
    beyond: int = 0

    def said(self, row: Row) -> dict[str, str]:
        """What a row says of whom it is of."""
        told = {key: " ".join(row[at].split()) for key, at in self.telling.items() if at < len(row)}
        parts = (told.pop("first", ""), told.pop("last", ""))
        if not told.get("name"):
            told["name"] = " ".join(filter(None, parts))
        return told


def laid_out(rows: Sequence[Row], keys: Sequence[str], known: Known) -> LaidOut:
    """What each column of a block is: by its titles, else by its cells and where it is laid."""
    return (_titled(rows) if rows else None) or _untitled(rows, keys, known)


def _titled(rows: Sequence[Row]) -> LaidOut | None:
    titles = [cell.strip() for cell in rows[0]]
    if not are_heads(titles):
        return None
    keys = columns_of(titles)
    unknown = tuple(one for one, key in zip(titles, keys, strict=True) if one and not key)
    widest = max(map(len, rows))
    return LaidOut(rows[1:], 2, keys, _telling(keys), unknown, max(widest - len(keys), 0))


def _telling(keys: Sequence[str]) -> dict[str, int]:
    """Where it stands who a row is of; nowhere, if no column names anybody."""
    wanted = (*TELLING, "birth_date", "first", "last")
    places = {key: keys.index(key) for key in wanted if key in keys}
    return places if places.keys() & {*TELLING, "last"} else {}


def _untitled(rows: Sequence[Row], keys: Sequence[str], known: Known) -> LaidOut:
    widest = max(map(len, rows), default=0)
    places: dict[str, int] = {}
    for at in range(widest):
        own = keys[at] if at < len(keys) else ""
        texts = [row[at] for row in rows if at < len(row)]
        for key in TELLING if own not in OF_OTHERS else ():
            if key not in places and known.tells(key, texts, own == key):
                places[key] = at
                break
    meant = _around(places, keys, widest)
    if places and "birth_date" in meant:
        places["birth_date"] = meant.index("birth_date")
    return LaidOut(rows, 1, meant, places, beyond=max(widest - len(meant), 0))


def _around(places: dict[str, int], keys: Sequence[str], widest: int) -> tuple[str, ...]:
    """The columns on which a block lies: those that tell whose a row is, the others in order.

    Where these do not lie on their own columns, the others go on from the cell stood on.
    """
    if all(keys[at : at + 1] == [key] for key, at in places.items()):
        return tuple(keys[:widest])
    telling = {at: key for key, at in places.items()}
    others = iter(key for key in keys if key not in TELLING)
    found = [telling[at] if at in telling else next(others, None) for at in range(widest)]
    while found and found[-1] is None:
        found.pop()
    return tuple(key or "" for key in found)
