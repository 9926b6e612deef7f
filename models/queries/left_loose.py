"""What nothing points at any more once rows have gone: kept contents and half-typed text."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import MinutesVersion, MinutesWords, Paper, Setting, WrittenMinutes
from models.storage.tables import draft

Rows = Mapping[str, set[int]]


def loose_contents(
    session: Session, rows: Rows, moved: Mapping[tuple[str, int], Mapping[str, Any]]
) -> frozenset[str]:
    """Digests of contents that only these rows, or pointers taken from them, lead to."""
    loose = set[str]()
    # The panel's own template is kept there as well, by its digest.
    kept = set(session.scalars(select(Setting.value)))
    for row_id, *hashes in session.execute(select(Paper.id, Paper.sha256, Paper.kept_sha256)):
        (loose if row_id in rows.get("paper", ()) else kept).update(one for one in hashes if one)
    for row_id, words in session.execute(select(MinutesVersion.id, MinutesVersion.text_sha256)):
        version = "minutes_version", row_id
        gone = row_id in rows.get(version[0], ()) or "text_sha256" in moved.get(version, ())
        (loose if gone else kept).update([words] if words else ())
    for one in (WrittenMinutes, MinutesWords):
        for row_id, words in session.execute(select(one.id, one.text_sha256)):
            (loose if row_id in rows.get(one.__tablename__, ()) else kept).add(words)
    return frozenset(loose - kept)


def loose_drafts(session: Session, rows: Rows) -> frozenset[str]:
    """Half-typed text of items that go, and of record forms, which nobody has open now."""
    items = rows.get("agenda_item", ())
    found = set()
    for key in session.scalars(select(draft.c.key)):
        parts = key.split(".")
        is_item = parts[0] == "item" and len(parts) > 2 and parts[1].isdigit()
        if not is_item or int(parts[1]) in items:
            found.add(key)
    return frozenset(found)
