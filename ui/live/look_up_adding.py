"""Who or what is new, out of the look-up, linked to the item, one question at a time."""

import re
from collections.abc import Callable, Hashable
from functools import partial

from models import codes
from models.intake.understanding.vehicle_words import is_coloured_vehicle, vehicle_in
from models.marks import SubjectKind
from models.rules.partial_marks import is_mark, partial_marks
from models.services.conduct.naming import Linked
from models.services.register.adding_things import LEAST_FIGURES
from ui.desk import Desk
from ui.live.ask_bar import AskBar
from ui.live.choices import among
from ui.live.look_up_words import End, relation_lines, room_name
from ui.live.state import RoomState
from ui.widgets.lines import Line

NEW = (
    (SubjectKind.PLACE, "a place"),
    (SubjectKind.PERSON, "a person of concern, an adult"),
    (SubjectKind.CHILD, "a child"),
    (SubjectKind.VEHICLE, "a vehicle"),
    (SubjectKind.PHONE, "a phone"),
    (SubjectKind.ACCOUNT, "an online account"),
)
ALWAYS = frozenset({SubjectKind.PLACE, SubjectKind.PERSON, SubjectKind.CHILD})
OF_PLACES = frozenset({
    "academy", "arcade", "avenue", "cafe", "centre", "close", "club", "college", "court", "estate",
    "flats", "gardens", "green", "grove", "hill", "home", "hotel", "house", "lane", "mall", "park",
    "place", "road", "school", "shop", "skatepark", "square", "station", "street", "terrace", "way",
})  # fmt: skip
HOW = "How are they linked?"
STEP = "Enter goes on · Esc adds nothing"
SURE = "Enter adds it · Esc adds nothing · Ctrl+K again: go to a page"
ONLY_ENTER = "Nothing is added yet: clear these words, then Enter adds it; Esc adds nothing."
SHORTEST_NAME = 3
NUMBER = re.compile(r"[AaRrDd] ?\d+")


def offers(name: str, told: tuple[str, bool] | None = None) -> list[Line]:
    """What may be added under a name, the likeliest first; the number of an action is none.

    Where a line has `told` the relation, it is what that relation can lead to.
    """
    if len(name) < SHORTEST_NAME or NUMBER.fullmatch(name):
        return []
    likely, fitting = _likely(name), _led_to(told)
    kinds = [kind for kind, _ in NEW if (kind in ALWAYS or kind in likely or fitting)]
    kinds = [kind for kind in kinds if not fitting or kind in fitting]
    kinds.sort(key=lambda kind: likely.index(kind) if kind in likely else len(likely))
    return [Line(kind, f"Add “{name}” as {dict(NEW)[kind]}") for kind in kinds]


def _led_to(told: tuple[str, bool] | None) -> frozenset[str]:
    """The kinds at the other end of a relation; none where it is not told, or known to nobody."""
    row = next((one for one in codes.relations() if told and one.code == told[0]), None)
    if row is None or told is None:
        return frozenset()
    return frozenset(row.from_kinds if told[1] else row.to_kinds)


def _likely(name: str) -> tuple[SubjectKind, ...]:
    """What is most likely called so."""
    if name.startswith("@"):
        return (SubjectKind.ACCOUNT,)
    figures, letters = sum(map(str.isdigit, name)), sum(map(str.isalpha, name))
    if figures >= LEAST_FIGURES and not letters:
        return (SubjectKind.PHONE,)
    if is_mark(name) or any(partial_marks(name)) or _like_a_vehicle(name):
        return (SubjectKind.VEHICLE,)
    return (SubjectKind.PERSON, SubjectKind.CHILD) if _like_a_person(name) else ()


def _like_a_vehicle(name: str) -> bool:
    """Words that end with a make or a sort of vehicle: "white van", but a car park is none."""
    found = vehicle_in(name)
    last = name.split()[-1].casefold()
    return is_coloured_vehicle(name) or (
        found is not None and found.end() == len(name) and last not in OF_PLACES
    )


def _like_a_person(name: str) -> bool:
    """Two words with capitals, of which the last is none that places end with."""
    words = name.split()
    named = len(words) == 2 and all(word[0].isupper() for word in words)
    return named and words[1].casefold() not in OF_PLACES


class NewRecord:
    """Asks what a new record needs, then how it is linked, and keeps both as one step."""

    def __init__(
        self, desk: Desk, state: RoomState, bar: AskBar, done: Callable[[str], object]
    ) -> None:
        self.desk, self.state, self.bar, self._done = desk, state, bar, done

    def begin(
        self, name: str, kind: SubjectKind, own: End | None, told: tuple[str, bool] | None = None
    ) -> None:
        """Add a record and link it to `own`; `told` is the relation where a line has said it."""
        if kind is SubjectKind.PERSON:
            self._ask_grounds(name, own, told)
        else:
            self._ask_relation(name, kind, own, told, {})

    def _ask_grounds(self, name: str, own: End | None, told: tuple[str, bool] | None) -> None:
        def answer(grounds: str, _key: Hashable | None) -> bool:
            if not grounds:
                self.bar.refuse("Say on what grounds: a person of concern needs them.")
            else:
                self._ask_source(name, own, told, grounds)
            return False

        self.bar.ask(f"“{name}”, an adult: on what grounds a person of concern?", answer, hint=STEP)

    def _ask_source(
        self, name: str, own: End | None, told: tuple[str, bool] | None, grounds: str
    ) -> None:
        def answer(source: str, _key: Hashable | None) -> bool:
            if not source:
                self.bar.refuse("Say from whom this comes.")
                return False
            facts = {"grounds": grounds, "source": source}
            self._ask_relation(name, SubjectKind.PERSON, own, told, facts)
            return False

        self.bar.ask("From whom does this come?", answer, hint=STEP)

    def _ask_relation(
        self,
        name: str,
        kind: SubjectKind,
        own: End | None,
        told: tuple[str, bool] | None,
        facts: dict[str, str],
    ) -> None:
        """Ask how it is linked, where that is not told and there is something to link it to."""
        shown = room_name(name, kind, self.state.masked, self.state.revealed)
        lines = relation_lines(own, End(0, kind, shown)) if own is not None else []
        if told is not None:
            lines = [line for line in lines if line.key == told] or lines
        keep = partial(self._keep, name, kind, own, facts)
        if len(lines) < 2:
            self._keep_asked(name, kind, lines, keep, asked=bool(facts) or told is not None)
            return

        def answer(_text: str, key: Hashable | None) -> bool:
            chosen = next((line for line in lines if line.key == key), None)
            return chosen is not None and keep(chosen)

        self.bar.ask(HOW, answer, among(lines), hint=STEP)

    def _keep_asked(
        self,
        name: str,
        kind: SubjectKind,
        lines: list[Line],
        keep: Callable[[Line | None], bool],
        *,
        asked: bool,
    ) -> None:
        """Keep at once what was asked about before; a name alone may be that of a page."""
        only = lines[0] if lines else None
        if asked:
            if keep(only):
                self.bar.leave()
            return

        def answer(text: str, _key: Hashable | None) -> bool:
            if text:
                self.bar.refuse(ONLY_ENTER)
            return not text and keep(only)

        self.bar.ask(f"Add “{name}” as {dict(NEW)[kind]}?", answer, hint=SURE)

    def _keep(
        self,
        name: str,
        kind: SubjectKind,
        own: End | None,
        facts: dict[str, str],
        line: Line | None,
    ) -> bool:
        linked: Linked | None = None
        if own is not None and line is not None and isinstance(line.key, tuple):
            code, new_does_it = line.key
            linked = Linked(own.id, code, new_does_it)
        add = self.desk.workspace.conduct.add_named
        done = self.desk.attempt(self.bar, add, self.state.item_id, name, kind, linked, **facts)
        if done:
            shown = room_name(name, kind, self.state.masked, self.state.revealed)
            self._done(f"Added: {line.words if line else shown}")
        return done
