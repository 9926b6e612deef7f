"""What a record that is not a child's is asked for, by its kind."""

from collections.abc import Mapping, Sequence

from ui.pages.records.fields import Field, words_of

PERSON = (
    Field("name", "Name"),
    Field("birth_date", "Date of birth", "was"),
    Field("status", "Status", "choice", words_of("person_statuses")),
    Field("category", "Category"),
    Field("priority", "Priority"),
    Field("grounds", "Grounds", "long"),
    Field("description", "Description", "long"),
    Field("source", "Source"),
    Field("adopted_on", "Adopted on", "was"),
    Field("review_on", "Review on", "due"),
)
POSITION = "SD 200 690, or 320000, 469000, or 54.11, -3.23: it puts the place on the map."
PLACE = (
    Field("name", "Name"),
    Field("place_type", "Kind of place", "choice", words_of("place_types")),
    Field("district", "District"),
    Field("ward", "Ward"),
    Field("address", "Address"),
    Field("postcode", "Postcode"),
    Field("map_reference", "Position", hint=POSITION),
    Field("what_happens", "What happens there", "long"),
    Field("guardians", "Who can guard it", "long"),
    Field("assessment_status", "Assessment"),
    Field("adopted_on", "Adopted on", "was"),
    Field("review_on", "Review on", "due"),
)
GROUP = (
    Field("name", "Name"),
    Field("group_type", "Kind of group", "choice", words_of("group_types")),
    Field("assessment", "What is known", "long"),
    Field("review_on", "Review on", "due"),
)
THEME = (
    Field("name", "Title"),
    Field("description", "What it is", "long"),
    Field("review_on", "Review on", "due"),
)
THING = (Field("name", "As written"),)
FORMS: Mapping[str, Sequence[Field]] = {
    "person_of_concern": PERSON,
    "location": PLACE,
    "group": GROUP,
    "theme": THEME,
    "vehicle": THING,
    "phone": THING,
    "online_account": THING,
}
READ_AS = {"place_type": "type", "group_type": "type", "assessment": "what_happens"}
"""Fields by their name in the form, with the name that they are read under."""
