"""A circle around a place, as a ring of corners."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.places.rules import circle, distance_m, inside


@given(st.floats(-85, 85), st.floats(-170, 170), st.integers(50, 100_000), st.floats(0, 0.98))
def test_a_circle_holds_what_is_nearer_than_its_radius(latitude, longitude, radius_m, part):
    """Within 1 %: the earth is no sphere and the circle has corners."""
    ring = circle((latitude, longitude), radius_m)
    north = (latitude + part * radius_m / 112_000, longitude)
    assert inside(north, [ring])
    for east, up in ring[:4]:
        if radius_m < 20_000:
            assert distance_m((latitude, longitude), (up, east)) == pytest.approx(
                radius_m, rel=0.02
            )


@given(st.floats(-85, 85), st.floats(-170, 170), st.integers(10, 100_000))
def test_a_circle_is_closed_and_of_one_piece(latitude, longitude, radius_m):
    """The last corner is the first, as GeoJSON wants it (RFC 7946, section 3.1.6)."""
    ring = circle((latitude, longitude), radius_m)
    assert ring[0] == ring[-1]
    assert len(ring) == 65
    assert inside((latitude, longitude), [ring])
