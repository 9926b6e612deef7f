"""Labels and values typed into one text: "Name: Aidan Ravenscroft   DOB: 21/01/2011"."""

import re
from dataclasses import dataclass

from models.intake.understanding.context import Context
from models.intake.understanding.forms_own import is_aside, is_either, is_instruction
from models.intake.understanding.lexicon import LOOSE, Match
from models.intake.understanding.names import names_a_body
from models.intake.understanding.recited import without_recital
from models.intake.understanding.running import GAP, labels_in_gaps, running
from models.intake.understanding.wording import tokens

_PIECES = re.compile(r"(\t+| {2,}|\n|\s\|\s)")
_LABEL = re.compile(
    r"^(.{1,110}?)(?:\s*[:?](?:\s*\((?!\s*[xX✓✔√]?\s*\))[^()]*\))?:?(?=\s|$|[☒☐])|\s+[–—-]\s+)(.*)$",
    re.DOTALL,
)
_RINGED = re.compile(r"\s\[[^\[\]]{2,30}\](?=\s|$)")  # Low   [Medium]   High
_COLON = re.compile(r"^([A-Z][^:?]{1,40}?)\s*[:?](?=\s)(.*)$", re.DOTALL)
_DATED = re.compile(
    r"^([A-Za-z][A-Za-z .'’/]{2,40}?)\s+(\d{1,2}(?:[/.-]\d|(?:st|nd|rd|th)?\s+[A-Z]).*)$"
)
SURE, NAMED = 0.85, 0.97  # a body's name may resemble a label: "Fenmarsh District Council"
_COLON_LATER = re.compile(r"^([^:?]{3,110}[^:?\s])\s*[:?](?=\s)(.*)$", re.DOTALL)
_OF_LABELS = tokens("last past 90 days three 3 months status stage date level number plan update")
LONGEST_RUN = 160  # characters
LONGEST_QUESTION = 14  # words
LONGEST_BEFORE = 5  # words of a form's number before the first label of a line
LONGEST_TITLE = 10  # words of a line's own before it
LONGEST_DAY = 4  # words: "3rd March 2026, noon"
_SIGNED = re.compile(
    r"^((?i:(?:(?:form|referral|report|request) )?(?:completed|referred|submitted|made|nominated|"
    r"requested|written|returned|prepared|sent in|filled in|signed) by))\s+([A-Z].*)$"
)
_SENTENCE_END = re.compile(r"[a-z]{2}[.!] +[A-Z]")
_BRACKETED = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\W*")
_EITHER_WAY = re.compile(r"\W*(?:yes|no|y|n)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Said:
    """A label found inside a text, with the words that follow it; no match where it is unknown."""

    label: str
    value: str
    match: Match | None


def carries_values(said: list["Said"]) -> bool:
    """Say whether labels found in a text have answers beside them, not only hints."""
    return any(each.value and not _asks_on(each) for each in said)


def answers(text: str) -> bool:
    """Say whether words behind a label answer it, and do not say or ask how it is to be filled."""
    return bool(text) and not (_BRACKETED.fullmatch(text) or _asks_on(Said("", text, None)))


def _asks_on(said: "Said") -> bool:
    """Say whether what stands behind a label only says what to fill in: a hint, or a question."""
    if is_either(said.value) or is_aside(said.value):
        return True
    asked = said.value.rstrip().endswith("?") and len(said.value.split()) <= LONGEST_QUESTION
    return is_instruction(said.value) or asked


def inline(text: str, context: Context, section: str | None, least: float = LOOSE) -> list[Said]:
    """Return the labels typed in a text with their values; none where it begins with no label."""
    found = [Said(*told) for told in labels_in_gaps(text, context, section)]
    return found or _in_turn(text, context, section, least)


def _in_turn(text: str, context: Context, section: str | None, least: float) -> list[Said]:
    found: list[Said] = []
    gap, before = "", ""
    first = _first_line(text, context, section)
    if first:
        found, text = [first], text.partition("\n")[2]
    for piece in _PIECES.split(text):
        if _PIECES.fullmatch(piece):
            gap = piece
            continue
        said = _said(piece, context, section, least)
        if before and not (said and _is_sure(said[0])):
            return []
        if before:
            found, before = [Said(before, "", None)], ""
        if not said and found and GAP.fullmatch(gap):
            said = _unknown(piece)
        if said and found and not found[-1].value and _dashes(piece) and "\n" not in gap:
            said = []  # "Who has PR    Dad – Sean Doyle"
        if said:
            found += said
        elif found and piece.strip():
            last = found[-1]
            joint = "\n" if "\n" in gap else "   " if _RINGED.search(text) else " "
            value = f"{last.value}{joint}{piece.strip()}".strip().removeprefix(": ")
            found[-1] = Said(last.label, value, last.match)
        elif piece.strip() and len(piece.split()) <= _most_before(text):
            before = piece.strip()
        elif piece.strip():
            return []
    return found


def _most_before(line: str) -> int:
    """Return how many words may stand before the first label of a line, behind which is a gap."""
    return LONGEST_BEFORE if "\t" in line else LONGEST_TITLE if GAP.search(line) else 0


def _dashes(piece: str) -> bool:
    """Say whether nothing but a dash parts what may be a label from its answer."""
    found = _LABEL.match(piece.strip())
    return found is not None and _dashed(found, piece)


def _is_sure(said: Said) -> bool:
    """Say whether a label is one in so many words, with its answer."""
    return said.match is not None and said.match.score >= 1 and bool(said.value)


def _unknown(piece: str) -> list[Said]:
    """Read "Sent by: PC Mistry" behind a tab as a pair of its own, known or not."""
    found = _COLON.match(piece.strip())
    return [Said(found[1], found[2].strip(), None)] if found else []


def _first_line(text: str, context: Context, section: str | None) -> Said | None:
    """Return the label that a text's first line is, where its answer stands in the lines below."""
    line, _, rest = text.partition("\n")
    if not rest.strip() or len(line.split()) > 16 or line.rstrip().endswith((".", ";", ",")):
        return None
    match = None if _LABEL.match(line + " ") else context.match(line, section)
    named = match is not None and match.score < NAMED and line.istitle() and names_a_body(line)
    return Said(line.strip(), "", match) if match and match.score >= 0.7 and not named else None


def _said(piece: str, context: Context, section: str | None, least: float) -> list[Said]:
    several = _several(piece, context, section)
    if several:
        return several
    found = _LABEL.match(piece.strip())
    if found and found[1].count("(") > found[1].count(")"):
        found = None  # "Who else (adults – names, cars)": it goes on in brackets
    if found and _dashed(found, piece):
        longer = _COLON_LATER.match(piece.strip())
        whole = context.match(longer[1] if longer else piece, section)
        goes_on = bool(longer) or not _EITHER_WAY.match(found[2]) and tokens(found[2]) <= _OF_LABELS
        if whole and whole.score >= SURE and goes_on:
            return [Said(longer[1], longer[2].strip(), whole)] if longer else []
    if found and not _SENTENCE_END.search(found[1]):
        match = context.match(found[1], section)
        least = least if len(found[1].split()) <= 9 or "?" in piece else 0.95
        if match and match.score >= least:
            answer = without_recital(found[2].strip(" *").lstrip("-–—: "))
            return [Said(found[1], answer, match)]
        return []
    signed = _SIGNED.match(piece.strip())
    who = context.match(signed[1], section) if signed else None
    if signed and who and who.score >= 0.9:
        return [Said(signed[1], signed[2], who)]
    dated = _DATED.match(piece.strip())
    when = context.match(dated[1], section) if dated and _is_day(dated[2]) else None
    if dated and when and when.score >= 0.95:
        return [Said(dated[1], dated[2], when)]
    if len(piece) <= LONGEST_RUN and (told := running(piece, context, section)):
        return [Said(label, answer, match) for label, answer, match in told]
    ends = piece[:1].islower() and piece.rstrip().endswith(".")  # a sentence of the line above
    match = context.match(piece, section) if len(piece) < 60 and not ends else None
    return [Said(piece.strip(), "", match)] if match and match.score >= 0.95 else []


def _dashed(found: re.Match[str], piece: str) -> bool:
    """Say whether a dash, not a colon, ends the label: it may stand inside it."""
    return piece.strip()[found.end(1) :].lstrip()[:1] in ("–", "—", "-")


def _is_day(text: str) -> bool:
    """Say whether a text is a day and nothing more, not a sentence that begins with one."""
    return len(text.split()) <= LONGEST_DAY


def _several(piece: str, context: Context, section: str | None) -> list[Said]:
    """Read "Name: Aidan DOB: 21/01/2011" where nothing but the colons parts the pairs."""
    colons = [found.start() for found in re.finditer(r":(?=\s|$)", piece)]
    if len(colons) < 2:
        return []
    starts: list[tuple[int, int, Match]] = []
    for colon in colons:
        best = _label_before(piece, colon, starts[-1][1] + 1 if starts else 0, context, section)
        if best:
            starts.append((best[0], colon, best[1]))
    if len(starts) < 2 or piece[: starts[0][0]].strip(" -•"):
        return []
    ends = [start for start, _, _ in starts[1:]] + [len(piece)]
    return [
        Said(piece[start:colon].strip(), piece[colon + 1 : end].strip(" ,;"), match)
        for (start, colon, match), end in zip(starts, ends, strict=True)
    ]


def _label_before(
    piece: str, colon: int, after: int, context: Context, section: str | None
) -> tuple[int, Match] | None:
    words = list(re.finditer(r"\S+", piece[after:colon]))[-6:]
    best: tuple[int, Match] | None = None
    for word in words:
        if word[0].startswith("(") and ")" not in piece[after + word.start() : colon]:
            continue  # "CP plan (category: neglect)" goes on in brackets
        match = context.match(piece[after + word.start() : colon], section)
        if match and match.score >= 0.92 and (best is None or match.score > best[1].score):
            best = (after + word.start(), match)
    return best
