"""Keeping views of the tracker: for the panel, or for oneself."""

from dataclasses import replace

from models.errors import Refusal
from models.queries.kept_settings import kept_settings
from models.queries.tracker_views import OF_PANEL, key_of
from models.records.tracker import View
from models.rules.tracker.views import MOST_VIEWS, check_name, read, without_names, written
from models.services.own_template import put
from models.services.signed_in import Service

TOO_MANY = f"There are {MOST_VIEWS} views already. Take one away first."


class TrackerViews(Service):
    """What a person keeps of how the tracker is looked at."""

    def keep_view(self, view: View) -> None:
        """Keep a view under its name, in the place of one of that name; the panel's is a setting.

        Nothing of it that tells who a child is stays.
        Refusal for a name that is empty or too long, and for more views than anybody reads.
        """
        name = check_name(view.name)
        self._may(view.of_panel)
        with self._store.work("keep_view", "Keep a view of the tracker") as session:
            key = self._key(view.of_panel)
            standing = read(kept_settings(session).get(key, ""), of_panel=view.of_panel)
            others = [one for one in standing if one.name.casefold() != name.casefold()]
            if len(others) >= MOST_VIEWS:
                raise Refusal(TOO_MANY, "name")
            kept = replace(without_names(view), name=name)
            put(session, key, written(sorted((*others, kept), key=lambda one: one.name)))

    def drop_view(self, name: str, *, of_panel: bool) -> None:
        """Take a view away; Refusal where there is none of that name."""
        self._may(of_panel)
        with self._store.work("drop_view", "Take away a view of the tracker") as session:
            key = self._key(of_panel)
            standing = read(kept_settings(session).get(key, ""), of_panel=of_panel)
            left = [one for one in standing if one.name != name]
            if len(left) == len(standing):
                raise Refusal("There is no such view any more.")
            put(session, key, written(left))

    def _may(self, of_panel: bool) -> None:
        self._check("edit_settings" if of_panel else "read_records")

    def _key(self, of_panel: bool) -> str:
        return OF_PANEL if of_panel else key_of(self._person.name)
