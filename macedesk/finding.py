"""Ctrl+K finds whom and what is on record, lists within pages and parts of the settings."""

from collections.abc import Callable, Hashable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from models.workspace import Workspace
from ui.go import Sort, Source, Target, matches
from ui.widgets.dates import plain_date

if TYPE_CHECKING:
    from models.records.looking import Hit
    from models.records.subjects import SubjectRow

Go = Callable[[str, Hashable | None], object]
PAGES = {"child": "children"}
ALSO_CALLED = {
    "panel": "quorum districts marking times sections",
    "users": "users roles passphrase passphrases accounts",
    "codes": "lists catalogue measures timetable",
    "wordings": "opening statement script texts",
    "machine": "theme dark light text size font typeface",
    "backup": "restore check hand over passphrase recovery key",
}
LISTS = (
    ("Possible duplicates", "people", "matches"),
    ("New links since the last panel", "people", "new_links"),
    ("Named in papers", "people", "in_papers"),
    ("The unlisted", "people", "unlisted"),
    ("Map and hot spots", "people", "map"),
    ("Register of measures", "disruption", "all"),
)
"""Lists within pages: their words, the page, and the key by which it shows them."""
SHORTEST = 2
MOST = 12
FEW, SHORTEST_WORDS = 4, 4
"""How many submissions are shown; letters from which their texts are looked through."""


def subjects_by_name(workspace: Workspace, go: Go) -> Source:
    """Targets for what is typed, of what the signed-in person may see."""

    def found(typed: str) -> Sequence[Target]:
        if len(typed.strip()) < SHORTEST:
            return ()
        # While a meeting runs the window may be the one that everyone present looks at.
        running: int | None = workspace.read.running_meeting()
        if running is None:
            return [_target(row, go) for row in workspace.read.meant(typed, MOST)]
        room = workspace.read_as(workspace.room_reader(running))
        hits = room.look_up(typed, room.named_tonight(running), MOST)
        return [_target_in_room(hit, go) for hit in hits if hit.subject_id is not None]

    return found


def intelligence_by_words(workspace: Workspace, go: Go) -> Source:
    """Targets for the submissions in which what is typed stands; none while a meeting runs."""

    def found(typed: str) -> Sequence[Target]:
        if len(typed.strip()) < SHORTEST_WORDS or workspace.read.running_meeting() is not None:
            return ()
        return [
            Target(
                f"Intelligence {one.reference}",
                partial(go, "referrals", ("submission", one.id)),
                f"received {plain_date(one.received_on)}, {one.state}",
            )
            for one in workspace.read.submissions_saying(typed, FEW)
        ]

    return found


def lists_of_pages(go: Go, here: Callable[[], str | None]) -> Source:
    """Targets for the lists within pages; the page in front (`here`) offers its own."""

    def found(typed: str) -> Sequence[Target]:
        if not typed.strip():
            return ()
        return [
            Target(words, partial(go, page, key), sort=Sort.PLACE)
            for words, page, key in LISTS
            if page != here() and matches(typed, words)
        ]

    return found


def parts_of_settings(go: Go) -> Source:
    """Targets for the parts of the settings, by their titles and by what people look for there."""

    def found(typed: str) -> Sequence[Target]:
        if len(typed.strip()) < SHORTEST:
            return ()
        from ui.pages.settings.page import PARTS  # built when first looked for, not at the start

        return [
            Target(f"Settings: {title}", partial(go, "settings", key), sort=Sort.PLACE, name=title)
            for key, title, _ in PARTS
            if matches(typed, f"Settings: {title} {ALSO_CALLED.get(key, '')}")
        ]

    return found


def _target(row: "SubjectRow", go: Go) -> Target:
    """Where a record is, by its name and by what it was found."""
    page = PAGES.get(row.kind, "people")
    return Target(row.label, partial(go, page, row.id), row.detail, row.reference or "")


def _target_in_room(hit: "Hit", go: Go) -> Target:
    """The same by initials, why, and where else today: what everyone present may see."""
    page = PAGES.get(hit.kind, "people")
    where = f"today in {', '.join(hit.tonight)}" if hit.tonight else ""
    soft = " · ".join(part for part in (hit.why, where) if part)
    return Target(hit.initials, partial(go, page, hit.subject_id), soft, hit.reference)
