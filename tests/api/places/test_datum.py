"""Where maps show GCJ-02 and where they do not, on both sides of each border; converted once."""

import json
from importlib import resources

import eviltransform
import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.places.rules import distance_m, shows_gcj02, to_wgs84
from api.places.rules.datum import EAST, NORTH, SOUTH, WEST
from api.vocabulary import Datum

SHIFTED = {
    "Shanghai": (31.2304, 121.4737),
    "Beijing": (39.9042, 116.4074),
    "Chongming, an island": (31.6200, 121.4000),
    "Zhoushan, an island": (30.0000, 122.1000),
    "Shengsi, farther out": (30.7200, 122.4500),
    "Haikou": (20.0400, 110.3400),
    "Sanya": (18.2500, 109.5000),
    "Weizhou, an island": (21.0400, 109.1200),
    "Dalian": (38.9100, 121.6000),
    "Changdao, islands": (37.9200, 120.7300),
    "Pingtan": (25.5000, 119.7900),
    "Fuzhou": (26.0745, 119.2965),
    "Xiamen": (24.4798, 118.0894),
    "Luohu, Shenzhen": (22.5480, 114.1310),
    "Futian port, Shenzhen": (22.5195, 114.0670),
    "Shekou, Shenzhen": (22.4850, 113.9150),
    "Yantian, Shenzhen": (22.5570, 114.2360),
    "Gongbei, Zhuhai": (22.2200, 113.5500),
    "Hengqin, Zhuhai": (22.1300, 113.5260),
    "Dandong": (40.1240, 124.3940),
    "Ji'an": (41.1260, 126.1900),
    "Changbai": (41.4200, 128.2000),
    "Tumen": (42.9680, 129.8430),
    "Hunchun": (42.8600, 130.3600),
    "Suifenhe": (44.4000, 131.1500),
    "Fuyuan": (48.3600, 134.3000),
    "Heihe": (50.2450, 127.5280),
    "Mohe": (52.9700, 122.5300),
    "Manzhouli": (49.5980, 117.4300),
    "Erenhot": (43.6500, 111.9700),
    "Khorgos": (44.2130, 80.4150),
    "Kashgar": (39.4700, 75.9900),
    "Lhasa": (29.6500, 91.1000),
    "Ruili": (24.0130, 97.8550),
    "Hekou": (22.5290, 103.9390),
    "Pingxiang": (22.0960, 106.7550),
    "Dongxing": (21.5470, 107.9720),
}
UNSHIFTED = {
    "Central, Hong Kong": (22.2793, 114.1628),
    "Sheung Shui, Hong Kong": (22.5017, 114.1280),
    "Lo Wu station, Hong Kong": (22.5280, 114.1135),
    "Tin Shui Wai, Hong Kong": (22.4600, 114.0000),
    "Sha Tau Kok, Hong Kong": (22.5440, 114.2230),
    "Senado, Macau": (22.1937, 113.5399),
    "the border gate, Macau": (22.2120, 113.5490),
    "Taipa, Macau": (22.1560, 113.5570),
    "Taipei": (25.0330, 121.5654),
    "Kaohsiung": (22.6200, 120.3000),
    "Magong, Penghu": (23.5700, 119.5700),
    "Jincheng, Kinmen": (24.4340, 118.3180),
    "Lieyu, Kinmen": (24.4300, 118.2400),
    "Nangan, Matsu": (26.1600, 119.9500),
    "Beigan, Matsu": (26.2200, 119.9900),
    "Wuqiu": (24.9900, 119.4500),
    "Sinuiju": (40.1000, 124.3980),
    "Manpo": (41.1550, 126.2900),
    "Hyesan": (41.4000, 128.1780),
    "Namyang": (42.9550, 129.8600),
    "Pyongyang": (39.0300, 125.7500),
    "Seoul": (37.5665, 126.9780),
    "Vladivostok": (43.1155, 131.8855),
    "Pogranichny": (44.4100, 131.3800),
    "Khabarovsk": (48.4800, 135.0800),
    "Blagoveshchensk": (50.2900, 127.5270),
    "Zabaykalsk": (49.6500, 117.3270),
    "Zamyn-Uud": (43.7300, 111.9000),
    "Ulaanbaatar": (47.9200, 106.9200),
    "Khorgos of Kazakhstan": (44.2200, 80.3400),
    "Zharkent": (44.1600, 80.0000),
    "Almaty": (43.2400, 76.8900),
    "Kathmandu": (27.7172, 85.3240),
    "Delhi": (28.6100, 77.2000),
    "Muse": (23.9900, 97.9050),
    "Lao Cai": (22.4850, 103.9700),
    "Lang Son": (21.8530, 106.7610),
    "Mong Cai": (21.5240, 107.9660),
    "Hanoi": (21.0285, 105.8542),
    "Fukuoka": (33.5900, 130.4000),
    "Naha": (26.2100, 127.6800),
    "Kuala Lumpur": (3.1390, 101.6869),
    "London": (51.5074, -0.1278),
}


@pytest.mark.parametrize("point", SHIFTED.values(), ids=SHIFTED)
def test_a_chinese_map_is_shifted_in_the_mainland(point):
    """By 100 to 800 m, so that it agrees with telephones."""
    assert shows_gcj02(*point)
    assert 100 < distance_m(point, to_wgs84(*point, Datum.GCJ02)) < 800


@pytest.mark.parametrize("point", UNSHIFTED.values(), ids=UNSHIFTED)
def test_no_map_is_shifted_elsewhere(point):
    """Whatever it was tagged: Hong Kong, Macau, Taiwan with its islands, and the neighbours."""
    assert to_wgs84(*point, Datum.GCJ02) == point


def test_the_rectangle_of_the_conversion_would_be_wrong():
    """Else this boundary would be for nothing."""
    wrong = [
        name
        for name, point in UNSHIFTED.items()
        if distance_m(point, eviltransform.gcj2wgs_exact(*point)) > 100
    ]
    assert len(wrong) == len(UNSHIFTED) - 1  # London alone is outside of it


LATITUDES = st.floats(-90, 90, allow_nan=False)
LONGITUDES = st.floats(-180, 180, allow_nan=False)


@given(LATITUDES, LONGITUDES)
def test_what_is_wgs84_stays_what_it_is(latitude, longitude):
    """So a point that was converted and is tagged so is never converted again."""
    assert to_wgs84(latitude, longitude, Datum.WGS84) == (latitude, longitude)


@given(st.sampled_from(sorted(SHIFTED.values())), st.floats(-0.02, 0.02), st.floats(-0.02, 0.02))
def test_there_and_back_is_the_same_place(near, north, east):
    """What a Chinese map makes of a phone's point leads back to it, to half a metre."""
    point = near[0] + north, near[1] + east
    on_the_map = eviltransform.wgs2gcj(*point)
    if shows_gcj02(*on_the_map):
        assert distance_m(point, to_wgs84(*on_the_map, Datum.GCJ02)) < 0.5


def test_the_boundary_says_where_it_is_from_and_how_exact_it_is():
    """And all of it lies in the box that is looked at first; its rings are closed."""
    text = (resources.files("api.places") / "gcj02.geojson").read_text(encoding="utf-8")
    boundary = json.loads(text)
    assert {"source", "made", "accuracy"} <= set(boundary["properties"])
    for polygon in boundary["geometry"]["coordinates"]:
        for ring in polygon:
            assert ring[0] == ring[-1]
            assert all(WEST < x < EAST and SOUTH < y < NORTH for x, y in ring)
