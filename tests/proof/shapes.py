"""Where things are in a world of the proof: cities, seams of the globe, polygons with holes."""

from math import cos, pi, sin, tau

MIDDLES = (
    (31.0, 121.0),
    (0.0, 0.0),
    (-17.0, 179.999),  # the date line, from the west
    (65.0, -179.999),  # and from the east
    (89.99, 0.0),
    (90.0, 10.0),
    (-89.995, 120.0),
    (69.6, 18.9),
)
SCALES = (0.001, 0.02, 0.02, 0.2, 2.0, 60.0)
"""Degrees: from one block to much of the globe."""


class Ground:
    """Points of a world and polygons among them, drawn by one chance."""

    def __init__(self, chance):
        self._chance = chance
        self.middle = chance.choice(MIDDLES)
        self.scale = chance.choice(SCALES)
        self._spots = [self._fresh() for _ in range(6)]

    def point(self):
        """A point: anew, or one that others have too, or a hair beside it."""
        chance = self._chance.random()
        if chance < 0.6:
            return self._fresh()
        spot = self._chance.choice(self._spots)
        return spot if chance < 0.8 else _on_the_globe(spot[0] + 1e-7, spot[1] - 1e-7)

    def _fresh(self):
        reach = self.scale * self._chance.random()
        angle = tau * self._chance.random()
        wide = max(cos(self.middle[0] * pi / 180), 0.001)
        return _on_the_globe(
            self.middle[0] + reach * sin(angle), self.middle[1] + reach * cos(angle) / wide
        )

    def polygon(self, sizes=(0.1, 0.5, 1.0)):
        """A star with up to two holes, around a point; it may lie across a seam of the globe."""
        latitude, longitude = self.point()
        size = self.scale * self._chance.choice(sizes)
        if self._chance.random() < 0.2:
            longitude += self._chance.choice([-360, 360])
        holes = (
            self._star(latitude, longitude, size * 0.4 * self._chance.random())
            for _ in range(self._chance.choice([0, 0, 1, 2]))
        )
        return (self._star(latitude, longitude, size), *holes)

    def _star(self, latitude, longitude, size):
        """A closed ring of corners at any distance up to `size` degrees; wrapped now and then."""
        count = self._chance.randint(3, 8)
        wrapped = self._chance.random() < 0.3
        corners = []
        for number in range(count):
            away = size * (0.3 + 0.7 * self._chance.random())
            angle = tau * (number + self._chance.random() * 0.9) / count
            north = max(-90.0, min(90.0, latitude + away * sin(angle)))
            east = longitude + away * cos(angle)
            corners.append((_wrapped(east) if wrapped else east, north))
        return (*corners, corners[0])


def _on_the_globe(latitude, longitude):
    return max(-90.0, min(90.0, latitude)), _wrapped(longitude)


def _wrapped(longitude):
    return (longitude + 180) % 360 - 180
