"""What a form says to whoever fills it in: hints in brackets, under a label, in a column beside."""

import re
from collections.abc import Iterable
from dataclasses import replace

from models.intake.papers import Block, Cell, Table
from models.intake.understanding.answers import without_pointing
from models.intake.understanding.cells import Labels, filled, is_strong, lead_of, own_cells
from models.intake.understanding.context import Context
from models.intake.understanding.elements import Pair
from models.intake.understanding.forms_own import explains_scale, is_either, is_instruction
from models.intake.understanding.inline import carries_values
from models.intake.understanding.leading_hints import leads_as_hint

LEAST = 3  # labels with a hint under them, before a second line is one wherever it stands
LEAST_LABELS, MOST_LABELS = 4, 0.6
LONGEST_HINT = 14  # words of a hint between a label and the row that answers it
_BRACKETED = re.compile(r"\s*[(\[][^()\[\]]{4,250}[)\]][.\s]*$")
_ORDERS = re.compile(
    r"\s*(?:set out|describe|explain|state|outline|summari[sz]e|list|give|tell us|include|specify|"
    r"record|say|use|enter|write|leave|be|dates?,|only if|if (?:yes|no|so|known)|as (?:told|far)|"
    r"ask (?:the|your|a)|answer|please)\b.{0,160}$",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(
    r"\W*(?:click|tap)\b[\w ]{0,30}\b(?:to enter|here)\b[\w ]{0,20}\W*$|"
    r"\W*(?:choose|select|pick) an? (?:item|option|date)\W*$|\W*type here\W*$",
    re.IGNORECASE,
)
_UNANSWERED = re.compile(
    r"\s*(?:leave (?:this )?blank\b|only if\b|dd ?[/.-] ?mm|names? if (?:you )?known?\b|"
    r"one (?:per|to (?:a|each)) line\b|list (?:each|all)\b|"
    r"please (?:state|give|list|specify|answer)\b|"
    r"if (?:known|applicable|available)\W*$).{0,80}$",
    re.IGNORECASE,
)
_ASIDE = re.compile(  # "is this suitable e.g. temporary. Rm 4, Bexley Lodge"
    r"^(?:is this|is it|are these|please|e\.g\.?|include|including|if)\b"
    r"(?:e\.g\.|[^.\n]){0,120}\.\s+(?=[A-Z0-9])"
)
_LED_BY_HINT = re.compile(r"\s*\([^()\n]{2,60}\)\s*:\s*(?=\S)")  # (Low / Medium / High): Medium
PLAINLY = frozenset({"address", "placement", "school", "name", "lead", "parent_name", "referrer"})
ORDERED = frozenset({"ask", "actions", "recommendations", "text"})  # answers that are orders
STYLE_BOLD = 99


def is_hint(text: str) -> bool:
    """Say whether a line is nothing but words in brackets, as a form puts them under a label."""
    return bool(_BRACKETED.match(text)) and len(text.split()) > 1


def without_hints(pair: Pair) -> Pair:
    """Return a pair whose answer does not begin with the form's own words about it."""
    nothing = is_either(pair.value) or explains_scale(pair.value)
    if nothing or _PLACEHOLDER.match(pair.value):
        return replace(pair, value="")
    if (whole := without_pointing(pair.value)) != pair.value:
        return replace(pair, value=whole)
    led = _LED_BY_HINT.match(pair.value)
    pair = replace(pair, value=pair.value[led.end() :]) if led else pair
    field = pair.match.field if pair.match else ""
    bare = _ASIDE.sub("", pair.value) if field in PLAINLY else pair.value
    pair = replace(pair, value=bare) if bare != pair.value else pair
    first, _, rest = pair.value.partition("\n")
    while first and _guides(pair, first, rest):
        first, _, rest = rest.partition("\n")
    value = f"{first}\n{rest}" if rest else first
    told, _, last = value.rpartition("\n")
    value = told if told.strip() and is_hint(last) and is_instruction(last.strip("( [")) else value
    return pair if value == pair.value else replace(pair, value=value)


def _guides(pair: Pair, line: str, rest: str) -> bool:
    field = pair.match.field if pair.match else ""
    if _UNANSWERED.match(line) or bool(rest.strip()) and leads_as_hint(field, line):
        return True
    ordered = bool(rest.strip()) and field not in ORDERED and bool(_ORDERS.match(line))
    return is_hint(line) or ordered


def without_hints_under_labels(table: Table, labels: Labels) -> Table:
    """Return a table whose labels stand without the hint that each has on a line of its own.

    A label with an answer beside it shows that its second line is a hint; several show that all
    are, also where the answer was left empty.
    """
    table = _without_hints_over_answers(table, labels)
    rows = [own_cells(row) for row in table.rows]
    told = [_hinted(row, at, labels) for row in rows for at in range(len(row) - 1)]
    if sum(told) < LEAST and not any(map(_in_bold, rows)):
        return table
    return replace(table, rows=tuple(_bare(row, labels) for row in table.rows))


def _without_hints_over_answers(table: Table, labels: Labels) -> Table:
    """Take the short line under a label for a hint where the row below holds an answer alone."""
    below = [*table.rows[1:], ()]
    pairs = zip(table.rows, below, strict=True)
    return replace(table, rows=tuple(_over(row, under, labels) for row, under in pairs))


def _over(row: tuple[Cell, ...], under: tuple[Cell, ...], labels: Labels) -> tuple[Cell, ...]:
    cells, answers = filled(row), filled(under)
    if len(cells) != 1 or len(answers) != 1 or len(own_cells(under)) != 1:
        return row
    first, _, hint = cells[0].text.partition("\n")
    short = "\n" not in hint and 0 < len(hint.split()) <= LONGEST_HINT
    if not short or not is_strong(labels.match(first)) or _asks(answers[0], labels):
        return row
    return tuple(replace(one, text=first, bold_lead="") if one is cells[0] else one for one in row)


def _asks(cell: Cell, labels: Labels) -> bool:
    """Say whether a cell asks something itself, or heads what is asked below it."""
    asks = labels.begins(cell, after_value=False) or is_strong(labels.match(cell.text))
    return asks or cell.bold or bool(lead_of(cell)) or carries_values(labels.inline(cell))


def _hinted(row: list[Cell], at: int, labels: Labels) -> bool:
    first, _, hint = row[at].text.partition("\n")
    if not hint.strip() or labels.match(first) is None:
        return False
    return bool(row[at + 1].text.strip()) and not labels.match(row[at + 1].text)


def _in_bold(row: list[Cell]) -> bool:
    """Say whether a label in bold has a plain line under it, and a plain answer beside it."""
    labels, answers = row[::2], row[1::2]
    led = all(lead_of(one) == one.text.partition("\n")[0].strip() != "" for one in labels)
    plain = all(one.text.strip() and not one.bold_lead for one in answers)
    return bool(row) and len(labels) == len(answers) and led and plain


def _bare(row: tuple[Cell, ...], labels: Labels) -> tuple[Cell, ...]:
    cells = list(row)
    for at, cell in enumerate(row[:-1]):
        first, _, hint = cell.text.partition("\n")
        asked = at == 0 or labels.match(first) is not None
        line, _, below = row[at + 1].text.partition("\n")
        stacked = bool(below.strip()) and labels.match(line) is not None
        if hint.strip() and asked and not stacked:
            cells[at] = replace(cell, text=first)
    return tuple(cells)


def label_styles(parts: Iterable[Block | Table], context: Context) -> frozenset[int]:
    """Return the levels of heading, or bold lines, which this paper uses as labels of answers."""
    parts = tuple(parts)
    asked: dict[int, list[bool]] = {}
    for one, after in zip(parts, parts[1:], strict=False):
        style = style_of(one)
        if style and isinstance(after, Block) and not style_of(after):
            assert isinstance(one, Block)
            known = context.label(one.text) is not None
            asked.setdefault(style, []).append(known)
    return frozenset(
        style
        for style, known in asked.items()
        if sum(known) >= LEAST_LABELS and sum(known) >= MOST_LABELS * len(known)
    )


def style_of(part: Block | Table) -> int:
    """Return the level of a heading, `STYLE_BOLD` for a line all in bold, 0 for plain text."""
    if isinstance(part, Table):
        return 0
    bold = bool(part.bold_lead) and part.bold_lead.strip() == part.text.strip()
    return part.heading or (STYLE_BOLD if bold else 0)
