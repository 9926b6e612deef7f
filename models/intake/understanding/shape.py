"""A paper's parts shaped into pairs, grids, matrices, headings and loose text, nothing lost."""

from collections.abc import Iterable
from dataclasses import replace

from models.intake.papers import Block, Table
from models.intake.understanding import typed_lines as typed
from models.intake.understanding.asking import asking
from models.intake.understanding.context import Context
from models.intake.understanding.counted_people import people_counted
from models.intake.understanding.elements import Element, Heading, Loose, Pair
from models.intake.understanding.goes_on import answers_count, ends_answer
from models.intake.understanding.guessed import told_apart
from models.intake.understanding.guidance import is_hint, label_styles, style_of
from models.intake.understanding.headed import heads_in_full, led_by_child, regards_child
from models.intake.understanding.inline import Said, carries_values, inline
from models.intake.understanding.inside_cells import answer_in_rows, captioned, within
from models.intake.understanding.letterhead import body_named
from models.intake.understanding.letters import day_in, referral_in
from models.intake.understanding.lexicon import is_title, section_of
from models.intake.understanding.line_marks import before_boxes, line_marks, parted_line
from models.intake.understanding.outranking import goes_on, outranks, tells_of_one
from models.intake.understanding.section_levels import SectionLevels
from models.intake.understanding.signed import Told, signature, signed_pairs
from models.intake.understanding.tables import shape_table
from models.intake.understanding.ticks import has_marks

ONE_FORM = frozenset({"child", "assessment"})
OF_PLACES = frozenset({"location", "group", "theme"})
SENT = OF_PLACES | {"child", "person_of_concern"}  # by somebody, on a day


class Shaper:
    """Shapes one paper; `elements` grows in reading order."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.elements: list[Element] = []
        self._sections = SectionLevels(context)
        self._open: Pair | None = None
        self._open_level = 0
        self._open_is_styled = self._open_asks = False
        self._asking: frozenset[str] = frozenset()
        self._signed: Told = {}
        self._marks: tuple[str, ...] = ()
        self._labels: frozenset[int] = frozenset()

    @property
    def section(self) -> str | None:
        """Whose details the text now stands under."""
        return self._sections.now

    def read(self, parts: Iterable[Block | Table]) -> list[Element]:
        """Return the shapes of all parts."""
        parts = tuple(parts)
        self._asking, self._signed = asking(parts), signature(parts)
        self._marks = line_marks(parts, self.context)
        if self.context.kind != "return":
            self._labels = label_styles(parts, self.context)
        for part in parts:
            if isinstance(part, Table):
                self._table(part)
            else:
                self._block(part)
        self._close()
        return people_counted(self.elements)

    def _table(self, table: Table) -> None:
        if answered := answer_in_rows(self._open, table, self.context, self.section):
            self._open = answered
            self._close()
            return
        table = within(table, self.elements, self.context, self.section)
        caption = self._open.label if self._open else ""
        self._close(as_heading=True)
        caption = caption or captioned(table, self.elements) or self._last_heading()
        self.elements += shape_table(table, self.context, self.section, caption)

    def _last_heading(self) -> str:
        above = (one for one in reversed(self.elements) if not typed.orders(one))
        last = next(above, None)
        return last.text if isinstance(last, Heading | Loose) else ""

    def _block(self, block: Block) -> None:
        if block.where in self._signed:
            self._sign(block)
            return
        if typed.is_rule(block.text):
            if typed.parts_page(block.text) and self._open and self._open.value:
                self._close()
            return
        if typed.SIGNED.match(block.text):
            self._sections.leave()
        if self._is_letterhead(block):
            self._close()
            self.elements.append(Heading(block.text, block.where, block.heading or 9, None))
            return
        if left := typed.left_undeleted(block.text):
            self._typed(*left, block)
            return
        block = typed.without_its_hint(block)
        bold = typed.is_bold(block) or typed.heads(block, self._open, self.context)
        if bold and self._answers_a_heading(block):
            self._plain(block)
        elif block.heading or bold or self.context.kind == "return" and led_by_child(block):
            self._heading(block)
        elif not self._labelled(block):
            self._plain(block)

    def _is_letterhead(self, block: Block) -> bool:
        """Say whether a line names a body above all labels or at the head of the page."""
        above = self._open is None and not any(isinstance(one, Pair) for one in self.elements)
        return bool(body_named(block.text)) and (above or block.where.startswith("header"))

    def _sign(self, block: Block) -> None:
        """Take the name under a letter for who sends it, and what stands below for its details."""
        self._close()
        self.elements += signed_pairs(block, self._signed[block.where], self.context, self.section)

    def _answers_a_heading(self, block: Block) -> bool:
        """Say whether a bold line is the answer typed under a label that is styled as a heading."""
        waits = self._open and not self._open.value and self._open_is_styled
        if not waits or style_of(block) in self._labels:
            return False
        match = self.context.label(block.text, self.section)
        return match is None or match.score < 0.95

    def _heading(self, block: Block) -> None:
        self._close(as_heading=True)
        heading = Heading(block.text, block.where, block.heading or 9, self.section)
        if self.context.kind == "return" and heads_in_full(block.text, 2000):
            self.elements.append(heading)
            return
        asks = style_of(block) in self._labels
        whole = self.context.label(block.text) if asks else None
        said = [] if whole else inline(block.text, self.context, self.section, typed.least(block))
        named = said and said[0].match and said[0].match.field == "name"
        told = named and self.context.kind in OF_PLACES and not typed.FORMAL.search(said[0].value)
        if said and said[0].value and (told or regards_child(said[0].label, said[0].value)):
            self._labelled(block)
            return
        if carries_values(said):
            told = self.context.kind in ONE_FORM and typed.tells(said, block)
            if told and self._labelled(block):
                return
            if section_of(block.text):
                self._sections.enter(block.text, heading.level)
            self.elements.append(heading)
            return
        match = self.context.label(block.text, self._sections.over(heading.level))
        question = asks and block.text.rstrip().endswith(("?", ":"))
        if match or not question:
            self._sections.enter(block.text, block.heading or 9)
        question = question or asks and typed.is_short(block.text)
        first = bool(block.heading) and not any(isinstance(one, Pair) for one in self.elements)
        titled = (first or is_title(block.text)) and not asks
        above = not any(isinstance(one, Heading) for one in self.elements)
        heads = first and not question and above
        least = typed.least_in_heading(titled, heads, self._named())
        known = match is not None and match.score >= least
        if known or question:
            match = match if known else self.context.label(block.text, self.section)
            self._open = Pair(block.text, "", block.where, match, self.section)
            self._open_level = block.heading or (9 if typed.is_set_apart(block) else 0)
            self._open_is_styled, self._open_asks = not block.bold_lead, asks
        else:
            self.elements.append(Heading(block.text, block.where, block.heading or 9, self.section))

    def _labelled(self, block: Block) -> bool:
        """Read a paragraph that begins with a label."""
        if block.where in self._asking:
            self._ask(block)
            return True
        if answers_count(self._open, block.text):
            return False
        lead = block.bold_lead.strip()
        sure = 0.65 if lead else self._least(has_marks(block.text))
        said = inline(block.text, self.context, self.section, sure)
        if said and typed.asks_nothing(said, self._named()):
            return False
        within = said and self._open and not lead and not typed.are_several(said, block.text)
        if within and not self._goes_before(said[0], block.text):
            return False
        first = said[0].match if said else None
        if len(said) == 1 and first and typed.entitles(said[0], self._named()):
            self._close()
            self.elements.append(Heading(block.text, block.where, 9, self.section))
            return True
        if said:
            self._close()
            pairs = [
                Pair(each.label, each.value, block.where, each.match, self.section) for each in said
            ]
            self.elements += pairs[:-1]
            self._open, self._open_level = pairs[-1], 0
            return True
        told = self._told(block)
        return self._typed(*told, block) if told else self._bare_label(block)

    def _told(self, block: Block) -> tuple[str, str] | None:
        """Return a line's label, known or not, with the answer typed beside it."""
        told = typed.label_and_answer(block, self._lists_labels(), self.context, self.section)
        if told or block.heading:
            return told
        story = typed.is_story(self._open) and not typed.is_place(self._open)
        told = typed.with_whom(block.text, self._open)
        told = told or told_apart(block.text, self.context.kind, typed.is_told(self._open))
        marks = self._marks if self._named() or not is_title(block.text) else ()
        parted = told or parted_line(block.text, marks) or before_boxes(block.text)
        waits = self._open and self._open_level and not self._open.value
        if parted and waits and not typed.is_likely(parted[0], self.context, self.section):
            return None
        if parted and story and self._open:
            alike = typed.are_alike(parted[0], self._open.label) or has_marks(parted[1])
            return parted if told or alike or parted[0].endswith("?") else None
        return parted

    def _lists_labels(self) -> bool:
        """Say whether the lines of this list are labels: the one before was, with its answer."""
        pair = self._open
        return bool(pair and pair.value and typed.BULLET.match(pair.label))

    def _typed(self, label: str, value: str, block: Block) -> bool:
        """Take a label, known or not, with the value typed beside it."""
        self._close()
        match = self.context.label(label.rstrip("."), self.section)
        self._open, self._open_level = Pair(label, value, block.where, match, self.section), 0
        return True

    def _ask(self, block: Block) -> None:
        self._typed(block.text, "", block)
        self._open_level = 9

    def _least(self, boxed: bool) -> float:
        within = self._open_level and typed.is_story(self._open)
        return 0.85 if within and not boxed else 0.72

    def _goes_before(self, said: Said, line: str) -> bool:
        apart = "-" in self._marks and ":" not in self._marks
        if tells_of_one(line, self._open) or not apart and goes_on(said, self._open, line):
            return False
        within = self._open if self._open_level else None
        return within is None or outranks(said, within, self.context.kind)

    def _bare_label(self, block: Block) -> bool:
        """Read a line that is nothing but a label, its value in the lines below."""
        match = self.context.match(block.text, self.section)
        sentence = block.text.rstrip().endswith((".", ";", ",", "!"))
        if match is None or sentence or len(block.text.split()) > 14:
            return False
        if self._open_asks and self._open and not self._open.value:
            return False  # an answer under a label of another style
        if typed.BULLET.match(block.text) and self._open and typed.continues(self._open):
            return False
        hinted = bool(block.bold_lead) and is_hint(block.text[len(block.bold_lead) :])
        if match.score < typed.least_alone(block.text, hinted):
            return False
        self._close()
        self._open, self._open_level = Pair(block.text, "", block.where, match, self.section), 9
        return True

    def _plain(self, block: Block) -> None:
        open_pair = self._open
        if typed.parts_form(block.text):
            self._close()
            self._sections.enter(block.text, 9)
            self.elements.append(Heading(block.text, block.where, 9, self.section))
            return
        if open_pair and not open_pair.value and typed.is_forms_own(block.text):
            self.elements.append(Loose(block.text, block.where, self.section))
            return
        if open_pair is None or not typed.continues(open_pair) or ends_answer(open_pair, block):
            self._close()
            self._unlabelled(block)
            return
        value = f"{open_pair.value}\n{block.text}".strip()
        where = open_pair.where if open_pair.value else block.where
        self._open = replace(open_pair, value=value, where=where)

    def _named(self) -> bool:
        """Say whether a label has been read already: a letter's day stands above all of them."""
        return any(isinstance(one, Pair) and one.match for one in self.elements)

    def _unlabelled(self, block: Block) -> None:
        """Take a letter's day, or a text, and whom it refers for the child where it names one."""
        day = day_in(block) if self.context.kind in SENT and not self._named() else None
        self.elements.append(day or Loose(block.text, block.where, self.section))
        if self.context.kind == "child" and day is None and (named := referral_in(block)):
            self.elements.append(named)

    def _close(self, as_heading: bool = False) -> None:
        pair, self._open, self._open_is_styled = self._open, None, False
        self._open_asks = False
        if pair and as_heading and not pair.value:
            level = self._open_level or 9
            self.elements.append(Heading(pair.label, pair.where, level, pair.section))
        elif pair:
            self.elements.append(pair)
