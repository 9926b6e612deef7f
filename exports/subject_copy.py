"""The copy of one subject's record for who asks for it: others taken out, each place told."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from exports import asking, basis, phrases, wording
from exports.disclosure import DONE, left_standing, redactions
from exports.imprint import Imprint
from exports.pseudonyms import Net, index_of
from exports.redaction.found import Finding
from exports.sheet import Sheet
from exports.template import Template
from models import codes
from models.records.disclosure import WORK, DisclosureRow, FileLine, SubjectFile
from models.rules.own_words import is_own

CRIME = "crime"
CUT = "Left out of a line, as a person decided"
PAPERS = "Papers"
TITLE = "Copy of a record"
LOG = "What was taken out of a copy"
OWN_FILE = "The panel's own file: it does not go with the copy"
WHOLE = frozenset({"recommendation", "telling"})
"""Entries of several lines that say nothing without the first of them."""


@dataclass(frozen=True)
class Copy:
    """The lines that go, cleaned, with doubts marked; and what was done to them."""

    file: SubjectFile
    lines: tuple[FileLine, ...]
    findings: tuple[Finding, ...]
    settles: Mapping[str, str]

    @property
    def doubts(self) -> int:
        """How many places a person must look at before it is confirmed."""
        return sum(one.done == "to confirm" for one in self.findings)

    @property
    def left(self) -> int:
        """How many of them stay as they stand once a person has looked: names on no record."""
        return sum(left_standing(one) for one in self.findings)

    @property
    def waiting(self) -> int:
        """How many lines stay back only until a person has decided about them."""
        return sum(one.waits for one in self.file.lines)

    def confirmed(self) -> tuple[FileLine, ...]:
        """The lines as they leave once a person has confirmed them: without marks."""
        return tuple(replace(line, text=self._settled(line.text)) for line in self.lines)

    def redactions(self) -> tuple[tuple[str, str, str, int], ...]:
        """Where something was taken out, what kind it was, why, and how often; for the log."""
        back = sorted(self.file.withheld.items())
        left_out = [("Not in the copy", "an entry", reason_words(code), n) for code, n in back]
        cut = Counter(one.where for one in self.file.lines if one.cut)
        shorter = [(where, "sentences", CUT, n) for where, n in sorted(cut.items())]
        return (*redactions(self.findings), *shorter, *left_out)

    def _settled(self, text: str) -> str:
        for mark, shown in self.settles.items():
            text = text.replace(mark, shown)
        return text


def prepared(file: SubjectFile) -> Copy:
    """The file with everybody else out of it, drawn through the net line by line.

    A line that a person has to decide about stays back until somebody has.
    """
    net = Net(
        index_of(file.known_names),
        file.known_names,
        own=file.names,
        professionals=file.professionals,
        allowed=file.allowed,
        tactics=file.tactics,
    )
    told = [_without_tactics(asking.with_questions(one, file, net), net) for one in file.lines]
    file = replace(file, lines=asking.kept_waiting(_together(told)))
    lines = tuple(
        replace(one, text=net.clean(asking.as_given(one, file, net), one.where,
                                    marks=not one.professional))
        for one in file.lines
        if not one.withheld
    )  # fmt: skip
    return Copy(file, lines, tuple(net.findings), net.settled())


def compose(
    made: Copy,
    asked: DisclosureRow,
    *,
    confirmed: bool = False,
    template: Template | None = None,
) -> Sheet:
    """The copy as a sheet; `confirmed` leaves the marks of doubt out and is what is sent."""
    sheet = Sheet(_about(made, asked, TITLE, confirmed=confirmed), template)
    sheet.title(TITLE, made.file.panel.name)
    whose = "copy_statement" if is_own(made.file.asker) else "copy_statement_other"
    sheet.paragraph(wording.worded(made.file.panel, whose))
    tell(sheet, made, confirmed=confirmed)
    if not made.lines:
        sheet.paragraph("Nothing is held that may be given.")
    sheet.part("copy.left_out", 1)
    sheet.table(
        ("Why", "Entries"),
        [(why, str(number)) for why, number in _by_reason(made.file).items()],
        (80, 20),
        "Entries that were left out",
        together=True,
    )
    if not made.file.withheld:
        sheet.paragraph("No entry was left out.")
    basis.of_panel(sheet, made.file.panel)
    sheet.end("End of the copy.")
    return sheet


def compose_log(
    made: Copy,
    asked: DisclosureRow,
    *,
    confirmed: bool = False,
    template: Template | None = None,
) -> Sheet:
    """The redaction log as a sheet: where, what kind, why, how often; never what it was."""
    sheet = Sheet(_about(made, asked, LOG, confirmed=confirmed), template)
    sheet.title(LOG, made.file.panel.name)
    rows = [(where, what, why, str(times)) for where, what, why, times in made.redactions()]
    sheet.table(("Where", "What", "Why", "Times"), rows, (34, 22, 34, 10), "What was taken out")
    if not rows:
        sheet.paragraph("Nothing had to be taken out.")
    if made.left:
        words = phrases.counted(made.left, "word like a name", "words like names")
        sheet.paragraph(f"{DONE['to confirm'].capitalize()}: {words}.")
    asking.tell(sheet, made.file, asked)
    if confirmed and asked.confirmed_at is not None:
        day = phrases.day(asked.confirmed_at.date())
        sheet.paragraph(f"{asked.confirmed_by or 'not named'}, {day}.", lead="Approved by:")
    sheet.end("End of the log.")
    return sheet


def _without_tactics(one: FileLine, net: Net) -> FileLine:
    """What was agreed and names a measure or a person of concern is held back, unless decided."""
    if one.section not in WORK or one.decided or one.withheld:
        return one
    return replace(one, withheld=CRIME) if net.names_a_tactic(one.text) else one


def _together(lines: list[FileLine]) -> tuple[FileLine, ...]:
    """The lines with each entry of one thing whole: what it says held back, nothing of it goes."""
    held = {_entry(one): one.withheld for one in lines if one.withheld and _says_it(one)}
    return tuple(
        replace(one, withheld=held[_entry(one)])
        if _entry(one) in held and not (one.withheld or one.decided)
        else one
        for one in lines
    )


def _says_it(one: FileLine) -> bool:
    table, _, field = one.key.partition(".")
    return table in WHOLE and field.endswith(".text")


def _entry(one: FileLine) -> str:
    return one.key.rpartition(".")[0]


def reason_words(code: str) -> str:
    """A reason in the panel's own words."""
    found = codes.find("exemptions", code)
    return found.label if found else code.capitalize()


def _by_reason(file: SubjectFile) -> Mapping[str, int]:
    """Why entries do not go, as who asks is told: nobody else learns what a child told of."""
    own, found = is_own(file.asker), Counter[str]()
    for code, number in sorted(file.withheld.items()):
        row = codes.find("exemptions", code)
        told = "" if own or not isinstance(row, codes.Exemption) else row.told
        found[told or reason_words(code)] += number
    return found


def _about(made: Copy, asked: DisclosureRow, title: str, *, confirmed: bool) -> Imprint:
    to = OWN_FILE if title == LOG else asked.to_whom
    # What members may not do with their papers is not said to whom it is about.
    panel = replace(made.file.panel, handling="")
    return Imprint(panel, title, to, made.file.made_at, status=standing(confirmed=confirmed),
                   reference=asked.uuid[:8])  # fmt: skip


def tell(sheet: Sheet, made: Copy, *, confirmed: bool) -> None:
    """Tell what goes, part by part; `confirmed` leaves the marks of doubt out."""
    lines = made.confirmed() if confirmed else made.lines
    for section, rows in groupby(lines, key=lambda line: line.section):
        sheet.heading(section, 1)
        sheet.bullets(_told(section, list(rows)))


def standing(*, confirmed: bool) -> str:
    """How a copy stands, as its head says it."""
    return "Final" if confirmed else "DRAFT, to be confirmed"


def _told(section: str, rows: list[FileLine]) -> Iterable[str]:
    """Each line of a part of the file in words; papers of one kind and day in one line."""
    return _papers(rows) if section == PAPERS else map(_line, rows)


def _papers(rows: Iterable[FileLine]) -> Iterable[str]:
    """Papers of one kind that came on one day in one line."""
    counted = Counter((one.text, one.on) for one in rows)
    for (text, day), number in counted.items():
        times = f" ({number})" if number > 1 else ""
        yield f"{phrases.day(day)}: {text}{times}" if day else f"{text}{times}"


def _line(one: FileLine) -> str:
    day = phrases.day(one.on) if one.on else None
    lead = phrases.joined(day, one.said or None, by=", ")
    return f"{lead}: {one.text}" if lead else one.text
