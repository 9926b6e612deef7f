"""What the places of minutes are called, and where the rest is changed that Word cannot change."""

from collections.abc import Mapping

from exports import wording
from models.records.places import Place

CALLED: Mapping[tuple[str, str], str] = {
    ("discussion", "presentation"): "Presentation",
    ("discussion", "voice"): "The child’s view",
    ("discussion", "voice_absent_reason"): "Why the child was not heard",
    ("discussion", "parents_view"): "The parents’ view",
    ("discussion", "protective"): "Strengths",
    ("discussion", "analysis"): "Analysis",
    ("discussion", "diversity"): "Identity and diversity",
    ("discussion", "for_file"): "For the child’s file",
    ("discussion", "nrm_considered"): "NRM considered",
    ("discussion", "communications_line"): "What may be said in public",
    ("information_line", "text"): "A line shared",
    ("risk_judgement", "rationale"): "Risk: why",
    ("risk_judgement", "dissent"): "Risk: different view",
    ("decision", "rationale"): "Decision: why",
    ("decision", "dissent"): "Decision: different view",
    ("decision", "legal_basis"): "Basis for sharing",
    ("action", "text"): "An action",
    ("action", "success"): "An action: done when",
    ("recommendation", "text"): "A recommendation",
    ("telling", "text"): "Who tells: what is said",
    ("telling", "must_not"): "Who tells: what must not be said",
    ("meeting", "other_business"): "Any other business",
    ("meeting", "previous_minutes_corrections"): "Corrections of the last minutes",
}
HEADED: Mapping[str, str] = {
    "Presentation": "presentation",
    "Strengths and protective factors": "protective",
    "Analysis": "analysis",
    "For the child's file": "for_file",
    "What may be said in public": "communications_line",
}
"""The discussion's texts by the heading under which they stand."""
LED: Mapping[tuple[str, str], tuple[str, str]] = {
    ("Views of the child and family", "Child:"): ("discussion", "voice"),
    ("Views of the child and family", "Parents:"): ("discussion", "parents_view"),
    ("Analysis", "Identity and diversity:"): ("discussion", "diversity"),
    ("Risk", "Why:"): ("risk_judgement", "rationale"),
    ("Risk", "Different view:"): ("risk_judgement", "dissent"),
    ("Decision", "Different view:"): ("decision", "dissent"),
    ("Decision", "Basis for sharing:"): ("decision", "legal_basis"),
    ("Decision", "NRM considered:"): ("discussion", "nrm_considered"),
}
"""What stands behind words that lead a paragraph, by its heading."""
SHARED = "Information shared"
ROOM = "in the meeting’s room, at this item (Mend the record)"
OF_ITEMS: Mapping[str, str] = {
    "": "on the child’s own record, or at this item in the meeting’s room",
    "Links": "in the meeting’s room, at this item, Links",
    "Disruption": "on the page Disruption",
    "Recommendations to the plan": "on the page Care plans",
    "Earlier recommendations": "on the page Care plans",
    "Actions": "on the page Actions",
}
OF_PARTS: Mapping[str, str] = {
    "actions": "on the page Actions, or its words where its item lists it",
    "action_log": "on the page Actions",
    "attendance": "in the meeting’s room, Opening",
    "confidentiality": "in Settings, Wording",
    "declarations": "in the meeting’s room, Opening",
    "previous": "in the meeting’s room, Opening",
    "deferred": "in the meeting’s room, at that item",
    "cross_border": "at that item, or on the child’s record",
    "escalations": "at that item, where the same words stand",
    "next": "in the meeting’s room, Read back and close",
    "distribution": "in the meeting’s room, Opening (who was there)",
}
HEADINGS = "change it in Settings, where headings are a list of the panel’s"


def called(place: Place) -> str:
    """What a place is called."""
    return CALLED.get((place.table, place.field), "Words")


def where_of(heading: str, *, item: bool) -> str:
    """Where that is changed which stands under a heading, of an item or outside."""
    if item:
        return f"change it {OF_ITEMS.get(heading, ROOM)}"
    codes = {wording.shipped_heading(f"minutes.{code}"): code for code in OF_PARTS}
    otherwise = "in the meeting’s room (Mend the record)"
    return f"change it {OF_PARTS.get(codes.get(heading, ''), otherwise)}"
