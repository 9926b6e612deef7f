"""The time line of thirty subjects and 5,000 things: painted whole, near, and as it moves."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from models.records.subjects import SubjectRow
from models.records.timeline import Happening, Mark, TimelineRow
from models.rules.timeline import clusters
from ui import look
from ui.pages.people.times.board import TimesBoard
from ui.pages.people.times.drawing import drawn_marks, paint

SUBJECTS, THINGS, YEARS = 30, 5_000, 3
TODAY = date(2026, 11, 12)
ROUNDS = 120
PLACES = {"everything": (0.0, 0.0), "a quarter": (0.35, 0.5), "days": (1.0, 0.5)}


def rows(subjects: int = SUBJECTS, things: int = THINGS) -> tuple[TimelineRow, ...]:
    """Subjects with things of every kind over three years, the same each time."""
    rnd, found = random.Random(7), dict[int, list[Happening]]()
    for number in range(things):
        who, mark = number % subjects, rnd.choice(tuple(Mark))
        at = TODAY - timedelta(days=rnd.randrange(365 * YEARS))
        until = at + timedelta(days=rnd.randrange(9)) if mark is Mark.EPISODE else None
        found.setdefault(who, []).append(Happening(who, mark, at, f"Thing {number}", until))
    return tuple(
        TimelineRow(
            SubjectRow(who, "child", f"Child Number {who}", "C.N.", None),
            tuple(sorted(some, key=lambda one: one.at)),
        )
        for who, some in found.items()
    )


@pytest.fixture(scope="module")
def board(qapp: QApplication) -> Iterator[TimesBoard]:
    """The board as it stands in a window of 1920 by 1080."""
    look.apply(qapp, "light")
    made = TimesBoard()
    look.wear(made)
    made.resize(1700, 950)
    made.show()
    made.show_rows(rows(), TODAY)
    qapp.processEvents()
    yield made
    made.close()


@pytest.fixture(autouse=True)
def no_window_left() -> None:
    """The board stays from one measurement to the next."""


@pytest.mark.parametrize("place", PLACES)
def test_one_frame(benchmark: Any, board: TimesBoard, place: str) -> None:
    near, across = PLACES[place]
    canvas = board.canvas
    canvas.look_near(near)
    bar = canvas.horizontalScrollBar()
    bar.setValue(round(bar.maximum() * across))
    image = QImage(canvas.viewport().size(), QImage.Format.Format_RGB32)
    marks = drawn_marks(1.0)

    def frame() -> None:
        painter = QPainter(image)
        paint(painter, canvas.frame_now(), canvas.content, canvas.pointed, marks)
        painter.end()

    benchmark.pedantic(frame, rounds=ROUNDS, warmup_rounds=5)
    assert image.pixelColor(image.width() // 2, 5).isValid()


def test_zooming_and_moving_the_time_line(benchmark: Any, board: TimesBoard) -> None:
    """One step of the slider, or of the scroll bar, until it is painted."""
    canvas, steps = board.canvas, iter(range(10_000))

    def step() -> None:
        number = next(steps)
        if number % 2:
            canvas.look_near(number % 50 / 50)
        else:
            bar = canvas.horizontalScrollBar()
            bar.setValue((number * 37) % max(bar.maximum(), 1))
        canvas.viewport().repaint()

    benchmark.pedantic(step, rounds=ROUNDS, warmup_rounds=5)


def test_finding_the_clusters(benchmark: Any) -> None:
    found = rows()
    assert benchmark.pedantic(clusters, args=(found,), rounds=20)


def test_laying_out_the_time_line(benchmark: Any, board: TimesBoard) -> None:
    found = rows()
    benchmark.pedantic(board.show_rows, args=(found, TODAY), rounds=10, warmup_rounds=1)
    assert board.content.count == THINGS
