"""Standing wording: what is read aloud and what documents carry, in the panel's own words."""

from models import codes
from ui.desk import Desk
from ui.pages.records.editing import RecordForm
from ui.pages.records.fields import Field, may
from ui.widgets.card import Card, CardList


class WordingsPart(CardList):
    """Each wording with its source; the panel's own stands over the shipped one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Standing wording")
        self._desk = desk
        self.forms: dict[str, RecordForm] = {}
        for one in codes.load("wordings"):
            card = Card(one.label, one.note)
            form = RecordForm(
                one.label,
                (Field(one.code, "Words", "long", hint=one.source),),
                desk,
                lambda key, value, _seen: desk.workspace.panel.set_wording(key, value or ""),
                editable=may(desk, "edit_wording"),
            )
            self.forms[one.code] = form
            card.add(form)
            self.add(card)

    def reload(self) -> None:
        """Read the wordings again."""
        read = self._desk.workspace.read
        for key, form in self.forms.items():
            form.show_values(f"wording {key}", {key: read.wording(key)})

    def settle(self) -> bool:
        """Keep what is half-typed."""
        kept = [form.settle() for form in self.forms.values()]
        return all(kept)
