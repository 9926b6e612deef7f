"""The National Grid from latitude and longitude, and back, as Ordnance Survey publishes it."""

# Transverse Mercator on the Airy ellipsoid, and the seven-parameter Helmert transformation between
# OSGB36 and WGS84 ("A guide to coordinate systems in Great Britain"): right to about five metres.

from math import atan2, cos, degrees, hypot, radians, sin, sqrt, tan
from typing import NamedTuple


class Ellipsoid(NamedTuple):
    """Half axes in metres."""

    long: float
    short: float

    @property
    def eccentricity(self) -> float:
        """The square of the eccentricity."""
        return 1 - self.short**2 / self.long**2


AIRY = Ellipsoid(6_377_563.396, 6_356_256.909)
WORLD = Ellipsoid(6_378_137.0, 6_356_752.314_245)
SCALE, NORTH_OF, EAST_OF = 0.999_601_271_7, radians(49), radians(-2)
FALSE_EAST, FALSE_NORTH = 400_000.0, -100_000.0
SHIFT = (-446.448, 125.157, -542.060)
TURN = tuple(radians(seconds / 3600) for seconds in (-0.1502, -0.2470, -0.8421))
STRETCH = 20.4894e-6
"""From WGS84 to OSGB36; the other way round every sign is turned."""
LATITUDE_ROUNDS, ARC_ROUNDS = 6, 20


def from_degrees(latitude: float, longitude: float) -> tuple[float, float]:
    """Easting and northing of a latitude and longitude of today's maps and telephones."""
    return _flat(*_moved(radians(latitude), radians(longitude), WORLD, AIRY, 1))


def to_degrees(easting: float, northing: float) -> tuple[float, float]:
    """Latitude and longitude, as today's maps and telephones have them."""
    north, east = _moved(*_round(easting, northing), AIRY, WORLD, -1)
    return degrees(north), degrees(east)


def _moved(
    north: float, east: float, here: Ellipsoid, there: Ellipsoid, sign: int
) -> tuple[float, float]:
    """The same point of the ground on another ellipsoid."""
    wide = here.long / sqrt(1 - here.eccentricity * sin(north) ** 2)
    x, y = wide * cos(north) * cos(east), wide * cos(north) * sin(east)
    z = wide * (1 - here.eccentricity) * sin(north)
    one, (a, b, c) = 1 + sign * STRETCH, (sign * angle for angle in TURN)
    dx, dy, dz = (sign * shift for shift in SHIFT)
    x, y, z = (
        dx + one * x - c * y + b * z,
        dy + c * x + one * y - a * z,
        dz - b * x + a * y + one * z,
    )
    across = hypot(x, y)
    found = atan2(z, across * (1 - there.eccentricity))
    for _ in range(LATITUDE_ROUNDS):
        wide = there.long / sqrt(1 - there.eccentricity * sin(found) ** 2)
        found = atan2(z + there.eccentricity * wide * sin(found), across)
    return found, atan2(y, x)


def _arc(north: float) -> float:
    """Metres along the meridian from the grid's true origin."""
    n = (AIRY.long - AIRY.short) / (AIRY.long + AIRY.short)
    less, more = north - NORTH_OF, north + NORTH_OF
    return AIRY.short * SCALE * (
        (1 + n + 1.25 * n**2 + 1.25 * n**3) * less
        - (3 * n + 3 * n**2 + 2.625 * n**3) * sin(less) * cos(more)
        + (1.875 * n**2 + 1.875 * n**3) * sin(2 * less) * cos(2 * more)
        - 35 / 24 * n**3 * sin(3 * less) * cos(3 * more)
    )  # fmt: skip


def _bends(north: float) -> tuple[float, float, float]:
    """Radii of curvature across and along, and their ratio less one."""
    low = 1 - AIRY.eccentricity * sin(north) ** 2
    across = AIRY.long * SCALE / sqrt(low)
    along = AIRY.long * SCALE * (1 - AIRY.eccentricity) / low**1.5
    return across, along, across / along - 1


def _flat(north: float, east: float) -> tuple[float, float]:
    nu, rho, eta = _bends(north)
    s, c, t, p = sin(north), cos(north), tan(north) ** 2, east - EAST_OF
    up = (
        _arc(north) + FALSE_NORTH
        + p**2 * nu / 2 * s * c
        + p**4 * nu / 24 * s * c**3 * (5 - t + 9 * eta)
        + p**6 * nu / 720 * s * c**5 * (61 - 58 * t + t**2)
    )  # fmt: skip
    right = (
        FALSE_EAST
        + p * nu * c
        + p**3 * nu / 6 * c**3 * (nu / rho - t)
        + p**5 * nu / 120 * c**5 * (5 - 18 * t + t**2 + 14 * eta - 58 * t * eta)
    )
    return right, up


def _round(easting: float, northing: float) -> tuple[float, float]:
    north = NORTH_OF
    for _ in range(ARC_ROUNDS):
        short = northing - FALSE_NORTH - _arc(north)
        north += short / (AIRY.long * SCALE)
        if abs(short) < 1e-5:
            break
    nu, rho, eta = _bends(north)
    t, square, s, d = tan(north), tan(north) ** 2, 1 / cos(north), easting - FALSE_EAST
    lat = (
        north
        - d**2 * t / (2 * rho * nu)
        + d**4 * t / (24 * rho * nu**3) * (5 + 3 * square + eta - 9 * square * eta)
        - d**6 * t / (720 * rho * nu**5) * (61 + 90 * square + 45 * square**2)
    )
    lon = (
        EAST_OF
        + d * s / nu
        - d**3 * s / (6 * nu**3) * (nu / rho + 2 * square)
        + d**5 * s / (120 * nu**5) * (5 + 28 * square + 24 * square**2)
        - d**7 * s / (5040 * nu**7) * (61 + 662 * square + 1320 * square**2 + 720 * square**3)
    )
    return lat, lon
