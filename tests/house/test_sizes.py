"""Files and functions stay small enough to hold in the mind."""

from statistics import median

from tests.house.sources import functions, modules, named

LONGEST_FILE = 300
LONGEST_FUNCTION = 50


def test_nine_files_in_ten_stay_under_300_lines() -> None:
    lengths = {named(path): len(path.read_text("utf-8").splitlines()) for path in modules()}
    long = {name: length for name, length in lengths.items() if length > LONGEST_FILE}
    assert len(long) <= len(lengths) / 10, long


def test_no_function_is_longer_than_50_lines() -> None:
    lengths = {
        f"{named(path)}:{node.lineno} {node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path, node in functions()
    }
    assert {name: n for name, n in lengths.items() if n > LONGEST_FUNCTION} == {}


def test_half_of_all_functions_are_shorter_than_a_dozen_lines() -> None:
    assert median((node.end_lineno or 0) - node.lineno + 1 for _, node in functions()) <= 12
