"""What the map costs: read, counted and panned with 800 places; a directory of postcodes read."""

from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from PySide6.QtGui import QPixmap

from models.entities import Child, MissingEpisode, Place
from models.intake.postcodes import read_postcodes
from models.records.incidents import MapPlace
from models.rules.hot_spot_rows import hot_spots
from models.rules.hot_spots import before, period
from models.workspace import Workspace
from ui.pages.people.places.map_page import marks
from ui.pages.people.places.map_view import MapView

PLACES, INCIDENTS, POSTCODES, FEW = 800, 25_000, 1_700_000, 50
TODAY = date(2026, 11, 12)
KINDS = ("Park", "Takeaway or restaurant", "Taxi rank", "Private dwelling or shared house", "Event")
ROW = '"{}",10,{},{},"E92000001","E19000003","E18000003","E10000017","E07000121","E05005215"\n'
LETTERS = "ABDEFGHJLN"


@pytest.fixture
def many(benchmark: Any) -> bool:
    """Whether this is measured: otherwise each runs once, on little."""
    return not benchmark.disabled


@pytest.fixture
def panel(many: bool) -> Workspace:
    workspace, dice = Workspace.memory(), Random(3)
    count, times = (PLACES, INCIDENTS) if many else (FEW, FEW)
    with workspace.store.work("fill", "Fill") as session:
        child = Child(label="Ann Low")
        places = [
            Place(label=f"Steps {at} of Mill Street", place_type=dice.choice(KINDS),
                  map_reference=f"{dice.randint(460000, 480000)}, {dice.randint(570000, 590000)}")
            for at in range(count)
        ]  # fmt: skip
        session.add_all([child, *places])
        session.flush()
        for _ in range(times):
            at = datetime(2026, 11, 12) - timedelta(hours=dice.randint(1, 20_000))
            session.add(MissingEpisode(child_id=child.id, reported_at=at, returned_at=at,
                                       found_where=dice.choice(places).label))  # fmt: skip
    return workspace


def counted(places: tuple[MapPlace, ...]) -> Any:
    now = period(TODAY, 3)
    return hot_spots(places, "place", now, before(now, 3))


@pytest.mark.benchmark(group="the map")
def test_reading_the_places_of_a_map(benchmark: Any, panel: Workspace, many: bool) -> None:
    """800 places, and 25,000 episodes in which their names are looked for."""
    places = benchmark.pedantic(panel.read.map_places, rounds=5 if many else 1)
    assert sum(len(one.incidents) for one in places) == (INCIDENTS if many else FEW)
    panel.close()


@pytest.mark.benchmark(group="the map")
def test_moving_the_map_by_one_frame(benchmark: Any, panel: Workspace, many: bool, qtbot) -> None:
    """All places in sight, in a window of 1,000 by 800."""
    places, shown = panel.read.map_places(), MapView()
    qtbot.addWidget(shown)
    shown.resize(1000, 800)
    shown.show_places(marks(places, counted(places)))
    picture = QPixmap(shown.size())

    def move() -> None:
        shown.view = shown.view.moved(2, 1)
        shown.render(picture)

    benchmark.pedantic(move, rounds=200 if many else 1)
    panel.close()


@pytest.mark.benchmark(group="postcodes")
def test_reading_a_directory_of_postcodes(benchmark: Any, many: bool, tmp_path: Path) -> None:
    """1.7 million rows, of which 800 are wanted."""
    path, rows = tmp_path / "codes.csv", POSTCODES if many else FEW
    with path.open("w") as out:
        for at in range(rows):
            a, b, c = at % 10, LETTERS[at // 10 % 10], LETTERS[at // 100 % 10]
            out.write(ROW.format(f"NM{at // 1000 % 90} {a}{b}{c}", 300_000 + at % 99, 400_000))
    wanted = [f"NM1 {a}{b}{c}" for a in range(8) for b in LETTERS for c in LETTERS]
    found = benchmark.pedantic(read_postcodes, (path, wanted), rounds=3 if many else 1)
    assert found.rows == rows
