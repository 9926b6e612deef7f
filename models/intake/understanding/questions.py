"""Tables headed "Section · Question · Response", read as labels with their answers beside them."""

import re
from dataclasses import replace
from itertools import pairwise
from string import ascii_lowercase

from models.intake.papers import Cell, Table
from models.intake.understanding.cells import Labels
from models.intake.understanding.lexicon import Match
from models.intake.understanding.ticks import yes_no
from models.intake.understanding.values import read_value
from models.intake.understanding.wording import label_key

QUESTION = frozenset(
    {"question", "questions", "field", "item", "information required", "information requested",
     "details required", "detail required", "prompt", "heading"}
)  # fmt: skip
ANSWER = frozenset(
    {"answer", "answers", "response", "responses", "your answer", "your response", "details",
     "information", "reply", "value"}
)  # fmt: skip
COUNTED = frozenset(
    {"", "no", "number", "item", "item no", "line", "row", "row no", "s no", "sr no", "serial no"}
)
FOR_THE_LOOK = frozenset(
    {"section", "part", "no", "number", "ref", "area", "category", "theme", "q", "#", ""}
)  # fmt: skip
WITH_SIDEBAR = 3
NUMBERED = COUNTED | {"ref", "reference", "q", "line no"}
LEAST_PARTS = 3
_OF_PART = re.compile(r"(\d{1,2}(?=\.)|[A-Z])\.?(\d{1,2})")
WITH_GUIDANCE, LEAST, MOST, SURE = 3, 4, 0.6, 0.9  # columns, rows, share of rows, how sure
ANY_YEAR = 2026
TELLING = frozenset(
    {"dob", "received", "assessed", "postcode", "nhs", "missing90", "immediate_risk",
     "informed_child", "informed_parent", "plan", "returned", "meeting", "date", "due"}
)  # fmt: skip
"""Fields whose answers are told from other texts."""
GUIDANCE = frozenset(
    {"guidance", "guidance notes", "guidance for completion", "help", "help text", "hint", "hints",
     "how to answer", "how to complete", "how to fill in", "what to put", "what to write",
     "notes for completion", "completion notes", "tips", "prompts", "advice", "instructions"}
)  # fmt: skip


def questions_beside_answers(table: Table) -> Table:
    """The table without its heading and its columns of sections and numbers, each question first.

    Given back as it is where its first row does not head one column as questions and one as
    answers. A row that is one cell across names the part of the form that follows.
    """
    if len(table.rows) < 3:
        return table
    heads = [label_key(cell.text) for cell in table.rows[0]]
    asked = next((at for at, head in enumerate(heads) if head in QUESTION), None)
    told = next((at for at, head in enumerate(heads) if head in ANSWER and at != asked), None)
    whole = all(len(row) in (1, len(heads)) for row in table.rows)
    if asked is None or told is None or not whole:
        return table
    unasked = FOR_THE_LOOK | GUIDANCE
    others = [
        at for at, head in enumerate(heads) if at not in (asked, told) and head not in unasked
    ]
    order = (asked, told, *others)
    rows = tuple(_row(row, order) if len(row) > 1 else row for row in table.rows[1:])
    return replace(table, rows=rows)


def without_guidance(table: Table, labels: Labels) -> Table:
    """The table without a middle column that says how to answer, told by the sorts of answers.

    A label, words about it and the answer: the last column holds days, numbers and names where
    these are asked for and the middle one does not; or the middle says the same on every row.
    """
    rows = [row for row in table.rows if len(row) == WITH_GUIDANCE]
    asked = [(match, row) for row in rows if (match := labels.match(row[0].text))]
    stacked = sum("\n" in row[0].text for _, row in asked)
    if len(asked) < LEAST or len(asked) < MOST * len(rows) or 2 * stacked > len(asked):
        return table
    middle, last = (sum(suits(match, row[at], labels) for match, row in asked) for at in (1, 2))
    same = len({row[1].text.strip() for _, row in asked}) == 1 and bool(asked[0][1][1].text.strip())
    if _for_office([row[2].text.strip() for _, row in asked]):
        return replace(table, rows=tuple(row[:2] if row in rows else row for row in table.rows))
    if not same and (last < LEAST or middle > last / 4):
        return table
    return replace(
        table,
        rows=tuple((row[0], row[2]) if len(row) == WITH_GUIDANCE else row for row in table.rows),
    )


def _for_office(texts: list[str]) -> bool:
    """Say whether a last column says one thing again and again, or nothing: "Office use only"."""
    said = {text for text in texts if text}
    several = sum(bool(text) for text in texts) >= LEAST_PARTS
    return len(said) == 1 and several and yes_no(*said)[0] is None


def suits(match: Match, cell: Cell, labels: Labels) -> bool:
    """Say whether a text is of the sort that the field asks for; not so where any text is."""
    if match.field not in TELLING or not cell.text.strip():
        return False
    values = read_value(labels.context.kind, match.field, cell.text, ANY_YEAR)
    return any(v.name == match.field and v.value is not None and v.fit >= SURE for v in values)


def without_numbers(table: Table) -> Table:
    """The table without a first column that only counts its rows: 1, 2, 3, or 1.1, 1.2, B1."""
    rows = [row for row in table.rows if len(row) > 2]
    if len(rows) < 4:
        return table
    counted = [row[0].text.strip(" .()") for row in rows]
    counted = counted[1:] if label_key(counted[0]) in NUMBERED else counted
    counted = [text for text in counted if text]
    if not _are_counted(counted):
        return table
    return replace(table, rows=tuple(row[1:] if _leads(row) else row for row in table.rows))


def _leads(row: tuple[Cell, ...]) -> bool:
    """Say whether a row begins with its number: also where the name of a part follows, merged."""
    part = len(row) == 2 and row[1].span > 1 and row[0].text.strip(" .)").isalnum()
    return len(row) > 2 or part and len(row[0].text.strip()) <= 2


def _follows(letter: str, before: str) -> bool:
    """Say whether a letter is the first of a part, or the next after the one before it."""
    place = ascii_lowercase.find(letter.lower()) if len(letter) == 1 else -1
    return place == 0 or place > 0 and before.lower() == ascii_lowercase[place - 1]


def _are_counted(texts: list[str]) -> bool:
    """Say whether texts are 1, 2, 3, or numbers of parts and lines that rise: 1.1, 1.2, B1."""
    if texts == [str(number) for number in range(1, len(texts) + 1)]:
        return True
    if len(texts) >= LEAST and all(map(_follows, texts, ["", *texts])):
        return True  # (a), (b), (c), and again from (a)
    found = filter(None, map(_OF_PART.fullmatch, texts))
    told = [(one[1].zfill(2), int(one[2])) for one in found]
    return (
        len(told) >= LEAST_PARTS
        and len(told) == len(texts)
        and all(a < b for a, b in pairwise(told))
    )


def without_sidebar(table: Table) -> Table:
    """The table with the section names of its first column on rows of their own.

    Given back as it is unless every row but a title has three cells and the first are mostly empty.
    """
    rows = table.rows
    beside = [row for row in rows if len(row) == WITH_SIDEBAR]
    if len(beside) < LEAST or any(len(row) not in (1, WITH_SIDEBAR) for row in rows):
        return table
    named = sum(bool(row[0].text.strip()) and not row[0].continues for row in beside)
    if not named or named > len(beside) / 2 or not all(row[1].text.strip() for row in beside):
        return table
    return replace(table, rows=tuple(one for row in rows for one in _under_its_section(row)))


def _under_its_section(row: tuple[Cell, ...]) -> tuple[tuple[Cell, ...], ...]:
    if len(row) != WITH_SIDEBAR:
        return (row,)
    section = (replace(row[0], span=WITH_SIDEBAR),)
    named = bool(row[0].text.strip()) and not row[0].continues
    return (section, row[1:]) if named else (row[1:],)


def _row(row: tuple[Cell, ...], order: tuple[int, ...]) -> tuple[Cell, ...]:
    return tuple(row[at] for at in order)
