"""What the program is held to: ratios to a floor of the same run, and single frames."""

from dataclasses import dataclass
from statistics import median
from typing import Any

FRAME_MS = 16.7


@dataclass(frozen=True)
class Goal:
    """`of` at most, or (`at_least`) at least, so many times `to`; without `to`, p99 in ms."""

    words: str
    of: str
    to: str | None
    bound: float
    at_least: bool = False
    figure: str = "seconds"

    def reached(self, benchmarks: list[Any]) -> float:
        """The ratio of medians as measured, or the 99th percentile in milliseconds."""
        mine = self._figures(benchmarks, self.of)
        if self.to is None:
            return 1000 * sorted(mine)[min(len(mine) - 1, int(0.99 * len(mine)))]
        return median(mine) / median(self._figures(benchmarks, self.to))

    def met(self, benchmarks: list[Any]) -> bool:
        """Whether the goal is reached."""
        found = self.reached(benchmarks)
        return found >= self.bound if self.at_least else found <= self.bound

    def measured(self, benchmarks: list[Any]) -> dict[str, Any]:
        """The goal with what was measured, for the JSON file."""
        found, met = self.reached(benchmarks), self.met(benchmarks)
        return {"goal": self.words, "bound": self.bound, "measured": found, "met": met}

    def told(self, benchmarks: list[Any]) -> str:
        """One line of the table."""
        unit = "×" if self.to else " ms"
        bound = f"{'≥' if self.at_least else '≤'} {self.bound:g}{unit}"
        met = "met" if self.met(benchmarks) else "MISSED"
        return f"{self.words:<58} {self.reached(benchmarks):>8.2f}{unit:<3} {bound:<10} {met}"

    def _figures(self, benchmarks: list[Any], name: str) -> list[float]:
        one = next(one for one in benchmarks if one.name == name)
        if self.figure == "seconds":
            return list(one.stats.data)
        return [one.extra_info[self.figure]]


GOALS = (
    Goal("start to first usable window : bare window",
         "test_the_panels_window_opens", "test_a_bare_window_opens", 1.4),
    Goal("memory of the open window : bare window",
         "test_the_panels_window_opens", "test_a_bare_window_opens", 1.5, figure="memory_mb"),
    Goal("reading an item whole, p99", "test_reading_an_item", None, FRAME_MS),
    Goal("reading an item, 32 authorities : one",
         "test_reading_an_item_of_32_authorities", "test_reading_an_item", 1.3),
    Goal("reading an item of 32 authorities, p99",
         "test_reading_an_item_of_32_authorities", None, FRAME_MS),
    Goal("what the capture bar needs for an item, p99",
         "test_what_the_capture_bar_needs", None, 100),
    Goal("a keystroke in the capture bar, p99",
         "test_a_keystroke_in_the_capture_bar", None, 5),
    Goal("one kept line : the same rows by hand",
         "test_one_kept_line", "test_the_same_rows_by_hand", 5),
    Goal("one kept line, p99", "test_one_kept_line", None, 10),
    Goal("an action of one window shown in the other, p99",
         "test_an_action_kept_in_one_window_is_shown_in_the_other", None, 100),
    Goal("the close with its action list in Word, p99",
         "test_the_close_with_its_action_list", None, 1_000),
    Goal("docxtpl : minutes of 40 items as made here",
         "test_the_same_content_by_docxtpl", "test_minutes_as_made_here", 3, at_least=True),
    Goal("minutes of 40 items : the same XML by hand",
         "test_minutes_as_made_here", "test_the_same_content_as_bare_elements", 2),
    Goal("the whole issue of 40 children : docxtpl's files alone",
         "test_the_whole_issue_as_made_here", "test_the_same_issue_by_docxtpl", 0.5),
    Goal("quarterly picture of 32 authorities : the bare aggregate",
         "test_the_quarterly_picture_of_32_authorities",
         "test_the_bare_aggregate_of_32_authorities", 2),
    Goal("performance of 32 authorities : the bare aggregates",
         "test_the_performance_of_32_authorities",
         "test_the_bare_aggregates_of_32_authorities", 2),
    Goal("equality of 32 authorities : the bare aggregates",
         "test_the_equality_of_32_authorities", "test_the_bare_equality_of_32_authorities", 2),
    Goal("500 nodes of the link chart laid out, p99",
         "test_500_nodes_are_laid_out", None, 150),
    Goal("500 nodes that all hang together laid out, p99",
         "test_500_nodes_that_all_hang_together_are_laid_out", None, 150),
    Goal("a frame while the chart of 500 is panned, p99",
         "test_a_frame_of_panning_500_nodes", None, FRAME_MS),
    Goal("time line of 30 subjects, 5,000 things: a frame, p99",
         "test_one_frame[everything]", None, FRAME_MS),
    Goal("the same, zoomed or moved by one step, p99",
         "test_zooming_and_moving_the_time_line", None, FRAME_MS),
    *(
        Goal(f"10,000 children {words}: a turn, p99", f"test_a_turn_while_{name}", None, FRAME_MS)
        for words, name in (
            ("under the wheel", "the_tracker_is_scrolled_by_the_wheel"),
            ("paged by keys", "the_tracker_is_paged_by_keys"),
            ("sorted", "the_tracker_is_sorted_column_by_column"),
            ("filtered as one types", "words_are_typed_to_filter_the_tracker"),
            ("changed one by one", "one_child_after_another_is_changed"),
        )
    ),
)  # fmt: skip
