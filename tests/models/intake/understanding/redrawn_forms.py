"""Forms drawn in the layouts that councils use, whatever they ask."""

import io
import random
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from models.intake.understanding.lexicon import recognise
from models.intake.understanding.ticks import yes_no
from tests.blank_paper import blank_paper

from .taken_apart import Answer, Apart, Listed

Run = tuple[str, str]
Text = str | tuple[Run, ...]
"""Plain text, or runs with what they look like: b bold, i italic, u underlined."""
Draw = Callable[["Page", tuple[Answer, ...]], None]
LONGEST_LISTED = 8  # words of a line in a list
LONGEST_BOX = 40  # signs of an answer that stands beside others
LAYOUTS: dict[str, Draw] = {}


class Page:
    """A Word paper as it is drawn."""

    def __init__(self) -> None:
        self.document = blank_paper()
        self.at: Any = self.document

    def line(self, text: Text, style: str | None = None) -> Any:
        """Add a paragraph."""
        paragraph = self.at.add_paragraph(style=style)
        _type(paragraph, text)
        return paragraph

    def lines(self, text: str) -> None:
        """Add a paragraph for each line."""
        for line in text.split("\n"):
            self.line(line)

    def table(self, rows: Sequence[Sequence[Text]]) -> Any:
        """Add a table; a row that is short is merged across, "^" is merged with the cell above."""
        width = max(map(len, rows))
        table = self.at.add_table(len(rows), width)
        grid = [list(row.cells) for row in table.rows]
        for at, row in enumerate(rows):
            for place, text in enumerate(row):
                if text == "^":
                    grid[at - 1][place].merge(grid[at][place])
                    grid[at][place] = grid[at - 1][place]
                else:
                    write(grid[at][place], text)
            if len(row) < width:
                grid[at][len(row) - 1].merge(grid[at][-1])
        return table

    def saved(self) -> bytes:
        """Return the paper."""
        out = io.BytesIO()
        self.document.save(out)
        return out.getvalue()


def write(cell: Any, text: Text) -> None:
    """Type a text into a cell, a paragraph for each of its lines."""
    if not isinstance(text, str):
        _type(cell.paragraphs[0], text)
        return
    first, *others = text.split("\n")
    _type(cell.paragraphs[0], first)
    for other in others:
        _type(cell.add_paragraph(), other)


def _type(paragraph: Any, text: Text) -> None:
    for part, look in ((text, ""),) if isinstance(text, str) else text:
        run = paragraph.add_run(part)
        run.bold = "b" in look or None
        run.italic = "i" in look or None
        run.underline = "u" in look or None


def drawn_form(one: Apart, draw: Draw) -> bytes:
    """Return a paper with each of its runs of labels and answers drawn in one layout."""
    page = Page()
    for part in one.parts:
        if isinstance(part, str):
            short = len(part.split()) <= 12
            page.line(part, "Heading 2") if short else page.line(part)
        elif isinstance(part, Listed):
            page.table([[bold(head) for head in part.heads], *part.rows])
        else:
            draw(page, part)
            page.line("")
    return page.saved()


def layout(draw: Draw) -> Draw:
    """Offer a layout by its name."""
    LAYOUTS[draw.__name__] = draw
    return draw


def bold(text: str) -> Text:
    """Return a text in bold."""
    return ((text, "b"),)


def bare(label: str) -> str:
    """Return a label without the mark at its end."""
    return label.rstrip(" :*").strip()


def flat(value: str) -> str:
    """Return an answer on one line."""
    lines = [line.strip() for line in value.split("\n")]
    listed = all(line[:1] in "-•" or len(line.split()) <= LONGEST_LISTED for line in lines)
    return "; ".join(line.lstrip("-• ") for line in lines) if listed else " ".join(lines)


def asked(label: str) -> str:
    """Return a label with a colon behind it, or as the question that it is."""
    return label if label.rstrip().endswith("?") else f"{bare(label)}:"


def by(answers: Sequence[Answer], count: int) -> Iterable[Sequence[Answer]]:
    """Return the answers a few at a time."""
    return (answers[at : at + count] for at in range(0, len(answers), count))


@layout
def two_columns(page: Page, answers: tuple[Answer, ...]) -> None:
    page.table(answers)


@layout
def four_columns(page: Page, answers: tuple[Answer, ...]) -> None:
    page.table([[text for each in some for text in each] for some in by(answers, 2)])


@layout
def four_columns_bold(page: Page, answers: tuple[Answer, ...]) -> None:
    page.table([
        [text for label, value in some for text in (bold(label), value)] for some in by(answers, 2)
    ])  # fmt: skip


@layout
def six_columns(page: Page, answers: tuple[Answer, ...]) -> None:
    page.table([[text for each in some for text in each] for some in by(answers, 3)])


@layout
def under_labels_2(page: Page, answers: tuple[Answer, ...]) -> None:
    _under(page, answers, 2, bold)


@layout
def under_labels_3(page: Page, answers: tuple[Answer, ...]) -> None:
    _under(page, answers, 3, bold)


@layout
def under_labels_plain(page: Page, answers: tuple[Answer, ...]) -> None:
    _under(page, answers, 3, str)


def _under(page: Page, answers: Sequence[Answer], count: int, look: Callable[[str], Text]) -> None:
    rows: list[list[Text]] = []
    for some in by(answers, count):
        rows += [[look(label) for label, _ in some], [value for _, value in some]]
    page.table(rows)


@layout
def one_column(page: Page, answers: tuple[Answer, ...]) -> None:
    page.table([[text] for each in answers for text in each])


@layout
def one_column_bold(page: Page, answers: tuple[Answer, ...]) -> None:
    page.table([[text] for label, value in answers for text in (bold(label), value)])


@layout
def one_column_breaks(page: Page, answers: tuple[Answer, ...]) -> None:
    page.table([[f"{label}\n{value}"] for label, value in answers])


@layout
def one_column_colons(page: Page, answers: tuple[Answer, ...]) -> None:
    page.table([[f"{asked(label)} {value}"] for label, value in answers])


@layout
def one_column_tabs(page: Page, answers: tuple[Answer, ...]) -> None:
    page.table([[f"{bare(label)}\t{value}"] for label, value in answers])


@layout
def one_column_bold_runs(page: Page, answers: tuple[Answer, ...]) -> None:
    page.table([[((bare(label), "b"), (f" {flat(value)}", ""))] for label, value in answers])


@layout
def cells_breaks(page: Page, answers: tuple[Answer, ...]) -> None:
    page.table([[f"{label}\n{value}" for label, value in some] for some in by(answers, 2)])


@layout
def cells_colons(page: Page, answers: tuple[Answer, ...]) -> None:
    page.table([[f"{asked(label)} {value}" for label, value in some] for some in by(answers, 2)])


@layout
def cells_bold_runs(page: Page, answers: tuple[Answer, ...]) -> None:
    page.table([
        [((bare(label), "b"), (f" {flat(value)}", "")) for label, value in some]
        for some in by(answers, 2)
    ])  # fmt: skip


@layout
def labels_merged_down(page: Page, answers: tuple[Answer, ...]) -> None:
    rows: list[list[str]] = []
    for label, value in answers:
        first, *others = value.split("\n")
        rows += [[label, first], *(["^", line] for line in others)]
    page.table(rows)


@layout
def name_at_left(page: Page, answers: tuple[Answer, ...]) -> None:
    rows: list[list[Text]] = []
    for some in by(answers, 5):
        rows += [["^" if at else "Details", *each] for at, each in enumerate(some)]
    page.table(rows)


@layout
def numbered(page: Page, answers: tuple[Answer, ...]) -> None:
    page.table([[str(at), *each] for at, each in enumerate(answers, 1)])


@layout
def headed(page: Page, answers: tuple[Answer, ...]) -> None:
    page.table([[bold("Question"), bold("Answer")], *answers])


@layout
def table_in_table(page: Page, answers: tuple[Answer, ...]) -> None:
    (cell,) = page.at.add_table(1, 1).rows[0].cells
    _within(page, cell, answers)


@layout
def tables_beside(page: Page, answers: tuple[Answer, ...]) -> None:
    half = (len(answers) + 1) // 2
    for cell, some in zip(
        page.at.add_table(1, 2).rows[0].cells, (answers[:half], answers[half:]), strict=True
    ):
        _within(page, cell, some)


def _within(page: Page, cell: Any, answers: Sequence[Answer]) -> None:
    outside = page.at
    if answers:
        page.at = cell
        table = cell.add_table(len(answers), 2)
        for row, each in zip(table.rows, answers, strict=True):
            for inner, text in zip(row.cells, each, strict=True):
                write(inner, text)
    page.at = outside


@layout
def colons(page: Page, answers: tuple[Answer, ...]) -> None:
    for label, value in answers:
        page.line(f"{asked(label)} {flat(value)}")


@layout
def bold_colons(page: Page, answers: tuple[Answer, ...]) -> None:
    for label, value in answers:
        page.line(((f"{asked(label)} ", "b"), (flat(value), "")))


@layout
def dashes(page: Page, answers: tuple[Answer, ...]) -> None:
    for label, value in answers:
        page.line(f"{bare(label)} - {flat(value)}")


@layout
def tabs(page: Page, answers: tuple[Answer, ...]) -> None:
    for label, value in answers:
        page.line(f"{label}\t{flat(value)}")


@layout
def headings(page: Page, answers: tuple[Answer, ...]) -> None:
    for label, value in answers:
        page.line(label, "Heading 3")
        page.lines(value)


@layout
def bold_lines(page: Page, answers: tuple[Answer, ...]) -> None:
    for label, value in answers:
        page.line(bold(label))
        page.lines(value)


@layout
def underlined_lines(page: Page, answers: tuple[Answer, ...]) -> None:
    for label, value in answers:
        page.line(((label, "u"),))
        page.lines(value)


@layout
def boxes_whole(page: Page, answers: tuple[Answer, ...]) -> None:
    for label, value in answers:
        _box(page, f"{asked(label)} {flat(value)}")


@layout
def boxes_under_labels(page: Page, answers: tuple[Answer, ...]) -> None:
    for label, value in answers:
        page.line(bold(label))
        _box(page, value)


def _box(page: Page, text: str) -> None:
    run = page.line("").add_run()
    shape = parse_xml(
        f'<w:pict {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml">'
        '<v:shape style="width:400pt;height:40pt"><v:textbox><w:txbxContent/></v:textbox>'
        "</v:shape></w:pict>"
    )
    content = next(shape.iter(qn("w:txbxContent")))
    for line in text.split("\n"):
        paragraph, inner, typed = (OxmlElement(name) for name in ("w:p", "w:r", "w:t"))
        typed.text = line
        typed.set(qn("xml:space"), "preserve")
        inner.append(typed)
        paragraph.append(inner)
        content.append(paragraph)
    run._r.append(shape)


@layout
def hints_in_brackets(page: Page, answers: tuple[Answer, ...]) -> None:
    page.table([[f"{bare(label)} ({hint})", value] for (label, value), hint in hinted(answers)])


@layout
def hints_in_italics(page: Page, answers: tuple[Answer, ...]) -> None:
    rows = [
        [((bare(label), "b"), (f"\n{hint}", "i")), value]
        for (label, value), hint in hinted(answers)
    ]
    page.table(rows)


@layout
def hints_above_answers(page: Page, answers: tuple[Answer, ...]) -> None:
    page.table([[label, f"({hint})\n{value}"] for (label, value), hint in hinted(answers)])


HINTS = (
    "please give full details",
    "as far as you know, in a few words",
    "in block capitals",
    "leave out what others will tell us",
    "use the words of whoever told you",
)


def hinted(answers: Sequence[Answer]) -> Iterable[tuple[Answer, str]]:
    """Return each label with its answer and a hint how to give it."""
    return ((each, HINTS[at % len(HINTS)]) for at, each in enumerate(answers))


SENTENCES = (
    "Please return this form to the exploitation team at panel@council.example.",
    "Charity no. 0000000. Registered office: The Old Mill, Weir Lane.",
    "All fields must be completed. Incomplete forms are sent back.",
)


@layout
def sentences_between_rows(page: Page, answers: tuple[Answer, ...]) -> None:
    rows: list[Sequence[Text]] = [[SENTENCES[0]]]
    for at, some in enumerate(by(answers, 4)):
        rows += [*some, [SENTENCES[at % 3]]]
    page.table(rows)


@layout
def sentences_between_lines(page: Page, answers: tuple[Answer, ...]) -> None:
    for at, (label, value) in enumerate(answers):
        page.line(bold(label))
        page.lines(value)
        if at % 4 == 1:
            page.line(SENTENCES[at // 4 % 3])


def either(value: str) -> bool | None:
    """Return whether an answer is a plain yes or no, with boxes or without."""
    said, more = yes_no(value)
    return said if not more.strip() else None


@layout
def yes_no_columns(page: Page, answers: tuple[Answer, ...]) -> None:
    asked = [(label, told) for label, value in answers if (told := either(value)) is not None]
    if others := [one for one in answers if either(one[1]) is None]:
        page.table(others)
        page.line("")
    if asked:
        head: list[Text] = ["", bold("Yes"), bold("No"), bold("Not known")]
        page.table([head, *([label, *_crossed(told)] for label, told in asked)])


def _crossed(told: bool) -> list[str]:
    return ["X", "", ""] if told else ["", "X", ""]


@layout
def boxes_before_words(page: Page, answers: tuple[Answer, ...]) -> None:
    _boxed(page, answers, ("☒ Yes  ☐ No", "☐ Yes  ☒ No"))


@layout
def boxes_behind_words(page: Page, answers: tuple[Answer, ...]) -> None:
    _boxed(page, answers, ("Yes ☒  No ☐", "Yes ☐  No ☒"))


@layout
def chosen_in_bold(page: Page, answers: tuple[Answer, ...]) -> None:
    rows: list[list[Text]] = []
    for label, value in answers:
        told = either(value)
        chosen = (("Yes", "b" if told else ""), (" / ", ""), ("No", "" if told else "b"))
        rows.append([label, value if told is None else chosen])
    page.table(rows)


def _boxed(page: Page, answers: Sequence[Answer], words: tuple[str, str]) -> None:
    both = ((label, value, either(value)) for label, value in answers)
    page.table([
        [label, value if told is None else words[0] if told else words[1]]
        for label, value, told in both
    ])  # fmt: skip


WELSH = (
    "enw", "cyfenw", "dyddiad", "geni", "cyfeiriad", "ysgol", "rhif", "y plentyn", "ffôn",
    "gweithiwr", "beth sydd wedi digwydd", "pryder", "lefel risg", "llysenw", "cerbyd", "rhieni",
    "barn y rhiant", "swydd", "asiantaeth", "eich", "lleoedd", "a yw’r plentyn mewn perygl",
    "gofalwr",
)  # fmt: skip


def in_welsh(label: str) -> str:
    """Return words of Welsh about as long as a label, the same for the same label."""
    picked = random.Random(label).sample(WELSH, max(1, len(label.split()) // 2))
    return " ".join(picked).capitalize() + ("?" if label.rstrip().endswith("?") else "")


@layout
def two_languages(page: Page, answers: tuple[Answer, ...]) -> None:
    page.table([
        [
            text
            for label, value in some
            for text in (bold(f"{bare(label)} / {in_welsh(label)}"), value)
        ]
        for some in by(answers, 2)
    ])  # fmt: skip


@layout
def two_languages_welsh_first(page: Page, answers: tuple[Answer, ...]) -> None:
    page.table([[f"{in_welsh(label)} / {bare(label)}", value] for label, value in answers])


@layout
def two_languages_below(page: Page, answers: tuple[Answer, ...]) -> None:
    page.table([[((label, "b"), (f"\n{in_welsh(label)}", "")), value] for label, value in answers])


@layout
def codes_at_left(page: Page, answers: tuple[Answer, ...]) -> None:
    rows: list[list[Text]] = [[bold("Ref"), bold("Question"), bold("Response")]]
    for part, some in zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", by(answers, 9), strict=False):
        rows += [
            [bold(f"Part {part}")],
            *([f"{part}{at}", *each] for at, each in enumerate(some, 1)),
        ]
    page.table(rows)


@layout
def numbered_boxes(page: Page, answers: tuple[Answer, ...]) -> None:
    """A box each: its label with a number over the answer, long ones as wide as the page."""
    rows: list[list[Text]] = []
    count = 0
    for some in _boxes(answers):
        rows.append([bold(f"{count + at}. {bare(label)}") for at, (label, _) in enumerate(some, 1)])
        rows.append([value for _, value in some])
        count += len(some)
    page.table(rows)


def _boxes(answers: Sequence[Answer]) -> Iterable[list[Answer]]:
    """Return the answers three, two and one to a row; one that is long has its own."""
    held: list[Answer] = []
    wide = 3
    for label, value in answers:
        if len(value) > LONGEST_BOX:
            if held:
                yield held
            yield [(label, value)]
            held = []
            continue
        held.append((label, value))
        if len(held) == wide:
            yield held
            held, wide = [], 5 - wide
    if held:
        yield held


@layout
def numbered_questions(page: Page, answers: tuple[Answer, ...]) -> None:
    for at, (label, value) in enumerate(answers, 1):
        page.line(bold(f"{at}.  {label}"))
        page.lines(value)


@layout
def tabs_at_the_foot(page: Page, answers: tuple[Answer, ...]) -> None:
    """Two labels to a line, a tab between them; long answers have their own under a question."""
    for some in _boxes(answers):
        if len(some) == 1 and len(some[0][1]) > LONGEST_BOX:
            page.line(bold(asked(some[0][0])))
            page.lines(some[0][1])
        else:
            page.line("\t".join(f"{bare(label)}: {flat(value)}" for label, value in some))


@layout
def stuck_on(page: Page, answers: tuple[Answer, ...]) -> None:
    """Whom it is about on a label of the hospital's, and beside it what is to be stuck there."""
    told = {found.field: value for label, value in answers if (found := recognise("child", label))}
    name = told.get("name") or f"{told.get('surname', '').upper()}, {told.get('first_name')}"
    short = len(name.split()) in (2, 3, 4) and all(map(str.isalpha, re.sub(r"\W", "", name)))
    numbers = [told[field] for field in ("dob", "nhs") if told.get(field)]
    if not short or len(numbers) < 2 or "\n" in "".join(numbers) or "name" in told != bool(name):
        headings(page, answers)
        return
    lines = [name, f"DOB: {numbers[0]}   NHS No: {numbers[1]}", "Hosp No: K0338172"]
    stuck = {"name", "surname", "first_name", "dob", "nhs"}
    if len(told.get("address", "").split("\n")[0]) > LONGEST_BOX // 4 and "postcode" in told:
        lines += [*told["address"].replace(", ", "\n").split("\n"), told["postcode"]]
        stuck |= {"address", "postcode"}
    page.table([["\n".join(lines), "Please affix patient label here"]])
    page.line("")
    rest = ((label, value, recognise("child", label)) for label, value in answers)
    headings(page, tuple((la, va) for la, va, one in rest if not (one and one.field in stuck)))


def mailed(one: Apart, mark: str, forwarded: bool) -> bytes:
    """Return a message that tells the same in lines, as it was written or passed on."""
    lines: list[str] = []
    for part in one.parts:
        if isinstance(part, str):
            lines.append(part)
        elif isinstance(part, Listed):
            lines += ["; ".join(filter(None, row)) for row in part.rows]
        else:
            lines += [f"{bare(label)}{mark}{flat(value)}" for label, value in part]
    head = "From: Ines Tarn <ines@tarn.example>\r\nTo: panel@council.example\r\n"
    dated = "Date: Tue, 03 Nov 2026 17:52:09 +0000\r\nSubject: for the panel\r\n"
    kind = 'MIME-Version: 1.0\r\nContent-Type: text/plain; charset="utf-8"\r\n'
    whole = "Content-Transfer-Encoding: 8bit\r\n\r\n"
    if forwarded:
        lines = ["Please see below.", "", "Ines", "", *FORWARDED, "", *lines]
    return (head + dated + kind + whole + "\r\n".join(lines)).encode()


FORWARDED = (
    "---------- Forwarded message ---------",
    "From: Al Reed <al@reed.example>",
    "Date: Mon, 2 Nov 2026 at 10:14",
    "Subject: for the panel",
    "To: Ines Tarn <ines@tarn.example>",
)
