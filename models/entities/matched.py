"""Keys and facts by which those who may be the same are found, following each change."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Any

from sqlalchemy import Connection

from models.storage import derived
from models.storage.net import Net

# Written straight to the driver, as the search index is: fifty thousand people come in one import.
FACTS, KEYS = "match_fact", "match_key"
MAKE = (
    f"CREATE TABLE {FACTS} (id INTEGER PRIMARY KEY, said TEXT NOT NULL)",
    (
        f"CREATE TABLE {KEYS} (key INTEGER NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (key, id))"
        " WITHOUT ROWID"
    ),
)
OF = " FROM {0} t JOIN subject s ON s.id = t.id"
WHO = "t.system_id, t.birth_date, t.postcode, t.gender"
CODE = "upper(replace({}, ' ', ''))"
LIES = ", ".join(
    f"(SELECT {one} FROM postcode_position p WHERE p.postcode = {CODE.format('t.postcode')})"
    for one in ("easting", "northing")
)
OF_CODE = f"SELECT id FROM place WHERE {CODE.format('postcode')} = ?"
COLUMNS = {
    "child": f"{WHO}, t.nhs_number, t.school",
    "person_of_concern": f"{WHO}, NULL, NULL",
    "place": "t.address, t.postcode, t.latitude, t.longitude, t.map_reference, " + LIES,
    "vehicle": "t.registration",
    "phone": "t.digits, t.imei",
    "online_account": "t.handle, t.display_name",
}
OTHER_NAMES, BY_ID = "SELECT subject_id, name FROM alias{} ORDER BY id", " WHERE {} IN ({})"
STALE = "What is kept for matching is not what the records say. Make it again: check --rebuild."
TOGETHER = 500


def follow(connection: Connection, nets: Sequence[Net]) -> None:
    """Bring up what is kept of the subjects that changed."""
    raw: Any = connection.connection.driver_connection
    ids = sorted({*_touched(raw, nets)})
    for start in range(0, len(ids), TOGETHER):
        _bring_up(raw, ids[start : start + TOGETHER])


def rebuild(connection: Connection) -> None:
    """Make all of it again from the rows."""
    raw: Any = connection.connection.driver_connection
    for table in (FACTS, KEYS):
        raw.execute(f"DROP TABLE IF EXISTS {table}")
    for statement in MAKE:
        raw.execute(statement)
    made = list(_wanted(raw, None))
    raw.executemany(f"INSERT INTO {FACTS} VALUES (?, ?)", made)
    keys = sorted((key, one) for one, said in made for key in _keys(said))
    raw.executemany(f"INSERT INTO {KEYS} VALUES (?, ?)", keys)


def wrong(connection: Connection) -> list[str]:
    """Whether all that is kept is what the rows say, and nothing else is there."""
    raw: Any = connection.connection.driver_connection
    wanted = sorted(_wanted(raw, None))
    kept = raw.execute(f"SELECT id, said FROM {FACTS} ORDER BY id")
    if any(mine != theirs for mine, theirs in zip_longest(kept, wanted)):
        return [STALE]
    keys = sorted((key, one) for one, said in wanted for key in _keys(said))
    found = raw.execute(f"SELECT key, id FROM {KEYS} ORDER BY key, id")
    return [STALE] if any(mine != theirs for mine, theirs in zip_longest(found, keys)) else []


MATCHED = derived.register(derived.Derived(frozenset((FACTS, KEYS)), MAKE, follow, rebuild, wrong))


def _touched(raw: Any, nets: Iterable[Net]) -> Iterator[int]:
    for net in nets:
        if net.table in COLUMNS:
            yield net.row_id
        elif net.table == "alias":
            yield from _whose(raw, net)
        elif net.table == "postcode_position":
            yield from _lying_at(raw, net)


def _whose(raw: Any, net: Net) -> set[Any]:
    """Whose other name it was, and whose it is."""
    said = {values.get("subject_id") for values in (net.before, net.after) if values} - {None}
    row = raw.execute("SELECT subject_id FROM alias WHERE id = ?", (net.row_id,)).fetchone()
    return said | ({row[0]} if row else set())


def _lying_at(raw: Any, net: Net) -> set[Any]:
    """The places of a postcode of which it was said, or is, where it lies."""
    said = {values.get("postcode") for values in (net.before, net.after) if values} - {None}
    row = raw.execute("SELECT postcode FROM postcode_position WHERE id = ?", (net.row_id,))
    said |= {code for (code,) in row}
    return {one for code in said for (one,) in raw.execute(OF_CODE, (code,))}


def _bring_up(raw: Any, ids: list[int]) -> None:
    marks = ", ".join("?" * len(ids))
    before = raw.execute(f"SELECT id, said FROM {FACTS} WHERE id IN ({marks})", ids).fetchall()
    was, now = dict(before), dict(_wanted(raw, ids))
    same = {one for one, said in now.items() if was.get(one) == said}
    gone = [(key, one) for one, said in was.items() if one not in same for key in _keys(said)]
    raw.executemany(f"DELETE FROM {KEYS} WHERE key = ? AND id = ?", gone)
    raw.executemany(f"DELETE FROM {FACTS} WHERE id = ?", [(one,) for one in was.keys() - same])
    new = [(one, said) for one, said in now.items() if one not in same]
    raw.executemany(f"INSERT INTO {FACTS} VALUES (?, ?)", new)
    keys = [(key, one) for one, said in new for key in _keys(said)]
    raw.executemany(f"INSERT INTO {KEYS} VALUES (?, ?)", keys)


def _keys(said: str) -> set[int]:
    # What weighs names is imported when a name first changes, not when the program starts.
    from models.matching.folded import unfold

    return unfold(said).keys


def _wanted(raw: Any, ids: list[int] | None) -> Iterator[tuple[int, str]]:
    """Of these subjects, or of all, what should be kept."""
    from models.matching import folded

    values = ids or []
    marks = ", ".join("?" * len(values))
    names: dict[int, list[str]] = defaultdict(list)
    only = BY_ID.format("subject_id", marks) if ids is not None else ""
    for one, name in raw.execute(OTHER_NAMES.format(only), values):
        names[one].append(name)
    only = BY_ID.format("t.id", marks) if ids is not None else ""
    for table, columns in COLUMNS.items():
        select = f"SELECT s.id, s.kind, s.label, {columns}{OF.format(table)}"
        for one, kind, label, *row in raw.execute(select + only, values):
            yield one, folded.fold(kind, label, names[one], tuple(row))
