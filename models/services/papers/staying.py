"""What is read of a list and has no place on a record: it stays with its paper, and is told."""

from dataclasses import replace

from models.intake.papers import ReadPaper, ReadRecord

AGE, INTERVIEW = ("age", ("dob",)), ("reported", "rhi_completed")
STAYS: dict[str, dict[str, tuple[str, tuple[str, ...]]]] = {
    "tracker": {
        "age": AGE,
        "score": ("score", ("assessed",)),
        "previous_risk": ("risk before", ("assessed",)),
        "last_discussed": ("last discussed", ()),
        "next_assessment": ("next assessment", ()),
    },
    "missing": {
        "hours": ("how long", ("reported", "returned")),
        "rhi_outcome": ("what became of the interview", ("rhi_completed",)),
        "within_72": ("interview within 72 hours", INTERVIEW),
    },
    "members": {
        "deputy": ("deputy", ()),
        "deputy_for": ("deputy for", ()),
        "manager": ("manager", ()),
        "team": ("team", ()),
        "notes": ("notes", ()),
    },
    "persons": {"age": AGE, "phone": ("phone", ()), "email": ("e-mail", ())},
}
"""Kind of list → field → what people call it, and the fields by which its record has it anyway."""
TOLD = "Kept with the paper alone, as no record has a place for it: {}"


def with_what_stays(paper: ReadPaper) -> ReadPaper:
    """The paper, with a note of what of it stays behind where anything does."""
    stays = what_stays(paper)
    return replace(paper, notes=(*paper.notes, TOLD.format(", ".join(stays)))) if stays else paper


def what_stays(paper: ReadPaper) -> tuple[str, ...]:
    """What people call the fields of which something stays with the paper alone."""
    found = (word for record in paper.records for word in _of(record))
    return tuple(dict.fromkeys(found))


def _of(record: ReadRecord) -> list[str]:
    stays = STAYS.get(record.kind, {})
    said = {one.name for one in record.fields if one.value not in (None, "", ())}
    return [
        word
        for name, (word, instead) in stays.items()
        if name in said and not (instead and said.issuperset(instead))
    ]
