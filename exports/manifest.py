"""The manifest of an issue: each file, for whom it is, its hash, and the journal's head."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from models.records.documents import MeetingPapers

FILE = "manifest.json"


class Entry(NamedTuple):
    """One file of the manifest."""

    file: str
    audience: str
    sha256: str
    status: str


def manifest(papers: MeetingPapers, entries: Iterable[Entry], made_at: datetime) -> bytes:
    """The manifest as JSON; it holds no name of any child."""
    whole: dict[str, Any] = {
        "panel": papers.panel.name,
        "marking": papers.panel.marking,
        "meeting": {"id": papers.meeting.uuid, "date": papers.meeting.held_on.isoformat()},
        "minutes": {"version": papers.minutes_version, "state": papers.minutes_state},
        "made_at": made_at.replace(microsecond=0).isoformat(),
        "journal_head": papers.chain_head,
        "files": [entry._asdict() for entry in entries],
    }
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()


def files_of(blob: bytes) -> tuple[str | None, dict[str, str]]:
    """The meeting and the files with their hashes that a manifest names; nothing where damaged."""
    try:
        whole = json.loads(blob)
        return whole["meeting"]["id"], {one["file"]: one["sha256"] for one in whole["files"]}
    except (ValueError, KeyError, TypeError):
        return None, {}
