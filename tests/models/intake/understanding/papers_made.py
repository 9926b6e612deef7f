"""Papers made in memory in the layouts of invented councils."""

import io
import random
from collections.abc import Callable
from typing import Any

from openpyxl import Workbook

from tests.blank_paper import blank_paper

from . import truth as t
from .wordings import DECOR, LABELS

SHORT = [
    "received",
    "referrer",
    "name",
    "dob",
    "gender",
    "ethnicity",
    "la_id",
    "nhs",
    "postcode",
    "district",
    "plan",
    "school",
    "lead",
    "types",
    "risk",
    "assessed",
    "missing90",
    "nrm",
    "immediate_risk",
    "informed_child",
    "informed_parent",
]
LONG = ["reason", "ask", "tried", "voice", "parent", "associates", "places"]
EVERY = [*SHORT, *LONG, "indicators"]
Maker = Callable[[t.Truth, random.Random], bytes]


def label(name: str, rng: random.Random) -> str:
    return rng.choice(DECOR).format(rng.choice(LABELS[name]))


def typed(truth: t.Truth, name: str, rng: random.Random) -> str:
    """Return a field's truth as somebody would type it."""
    way = WAYS.get(name)
    return way(truth, truth[name], rng) if way else str(truth[name])


def _dated(truth: t.Truth, value: Any, rng: random.Random) -> str:
    return t.dated(value, rng)


def _answered(truth: t.Truth, value: Any, rng: random.Random) -> str:
    return t.yes_no(value, rng)


def _indicators(truth: t.Truth, value: Any, rng: random.Random) -> str:
    boxes = t.ticked(t.INDICATORS, value, rng)
    return rng.choice([boxes.replace(" ☒", "\n☒").replace(" ☐", "\n☐"), "\n".join(value)])


def _types(truth: t.Truth, value: Any, rng: random.Random) -> str:
    return rng.choice([", ".join(value), "\n".join(value), t.ticked(t.TYPES, value, rng)])


def _level(truth: t.Truth, value: Any, rng: random.Random) -> str:
    boxes = t.ticked(["Low", "Medium", "High"], (value,), rng)
    return rng.choice([value, value[0], value.upper(), boxes])


def _gender(truth: t.Truth, value: Any, rng: random.Random) -> str:
    return rng.choice([value, value[0], t.ticked(["Male", "Female"], (value,), rng)])


WAYS: dict[str, Callable[[t.Truth, Any, random.Random], str]] = {
    **dict.fromkeys(("received", "dob", "assessed"), _dated),
    **dict.fromkeys(("immediate_risk", "informed_child", "informed_parent"), _answered),
    "name": lambda truth, value, rng: t.named(truth.first, truth.last, rng),
    "plan": lambda truth, value, rng: rng.choice(t.PLANS[value]),
    "gender": _gender,
    "risk": _level,
    "types": _types,
    "associates": lambda truth, value, rng: t.adults_typed(value, rng),
    "places": lambda truth, value, rng: rng.choice(["; ", "\n", "\n• "]).join(value),
    "indicators": _indicators,
    "lead": lambda truth, value, rng: rng.choice(
        [value, f"{value}, social worker", f"{value} (Social Worker)"]
    ),
    "nhs": lambda truth, value, rng: rng.choice([value, value.replace(" ", "")]),
}


def table(document: Any, rows: list[list[str]], bold: tuple[int, ...] = ()) -> Any:
    made = document.add_table(rows=len(rows), cols=max(map(len, rows)))
    for row, texts in zip(made.rows, rows, strict=True):
        for place, text in enumerate(texts):
            row.cells[place].text = text
            if place in bold:
                for run in row.cells[place].paragraphs[0].runs:
                    run.bold = True
        if len(texts) < len(row.cells):
            row.cells[len(texts) - 1].merge(row.cells[-1])
    return made


def matrix(document: Any, truth: t.Truth, rng: random.Random, style: int) -> None:
    present = truth["indicators"]
    if style == 0:
        rows = [["Indicator", "Present", "Evidence"]]
        rows += [
            [i, "☒" if i in present else "☐", "See chronology" if i in present else ""]
            for i in t.INDICATORS
        ]
    elif style == 1:
        rows = [["Risk factor", "Yes", "No", "Not known"]]
        rows += [[i, "✓", "", ""] if i in present else [i, "", "✓", ""] for i in t.INDICATORS]
    elif style == 2:
        rows = [["Indicator", "Y/N", "Comments"]]
        rows += [[i, "Y" if i in present else "N", ""] for i in t.INDICATORS]
    elif style == 3:
        rows = [["☒" if i in present else "☐", i] for i in t.INDICATORS]
    else:
        rows = [["Vulnerability factor", "Tick if present"]]
        rows += [[i, "x" if i in present else ""] for i in t.INDICATORS]
    table(document, rows)


def saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def two_columns(truth: t.Truth, rng: random.Random) -> bytes:
    document = blank_paper()
    document.add_heading(
        rng.choice(["MACE referral form", "Referral to MACE panel", "Child Exploitation Referral"]),
        1,
    )
    table(document, [[label(n, rng), typed(truth, n, rng)] for n in SHORT], (0,))
    document.add_paragraph("")
    table(document, [[label(n, rng), typed(truth, n, rng)] for n in LONG])
    document.add_heading("Risk indicators", 2)
    matrix(document, truth, rng, rng.choice([0, 1, 2, 4]))
    return saved(document)


def four_columns(truth: t.Truth, rng: random.Random) -> bytes:
    document = blank_paper()
    document.add_paragraph("Multi-Agency Child Exploitation referral form").runs[0].bold = True
    names = rng.sample(SHORT, len(SHORT))
    rows = []
    for one, other in zip(names[::2], [*names[1::2], ""], strict=False):
        row = [label(one, rng), typed(truth, one, rng)]
        rows.append([*row, label(other, rng), typed(truth, other, rng)] if other else row)
    for name in LONG:
        rows += [[label(name, rng)], [typed(truth, name, rng)]]
    table(document, rows)
    document.add_heading("Risk factor matrix", 2)
    matrix(document, truth, rng, rng.choice([0, 1, 2, 3]))
    return saved(document)


def bold_leads(truth: t.Truth, rng: random.Random) -> bytes:
    document = blank_paper()
    document.add_heading("MACE referral", 0)
    for name in SHORT:
        paragraph = document.add_paragraph()
        paragraph.add_run(label(name, rng).rstrip(" :*") + ": ").bold = True
        paragraph.add_run(typed(truth, name, rng).replace("\n", ", "))
    for name in LONG:
        document.add_heading(label(name, rng).rstrip(" :*"), 3)
        for line in typed(truth, name, rng).split("\n"):
            document.add_paragraph(line)
    document.add_heading("Vulnerability and risk factors", 2)
    matrix(document, truth, rng, rng.choice([0, 1, 2, 3, 4]))
    return saved(document)


def sections(truth: t.Truth, rng: random.Random) -> bytes:
    document = blank_paper()
    document.add_heading("Child exploitation referral form", 1)
    document.add_paragraph("Please complete all sections and return to the MACE coordinator.")
    agency = rng.choice(["Children's social care", "Police", "Riverbank College"])
    document.add_heading("Section 1: Referrer details", 2)
    table(
        document,
        [
            ["Name", truth["referrer"]],
            ["Job title", "Practitioner"],
            ["Agency", agency],
            ["Telephone", "01632 960111"],
            ["Email", "someone@example.gov.uk"],
            ["Date", typed(truth, "received", rng)],
        ],
        (0,),
    )
    document.add_heading("Section 2: Child's details", 2)
    rows = [["First name", truth.first], ["Surname", truth.last]]
    rows += [
        [label(n, rng), typed(truth, n, rng)]
        for n in ("dob", "gender", "ethnicity", "la_id", "nhs", "postcode", "district", "school")
    ]
    table(document, rows, (0,))
    document.add_heading("Section 3: Parent / carer details", 2)
    table(
        document,
        [
            ["Name", "Sandra Example"],
            ["Date of birth", "01/02/1980"],
            ["Address", "1 High Street, NM9 9ZZ"],
            ["Telephone", "07700 900555"],
        ],
        (0,),
    )
    document.add_heading("Section 4: Social worker details", 2)
    table(
        document, [["Name", truth["lead"]], ["Telephone", "01632 960999"], ["Team", "North"]], (0,)
    )
    document.add_heading("Section 5: Concerns", 2)
    rest = [
        "plan",
        "types",
        "risk",
        "assessed",
        "missing90",
        "nrm",
        "immediate_risk",
        "informed_child",
        "informed_parent",
        *LONG[:5],
        "places",
    ]
    table(document, [[label(n, rng), typed(truth, n, rng)] for n in rest], (0,))
    document.add_heading("Section 6: Persons of concern", 2)
    people = [
        [p["name"], p["alias"], p["vehicle"] or "", p["phone"] or ""] for p in truth["associates"]
    ]
    table(document, [["Name", "Alias / nickname", "Vehicle registration", "Phone number"], *people])
    document.add_heading("Section 7: Risk indicators", 2)
    matrix(document, truth, rng, rng.choice([0, 1, 3]))
    return saved(document)


def heads_above(truth: t.Truth, rng: random.Random) -> bytes:
    document = blank_paper()
    document.add_heading("MACE referral form", 1)
    names = [n for n in SHORT if n != "name"]
    rows = [
        ["Surname", "Forename(s)", label("dob", rng)],
        [truth.last, truth.first, typed(truth, "dob", rng)],
    ]
    names.remove("dob")
    while names:
        three, names = names[:3], names[3:]
        rows += [[label(n, rng) for n in three], [typed(truth, n, rng) for n in three]]
    table(document, rows)
    document.add_paragraph("")
    wide = []
    for name in LONG:
        wide += [[label(name, rng)], [typed(truth, name, rng)]]
    table(document, wide)
    document.add_heading("Indicators of exploitation", 2)
    matrix(document, truth, rng, rng.choice([0, 1, 2, 4]))
    return saved(document)


def plain_lines(truth: t.Truth, rng: random.Random) -> bytes:
    document = blank_paper()
    document.add_paragraph("REFERRAL TO MACE")
    short = rng.sample(SHORT, len(SHORT))
    while short:
        take = rng.choice([1, 1, 2])
        line, short = short[:take], short[take:]
        said = [
            f"{label(n, rng).rstrip(' :*?')}: {typed(truth, n, rng).replace(chr(10), ', ')}"
            for n in line
        ]
        document.add_paragraph(rng.choice(["\t", "    "]).join(said))
    for name in LONG:
        text = label(name, rng).rstrip(" *")
        document.add_paragraph(text if text.endswith((":", "?")) else f"{text}:")
        for line in typed(truth, name, rng).split("\n"):
            document.add_paragraph(line)
    document.add_paragraph("Risk indicators present:")
    for indicator in truth["indicators"]:
        document.add_paragraph(indicator, style="List Bullet")
    return saved(document)


def numbered_questions(truth: t.Truth, rng: random.Random) -> bytes:
    document = blank_paper()
    document.add_paragraph(
        "Referral for discussion at Multi Agency Child Exploitation Panel", style="Title"
    )
    rows = []
    names = [n for n in SHORT if n not in ("immediate_risk", "informed_child", "informed_parent")]
    for number, name in enumerate([*names, *LONG], 1):
        hint = (
            rng.choice(["", "\n(please give as much detail as you can)", ""])
            if name in LONG
            else ""
        )
        rows += [[f"{number}. {label(name, rng)}{hint}"], [typed(truth, name, rng)]]
    table(document, rows)
    document.add_paragraph("")
    asked = [
        [label(n, rng), *(["✓", ""] if truth[n] else ["", "✓"])]
        for n in ("immediate_risk", "informed_child", "informed_parent")
    ]
    table(document, [["Question", "Yes", "No"], *asked])
    document.add_heading("Risk and vulnerability indicators", 2)
    rows = [["Indicator", "Present", "Not present", "Unknown", "Evidence"]]
    rows += [
        [i, "X", "", "", "as above"]
        if i in truth["indicators"]
        else [i, "", rng.choice(["X", ""]), "", ""]
        for i in t.INDICATORS
    ]
    table(document, rows)
    return saved(document)


def same_cells(truth: t.Truth, rng: random.Random) -> bytes:
    document = blank_paper()
    document.add_heading("CE Panel referral form", 1)
    names, rows = list(SHORT), []
    while names:
        three, names = names[:2], names[2:]
        joint = rng.choice(["\n", ": "])
        rows.append([f"{label(n, rng).rstrip(' :*')}{joint}{typed(truth, n, rng)}" for n in three])
    table(document, rows)
    document.add_paragraph("")
    table(document, [[f"{label(n, rng).rstrip(' *')}\n{typed(truth, n, rng)}"] for n in LONG])
    document.add_paragraph("")
    half = len(t.INDICATORS) // 2
    rows = [["Risk indicator", "Tick", "Risk indicator", "Tick"]]
    box = {i: "☒" if i in truth["indicators"] else "☐" for i in t.INDICATORS}
    rows += [
        [a, box[a], b, box[b]]
        for a, b in zip(t.INDICATORS[:half], t.INDICATORS[half:], strict=True)
    ]
    table(document, rows)
    return saved(document)


def workbook(truth: t.Truth, rng: random.Random) -> bytes:
    book = Workbook()
    sheet = book.active
    sheet.title = "Referral"
    sheet.append(["MACE panel referral form"])
    sheet.append([])
    for name in [*SHORT, *LONG]:
        value = (
            truth[name]
            if name in ("received", "dob", "assessed") and rng.random() < 0.7
            else typed(truth, name, rng)
        )
        sheet.append([label(name, rng), value])
    sheet.append([])
    sheet.append(["Risk indicators"])
    sheet.append(["Indicator", "Yes/No", "Evidence"])
    for indicator in t.INDICATORS:
        sheet.append([indicator, "Yes" if indicator in truth["indicators"] else "No", ""])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def grouped(truth: t.Truth, rng: random.Random) -> bytes:
    document = blank_paper()
    document.add_heading("MACE Panel - Child Referral", 1)
    groups = {
        "Referral": ["received", "referrer", "immediate_risk"],
        "Child": ["name", "dob", "gender", "ethnicity", "la_id", "nhs", "postcode", "district"],
        "Status": ["plan", "school", "lead", "nrm", "missing90"],
        "Risk": ["types", "risk", "assessed"],
        "Consent": ["informed_child", "informed_parent"],
        "Detail": LONG,
    }
    made = document.add_table(rows=0, cols=3)
    for title, names in groups.items():
        first = None
        for name in names:
            cells = made.add_row().cells
            cells[1].text, cells[2].text = label(name, rng), typed(truth, name, rng)
            first = first or cells[0]
            last = cells[0]
        first.merge(last).text = title
    document.add_paragraph("Which of these indicators are present?").runs[0].bold = True
    matrix(document, truth, rng, rng.choice([0, 2, 3, 4]))
    return saved(document)


def typed_email(truth: t.Truth, rng: random.Random) -> bytes:
    document = blank_paper()
    document.add_paragraph("Subject: referral for MACE panel")
    for name in SHORT:
        text = label(name, rng).strip(" :*?").upper()
        document.add_paragraph(f"{text} - {typed(truth, name, rng).replace(chr(10), ', ')}")
    for name in LONG:
        document.add_paragraph(label(name, rng).strip(" :*").upper()).runs[0].bold = True
        for line in typed(truth, name, rng).split("\n"):
            document.add_paragraph(line)
    document.add_paragraph("INDICATORS PRESENT").runs[0].bold = True
    document.add_paragraph("; ".join(truth["indicators"]))
    return saved(document)


def forms_export(truth: t.Truth, rng: random.Random) -> bytes:
    book = Workbook()
    sheet = book.active
    names = [*SHORT, *LONG, "indicators"]
    sheet.append(
        [
            "ID",
            "Start time",
            "Completion time",
            "Email",
            *(label(n, rng).strip(" :*") for n in names),
        ]
    )
    values = [
        ", ".join(truth[n])
        if n == "types"
        else ";".join(truth[n]) + ";"
        if n == "indicators"
        else typed(truth, n, rng)
        for n in names
    ]
    sheet.append([1, "10/12/2026 09:01", "10/12/2026 09:20", "anonymous", *values])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


LAYOUTS: dict[str, Maker] = {
    made.__name__: made
    for made in (
        two_columns,
        four_columns,
        bold_leads,
        sections,
        heads_above,
        plain_lines,
        numbered_questions,
        same_cells,
        workbook,
    )
}
HELD_OUT: dict[str, Maker] = {made.__name__: made for made in (grouped, typed_email, forms_export)}
