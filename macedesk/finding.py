"""Ctrl+K finds whom and what is on record, what lies and is done within pages, and settings."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from macedesk.pages import NAVIGATION
from models.workspace import Workspace
from ui.go import Sort, Source, Target, matches
from ui.widgets.dates import plain_date

if TYPE_CHECKING:
    from models.records.looking import Hit
    from models.records.subjects import SubjectRow

Listed = tuple[str, str, str, str]
Go = Callable[[str, Hashable | None], object]
PAGES = {"child": "children"}
TITLES = {page: title for page, title, *_ in NAVIGATION}
ALSO_CALLED = {
    "panel": "quorum districts marking times sections",
    "users": "users roles passphrase passphrases accounts",
    "codes": "lists catalogue measures timetable",
    "wordings": "opening statement script texts",
    "machine": "theme dark light text size font typeface",
    "backup": "restore check hand over passphrase recovery key",
}
LISTS = (
    ("Clocks of children", "today", "clocks", "missing return interviews nrm"),
    ("Timetable of meetings", "today", "timetable", "season deadlines calendar"),
    ("Board of risk assessments", "today", "assessed", "due overdue"),
    ("Intelligence submissions", "referrals", "submissions", ""),
    ("Actions overdue", "actions", "overdue", "late"),
    ("Answers of plans overdue", "care_plans", "overdue", "late recommendations"),
    ("Possible duplicates", "people", "matches", ""),
    ("New links since the last panel", "people", "new_links", ""),
    ("Named in papers", "people", "in_papers", ""),
    ("The unlisted", "people", "unlisted", ""),
    ("Map and hot spots", "people", "map", ""),
    ("Register of measures", "disruption", "all", ""),
)
"""Lists within pages: their words, the page, the key by which it shows them, what else they say."""
DONE = (
    ("Plan a season", "today", "plan_season"),
    ("Add papers …", "referrals", "add_papers"),
    ("Add a child", "children", "add_child"),
    ("Save the tracker as a sheet", "children", "save_sheet"),
    ("Bring a changed sheet back", "children", "bring_back"),
    ("Who is not on this list", "children", "who_not"),
    ("Add a person, place or thing", "people", "add_record"),
    ("Plan a meeting", "agenda", "plan_meeting"),
    ("Ask agencies for returns", "agenda", "ask_returns"),
    ("Add an action", "actions", "add_action"),
    ("Own indicators", "reports", "own_indicators"),
)
"""What is done on a page, by the words of its command: the page and the command."""
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
            Target(words, partial(go, page, key), TITLES[page], sort=Sort.PLACE)
            for words, page, key, also in (*_listed(here()), *_kinds_of_children())
            if matches(typed, f"{words} {also}")
        ]

    return found


def done_on_pages(do: Callable[[str, str], object], here: Callable[[], str | None]) -> Source:
    """Targets for what is done on other pages; the page in front (`here`) offers its own."""

    def found(typed: str) -> Sequence[Target]:
        if not typed.strip():
            return ()
        return [
            Target(words, partial(do, page, command), TITLES[page], sort=Sort.COMMAND)
            for words, page, command in DONE
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


def _listed(here: str | None) -> Iterator[Listed]:
    return (one for one in LISTS if one[1] != here)


def _kinds_of_children() -> Iterator[Listed]:
    """Whom the tracker shows, which it offers by no command of its own."""
    from models.rules.tracker.filters import SHOWN  # no record of the tracker at the start

    yield from ((f"Children: {words}", "children", key, "tracker") for key, words in SHOWN)


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
