"""From a paper's plain content to what it says: kind, records, and what was not understood."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from models.clock import SystemClock
from models.intake import assessed_place, receipts
from models.intake.papers import Block, Content, NotUnderstood, ReadPaper, ReadRecord, Table
from models.intake.printed import is_printed
from models.intake.understanding.about import WHOLE, own_kind, shaped
from models.intake.understanding.above_rows import said_above, under
from models.intake.understanding.answered import as_left, asked_about, without_answered
from models.intake.understanding.around_rows import Found, with_rest
from models.intake.understanding.blocks import blocks_as_list
from models.intake.understanding.boxes_below import with_boxes_below, with_lines_apart
from models.intake.understanding.context import Context
from models.intake.understanding.dotted import without_dots
from models.intake.understanding.elements import Element, Grid, Pair
from models.intake.understanding.explained import explains, tells_more, worth
from models.intake.understanding.form_grids import heads_subject
from models.intake.understanding.guidance_pages import Parts, without_explanations
from models.intake.understanding.keys import read_key
from models.intake.understanding.kinds import LISTS, UNKNOWN, groups_of, nearly_as_likely
from models.intake.understanding.label_names import without_label_names
from models.intake.understanding.nameless import with_nameless
from models.intake.understanding.passed_on import passed_on
from models.intake.understanding.prefixed import (
    with_piped_rows,
    without_letters,
    without_page_lines,
)
from models.intake.understanding.records import Growing
from models.intake.understanding.referred_rows import only_referred
from models.intake.understanding.returns import read_return
from models.intake.understanding.rows import is_list, read_rows, rows_in_turns
from models.intake.understanding.run_together import with_words_apart
from models.intake.understanding.sheet_names import (
    TRACKER,
    is_of_tracker,
    sheet_of,
    with_sheet_names,
)
from models.intake.understanding.squares import with_squares
from models.intake.understanding.stuck_on import with_stuck_on
from models.intake.understanding.unboxed import with_boxes
from models.intake.understanding.updated_answers import read_answers, without_answers
from models.intake.understanding.web_forms import as_asked_by_form
from models.intake.understanding.without_why import with_gap
from models.intake.understanding.wording import label_key
from models.intake.understanding.yearless import answered, read_after_all

REGISTER = "persons"


def understand(
    content: Content, memory: Mapping[str, str] | None = None, *, this_year: int | None = None
) -> ReadPaper:
    """Return what a paper says: its kind, its records, and every text that no field took.

    `memory` says which field a label means on this form, label key → field, as people have mended
    it before, and under `about.WHOLE` what kind of paper it is; `this_year` decides the century of
    two-digit years and is today's unless given.
    """
    if content.form == receipts.FORM:
        return receipts.read(content)
    year = this_year or SystemClock().today().year
    if assessed_place.is_one(content):
        return assessed_place.read(content, year)
    sent = source.sent_at.date() if (source := content.source) and source.sent_at else None
    on_sheets: dict[str, list[ReadRecord]] = {}
    lost: list[NotUnderstood] = []
    labels: set[str] = set()
    found: Counter[str] = Counter()
    for group in groups_of(content):
        plain = with_words_apart(with_squares(group))
        own, old = passed_on(*without_answered(without_dots(plain)))
        own, rows = without_answers(own)
        own, pages = without_page_lines(without_letters(with_piped_rows(own)))
        own = with_boxes_below(with_lines_apart(as_asked_by_form(own)))
        reader = _Reader(content.printed, memory or {}, year, asked_about(old, year), sent)
        context, elements, (told, left) = reader.read(own, sheet_of(group))
        lost += [*as_left(old), *_everything(pages)]
        labels |= _labels(elements) or _texts(own)
        found[context.kind] += len(told) + (context.kind != UNKNOWN)
        answers, unread = read_answers(rows, told, year)
        on_sheets.setdefault(sheet_of(group), []).extend(told + answers)
        lost += left + unread
    kind = found.most_common(1)[0][0] if found else UNKNOWN
    records, more = _named(_by_sheets(on_sheets, kind, year), kind)
    whole = tuple(with_gap(answered(one), content.parts) for one in records)
    read = read_after_all(whole)
    return ReadPaper(
        content.name,
        content.sha256,
        kind,
        whole,
        tuple(
            one
            for one in _once(lost + more)
            if one.where not in read and not is_printed(one.text, content.printed)
        ),
        _fingerprint(labels),
        content.notes,
    )


def _named(
    records: Iterable[ReadRecord], kind: str
) -> tuple[list[ReadRecord], list[NotUnderstood]]:
    """Return the records that name somebody, by no label, and what the others said."""
    named, unnamed = with_nameless(records, kind)
    kept, labelled = without_label_names(named)
    return kept, unnamed + labelled


def _by_sheets(on_sheets: Mapping[str, list[ReadRecord]], kind: str, year: int) -> list[ReadRecord]:
    told = with_sheet_names(on_sheets, year) if kind == TRACKER else on_sheets
    return [one for some in told.values() for one in some]


Reading = tuple[Context, list[Element], Found]


@dataclass(frozen=True)
class _Reader:
    """Reads parts that belong together as one kind of paper, or as whichever explains most."""

    printed: frozenset[str]
    memory: Mapping[str, str]
    year: int
    asked: Mapping[str, object]
    sent: date | None

    def read(self, own: Parts, sheet: str) -> Reading:
        """Return what parts say without those that only explain, or with where that tells more.

        A register on a worksheet named by what only a tracker tells is a tracker.
        """
        found = self._of_parts(own)
        if found[0].kind == REGISTER and is_of_tracker(sheet):
            parts = with_stuck_on(with_boxes(own))
            memory = {**own_kind(parts, self.printed), **self.memory, WHOLE: TRACKER}
            return self._as(parts, memory)
        return found

    def _of_parts(self, own: Parts) -> Reading:
        parts, explained = without_explanations(own)
        context, elements, (told, left) = self.best(parts)
        first = context, elements, (told, [*left, *_everything(explained)])
        whole = self.best(own) if explained else first
        return whole if tells_more(whole[2], first[2]) else first

    def best(self, own: Parts) -> Reading:
        """Return the reading that explains most of those whose labels are nearly as many."""
        parts = with_stuck_on(with_boxes(own))
        memory = {**own_kind(parts, self.printed), **self.memory}
        first = self._as(parts, memory)
        before = first[0].kind
        near = {} if WHOLE in memory else nearly_as_likely(parts, before)
        best, most = first, worth(first[2], near.get(before, 0.0), first=True)
        others = {kind: labels for kind, labels in near.items() if kind != before}
        for kind, labels in others.items():
            other = self._as(parts, {**memory, WHOLE: kind})
            told = worth(other[2], labels, first=False)
            if explains(other[2], labels, before) and told > most:
                best, most = other, told
        return best

    def _as(self, parts: Parts, memory: Mapping[str, str]) -> Reading:
        context, elements = shaped(parts, memory)
        found = _read(elements, parts, context, self.year, self.asked, self.sent)
        return context, elements, found


def _read(
    elements: list[Element],
    parts: Iterable[Block | Table],
    context: Context,
    year: int,
    asked: Mapping[str, object],
    sent: date | None,
) -> Found:
    kind = context.kind
    if kind == UNKNOWN:
        return [], list(_everything(parts))
    if kind == "return":
        return read_return(elements, context, year, read_key(parts), asked, sent)
    named = any(_names(element) for element in elements) and kind != "reply"
    named = named or not _is_listing(elements, context) or heads_subject(elements, context)
    records: list[ReadRecord] = []
    lost: list[NotUnderstood] = []
    rest: list[Element] = []
    heading = Growing(kind, "", year)
    elements = blocks_as_list(elements, context)
    turns = rows_in_turns(elements)
    for element in elements:
        if (
            isinstance(element, Grid)
            and (kind in LISTS or not named)
            and element not in turns
            and is_list(element, context)
        ):
            if kind == "child":
                element, others = only_referred(element, elements)
                lost += others
            told, left = read_rows(element, context, heading, read_key(parts))
            records += told
            lost += left
            continue
        heading = under(heading, said_above(element, context, year), element, context)
        rest.append(element)
    return with_rest(records, lost, rest, context, year)


def _is_listing(elements: list[Element], context: Context) -> bool:
    """Say whether a paper lists records in rows, and is not a form with its labels above."""
    grids = [element for element in elements if isinstance(element, Grid)]
    pairs = sum(isinstance(element, Pair) for element in elements)
    return (
        context.kind in LISTS
        or any(len(grid.rows) > 1 and is_list(grid, context) for grid in grids)
        or (len(grids) < 2 and pairs < 4)
    )


def _names(element: Element) -> bool:
    """Say whether a pair names whom or what the paper is about."""
    if not isinstance(element, Pair) or element.match is None or not element.value:
        return False
    return element.match.field in ("name", "surname", "la_id") and element.match.score >= 0.8


def _everything(parts: Iterable[Block | Table]) -> Iterable[NotUnderstood]:
    for part in parts:
        if isinstance(part, Block):
            yield NotUnderstood(part.where, part.text)
        else:
            for row in part.rows:
                yield from (NotUnderstood(c.where, c.text) for c in row if c.text.strip())


def _once(lost: Iterable[NotUnderstood]) -> Iterable[NotUnderstood]:
    return (text for text in dict.fromkeys(lost) if text.text.strip())


def _labels(elements: Iterable[Element]) -> set[str]:
    """Return a form's labels, filled in or not: the same for every child it is filled in for."""
    found: set[str] = set()
    for element in elements:
        if isinstance(element, Pair) and element.match:
            found.add(label_key(element.label))
        elif isinstance(element, Grid):
            found |= {label_key(header) for header in element.headers}
    return found


def _texts(parts: Iterable[Block | Table]) -> set[str]:
    return {label_key(text.text) for text in _everything(parts)}


def _fingerprint(labels: set[str]) -> str:
    return hashlib.sha256("\n".join(sorted(labels)).encode()).hexdigest()[:32]
