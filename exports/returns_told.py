"""What agencies returned for a meeting, in a sentence: who knew nothing, and who sent nothing."""

from collections.abc import Iterable, Iterator
from datetime import date

from exports import phrases
from models.records.meeting import ReturnRow
from models.rules.returns_in import NOTHING_KNOWN, came, missing

LATER = "Not asked about {}, which came later"
AWAITED = "No return about {}, which came later"


def told(rows: Iterable[ReturnRow], held_on: date) -> str:
    """The returns of a meeting by its day; empty where nobody was asked and nothing came."""
    known = list(rows)
    asked = [one for one in came(known, held_on) if _about_any(one)]
    empty = [one.agency for one in asked if one.state.startswith(NOTHING_KNOWN)]
    full = [one.agency for one in asked if one.agency not in empty]
    none = [one.agency for one in missing(known, held_on)]
    return phrases.joined(
        f"Information from {phrases.listed(full)}." if full else None,
        f"Nothing known to {phrases.listed(empty)}." if empty else None,
        f"No return from {phrases.listed(none)}." if none else None,
        *_by_item(LATER, [(one.agency, one.missed) for one in known]),
        *_by_item(AWAITED, [(one.agency, one.awaited) for one in known]),
        by=" ",
    )


def _about_any(one: ReturnRow) -> bool:
    """Whether its return is about anything that still stands on the agenda."""
    return len(one.missed) + len(one.awaited) < max(one.asked_about, 1)


def _by_item(words: str, rows: Iterable[tuple[str, tuple[str, ...]]]) -> Iterator[str]:
    """By item that came on the agenda after requests went: these words, and of which agencies."""
    found: dict[str, list[str]] = {}
    for agency, references in rows:
        for reference in references:
            found.setdefault(reference, []).append(agency)
    for reference, agencies in sorted(found.items(), key=lambda one: _place(one[0])):
        yield f"{words.format(reference)}: {phrases.listed(agencies)}."


def _place(reference: str) -> tuple[str, int, str]:
    """Where an item stands among the others: V2 before V10."""
    return reference[:1], len(reference), reference
