"""Files of postcodes and outlines: read as given, bounded, and refused in plain words."""

import json
import zipfile
from pathlib import Path

import pytest

from models.errors import Refusal, Trouble
from models.intake import outlines, postcodes
from models.intake.outlines import read_outlines
from models.intake.postcodes import read_postcodes

OPEN = '"NM1 2AB",10,321000,470000,"E92000001","E19","E18","","E07","E05"\n"B1  1AA",10,406000,287000,"E92000001","","","","",""\n"ZE1 0AA",90,0,0,"S92","","","","",""\n'  # noqa: E501
DIRECTORY = "pcd,pcds,dointr,oseast1m,osnrth1m,lat\nNM1 2AB,NM1 2AB,198001,321000,470000,54.1\nNM1 2AC,NM1 2AC,198001,,,99\n"  # noqa: E501
WANTED = ("nm12ab", "B1 1AA", "ZE1 0AA", "NM1 2AC", "NM9 9ZZ")
RING = [[-3.3, 54.0], [-3.1, 54.0], [-3.1, 54.2], [-3.3, 54.0]]
METRES = [[320000, 469000], [330000, 469000], [330000, 479000], [320000, 469000]]


@pytest.mark.parametrize("way", ["csv", "folder", "zip"])
def test_code_point_open_is_read_as_file_folder_and_zip(tmp_path: Path, way: str) -> None:
    path = tmp_path / "nm.csv"
    path.write_text(OPEN)
    if way == "zip":
        path = tmp_path / "codepo.zip"
        with zipfile.ZipFile(path, "w") as held:
            held.writestr("Doc/Code-Point_Open_Column_Headers.csv", "PC,PQ,EA,NO\n")
            held.writestr("Data/CSV/nm.csv", OPEN)
    found = read_postcodes(tmp_path if way == "folder" else path, WANTED)
    assert found.rows == 3
    # One without a position (quality 90) is as if it were not there.
    assert found.found == {"NM12AB": (321000.0, 470000.0), "B11AA": (406000.0, 287000.0)}


def test_the_ons_directory_is_read_by_its_head_once_though_it_lies_there_twice(
    tmp_path: Path,
) -> None:
    path = tmp_path / "onspd.zip"
    with zipfile.ZipFile(path, "w") as held:
        held.writestr("Data/ONSPD_AUG_2026_UK.csv", DIRECTORY)
        held.writestr("Data/multi_csv/ONSPD_AUG_2026_UK_NM.csv", DIRECTORY)
        held.writestr("Documents/names.csv", "code,name\nE1,Hale\n")
    found = read_postcodes(path, WANTED)
    assert (found.rows, found.found) == (2, {"NM12AB": (321000.0, 470000.0)})


@pytest.mark.parametrize(
    "content",
    [b"", b"name,address\nRec,Hale\n", b"\x00\x01\x02" * 500, b"PK\x03\x04 not really",
     b'"NM1 2AB",10,"x","y"\n', b"x" * 20_000],
)  # fmt: skip
def test_what_is_no_file_of_postcodes_is_refused_plainly(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.csv"
    path.write_bytes(content)
    with pytest.raises(Refusal, match="no file of postcodes"):
        read_postcodes(path, WANTED)
    with pytest.raises((Refusal, Trouble)):
        read_postcodes(tmp_path / "not there.csv", WANTED)


def test_a_file_without_end_is_stopped_and_so_is_one_that_a_person_stops(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "nm.csv"
    path.write_text(OPEN * 40)
    monkeypatch.setattr(postcodes, "EVERY", 50)
    told: list[tuple[int, int, str]] = []
    read_postcodes(path, WANTED, lambda *said: told.append(said))
    assert told[-1][0] == told[-1][1] and told[-1][2] == "120 postcodes read"
    with pytest.raises(Refusal, match="Stopped"):
        read_postcodes(path, WANTED, cancelled=lambda: True)
    monkeypatch.setattr(postcodes, "MOST_ROWS", 100)
    with pytest.raises(Refusal, match="larger"):
        read_postcodes(path, WANTED)
    path.write_text(OPEN + "NM1 2AB," + "9" * 20_000)
    with pytest.raises(Refusal, match="larger"):
        read_postcodes(path, WANTED)


def geojson(*shapes: object, **also: object) -> bytes:
    features = [
        {"type": "Feature", "properties": {"OBJECTID": 1, "LAD25NM": f"Area {at}"}, "geometry": one}
        for at, one in enumerate(shapes)
    ]
    return json.dumps({"type": "FeatureCollection", "features": features, **also}).encode()


def test_outlines_are_read_in_degrees_and_in_grid_metres_with_their_names() -> None:
    polygon = {"type": "Polygon", "coordinates": [RING]}
    several = {"type": "MultiPolygon", "coordinates": [[METRES], [METRES]]}
    first, second = read_outlines(geojson(polygon, several, {"type": "Point", "coordinates": [1]}))
    assert (first.name, second.name, len(second.rings)) == ("Area 0", "Area 1", 2)
    assert first.rings[0][0] == pytest.approx((314_900, 456_700), abs=400)
    assert second.rings[0][0] == (320_000, 469_000)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no GeoJSON"),
        (b"[" * 100_000, "no GeoJSON"),
        (b'{"type": "FeatureCollection", "features": []}', "no GeoJSON"),
        (b'{"type": "Topology"}', "no GeoJSON"),
        (geojson({"type": "Polygon", "coordinates": [[["a", 1], [2, 3]]]}), "no GeoJSON"),
        (geojson({"type": "Polygon", "coordinates": [[[2.3, 48.8]] * 5]}), "outside"),
        (geojson({"type": "Polygon", "coordinates": [[[1e9, 1e9]] * 5]}), "outside"),
    ],
)
def test_what_is_no_outline_of_this_country_is_refused_in_words(content: bytes, said: str) -> None:
    with pytest.raises(Refusal, match=said):
        read_outlines(content)


def test_outlines_that_are_too_large_or_too_deep_are_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    deep = {"type": "Polygon", "coordinates": [METRES]}
    for _ in range(40):
        deep = {"type": "GeometryCollection", "geometries": [deep]}
    with pytest.raises(Refusal, match="no GeoJSON"):
        read_outlines(json.dumps(deep).encode())
    monkeypatch.setattr(outlines, "MOST_READ", 3)
    with pytest.raises(Refusal, match="too large"):
        read_outlines(geojson({"type": "Polygon", "coordinates": [METRES]}))
    monkeypatch.setattr(outlines, "LARGEST", 10)
    with pytest.raises(Refusal, match="too large"):
        read_outlines(geojson())
