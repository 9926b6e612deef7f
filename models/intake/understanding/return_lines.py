"""The lines of a return that one row, or one set of labels, tells."""

import re
from collections.abc import Sequence

from models.intake.papers import ReadField
from models.intake.understanding.answers import says_nothing
from models.intake.understanding.elements import Grid, Pair
from models.intake.understanding.lexicon import Match
from models.intake.understanding.lines import Line, Whom, is_nothing_known
from models.intake.understanding.return_columns import KINDS_OF_TEXT, as_told
from models.intake.understanding.return_marks import marked_parts
from models.intake.understanding.sharing import marks_alone
from models.intake.understanding.ticks import EMPTY, TICKED, plain_marks, yes_no
from models.marks import Information

Said = dict[str, tuple[str, str]]
_SHAREABLE = re.compile(  # not a bare "yes" or "panel": that may say what is not to be shared
    r"\W*(?:(?:(?:ok|okay|happy|fine|able) to |please )?share|"
    r"(?:it |this )?(?:can|may) (?:all )?be shared|no restrictions?)"
    r"(?: with (?:all|everyone|everybody|(?:all |the )?panel|all (?:agencies|partners)))?\W*$",
    re.IGNORECASE,
)

_KEPT = re.compile(  # nothing to be withheld
    r"\W*(?:nothing|none|no(?: information)?) (?:(?:is |needs? )?to be |to |is )?"
    r"(?:withheld|withhold|restricted|kept back|sensitive|not to be shared)\W*",
    re.IGNORECASE,
)
_LONE_BOX = re.compile(
    rf"\s*(?P<mark>[{TICKED}{EMPTY}])\s*(?P<said>[^{TICKED}{EMPTY}()]+?)\s*(?:\([^()]*\))?\s*"
)
OF_WHOM = frozenset({"name", "first_name", "surname", "dob", "la_id"})
_NOT_KNOWN = re.compile(
    r"\b(?:not|un) ?known\b|\b(?:nothing|no information|no records?) (?:is )?(?:known|held)\b", re.I
)
_RESTRICTS = re.compile(r"\b(?:restrict\w*|limit\w*|anything not|not to be shared)\b", re.I)


def told_lines(
    said: Said, whom: Whom, ticked: dict[str, str], paper: dict[str, ReadField], where: str = ""
) -> list[Line]:
    """Return what is said as lines, each with its kind and with who may read it."""
    said = as_told(said)
    base = Line(whom, where or next(iter(said.values()), ("", ""))[1], paper=paper)
    base = base.under(said, ticked)
    texts = [(name, said[name]) for name in ("text", *KINDS_OF_TEXT) if name in said]
    found: list[Line] = []
    for name, (text, place) in texts:
        told = name == "text" or base.kind is not Information.NOT_STATED and len(texts) == 1
        line = base if told else base.of_kind(KINDS_OF_TEXT[name])
        for part, mark in marked_parts(text):
            found.append(_under_mark(line, mark).saying(part, place))
    if "withheld" in said and not _is_none(said["withheld"][0]):
        found.append(base.held_back(said["withheld"]))
    if not texts and "withheld" not in said and ("nothing_known" in said or base.says_anything):
        found += _answered(base, said.get("nothing_known"))
    return found


def _under_mark(line: Line, mark: str) -> Line:
    for one in filter(None, mark.split(";")):
        line = line.marked(one)
    return line


def known_lines(pair: Pair, whom: Whom) -> list[Line]:
    """Return the line of an answer that nothing is known of a child; none where something is."""
    if not pair.value and is_nothing_known(pair.label):
        return [Line(whom, pair.where, nothing_known=True, text=pair.label)]
    answer = yes_no(pair.value)[0]
    known = "known to" in pair.label.lower() or pair.label.lower().strip(" ?") in (
        "known",
        "child known",
    )
    if answer is None or answer == known:
        return []
    return [Line(whom, pair.where, nothing_known=True, text=pair.text)]


def not_known(grid: Grid, columns: Sequence[Match | None], whom: Whom, where: str) -> list[Line]:
    """Return the line of a child in a list without texts under "Children not known to us"."""
    fields = {match.field for match in columns if match}
    named = bool(whom.name) and all(columns) and fields <= OF_WHOM
    if not named or not _NOT_KNOWN.search(grid.caption):
        return []
    return [Line(whom, where, nothing_known=True, text=grid.caption)]


def ticks_nothing_known(text: str) -> bool | None:
    """Say whether "☒ Nothing known (go to the next child)" is ticked; None where it is no such box.

    An empty box beside these words says nothing: what is known stands below it.
    """
    box = _LONE_BOX.fullmatch(plain_marks(text))
    if box is None or not is_nothing_known(box["said"]):
        return None
    return box["mark"] == TICKED


def marks_line_above(lines: list[Line], whom: Whom, text: str) -> bool:
    """Take "Fact. Share with all panel." on a line of its own as marks of the line above."""
    marks = () if is_nothing_known(text) else marks_alone(text)
    if not marks or not lines or lines[-1].marked_already or lines[-1].whom != whom:
        return False
    line = lines[-1]
    for mark in marks:
        line = line.marked(mark)
    lines[-1] = line.saying(line.text, line.text_where, line.nothing_known)
    return True


def _is_none(text: str) -> bool:
    """Say whether nothing is kept back: "none", a dash or "ok to share with all"."""
    bare = not any(letter.isalnum() for letter in text) or bool(_SHAREABLE.match(text))
    return bare or bool(_KEPT.fullmatch(text)) or is_nothing_known(text) or says_nothing(text)


def _answered(base: Line, known: tuple[str, str] | None) -> list[Line]:
    """Return the line of a row that only says whether the child is known."""
    answer = yes_no(known[0])[0] if known else None
    if known is None or answer is None:
        return [base.saying(known[0] if known else "", base.where, nothing=bool(known))]
    return [] if answer else [base.saying("", known[1], nothing=True)]


def restricts_nothing(pair: Pair, field: str) -> bool:
    """Say whether "Restrictions on sharing: none" restricts nothing: no line is kept back by it."""
    return field == "sharing" and bool(_RESTRICTS.search(pair.label)) and says_nothing(pair.value)
