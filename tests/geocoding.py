"""A geocoder on loopback that answers as Nominatim and Photon do, or as nobody should."""

from __future__ import annotations

import asyncio
import json
from urllib.parse import parse_qs, urlsplit

from api.settings import Geocoding
from api.vocabulary import Datum

AREA = (121.0, 31.0, 122.0, 32.0)
"""Around Shanghai."""


def nominatim(*places):
    """An answer of `/search?format=jsonv2`, in the shape the service documents."""
    return json.dumps(
        [
            {
                "place_id": 100149 + number,
                "licence": "Data © OpenStreetMap contributors, ODbL 1.0.",
                "osm_type": "way",
                "osm_id": 107775,
                "boundingbox": ["31.2", "31.3", "121.4", "121.5"],
                "lat": str(latitude),
                "lon": str(longitude),
                "display_name": name,
                "category": "place",
                "type": "house",
                "importance": 0.4,
            }
            for number, (name, latitude, longitude) in enumerate(places)
        ]
    )


def photon(*places):
    """An answer of `/api`: each place is its properties and where it is."""
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [longitude, latitude]},
            "properties": {"osm_id": 107775, "osm_type": "W", "countrycode": "CN", **told},
        }
        for told, latitude, longitude in places
    ]
    return json.dumps({"type": "FeatureCollection", "features": features})


def http(text, *, status="200 OK", kind="application/json; charset=utf-8", headers=""):
    """A whole answer on the wire."""
    body = text.encode() if isinstance(text, str) else text
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n{headers}"
    return head.encode() + b"Connection: close\r\n\r\n" + body


NOTHING = http("[]")


class FakeGeocoder:
    """Answers every request by `answer`, a whole answer or what makes one of the words."""

    def __init__(self, answer=NOTHING):
        self.answer = answer
        self.slow_s = 0.0
        self.drip = 0
        self.requests = []

    async def __aenter__(self):
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_):
        self._server.close()
        await self._server.wait_closed()

    @property
    def url(self):
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def asked(self):
        """The words it was asked for, in their order."""
        return [parse_qs(urlsplit(path).query)["q"][0] for path, _ in self.requests]

    def setting(self, kind="nominatim", datum=Datum.WGS84, area=AREA):
        """The settings of somebody who uses it."""
        return Geocoding(url=self.url, kind=kind, datum=datum, area=area, contact="me@example.org")

    def written(self):
        """The same as the settings of a process."""
        return {
            "geocoder_url": self.url,
            "geocoder_area": ",".join(map(str, AREA)),
            "geocoder_contact": "me@example.org",
        }

    async def _serve(self, reader, writer):
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            line, *lines = head.splitlines()
            headers = dict(one.split(": ", 1) for one in lines if one)
            self.requests.append((line.split()[1], headers))
            await asyncio.sleep(self.slow_s)
            made = self.answer(self.asked[-1]) if callable(self.answer) else self.answer
            for start in range(0, len(made), self.drip or len(made) or 1):
                writer.write(made[start : start + (self.drip or len(made))])
                await writer.drain()
                await asyncio.sleep(0.02 if self.drip else 0)
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()
