"""Which tier's meetings the page shows; not there while the panel has one tier."""

from collections.abc import Sequence

from models.records.meeting import MeetingRecord
from models.records.tiers import SeriesRecord
from ui import look
from ui.pages.agenda.meeting_card import meeting_words
from ui.widgets.combo import Combo

EVERY = 0


class TierPick(Combo):
    """Every tier, or one of them by its id."""

    def __init__(self) -> None:
        super().__init__(((EVERY, "Every tier"),), "Tier")
        self.set_value(EVERY)
        self.setMinimumWidth(look.current().px(150))
        self._series: dict[int, SeriesRecord] = {}

    @property
    def chosen(self) -> int | None:
        """The tier that is chosen, None for every one."""
        value = self.value()
        return value if isinstance(value, int) and value in self._series else None

    def of_chosen(
        self, meetings: Sequence[MeetingRecord], series: Sequence[SeriesRecord]
    ) -> tuple[MeetingRecord, ...]:
        """Offer these tiers; gives the meetings of the one that is chosen."""
        self._series = {one.id: one for one in series}
        self.set_choices([(EVERY, "Every tier"), *((one.id, one.name) for one in series)])
        if self.chosen is None:
            self.set_value(EVERY)
        line = self.lineEdit()
        if line is not None and not self.half_typed:
            line.setCursorPosition(0)  # the beginning of a long name tells more than its end
        self.setVisible(len(series) > 1)
        tier = self.chosen
        return tuple(one for one in meetings if tier is None or one.series_id == tier)

    def likely(self, meetings: Sequence[MeetingRecord], coming: MeetingRecord | None) -> int | None:
        """The meeting to show first: the next to come, else the latest."""
        if coming is not None and coming in meetings:
            return coming.id
        still = [one for one in meetings if one.state != "closed"]
        return next((one.id for one in (*reversed(still), *meetings)), None)

    def words(self, one: MeetingRecord) -> str:
        """A meeting in the list, with its tier where every tier's are shown."""
        if len(self._series) < 2 or self.chosen is not None:
            return meeting_words(one)
        tier = self._series.get(one.series_id)
        return f"{meeting_words(one)} · {tier.acronym if tier else one.panel}"
