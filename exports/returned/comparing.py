"""A changed file held against what was written: each change with its place, or where it belongs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz

from exports.returned.adding import headed_place, led_place, new_line
from exports.returned.edits import Edit, Kind
from exports.returned.matching import PERHAPS, Match, sounds_apart
from exports.returned.noting import Noting
from exports.returned.signed import told_by, who_changed
from exports.returned.where import HEADINGS, LED, SHARED, where_of
from exports.returned.words import same, shares
from exports.returned.written import Span, Written, WrittenLine
from models.intake.edited import EditedPaper
from models.records.places import ITEM, Place

MISSING = "This item is not in the file"
KEPT = "nothing is taken out of the record for it"
NOBODY_NAMED = "enter it in the meeting’s room, or begin the line with the agency’s name"
CONTINUED = frozenset({"discussion", "meeting"})
"""Texts of several paragraphs: one put in below them is more of them."""


@dataclass
class _Words:
    """What became of the words of one place."""

    called: str
    item_id: int | None
    told: list[tuple[int, str]] = field(default_factory=list)
    who: dict[str, None] = field(default_factory=dict)
    sure: bool = True

    @property
    def now(self) -> str:
        """All of it, paragraph under paragraph."""
        return "\n".join(text for _, text in sorted(self.told, key=lambda one: one[0]) if text)


class Comparison(Noting):
    """All changes of a file against what was written, in the order of the file."""

    def __init__(
        self,
        written: Written,
        paper: EditedPaper,
        agencies: Mapping[str, int] | None = None,
        shipped: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(written, paper, agencies or {}, shipped or {})
        self._before = written.words()
        self._words: dict[Place, _Words] = {}
        self._last: dict[int, Place] = {}

    def edits(self) -> tuple[Edit, ...]:
        """Every change: of words with a place, of others, and what was commented."""
        matches = self._matching.matches()
        self._layout.learn(matches)
        missing = self._missing(matches)
        gone = [
            one.lines[0]
            for one in matches
            if not one.paragraphs and self._matching.parts[one.lines[0]] not in missing
        ]
        for match in matches:
            if match.lines and match.paragraphs:
                self._held_together(match)
        rows = self._rows_gone(gone)
        for at in gone:
            if at not in rows:
                self._gone(at)
        added = [one.paragraphs[0] for one in matches if not one.lines]
        rows = self._rows_added(added)
        for at in added:
            if at not in rows:
                self._added(at)
        for one in missing:
            self._note(len(self._paper.paragraphs), Kind.ELSEWHERE, one, MISSING, where=KEPT)
        self._of_places()
        self._comments()
        return tuple(edit for _, edit in sorted(self._found, key=lambda one: one[0]))

    # words with a place

    def _held_together(self, match: Match) -> None:
        """Lines beside the paragraphs that they have become."""
        spans = _spans([self._written.lines[at] for at in match.lines])
        now = "\n".join(self._paper.paragraphs[at].text for at in match.paragraphs)
        told, sure = shares([(one.text, _free(one)) for one in spans], now)
        for at, (span, text) in enumerate(zip(spans, told, strict=True)):
            changed = not same(span.text, text)
            if span.place is not None and _free(span):
                words = self._keep(span.place, match.lines[0], match.paragraphs[0], text)
                self._last[match.paragraphs[-1]] = span.place
                if changed:
                    plain = match.marked or fuzz.ratio(span.text, text) >= PERHAPS
                    words.sure = words.sure and match.sure and sure and plain
                    words.who |= dict.fromkeys(who_changed(self._paper, match.paragraphs, text))
            elif changed and (text or not _went_along(spans, told, at)):
                self._fixed(match, span, text)

    def _gone(self, at: int) -> None:
        """A line of which nothing is left."""
        line, beside = self._written.lines[at], self._layout.place_of(at)
        for span in line.spans:
            if span.place is not None and _free(span):
                self._keep(span.place, at, beside, "")
        if not line.open and not line.level:
            heading, part = self._layout.heading_of(at), self._matching.parts[at]
            self._elsewhere(beside, part, heading, line.text, "", line.cell)

    def _keep(self, place: Place, line: int, at: int, text: str) -> _Words:
        if place not in self._words:
            part = self._matching.parts[line]
            self._words[place] = _Words(self._layout.called(place, line), part)
        self._words[place].told.append((at, text))
        return self._words[place]

    def _of_places(self) -> None:
        for place, words in self._words.items():
            was, now = self._before.get(place, ""), words.now
            if same(was, now):
                continue
            kind = Kind.CHANGED if was and now else Kind.NEW if now else Kind.GONE
            edit = self._edit(kind, words.item_id, words.called, was, now, who=tuple(words.who))
            at = min(at for at, _ in words.told)
            sure = words.sure and not sounds_apart(was, now)
            self._found.append((at, replace(edit, place=place, sure=sure)))

    # what has no place of its own

    def _added(self, at: int) -> None:
        """A paragraph that nobody wrote here: more of a text, a text of its own, a line shared."""
        one, part = self._paper.paragraphs[at], self._matching.parts_now[at]
        heading, above = self._layout.headings[at], self._last.get(at - 1)
        known = self._known(heading)
        if one.level:
            self._new_heading(at, part)
            return
        place, text, called = None, one.text, heading
        if part is not None and not one.in_table:
            led = led_place(known, text, part)
            if led is not None and led[0] not in self._before:
                (place, text), called = led, text.partition(":")[0]
            else:
                place = headed_place(known, part)
        if above is not None and above.table in CONTINUED and called == heading:
            place = above
        if place is not None:
            words = self._words.setdefault(place, _Words(called, part))
            words.told.append((at, text))
            words.who |= dict.fromkeys(who_changed(self._paper, (at,), ""))
            self._last[at] = place
        elif part is not None and known == SHARED and not one.in_table:
            self._added_line(at, part)
        else:
            inside = self._layout.cells_now.called(one.cell) if one.cell else ""
            self._outside(at, part, heading, "", text, inside)

    def _added_line(self, at: int, item_id: int) -> None:
        text = self._paper.paragraphs[at].text
        line, who = new_line(text, item_id, self._agencies), who_changed(self._paper, (at,), "")
        if line is None:
            self._note(at, Kind.ELSEWHERE, item_id, "A line", now=text, who=who, where=NOBODY_NAMED)
            return
        edit = self._edit(Kind.NEW, item_id, "A line shared", "", text, who=who)
        self._found.append((at, replace(edit, line=line)))

    def _new_heading(self, at: int, part: int | None) -> None:
        text = self._paper.paragraphs[at].text
        head = self._known(text)
        known = part is not None and headed_place(head, part) is not None
        if not known and head != SHARED and not any(heading == head for heading, _ in LED):
            who = who_changed(self._paper, (at,), "")
            self._note(at, Kind.ELSEWHERE, part, "A heading", now=text, who=who, where=HEADINGS)

    def _fixed(self, match: Match, span: Span, now: str) -> None:
        """Words that are the program's own, or another record's: a name, a date, a heading."""
        line, at = self._written.lines[match.lines[0]], match.paragraphs[0]
        part, was = self._matching.parts[match.lines[0]], span.text.strip()
        if line.level:
            where = where_of("", item=True) if span.place else HEADINGS
            who = who_changed(self._paper, (at,), now)
            self._note(at, Kind.ELSEWHERE, part, "A heading", was, now, who=who, where=where)
            return
        heading = self._layout.heading_of(match.lines[0])
        self._elsewhere(at, part, heading, was, now, line.cell)

    def _comments(self) -> None:
        for one in self._paper.comments:
            at = one.paragraph
            part = self._matching.parts_now[at] if at is not None else None
            heading = self._layout.headings[at] if at is not None else ""
            about = f"Comment on {heading}" if heading else "Comment"
            who = tuple(filter(None, (told_by(one.author, one.on),)))
            self._note(at or 0, Kind.COMMENT, part, about, one.about, one.text, who=who)

    def _missing(self, matches: Sequence[Match]) -> list[int]:
        """Items of which not one line is left: the file is a part of the minutes."""
        left = {self._matching.parts[at] for one in matches if one.paragraphs for at in one.lines}
        return [one for one in self._layout.titles if one not in left]


def _free(span: Span) -> bool:
    return span.place is not None and span.place.table != ITEM


def _spans(lines: Sequence[WrittenLine]) -> list[Span]:
    """The words of several lines in a row; paragraphs of one text are one stretch of it."""
    found: list[Span] = []
    for line in lines:
        spans = list(line.spans)
        if found and spans and _free(found[-1]) and found[-1].place == spans[0].place:
            spans[0] = Span(f"{found.pop().text}\n{spans[0].text}", spans[0].place)
        elif found:
            found.append(Span("\n"))
        found += spans
    return found


def _went_along(spans: Sequence[Span], told: Sequence[str], at: int) -> bool:
    """Whether words are gone because those of a place beside them are."""
    beside = (one for one in (at - 1, at + 1) if 0 <= one < len(spans))
    return not spans[at].text.strip() or any(_free(spans[one]) and not told[one] for one in beside)
