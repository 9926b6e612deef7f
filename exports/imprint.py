"""What stands on every page: marking, handling, version, state, who it was issued to, page."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from docx.oxml.ns import qn

from models.marks import MinutesState
from models.records.panel import PanelRecord

PLACEHOLDER = re.compile(r"\{\{\s*(\w+)\s*\}\}")
NEEDED = ("handling", "version", "status", "issued_to")
FIELDS = ("PAGE", "NUMPAGES")
STATES = {
    MinutesState.DRAFT: "DRAFT, not approved",
    MinutesState.WITH_CHAIR: "DRAFT, with the chair",
    MinutesState.APPROVED: "Approved by the chair",
    MinutesState.ISSUED: "Approved and issued",
    MinutesState.CORRECTED: "Corrected",
    MinutesState.AGREED: "Agreed at the next meeting",
    MinutesState.RECALLED: "RECALLED, do not use",
}


def status_words(minutes_state: str) -> str:
    """A state of minutes in words; whatever is not known to be approved is a draft."""
    known = {state.value: words for state, words in STATES.items()}
    return known.get(minutes_state, STATES[MinutesState.DRAFT])


@dataclass(frozen=True)
class Imprint:
    """What a document says of itself on every page and in its properties; it names no child."""

    panel: PanelRecord
    title: str
    issued_to: str
    made_at: datetime
    version: int = 1
    status: str = ""
    reference: str = ""

    @property
    def full_title(self) -> str:
        """The document's name among others in a folder: its kind, the panel, the day or item."""
        return ", ".join(filter(None, (self.title, self.panel.name, self.reference)))

    @property
    def placeholders(self) -> dict[str, str]:
        """The words a template's header and footer may ask for, by name."""
        return {
            "marking": self.panel.marking,
            "handling": self.panel.handling,
            "panel": self.panel.name,
            "document": self.title,
            "version": str(self.version),
            "status": self.status,
            "issued_to": self.issued_to,
        }


KNOWN = frozenset({"marking", "panel", "document", *NEEDED})


def fill(story: Any, words: dict[str, str]) -> None:
    """Puts words for the placeholders of a header or footer, however Word has split their runs."""
    for paragraph in story.iter(qn("w:p")):
        texts = list(paragraph.iter(qn("w:t")))
        found = list(PLACEHOLDER.finditer("".join(text.text or "" for text in texts)))
        for match in reversed(found):
            _replace(texts, match.start(), match.end(), words[match[1]])


def _replace(texts: list[Any], start: int, end: int, words: str) -> None:
    at = 0
    for text in texts:
        old = text.text or ""
        first, last = max(start - at, 0), min(end - at, len(old))
        if first < last:
            text.text = old[:first] + (words if at + first == start else "") + old[last:]
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        at += len(old)


def asked_for(stories: Iterable[Any]) -> set[str]:
    """The placeholders and page fields that headers or footers hold."""
    found: set[str] = set()
    for story in stories:
        for paragraph in story.iter(qn("w:p")):
            joined = "".join(text.text or "" for text in paragraph.iter(qn("w:t")))
            found.update(PLACEHOLDER.findall(joined))
        found.update(_fields(story))
    return found


def _fields(story: Any) -> set[str]:
    simple = [field.get(qn("w:instr")) or "" for field in story.iter(qn("w:fldSimple"))]
    spread = "".join(code.text or "" for code in story.iter(qn("w:instrText")))
    words = re.findall(r"[A-Z]+", " ".join([*simple, spread]).upper())
    return {word for word in words if word in FIELDS}


def missing(header: Any | None, footer: Any | None) -> list[str]:
    """What a kind of page lacks, in words; None stands for no header or footer at all."""
    top = asked_for([header] if header is not None else [])
    bottom = asked_for([footer] if footer is not None else [])
    lacks = [] if "marking" in top else ["{{marking}} in the header"]
    lacks += [] if "marking" in bottom else ["{{marking}} in the footer"]
    lacks += [f"{{{{{name}}}}}" for name in NEEDED if name not in top | bottom]
    return lacks + [f"the field {name}" for name in FIELDS if name not in top | bottom]
