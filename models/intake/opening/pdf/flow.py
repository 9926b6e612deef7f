"""Lines made into paragraphs: which run on, and which begin anew."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from models.intake.opening import glyphs
from models.intake.opening.pdf.words import Line

PARAGRAPH_GAP = 1.45
MOST_CUT_OFF = 3
SHORT_WORDS = frozenset(
    [
        "a",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "be",
        "but",
        "by",
        "can",
        "dad",
        "did",
        "due",
        "for",
        "get",
        "had",
        "has",
        "he",
        "her",
        "him",
        "his",
        "how",
        "i",
        "if",
        "in",
        "is",
        "it",
        "its",
        "led",
        "man",
        "may",
        "men",
        "met",
        "mum",
        "my",
        "nan",
        "new",
        "no",
        "not",
        "now",
        "of",
        "off",
        "old",
        "on",
        "one",
        "or",
        "our",
        "out",
        "own",
        "per",
        "plc",
        "put",
        "run",
        "saw",
        "say",
        "see",
        "set",
        "she",
        "so",
        "ten",
        "the",
        "to",
        "too",
        "two",
        "up",
        "us",
        "use",
        "via",
        "was",
        "way",
        "we",
        "who",
        "why",
        "yes",
        "yet",
        "you",
        "aged",
        "age",
        "sex",
        "dob",
        "day",
        "dr",
        "mr",
        "mrs",
        "ms",
        "who",
    ]
)
BULLETS = ("•", "-", "–", "o ", "*", glyphs.OPEN, glyphs.TICKED, "[", "▪", "◦")


@dataclass(slots=True)
class Paragraph:
    """Lines that run on; `joints` are what goes between them: a space, or nothing in a word."""

    lines: list[Line]
    joints: list[str]

    @property
    def text(self) -> str:
        """Its words."""
        first = self.lines[0].text.strip()
        rest = zip(self.joints, self.lines[1:], strict=True)
        return glyphs.plain(first + "".join(joint + line.text.strip() for joint, line in rest))


def paragraphs(flowing: Sequence[Line], right: float) -> list[Paragraph]:
    """Lines that run on as one paragraph put together; `right` is where writing has to turn."""
    made: list[Paragraph] = []
    pitch = _pitch(flowing)
    wide = right - min((line.pieces[0].x0 for line in flowing), default=0.0)
    for line in flowing:
        above = made[-1].lines[-1] if made else None
        if above is not None and _runs_on(above, line, right, pitch):
            made[-1].joints.append("" if _is_broken(above, line, right, wide) else " ")
            made[-1].lines.append(line)
        else:
            made.append(Paragraph([line], []))
    return made


def _is_broken(above: Line, line: Line, right: float, wide: float) -> bool:
    """True where a word goes on that is wider than its whole column."""
    before, after = above.text.strip()[-2:], line.text.strip()[:1]
    if before.endswith("-") and before[0].isalnum() and after.isalpha():
        return True
    if above.spaced or not _may_be_part(above.text.split()[-1], line.text.split()[0]):
        return False
    word, next_letter = above.pieces[-1].last_word, line.letters[0]
    room = right - above.pieces[-1].x1
    tight = room < 1.1 * (next_letter.x1 - next_letter.x0)
    return tight and word + line.pieces[0].first_word > wide


def _may_be_part(word: str, rest: str) -> bool:
    """True for the short end of a word, or of an address or number, that its column cut off."""
    if "@" in word or (word[-1].isdigit() and rest[0].isdigit()):
        return True
    ending = rest.strip(".,;:)’'").lower()
    cut = word[-1].isalpha() and rest[0].islower()
    return cut and len(ending) <= MOST_CUT_OFF and ending not in SHORT_WORDS


def _pitch(flowing: Sequence[Line]) -> float:
    """The least usual step from line to line."""
    steps = [round(above.y - below.y, 0) for above, below in pairwise(flowing)]
    usual = [step for step in steps if step > 0]
    return min(usual) if usual else 0.0


def _runs_on(above: Line, line: Line, right: float, pitch: float) -> bool:
    """True where the first word could not have stood on the line above, and nothing parts them."""
    if len(above.pieces) > 1 or len(line.pieces) > 1:
        return False
    if above.pieces[0].bold and not line.letters[0].bold:
        return False
    held = above.text.count("(") > above.text.count(")")
    if abs(above.size - line.size) > 0.6 or (line.text.lstrip().startswith(BULLETS) and not held):
        return False
    step = above.y - line.y
    if step > max(pitch, line.size) * PARAGRAPH_GAP:
        return False
    room = right - above.pieces[-1].x1
    return line.pieces[0].first_word + 0.2 * line.size > room


def said(paragraph: Paragraph) -> tuple[str, str, bool]:
    """A paragraph's text, the bold words it begins with, and whether all of it is bold."""
    text = paragraph.text
    lead = _lead(paragraph)
    return text, lead if lead != text else "", bool(text) and lead == text


def _lead(paragraph: Paragraph) -> str:
    kept: list[str] = []
    for joint, line in zip(("", *paragraph.joints), paragraph.lines, strict=True):
        kept.append(joint)
        for place, piece in enumerate(line.pieces):
            kept.append("\t" if place else "")
            for each, shown in zip(piece.letters, piece.spaced(), strict=True):
                if each.text.strip() and not each.bold:
                    return glyphs.plain("".join(kept))
                kept.append(shown)
    return glyphs.plain("".join(kept))
