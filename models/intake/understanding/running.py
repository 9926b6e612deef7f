"""Labels in running lines: nothing before their answers, "Mosaic ID 733190", or gaps between."""

import re

from models.intake.understanding.context import Context
from models.intake.understanding.lexicon import Match, strange_words
from models.intake.understanding.recited import without_recital
from models.intake.understanding.values import read_value

Found = tuple[str, str, Match]
"""A label, the words behind it and what it means."""
MOST_WORDS, CERTAIN, ANY_YEAR, LEAST = 4, 1.0, 2026, 3
PLAIN = frozenset({
    "dob", "received", "la_id", "nhs", "upn", "postcode", "lead_phone", "parent_phone", "risk",
    "referrer_phone", "immediate_risk", "informed_child", "informed_parent", "plan", "gender",
    "assessed", "meeting", "returned",
})  # fmt: skip
"""Fields whose answers are told from any other words."""
SURE, LEAST_IN_GAPS = 0.85, 2
GAP = re.compile(r"\t+| {3,}|\s\|\s")
_BESIDE = re.compile(r"^(\W{0,3}[^\W\d_](?:[^:?\n]|:(?=\S)){0,70}?)\s*[:?](?=\s|$)(.*)$", re.DOTALL)
_SENTENCE = re.compile(r"[a-z]{2}[.!?]\s+[A-Z]")
_LEVEL = re.compile(
    r"(?:very )?(?:low|medium|moderate|high|standard|significant|emerging|red|amber|green)\b", re.I
)
_NUMBER = re.compile(r"\s*[A-Za-z]{0,5}[-/]?\d[\w/-]{2,14}\s*$")


def running(piece: str, context: Context, section: str | None) -> list[Found]:
    """Return the labels of a line with their answers: one whose answer is plain, or several."""
    several = _several(piece, context, section)
    if several:
        return several
    halves = re.split(r"\s+/\s+", piece.strip())
    found = [_one(half, context, section) for half in halves]
    if all(found):
        return [one for one in found if one]
    whole = _one(piece.strip(), context, section)
    return [whole] if whole else []


def _one(text: str, context: Context, section: str | None) -> Found | None:
    words = text.split()
    for count in range(min(MOST_WORDS, len(words) - 1), 0, -1):
        label, answer = " ".join(words[:count]), " ".join(words[count:])
        match = context.match(label, section)
        if _is_label(label, match) and match and match.field in PLAIN:
            suits = _suits(match.field, answer, context.kind)
            return (label, answer, match) if suits else None
    return None


def is_plainly(field: str, answer: str) -> bool:
    """Say whether words are plainly an answer to a field whose answers nothing else looks like."""
    return field in PLAIN and _suits(field, answer, "child")


def _suits(field: str, answer: str, kind: str) -> bool:
    """Say whether an answer is plainly one to the field: it begins with it and says little more."""
    if field in ("la_id", "upn", "nhs"):
        return bool(_NUMBER.match(answer)) or field == "nhs" and sum(map(str.isdigit, answer)) > 8
    if field == "risk" and not _LEVEL.match(answer):
        return False
    first = re.split(r"[,;(]", answer, maxsplit=1)[0]
    values = read_value(kind, field, first, ANY_YEAR)
    return (
        any(one.name == field and one.value is not None and one.fit >= CERTAIN for one in values)
        and len(first.split()) <= MOST_WORDS
    )


def _several(piece: str, context: Context, section: str | None) -> list[Found]:
    """Read "Name of referrer Jo Marsh Job Youth worker Agency The Hub", capitals at each label."""
    if _SENTENCE.search(piece) or ":" in piece:
        return []
    words, starts, at = piece.split(), list[tuple[int, int, Match]](), 0
    while at < len(words):
        answers = bool(starts) and starts[-1][1] == at  # what stands right behind a label
        begun = None if answers else _label_at(words, at, context, section)
        if begun is None and at == 0:
            return []
        if begun is not None:
            starts.append((at, at + begun[0], begun[1]))
        at += begun[0] if begun is not None else 1
    if len(starts) < LEAST or len({match.field for _, _, match in starts}) < len(starts):
        return []
    ends = [start for start, _, _ in starts[1:]] + [len(words)]
    found = [
        (" ".join(words[start:end]), " ".join(words[end:stop]), match)
        for (start, end, match), stop in zip(starts, ends, strict=True)
    ]
    return found if all(answer and answer[0].isupper() for _, answer, _ in found) else []


def _label_at(
    words: list[str], at: int, context: Context, section: str | None
) -> tuple[int, Match] | None:
    if not words[at][:1].isupper():
        return None
    for count in range(min(MOST_WORDS, len(words) - at - 1), 0, -1):
        label = " ".join(words[at : at + count])
        match = context.match(label, section)
        if match and _is_label(label, match):
            return count, match
    return None


def _is_label(label: str, match: Match | None) -> bool:
    """Say whether words are a label for certain, and hold none that no label has, as a name."""
    known = match is not None and match.score >= CERTAIN
    return known and not strange_words(label, Match(match.field if match else "", 0.9))


def labels_in_gaps(
    text: str, context: Context, section: str | None
) -> list[tuple[str, str, Match | None]]:
    """Return the labels of a line, known or not, each with a colon and gaps between all of them."""
    pieces = [piece for piece in map(str.strip, GAP.split(text)) if piece]
    told = [one for piece in pieces if (one := _BESIDE.match(piece))]
    if len(pieces) < LEAST_IN_GAPS or "\n" in text or len(told) < len(pieces):
        return []
    said: list[tuple[str, str, Match | None]] = [
        (each[1], without_recital(each[2].strip()), context.label(each[1], section))
        for each in told
    ]
    sure = any(match and match.score >= SURE for _, _, match in said)
    if any(value[-1:] == "?" for _, value, _ in said):
        return []
    if not sure and "\t" in text:  # what tabs part are pairs, whatever they say
        return [(label, value, None) for label, value, _ in said]
    return said if sure else []
