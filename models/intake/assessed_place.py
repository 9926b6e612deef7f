"""The assessment of a place that the panel wrote, come back from Word: what was changed in it."""

from collections.abc import Iterator

from models.intake.papers import (
    Block,
    Content,
    NotUnderstood,
    ReadField,
    ReadPaper,
    ReadRecord,
    Table,
)
from models.intake.printed import is_printed
from models.intake.understanding.dates import read_day
from models.intake.understanding.wording import label_key
from models.rules.place_assessment import FIELDS

KIND = "place_assessment"
TITLE, END = "Assessment of ", "End of the assessment"
FACTS = {"Assessed on": "assessed_on", "Led by": "lead", "Review": "review_on"}
DAYS = frozenset({"assessed_on", "review_on"})
LABELS = {label_key(label): name for name, label in FIELDS.items()}
FEWEST = 2
"""So many headings of an assessment at least, or it is some other paper."""


def is_one(content: Content) -> bool:
    """Whether this is an assessment as the panel writes it, with the marks of what it said."""
    blocks = [one for one in content.parts if isinstance(one, Block) and one.heading]
    known = sum(label_key(one.text) in LABELS for one in blocks)
    return bool(content.printed) and bool(_place(blocks)) and known >= FEWEST


def read(content: Content, this_year: int) -> ReadPaper:
    """Each field in which something else stands than was written, and what stands nowhere."""
    blocks = [one for one in content.parts if isinstance(one, Block)]
    name = ReadField("name", _place(blocks), _place(blocks), blocks[0].where, 1.0)
    fields, lost = [], []
    for field, texts in _said(content):
        new = [one for one in texts if not is_printed(one.text, content.printed)]
        if new and field:
            fields.append(_field(field, texts, this_year))
        lost += [NotUnderstood(one.where, one.text) for one in new if not field]
    record = ReadRecord(KIND, (name, *fields), name.where)
    return ReadPaper(
        content.name, content.sha256, KIND, (record,), tuple(lost), KIND, content.notes
    )


def _place(blocks: list[Block]) -> str:
    titles = (one.text for one in blocks if one.heading and one.text.startswith(TITLE))
    return next(titles, "").removeprefix(TITLE).strip()


def _said(content: Content) -> Iterator[tuple[str, list[Block]]]:
    """What stands under each heading, and beside each fact, up to the end of the assessment."""
    field, texts = "", list[Block]()
    for part in content.parts:
        if isinstance(part, Table):
            for row in part.rows:
                if len(row) == 2 and (fact := FACTS.get(row[0].text.strip())):
                    yield fact, [Block(row[1].text, row[1].where)]
        elif part.text.startswith(END):
            break
        elif part.heading:
            yield field, texts
            field, texts = LABELS.get(label_key(part.text), ""), []
        elif part.text.strip():
            texts.append(part)
    yield field, texts


def _field(name: str, texts: list[Block], this_year: int) -> ReadField:
    words = "\n".join(one.text.strip() for one in texts)
    if name not in DAYS:
        return ReadField(name, words, words, texts[0].where, 1.0)
    day = read_day(words, this_year)
    return ReadField(name, day.value, words, texts[0].where, 1.0, day.note)
