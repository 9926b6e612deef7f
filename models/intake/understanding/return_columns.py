"""What the columns and labels of an agency's return mean, and which of them keep something back."""

import re
from collections.abc import Iterable, Sequence

from models.intake.understanding.elements import Grid, Pair
from models.intake.understanding.lexicon import Match, recognise
from models.intake.understanding.minuted import asks_of_minutes
from models.intake.understanding.questions import COUNTED
from models.intake.understanding.wording import label_key

KINDS_OF_TEXT = {
    "fact_text": "fact",
    "opinion_text": "opinion",
    "intelligence_text": "intelligence",
}
PARTS = (
    "date",
    "text",
    "kind",
    "sharing",
    "reason",
    "source",
    "agencies",
    "grading",
    *KINDS_OF_TEXT,
    "withheld",
    "shareable",
)
SURE = 0.9
NAMING = frozenset({"name", "first_name", "la_id"})
_NOT_SHARED = re.compile(
    r"\bnot\b.{0,12}\bshar|\bwithh[eo]ld|\bnot\b.{0,12}\bdisclos", re.IGNORECASE
)
_KEPT_BACK = re.compile(
    r"\b(?:not|never|internal|confidential|private|restrict\w*|only|withh\w+|sensitive)\b|n't\b",
    re.IGNORECASE,
)
_HOLDS = re.compile(
    r"\b(?:information|info|what|details?|lines?|content|intelligence|anything)\b", re.IGNORECASE
)
_FOR_SHARING = re.compile(
    r"\b(?:(?:that|which) (?:can|may|could) be shared|to be shared|for sharing|to share"
    r"|(?:able|ok|okay|happy) to share|shareable)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(r"^\W*(?:can|may|is|who|how|should|could|permission)\b|\?|\bwith\W*$", re.I)
_SENT_BACK_TO = re.compile(r"^\W*(?:please )?return\b.{0,24}\bto\b", re.IGNORECASE)
_KNOWS = re.compile(r"^\W*what (?!.*\bnot\b).{0,40}\bknow[ns]?\W*$", re.IGNORECASE)
_ASKED = re.compile(
    r"^\W*(?:what is (?:missing|asked)|points? (?:asked|open)|(?:our )?questions?)\W*$", re.I
)
_ONLY_WHY = re.compile(r"^\W*(?:if .*)?(?:reasons?|why|rationale)\b", re.IGNORECASE)


OF_RETURN = frozenset({"agency", "meeting", "completed_by", "role", "contact", "returned", "due"})
"""What a return says once of itself."""


def told_by(label: str, match: Match | None) -> str:
    """Return the field of a label; one that holds what is not shared is never read as a reason."""
    if _NOT_SHARED.search(label) and _HOLDS.search(label) and not _ONLY_WHY.match(label):
        return "withheld"
    if _FOR_SHARING.search(label) and _HOLDS.search(label) and not _ASKS.search(label):
        return "shareable"
    if asks_of_minutes(label) and (match is None or match.score < SURE):
        return "sharing"
    if _ASKED.match(label) and (match is None or match.score < SURE):
        return "asked"
    if _KNOWS.match(label) and (match is None or match.field == "agency"):
        return "text"  # "What your agency knows" names no agency
    if match and match.field == "agency" and _SENT_BACK_TO.match(label):
        return "return_to"  # whoever asked, not whoever answers
    kind = KINDS_OF_TEXT.get(match.field) if match else None
    if kind and kind[:4] not in label.lower():
        return "text"  # "What we know" says of no line that it is a fact
    return match.field if match else ""


def as_told(said: dict[str, tuple[str, str]]) -> dict[str, tuple[str, str]]:
    """What stands under "information that can be shared" is told, for all unless it says who."""
    if "shareable" not in said or "text" in said:
        return said
    told = {name: value for name, value in said.items() if name != "shareable"}
    return {"sharing": ("can be shared", said["shareable"][1]), **told, "text": said["shareable"]}


def heads_alone(grid: Grid, columns: Sequence[Match | None]) -> bool:
    """Say whether a row under heads tells of the return itself: "Agency | Completed by"."""
    told = [match.field for match in columns if match]
    return len(grid.rows) == 1 and len(told) == len(columns) > 1 and set(told) <= OF_RETURN


def describes_child(label: str, match: Match | None) -> bool:
    """Whether a label that only resembles one of a return's is that of a child's own details.

    "Also known as" is not "known", and an NHS number is no number of the case system.
    """
    if match is None or match.score >= SURE:
        return False
    own = recognise("child", label)
    return own is not None and own.score >= SURE and own.field != match.field


def heads_lines(matches: Sequence[Match | None]) -> bool:
    """Whether these are the columns of lines: what is said, with its kind, sharing or date."""
    fields = {match.field for match in matches if match}
    said, marks = fields & {"text", *KINDS_OF_TEXT}, fields & {"kind", "sharing", "date"}
    return all(matches) and len(fields) == len(matches) and bool(said and marks)


def tells_lines(matches: Iterable[Match | None]) -> bool:
    """Say whether what is said of somebody is among these, and who may read it or its kind."""
    fields = {match.field for match in matches if match}
    return bool(fields & {"text", *KINDS_OF_TEXT}) and bool(fields & {"kind", "sharing", "date"})


def keeps_back(header: str) -> bool:
    """Say whether a header says of its column that it is not for all to read."""
    return bool(_KEPT_BACK.search(header))


def with_text_column(grid: Grid, columns: list[Match | None]) -> list[Match | None]:
    """Take the only column under an unknown header for the text, where no other column is one.

    Not one whose header keeps something back.
    """
    fields = {told_by(head, match) for head, match in zip(grid.headers, columns, strict=True)}
    told = fields & {"text", "withheld", "nothing_known", *KINDS_OF_TEXT}
    if told or not {"kind", "sharing"} <= fields:
        return columns
    unknown = [at for at, match in enumerate(columns) if match is None and _holds(grid, at)]
    if len(unknown) != 1 or keeps_back(grid.headers[unknown[0]]):
        return columns
    return [Match("text", 0.6) if at in unknown else match for at, match in enumerate(columns)]


def own_texts(grid: Grid, columns: Sequence[Match | None]) -> frozenset[str]:
    """Return the headers under which an agency tells what it knows, where none is known as text.

    A template of its own, "ED attendances", "Sexual health": not what describes the child, and not
    what only counts the rows.
    """
    fields = {told_by(head, match) for head, match in zip(grid.headers, columns, strict=True)}
    if fields & {"text", "shareable", "kind", "sharing", *KINDS_OF_TEXT} or not fields & NAMING:
        return frozenset()
    return frozenset(
        head
        for at, (head, match) in enumerate(zip(grid.headers, columns, strict=True))
        if match is None and _holds(grid, at) and not _describes(head)
    )


def _describes(header: str) -> bool:
    own = recognise("child", header)
    return label_key(header) in COUNTED or own is not None and own.score >= SURE


def signed(pair: Pair) -> bool:
    """Say whether a pair is read from the lines below a signature."""
    return pair.match is not None and pair.match.settled


def _holds(grid: Grid, at: int) -> bool:
    return bool(grid.texts(at))
