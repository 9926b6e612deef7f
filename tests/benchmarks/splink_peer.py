"""Splink on a file of records, as its own guide does it: seconds, precision and recall as JSON.

Run by an interpreter that has Splink: `python splink_peer.py RECORDS.csv`.
"""

import csv
import json
import sys
from collections import Counter
from time import perf_counter

import duckdb
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on


def main(path: str) -> None:
    begun = perf_counter()
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cl.NameComparison("first_name").configure(term_frequency_adjustments=True),
            cl.NameComparison("surname").configure(term_frequency_adjustments=True),
            cl.DateOfBirthComparison("dob", input_is_string=True),
            cl.JaroWinklerAtThresholds("postcode", [0.9]),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("dob"),
            block_on("postcode"),
            block_on("first_name", "surname"),
            block_on("surname", "substr(dob, 1, 4)"),
            block_on("first_name", "substr(dob, 1, 4)"),
        ],
    )
    lines = duckdb.read_csv(path, all_varchar=True).to_arrow_table()
    table = DuckDBAPI().register(lines)
    linker = Linker(table, settings)
    training = linker.training
    rules = [block_on("first_name", "surname"), block_on("dob")]
    training.estimate_probability_two_random_records_match(rules, recall=0.7)
    training.estimate_u_using_random_sampling(max_pairs=1e6)
    training.estimate_parameters_using_expectation_maximisation(rules[0])
    training.estimate_parameters_using_expectation_maximisation(rules[1])
    found = linker.inference.predict(threshold_match_probability=0.5).as_record_list()
    taken = perf_counter() - begun
    with open(path, encoding="utf-8", newline="") as lines:  # noqa: PTH123
        who = {row["unique_id"]: row["who"] for row in csv.DictReader(lines)}
    right = sum(who[str(one["unique_id_l"])] == who[str(one["unique_id_r"])] for one in found)
    pairs = sum(count * (count - 1) // 2 for count in Counter(who.values()).values())
    told = {"seconds": taken, "precision": right / max(len(found), 1), "recall": right / pairs}
    print(json.dumps(told))  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1])
