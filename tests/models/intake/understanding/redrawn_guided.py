"""Forms with their own words among the answers: notes over all, hints, and labels that go on."""

from models.intake.understanding.leading_hints import PEOPLE, TOLD
from models.intake.understanding.lexicon import recognise

from .redrawn_forms import Draw, Page, bare, bold, by, flat
from .taken_apart import Answer

NOTES = (
    "For professionals only, and to be kept confidential",
    "What is printed in grey is preset, fill in what is blank",
    "Where something is likely and not confirmed use your judgement",
)
OF_PEOPLE = "Full names and dates of birth if known"
OF_EVENTS = ("What was seen, where, by whom", "Prompt: what you know, and how you know it.")
ASIDES = ("as far as is known to you", "is it settled e.g. temporary or shared", "in a few words")


def notes_first(page: Page, answers: tuple[Answer, ...]) -> None:
    """Notes under a heading of their own, and no heading after them ends these."""
    if all(paragraph.text != "Guidance:" for paragraph in page.document.paragraphs):
        page.line(bold("Guidance:"), "Heading 2")
        for note in NOTES:
            page.line(note)
    page.table([[f"{bare(label)}:  {flat(value)}" for label, value in two]
                for two in by(answers, 2)])  # fmt: skip


def hints_lead_answers(page: Page, answers: tuple[Answer, ...]) -> None:
    """Each label a heading; what the form says to it on the line before what somebody wrote."""
    for at, (label, value) in enumerate(answers):
        page.line(label, "Heading 3")
        found = recognise("child", label)
        field = found.field if found else ""
        if value and field in PEOPLE:
            page.line(OF_PEOPLE)
        elif value and field in TOLD:
            page.line(OF_EVENTS[at % 2])
        page.lines(value)


def asides_behind_labels(page: Page, answers: tuple[Answer, ...]) -> None:
    """Labels beside their answers; behind every fourth the form goes on in small letters."""
    page.table([
        (f"{bare(label)}: {ASIDES[at % 3]}" if at % 4 == 1 and value else label, value)
        for at, (label, value) in enumerate(answers)
    ])  # fmt: skip


GUIDED: dict[str, Draw] = {
    draw.__name__: draw for draw in (notes_first, hints_lead_answers, asides_behind_labels)
}
