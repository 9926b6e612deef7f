"""Forms drawn with a box below each line, as questions and answers, over pages, by letters."""

from .redrawn_forms import Draw, Page, asked, bare, bold, by, flat
from .taken_apart import Answer

EACH_PAGE = 6  # answers
MARKING = "OFFICIAL-SENSITIVE when completed"


def box_under(page: Page, answers: tuple[Answer, ...]) -> None:
    for label, value in answers:
        page.line(asked(label))
        page.table([[value]])


def two_boxes_below(page: Page, answers: tuple[Answer, ...]) -> None:
    for two in by(answers, 2):
        page.line("      ".join(bare(label) for label, _ in two))
        page.table([[value for _, value in two]])


def questions_and_answers(page: Page, answers: tuple[Answer, ...]) -> None:
    for label, value in answers:
        page.line(bold(f"Q: {asked(label)}"))
        page.line(f"A: {flat(value)}")


def over_pages(page: Page, answers: tuple[Answer, ...]) -> None:
    """Pages end anywhere, also between a label and its answer."""
    for at, (label, value) in enumerate(answers, 1):
        page.line(bold(asked(label)))
        if at % EACH_PAGE == EACH_PAGE - 1:
            page.line(MARKING)
            page.line(f"Page {at // EACH_PAGE + 1} of 9")
        page.lines(value)


def lettered(page: Page, answers: tuple[Answer, ...]) -> None:
    rows = [(f"({'abcdefghij'[at % 10]})", *one) for at, one in enumerate(answers)]
    page.table(rows)


def all_in_one_box(page: Page, answers: tuple[Answer, ...]) -> None:
    page.table([["\n".join(f"{asked(label)} {flat(value)}" for label, value in answers)]])


def office_column(page: Page, answers: tuple[Answer, ...]) -> None:
    """A third column says the same beside some of the answers."""
    page.table([
        (bold(bare(label)), value, "For office use" if at % 3 else "")
        for at, (label, value) in enumerate(answers)
    ])  # fmt: skip


BOXED: dict[str, Draw] = {
    draw.__name__: draw
    for draw in (
        box_under,
        two_boxes_below,
        questions_and_answers,
        over_pages,
        lettered,
        all_in_one_box,
        office_column,
    )
}
