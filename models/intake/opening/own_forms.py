"""What a form of the panel's own prints, known again where it comes back without its marks."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from models import codes
from models.intake.papers import Block, Table
from models.intake.printed import mark
from models.rules.names import plain

EDGE = "page edge"
OF_ALL = ("lawful_basis", "handling_line", "handling_restricted", "handling_intelligence")
BY_THE_DATE = " by the date shown"
"""What a standing wording says only where the form shows a date."""
LEAST, BEGINS = 12, 6
"""Letters of a piece of a sentence that a page's end cut off, or its beginning, to be ours."""


@dataclass(frozen=True)
class _Form:
    """A form by its title and its edge: its standing wordings, headings, labels and other words."""

    title: re.Pattern[str]
    edge: re.Pattern[str]
    wordings: tuple[str, ...]
    says: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    patterns: tuple[re.Pattern[str], ...] = ()


FORMS = (
    _Form(
        re.compile(r"Agency information return: .+"),
        re.compile(r"Information request, version \d+\. Issued to: .+"),
        ("information_request", *OF_ALL),
        ("Complete here:",),
        patterns=(
            re.compile(r"Requested by (.+)"),
            re.compile(r"Item: V?\d*\w*(?: · [A-Z][^:·]{2,40}: [^·]+)*"),
            re.compile(r"Please return this form\b.*"),
        ),
    ),
    _Form(
        re.compile(r"Recommendations to the plan"),
        re.compile(r"Recommendations to the plan, version \d+\. Issued to: .+"),
        ("sheet_statement", "disagreement", "reply_request", "not_confirmed", *OF_ALL),
        (
            "Recommendations to the plan", "Recommendations", "If you disagree", "Reply slip",
            "Responses", "End of the recommendations.",
        ),  # fmt: skip
        ("To", "Copies to", "Send to", "Please reply by", "On record", "Not stated"),
        (re.compile(r"R\d+"),),
    ),
    _Form(
        re.compile(r"Lead professional['’]s update"),
        re.compile(r"Lead professional['’]s update, version \d+\. Issued to: .+"),
        OF_ALL,
        (
            "Your update", "Please write under each heading what is new.", "Recommended before",
            "Please say of each whether the plan shows it, since when and where.",
            "What has changed", "Current risk level", "Date of risk assessment", "Child's voice",
            "Parents' views", "Barriers", "Recommendations", "End of the update.",
        ),  # fmt: skip
        ("Item", "Last decision", "Return to", "Please return by", "Your slot"),
        (re.compile(r"For (.{2,80})"),),
    ),
)  # fmt: skip


def printed_by_us(parts: Iterable[Block | Table]) -> frozenset[str]:
    """The marks of one of our forms' own sentences in a paper that is one; none in any other.

    However a page breaks them: several run together, one cut in two. Standing wordings are those
    shipped; what a panel words itself, and what stands on record, the papers' service knows.
    """
    read = list(parts)
    blocks = [one for one in read if isinstance(one, Block)]
    form = next((one for one in FORMS if _is_one(one, blocks)), None)
    if form is None:
        return frozenset()
    shipped = [*map(_shipped, form.wordings)]
    undated = (one.replace(BY_THE_DATE, "") for one in shipped)
    said = (*form.says, *shipped, *undated, *_of_the_panel(form, blocks))
    known = {bare(one) for one in said} - {""}
    ours = (text for text, where in _texts(read) if _is_ours(text, where, form, known))
    return frozenset(map(mark, ours))


def _is_one(form: _Form, blocks: Collection[Block]) -> bool:
    texts = [one.text.strip() for one in blocks]
    titled = any(form.title.fullmatch(text) for text in texts)
    return titled and any(form.edge.match(text) for text in texts)


def _texts(parts: Iterable[Block | Table]) -> Iterator[tuple[str, str]]:
    """Every text with its place: paragraphs, cells, and each row of a label and its value."""
    for one in parts:
        if isinstance(one, Block):
            yield one.text.strip(), one.where
            continue
        for row in one.rows:
            said = [cell.text.strip() for cell in row if cell.text.strip()]
            yield from ((text, one.where) for text in said)
            if len(said) == 2:
                yield f"{said[0]}: {said[1]}", one.where


def _of_the_panel(form: _Form, blocks: Iterable[Block]) -> Iterator[str]:
    """The panel's name, as the form's head has it, and what stands at the edge of its pages."""
    for one in blocks:
        text = one.text.strip()
        met = (each.fullmatch(text) for each in form.patterns if each.groups)
        yield from (found[1] for found in met if found)
        if one.where.startswith(EDGE):
            yield from re.split(r"[\t\n]", text)


def _is_ours(text: str, where: str, form: _Form, known: Collection[str]) -> bool:
    label, _, _ = text.partition(":")
    return (
        where.startswith(EDGE)
        or (":" in text and label in (*form.labels, "Lawful basis"))
        or any(one.fullmatch(text) for one in form.patterns)
        or is_made_of(bare(text), known)
    )


def is_made_of(text: str, known: Collection[str]) -> bool:
    """Whether a text is nothing but known ones after each other, the first and last maybe cut."""
    left = text
    for end in (False, True):
        while left and (whole := _longest(left, known, at_end=end)):
            left = left[: -len(whole)] if end else left[len(whole) :]
    if len(left) >= LEAST:
        return any(left in one for one in known)
    begins = left == text and len(left) >= BEGINS
    return not left or (begins and any(one.startswith(left) for one in known))


def _longest(text: str, known: Collection[str], *, at_end: bool) -> str:
    fits = (one for one in known if (text.endswith(one) if at_end else text.startswith(one)))
    return max(fits, key=len, default="")


def bare(text: str) -> str:
    """The letters and figures of a text alone, so that no line break and no space matters."""
    return plain(text).replace(" ", "")


def _shipped(key: str) -> str:
    found = codes.find("wordings", key)
    return found.text.strip() if isinstance(found, codes.Wording) else ""
