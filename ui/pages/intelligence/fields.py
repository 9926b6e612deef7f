"""What is entered of a submission and mended: who gave it, how they know, what it says."""

from dataclasses import replace

from models.rules.submissions import GivenBy
from ui.pages.records.fields import Field, plainly

GIVEN = plainly(one.value for one in GivenBy)
WHO = (
    Field("given_by", "Who submits it", "pick", GIVEN, "Somebody who is not named stays so."),
    Field("from_agency", "Agency"),
    Field("from_name", "Name"),
    Field("from_contact", "How to reach them"),
)
WHAT = (
    Field("text", "What is submitted", "long"),
    Field("provenance", "How they know", "long"),
    Field("named", "Whom and what it names", "long", hint="In the submitter's words."),
    Field("information_date", "Date of the information", "was"),
    Field("received_on", "Received on", "was"),
)
FIELDS = (*WHAT, *WHO, Field("police_reference", "Police reference"))
LOOKED_AT = ("text", "named")
ENTRY = (*WHO, *(replace(one, kind="telling") if one.name in LOOKED_AT else one for one in WHAT))
"""While it is entered, who of those named is on record stands under it."""
NOT_VERIFIED = (
    "Intelligence, not verified. It stands in no document and not in the room: only links that you"
    " make of it go further, as intelligence, to the same readers."
)
