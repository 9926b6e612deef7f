"""What is read aloud at a meeting: kept with it as it was read, whatever the wording becomes."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace

from models import codes
from models.marks import MeetingState
from models.records.meeting import MeetingRecord
from models.records.panel import PanelRecord

MINUTED = "confidentiality"
"""What the minutes print under who read the statement."""
WELCOME = ("opening_script", MINUTED)
"""What all in the room see as it is read: what is confidential is said by the statement alone."""
STATEMENT = (*WELCOME, "remote_addition", "language_reminder")
"""What the chair reads as the meeting opens, and is shown to read."""
AT_OPENING = (*STATEMENT, "declaration_question")
READ_ALOUD = (*AT_OPENING, "read_back")
"""Standing wordings that say what was read at a meeting, or asked there."""


def shipped(key: str) -> str:
    """A standing wording as it comes with the program."""
    found = codes.find("wordings", key)
    return found.text.strip() if isinstance(found, codes.Wording) else ""


def in_words(panel: PanelRecord, key: str) -> str:
    """A standing wording of the panel: its own, else the shipped one."""
    own = next((text for known, text in panel.wordings if known == key), None)
    return (shipped(key) if own is None else own).replace("{area}", panel.area or "panel's")


def to_text(panel: PanelRecord, keys: Iterable[str], before: str | None = None) -> str:
    """These wordings as they are in force, with what was kept before, as they are kept."""
    words = {**from_text(before), **{key: in_words(panel, key) for key in keys}}
    return json.dumps(words, ensure_ascii=False, sort_keys=True)


def from_text(kept: str | None) -> dict[str, str]:
    """The wordings that were kept, by key."""
    return dict(json.loads(kept)) if kept else {}


def unread(kept: str | None) -> tuple[str, ...]:
    """What of the words that are read aloud was not kept yet."""
    known = from_text(kept)
    return tuple(key for key in READ_ALOUD if key not in known)


def aloud(panel: PanelRecord, held: MeetingRecord | None, key: str) -> str:
    """What is read aloud at a meeting: as it was, once it is closed; before, as it is in force."""
    closed = held is not None and held.state == MeetingState.CLOSED
    return in_words(as_read(panel, held) if held and closed else panel, key)


def changed_since(panel: PanelRecord, held: MeetingRecord, keys: Iterable[str]) -> bool:
    """Whether the wording in force is no more the one that was read at a running meeting."""
    read = dict(held.words_read)
    return any(key in read and read[key] != aloud(panel, held, key) for key in keys)


def as_read(panel: PanelRecord, held: MeetingRecord) -> PanelRecord:
    """The panel with the words that were read at a meeting in the place of those in force."""
    own: Mapping[str, str] = {**dict(panel.wordings), **dict(held.words_read)}
    return replace(panel, wordings=tuple(sorted(own.items())))
