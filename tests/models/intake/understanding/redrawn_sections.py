"""Forms whose sections say whose details follow, so that their labels are plain: Name, Tel."""

import textwrap
from collections.abc import Callable, Iterable

from models.intake.understanding.lexicon import recognise

from .redrawn_forms import Page, bare, bold, flat
from .taken_apart import Answer, Apart, Listed

CHILD, SURE, WIDE = "child", 0.9, 76  # whose a form is, how sure a label is, signs to a line
LONGEST = 8  # words of an answer in its label's line
PLAIN = {
    "parent_name": "Name", "parent_phone": "Tel", "parent_address": "Address",
    "lead": "Name", "lead_phone": "Tel", "lead_email": "Email",
    "referrer": "Name", "referrer_role": "Role", "referrer_agency": "Agency",
    "referrer_phone": "Tel", "referrer_email": "Email", "received": "Date",
}  # fmt: skip
SECTIONS = {
    "parent": "Parent / carer", "lead": "Social worker", "referrer": "Referrer",
    "received": "Referrer",
}  # fmt: skip
Section = tuple[str, tuple[Answer, ...]]
DRAWN: dict[str, Callable[[Apart], tuple[str, bytes]]] = {}


def sections_of(one: Apart) -> list[Section]:
    """Return the answers of a form by whose details they are, those of the child first."""
    found: dict[str, list[Answer]] = {"About the young person": []}
    for label, value in _answers(one):
        asked = recognise(CHILD, label)
        field = asked.field if asked and asked.score >= SURE and "\n" not in value else ""
        part = SECTIONS.get(field.partition("_")[0]) if field in PLAIN else None
        told = found.setdefault(part, []) if part else found["About the young person"]
        again = part and any(known == PLAIN[field] for known, _ in told)
        if again:
            found["About the young person"].append((label, value))
        else:
            told.append((PLAIN[field] if part else label, value))
    return [(name, tuple(some)) for name, some in found.items() if _named(some) or name[0] == "A"]


def _named(answers: Iterable[Answer]) -> bool:
    return any(label == "Name" for label, _ in answers)


def _answers(one: Apart) -> list[Answer]:
    parts = (part for part in one.parts if not isinstance(part, str | Listed))
    said = (answer for part in parts for answer in part if answer[1])
    return [(label.lstrip("-•* "), value) for label, value in said]


def fits(one: Apart) -> bool:
    """Say whether a form's labels tell themselves whose details they ask, each of them once."""
    labels = [bare(label).lower() for label, _ in _answers(one)]
    fields = {asked.field for label in labels if (asked := recognise(CHILD, label))}
    named = bool(fields & {"name", "first_name"})
    return (
        named
        and len(set(labels)) == len(labels)
        and not set(map(str.lower, PLAIN.values())) & set(labels)
    )


def titles(one: Apart) -> list[str]:
    """Return the lines above all answers of a form."""
    found = []
    for part in one.parts:
        if not isinstance(part, str):
            break
        found.append(part)
    return found


def drawing(draw: Callable[[Apart], tuple[str, bytes]]) -> Callable[[Apart], tuple[str, bytes]]:
    """Offer a drawing by its name."""
    DRAWN[draw.__name__] = draw
    return draw


@drawing
def capitals_in_a_message(one: Apart) -> tuple[str, bytes]:
    lines = [*titles(one), ""]
    for name, answers in sections_of(one):
        lines += ["", name.upper(), ""]
        for label, value in answers:
            short = len(value.split()) <= LONGEST and "\n" not in value
            lines += [f"{bare(label)}: {value}"] if short else _below(label, value)
    head = "From: Ines Tarn <ines@tarn.example>\r\nTo: panel@council.example\r\n"
    dated = "Date: Tue, 03 Nov 2026 17:52:09 +0000\r\nSubject: for the panel\r\n"
    kind = 'MIME-Version: 1.0\r\nContent-Type: text/plain; charset="utf-8"\r\n'
    whole = "Content-Transfer-Encoding: 8bit\r\n\r\n"
    return "message.eml", (head + dated + kind + whole + "\r\n".join(lines)).encode()


def _below(label: str, value: str) -> list[str]:
    return [label.upper(), *(part for line in value.split("\n") for part in _wrapped(line)), ""]


def _wrapped(line: str) -> list[str]:
    return textwrap.wrap(line, WIDE, break_long_words=False) or [""]


@drawing
def capitals_over_tabbed_pairs(one: Apart) -> tuple[str, bytes]:
    """Two labels with their answers to a line, a tab between, as a case system prints them."""
    page = Page()
    for title in titles(one):
        page.line(title)
    for name, answers in sections_of(one):
        page.line(bold(name.upper()))
        short = [each for each in answers if len(each[1].split()) <= LONGEST]
        for at in range(0, len(short), 2):
            page.line("\t".join(f"{bare(a)}: {flat(b)}" for a, b in short[at : at + 2]))
        for label, value in answers:
            if (label, value) not in short:
                page.line(label)
                page.lines(value)
    return "paper.docx", page.saved()


@drawing
def bold_over_pairs(one: Apart) -> tuple[str, bytes]:
    page = Page()
    for title in titles(one):
        page.line(title, "Heading 1")
    for name, answers in sections_of(one):
        page.line(bold(name))
        page.table(answers)
    return "paper.docx", page.saved()
