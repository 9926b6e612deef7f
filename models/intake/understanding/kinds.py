"""What kind of paper this is, told by its titles and the labels it uses, never by its file name."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from models.intake.papers import Block, Content, Table
from models.intake.understanding.cells import lead_of
from models.intake.understanding.languages import in_one_language
from models.intake.understanding.letters import tells_of_child
from models.intake.understanding.lexicon import kinds, lexicon, recognise
from models.intake.understanding.listed_rows import lists_addresses, lists_days
from models.intake.understanding.minutes_kept import is_minutes
from models.intake.understanding.own_words import as_child
from models.intake.understanding.plain_heads import holds_actions, listed_plainly
from models.intake.understanding.wording import dictionary, tokens

UNKNOWN = "unknown"
LISTS = frozenset({"tracker", "members", "persons", "missing", "actions"})
NAMED = frozenset({"name", "first_name", "surname", "dob", "la_id", "nhs"})
ONE_FORM, PLAIN, LEAST_ASKED = frozenset({"child", "assessment"}), 0.95, 4
CHILD, ACTIONS, SURE = "child", "actions", 0.85
TOLD, ASKED = {"reason", "tried"}, {"ask", "informed_child", "informed_parent"}
"""What a referral tells and asks, and a tool of assessment does not do both."""
_REFERS = re.compile(
    r"\b(?:referrer|making (?:the |this )?referral|referred by|reason for (?:the )?referral|"
    r"date of (?:the )?referral|(?:the|this) referral)\b",
    re.IGNORECASE,
)
_ASSESSES = re.compile(
    r"\b(?:complet\w+|undertaken|carried out|started) (?:by|this|the|a)? ?assessment\b|"
    r"\breview assessment\b|\bassessor\b",
    re.IGNORECASE,
)
OF_ONE = frozenset({"dob", "gender", "ethnicity", "school", "nhs", "la_id", "plan"})
LEAST_OF_ONE = 4  # of these: so much is asked of one child, and of nobody at a place
OF_PLACES = frozenset({"location", "group"})
_NO_REFERRAL = re.compile(r"\bnot (?:intended to be |meant as |to be used as )?a referral\b", re.I)
NEAR = 0.6  # labels by which a kind may trail and yet explain more of the paper
NEARLY = 1.0  # by how much a child's labels may outweigh an adult's
UNNAMED = 0.5  # a referral that asks for no child's name is hardly one of a child
LETTER = 4_000  # characters in which a letter has said what it is
_PANEL = r"\b(?:mace|mase|(?-i:MET)|vemt|macse|exploitation|panel)\b"
_SAYS = (
    (
        "person_of_concern",
        re.compile(r"\bnominat\w+\b.{0,80}\b(?:person|adult|man|woman)\b.{0,20}\bconcern\b", re.I),
    ),
    (
        "location",
        re.compile(r"\bnominat\w+\b.{0,60}\b(?:location|place|venue|premises)\b", re.I),
    ),
    (
        "child",
        re.compile(
            rf"\b(?:child|student|pupil|young person|patient)s? referral\b|"
            rf"\b(?:discussed|considered|heard|looked at)\b.{{0,40}}\b(?:next|your|the) "
            rf"{_PANEL[2:]}|"
            r"\b(?:put|added|placed|included|goes|go) on(?:to)?\b.{0,40}"
            rf"{_PANEL}.{{0,20}}\b(?:agenda|list)\b|"
            rf"\brefer(?:ral|ring|red)?\b.{{0,80}}{_PANEL}|{_PANEL}.{{0,60}}\breferral\b",
            re.I,
        ),
    ),
)
_TABBED, _BEFORE = re.compile(r"[\n\t]"), re.compile(r":|\s[-–—]\s")  # what ends a label
DAYS_LISTED = ("tracker", "missing", "actions")
DATED = 2.0  # what rows with a day say for a list
ADDRESSED = 2.5  # what an address in every row says for a list of members
_TITLE_WORTH = 3.0
_LEAST = 1.6


def kind_of(parts: Iterable[Block | Table], own: tuple[str, ...] = ()) -> str:
    """Return the likeliest kind of paper, or "unknown" where nothing tells.

    `own` holds the form's own words for the child.
    """
    parts = tuple(parts)
    labels = tuple(dict.fromkeys(as_child(label, own) for label in _labels(parts)))
    titles = tuple(as_child(title, own) for title in _titles(parts))
    if listed := _listed(parts, titles):
        return listed
    scores = {kind: _score(kind, labels) + _title_score(kind, titles) for kind in kinds()}
    if lists_addresses(parts):
        scores["members"] += ADDRESSED
    best = max(scores, key=lambda kind: scores[kind])
    if best == CHILD and not _asks_of_child(labels):
        told = scores | {CHILD: scores[CHILD] - (1 - UNNAMED) * _title_score(CHILD, titles)}
        other = max(told, key=lambda kind: told[kind])
        best = other if other in OF_PLACES else best
    if best == CHILD and lists_days(parts):
        listed = max(DAYS_LISTED, key=lambda kind: scores[kind])
        best = listed if scores[listed] > scores[best] - DATED else best
    if best == CHILD and is_minutes(titles, labels):
        return ACTIONS if holds_actions(parts) else UNKNOWN
    if best == CHILD and _is_tool(titles, labels, parts):
        return "assessment"
    if best == CHILD and (about := _of_place(titles[:1], labels)):
        return about
    return best if scores[best] >= _LEAST else _spoken(parts)


def _listed(parts: tuple[Block | Table, ...], titles: tuple[str, ...]) -> str:
    """Return the kind of a list that its heads tell, where no title says that it is another."""
    listed = listed_plainly(parts)
    if listed and _is_of_one(one for one in parts if isinstance(one, Block)):
        return ""
    others = (kind for kind in kinds() if kind != listed)
    return "" if listed and any(_title_score(kind, titles) for kind in others) else listed


def _is_of_one(lines: Iterable[Block]) -> bool:
    """Say whether the lines beside a list ask who a child is, as a form with a table does."""
    found = (recognise(CHILD, label) for label in _labels(tuple(lines)))
    asked = {one.field for one in found if one and one.score >= SURE} & NAMED
    return "dob" in asked or len(asked) > 1


def nearly_as_likely(parts: tuple[Block | Table, ...], kind: str) -> dict[str, float]:
    """Return the kinds whose labels say nearly as much as those of the likeliest, with how much.

    None where a title says what the paper is, or no other kind comes near; all of them where no
    kind was found.
    """
    titles = tuple(_titles(parts))
    if any(_title_score(one, titles) for one in kinds()) or _listed(parts, titles):
        return {}
    labels = tuple(dict.fromkeys(_labels(parts)))
    if is_minutes(titles, labels):
        return {}
    scores = {one: _score(one, labels) for one in kinds()}
    least = max(scores.values()) - NEAR if kind != UNKNOWN else 0.0
    near = {one: score for one, score in scores.items() if score > least or one == kind}
    return near if len(near) > 1 or kind == UNKNOWN else {}


def _asks_of_child(labels: tuple[str, ...]) -> bool:
    """Say whether any label asks who the child is."""
    found = (recognise(CHILD, label) for label in labels)
    return any(one and one.field in NAMED and one.score >= SURE for one in found)


def asks_of_adult(parts: tuple[Block | Table, ...]) -> bool:
    """Say whether a form's labels are nearly as much those of a person of concern as of a child.

    One whose title calls it a child's never is.
    """
    labels, titles = tuple(dict.fromkeys(_labels(parts))), tuple(_titles(parts))
    near = _score("person_of_concern", labels) >= _score(CHILD, labels) - NEARLY
    return near and not _title_score(CHILD, titles)


def _is_tool(
    titles: tuple[str, ...], labels: tuple[str, ...], parts: tuple[Block | Table, ...]
) -> bool:
    """Say whether a form about a child is a tool of assessment, and no referral that uses one.

    A title says which tool; a referral names who refers, or tells why and what it asks.
    """
    named = [found.field for title in titles if (found := lexicon("titles").recognise(title))]
    if "assessment" not in named:
        return False
    if any(isinstance(one, Block) and _NO_REFERRAL.search(one.text) for one in parts):
        return True
    if CHILD in named:
        return False
    asked = {
        found.field
        for label in labels
        if (found := recognise(CHILD, label)) and found.score >= SURE
    }
    refers = any(_REFERS.search(text) for text in (*labels, *titles))
    if not refers and any(_ASSESSES.search(text) for text in (*labels, *titles)):
        return True
    return not refers and not (asked & TOLD and asked & ASKED)


def _of_place(titles: tuple[str, ...], labels: tuple[str, ...]) -> str:
    """Return "location" or "group" where the paper's title says so and no label names a child."""
    said = (found.field for title in titles if (found := lexicon("titles").recognise(title)))
    about = next((kind for kind in said if kind in OF_PLACES), "")
    asked = {found.field for x in labels if "child" in tokens(x) and (found := recognise(CHILD, x))}
    plain = {one.field for x in labels if (one := recognise(CHILD, x)) and one.score >= PLAIN}
    of_one = about == "location" and len(plain & OF_ONE) >= LEAST_OF_ONE
    return "" if asked & NAMED or of_one else about


def _spoken(parts: tuple[Block | Table, ...]) -> str:
    """Return what a letter says it is in a sentence: "I would like to refer … to your panel"."""
    text = " ".join(part.text for part in parts if isinstance(part, Block))[:LETTER]
    said = next((kind for kind, said in _SAYS if said.search(text)), UNKNOWN)
    return "child" if said == UNKNOWN and tells_of_child(text) else said


def groups_of(content: Content) -> list[tuple[Block | Table, ...]]:
    """Return the parts that belong together: a whole document, or each worksheet.

    One that asks more of whom the first names, and names nobody itself, goes on with it.
    """
    whole = in_one_language(content.parts)
    if content.form != "xlsx":
        return [whole]
    sheets: dict[str, list[Block | Table]] = {}
    name = ""
    for part in whole:
        name = (part.sheet if isinstance(part, Table) else None) or name
        sheets.setdefault(name, []).append(part)
    groups: list[tuple[Block | Table, ...]] = []
    named = False  # whether a worksheet after the first names somebody: then more may be theirs
    for parts in map(tuple, sheets.values()):
        asked = _asked(parts) if groups else frozenset()
        named = named or bool(asked & NAMED)
        if not named and len(asked) >= LEAST_ASKED and kind_of(groups[0]) in ONE_FORM:
            groups[0] = (*groups[0], *parts)
        else:
            groups.append(parts)
    return groups


def _asked(parts: tuple[Block | Table, ...]) -> frozenset[str]:
    """Return what a worksheet plainly asks of a child."""
    found = (recognise(CHILD, label) for label in dict.fromkeys(_labels(parts)))
    return frozenset(one.field for one in found if one and one.score >= PLAIN)


def _score(kind: str, labels: tuple[str, ...]) -> float:
    telling = _telling(kind)
    best: dict[str, float] = {}
    for label in labels:
        found = recognise(kind, label)
        if found and found.score >= 0.8:
            best[found.field] = max(best.get(found.field, 0.0), found.score)
    whole = sum(score * (1.0 if field in telling else 0.3) for field, score in best.items())
    named = kind != "child" or any(field in NAMED for field in best)
    return whole if named else UNNAMED * whole


@cache
def _telling(kind: str) -> frozenset[str]:
    return frozenset(dictionary()["telling"].get(kind, ()))


def _title_score(kind: str, titles: tuple[str, ...]) -> float:
    scores = [0.0]
    for rank, title in enumerate(titles):
        found = lexicon("titles").recognise(title)
        if found and found.field == kind and found.score >= 0.75:
            scores.append(_TITLE_WORTH * found.score * (1.0 if rank < 2 else 0.5))
    return max(scores)


def _titles(parts: tuple[Block | Table, ...]) -> Iterator[str]:
    """Yield the first headings, short paragraphs and single cells, and then the sheet's name."""
    found, sheets = 0, [part.sheet for part in parts[:8] if isinstance(part, Table) and part.sheet]
    for part in parts[:8]:
        for text in [part.text] if isinstance(part, Block) else _only_cells(part):
            if text and len(text.split()) <= 16 and found < 4:
                found += 1
                yield text
    yield from sheets


def _only_cells(table: Table) -> Iterator[str]:
    for row in table.rows[:3]:
        filled = [cell.text for cell in row if cell.text.strip()]
        if len(filled) > 1:
            break
        yield from filled


def _labels(parts: tuple[Block | Table, ...]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Block):
            yield from _block_labels(part)
        else:
            yield from _table_labels(part)


def _block_labels(block: Block) -> Iterator[str]:
    if block.heading or block.bold_lead:
        yield (block.bold_lead or block.text)[:120]
    for piece in block.text.replace("\t", "\n").replace("   ", "\n").split("\n"):
        label, *colon = _BEFORE.split(piece, maxsplit=1)
        if (colon or len(piece) < 50) and len(label) <= 90:
            yield label


def _table_labels(table: Table) -> Iterator[str]:
    for number, row in enumerate(table.rows[:80]):
        for place, cell in enumerate(row):
            text = cell.text.strip()
            if not text or (number > 12 and place > 2):
                continue
            lead = lead_of(cell)
            first = _TABBED.split(text, maxsplit=1)[0]
            label, colon, _ = first.partition(":")
            if lead or len(label) <= 90:
                yield lead or (label if colon else first)
