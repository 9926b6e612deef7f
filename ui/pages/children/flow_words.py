"""A flow on a child's page: what is asked at a step, and how its steps read."""

from models.records.flows import FlowRecord, FlowStepRow
from ui.pages.records.fields import Field
from ui.widgets.dates import plain_date
from ui.widgets.lines import Line

HOLDER = Field("holder", "Who holds it", hint="Whoever is to do it.")
NEXT = Field("next_holder", "Who holds the next")
ENTER = (
    Field("flow", "Flow", "pick"), Field("step", "Begins at", "pick"),
    Field("on", "Entered on", "was"), HOLDER, Field("reason", "Why", "long"),
)  # fmt: skip
DONE = (
    Field("on", "Done on", "was"), Field("note", "What came of it", "long"),
    Field("reason", "Why late", hint="Asked where its day is past."), NEXT,
)  # fmt: skip
SKIP = (Field("reason", "Why it is skipped", "long"), NEXT)
OFF = (Field("until", "Due on", "due"), Field("reason", "Why"))
DOWN = (
    Field("reason", "Reason", "long", hint="A level alone steps nobody down."),
    Field("second_person", "Second person", "pick", hint="Another user or a member who agreed."),
)
NO_CHECKLIST = "No checklist is on record since this flow was entered."
MARKS = {"done": "✓", "skipped": "–", "open": "▶"}
LOOKED = (
    "Stepping down closes nothing: the child stays on the tracker, and is looked at again in three"
    " months."
)


def lines_of(flows: tuple[FlowRecord, ...]) -> list[Line]:
    """Every flow with its steps, and those to come."""
    lines = []
    for flow in flows:
        lines += [Line((part, flow.id), said, heading=True) for part, said in _head(flow)]
        for one in flow.steps:
            kind = one.urgency if one.urgency in ("high", "medium") else ""
            held = f"held by {one.holder}" if one.state == "open" and one.holder else ""
            lines.append(
                Line(one.id, one.label, MARKS[one.state], held or (one.note or ""), one.clock,
                     kind=kind, said=f"{one.label}: {one.clock}. {held}")
            )  # fmt: skip
        lines += [
            Line(("to come", flow.id, label), label, "·", right="to come") for label in flow.to_come
        ]
    return lines


def _head(flow: FlowRecord) -> list[tuple[str, str]]:
    """What stands over a flow: that it was entered, and below it that it ended, by whose word."""
    head = [("flow", f"{flow.label}, {flow.version}: entered {plain_date(flow.entered_on)}")]
    if flow.ended_on is not None:
        ended = f"Ended {plain_date(flow.ended_on)}, agreed by {flow.second_person}"
        head.append(("ended", ended))
    return head


def flow_tags(flows: tuple[FlowRecord, ...]) -> list[tuple[str, str]]:
    """The open step with its clock, for the head of the child's page."""
    return [
        (f"{flow.label}: {step.label}, {step.clock}", step.urgency)
        for flow in flows
        if flow.ended_on is None and (step := flow.open_step) is not None
    ]


def sentences_of(flow: FlowRecord, one: FlowStepRow) -> list[str]:
    """A step in sentences: by whom, since when, by when, what came of it, and why the flow is."""
    lines = [
        f"To be done by {one.who}." if one.who and one.state == "open" else "",
        f"Held by {one.holder}." if one.holder else "Nobody holds it yet." * (one.state == "open"),
        f"Began {plain_date(one.began_on)}"
        + (f", due {plain_date(one.due_on)}." if one.due_on else "."),
        f"What came of it: {one.note}" if one.note else "",
        f"Reason: {one.reason}" if one.reason else "",
        f"Agreed by {flow.second_person}." if one.ends and flow.second_person else "",
        f"Entered by {one.by}." if one.by else "",
        f"Why the flow was entered: {flow.reason}" if flow.reason else "",
    ]
    return [line for line in lines if line]
