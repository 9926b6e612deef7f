"""Adding a person of concern, a place, a group, a theme or a thing."""

from collections.abc import Callable
from typing import Any

from ui.desk import Desk
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field, words_of

PERSON = (
    Field("name", "Name", "who"),
    Field("birth_date", "Date of birth", "was"),
    Field("status", "Status", "choice", words_of("person_statuses")),
    Field("category", "Category"),
    Field("grounds", "Grounds", "long"),
    Field("source", "Source"),
    Field("review_on", "Review on", "due"),
)
PLACE = (
    Field("name", "Name", "where"),
    Field("place_type", "Kind of place", "choice", words_of("place_types")),
    Field("address", "Address"),
    Field("postcode", "Postcode"),
    Field("district", "District"),
    Field("what_happens", "What happens there", "long"),
)
GROUP = (
    Field("name", "Name"),
    Field("group_type", "Kind of group", "choice", words_of("group_types")),
    Field("assessment", "What is known", "long"),
)
THEME = (Field("name", "Title"), Field("description", "What it is", "long"))
THING = (
    Field("kind", "What", "pick", (("vehicle", "Vehicle"), ("phone", "Phone"),
                                   ("account", "Online account"))),
    Field("name", "Mark, number or handle", "which"),
    Field("platform", "Platform", hint="For an account."),
)  # fmt: skip
TITLES = ("Add a person of concern", "Add a place", "Add a group", "Add a theme", "Add a thing")


def entries(desk: Desk, kept: Callable[[int], object]) -> tuple[EntryCard, ...]:
    """The forms in the order of the lists; `kept` is called with the new record's id."""
    register = desk.workspace.register

    def person(values: dict[str, Any]) -> None:
        kept(register.add_person(values.pop("name", ""), **values))

    def place(values: dict[str, Any]) -> None:
        kept(register.add_place(values.pop("name", ""), **values))

    def group(values: dict[str, Any]) -> None:
        kept(register.add_group(values.pop("name", ""), **values))

    def theme(values: dict[str, Any]) -> None:
        kept(register.add_theme(values.pop("name", ""), **values))

    def thing(values: dict[str, Any]) -> None:
        name, kind = values.get("name", ""), values.get("kind", "vehicle")
        if kind == "phone":
            kept(register.add_phone(name))
        elif kind == "account":
            kept(register.add_account(name, values.get("platform")))
        else:
            kept(register.add_vehicle(name))

    made = zip(TITLES, (PERSON, PLACE, GROUP, THEME, THING),
               (person, place, group, theme, thing), strict=True)  # fmt: skip
    return tuple(EntryCard(title, fields, desk, act) for title, fields, act in made)
