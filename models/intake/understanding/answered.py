"""The message that an e-mail answers, set apart: it tells whom was asked about, no more."""

import re
from collections.abc import Iterable

from models.intake.papers import Block, NotUnderstood, Table
from models.intake.understanding.dates import read_day
from models.intake.understanding.names import looks_like_name

Parts = tuple[Block | Table, ...]
BEGINS = re.compile(
    r"^\W*-{2,}\s*(?:original|forwarded) message\s*-{2,}|^_{10,}\s*$|"
    r"^on .{6,80}\bwrote:\s*$|^begin forwarded message:",
    re.IGNORECASE,
)
_FROM, _SENT = re.compile(r"^\W*From: "), re.compile(r"^\W*Sent: ")  # as Outlook writes them
_ASKED = re.compile(
    r"([A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,3})[\s,(–-]+(\d{1,2}[./-]\d{1,2}[./-]\d{2,4})"
)
_FIRST = re.compile(r"^([A-Z][\w'’-]+)(?: ([A-Z])\.?)?$")


def without_answered(parts: Iterable[Block | Table]) -> tuple[Parts, Parts]:
    """Return the message itself, and the older message below it or behind its > signs."""
    own: list[Block | Table] = []
    old: list[Block | Table] = []
    below = False
    parts = tuple(parts)
    for part, after in zip(parts, [*parts[1:], None], strict=True):
        inside = isinstance(part, Block) and part.where.startswith("message")
        text = part.text if isinstance(part, Block) else ""
        heads = bool(_FROM.match(text)) and isinstance(after, Block) and _SENT.match(after.text)
        below = below or inside and bool(BEGINS.match(text) or heads)
        (old if below or inside and text.startswith(">") else own).append(part)
    return tuple(own), tuple(old)


def as_left(parts: Parts) -> list[NotUnderstood]:
    """Return the older message as text that no field took."""
    return [NotUnderstood(part.where, part.text) for part in parts if isinstance(part, Block)]


def asked_about(parts: Parts, this_year: int) -> dict[str, object]:
    """Return whom the older message asks about: full name → day of birth."""
    text = " ".join(part.text.lstrip("> ") for part in parts if isinstance(part, Block))
    found = _ASKED.findall(text)
    return {
        name: read_day(day, this_year, born=True).value
        for name, day in found
        if looks_like_name(name)
    }


def in_full(name: str, asked: dict[str, object]) -> str:
    """Return whom of those asked about "Toby" or "Toby M" means; "" for none or for several."""
    first = _FIRST.match(name.strip())
    if first is None:
        return ""
    meant = [
        whole
        for whole in asked
        if whole.split()[0] == first[1] and whole.split()[-1].startswith(first[2] or "")
    ]
    return meant[0] if len(meant) == 1 else ""
