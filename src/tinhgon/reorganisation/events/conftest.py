"""Graphs of linked data, and a subscriber that listens on this machine."""

from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from tinhgon.reorganisation.events.changes import change_events
from tinhgon.reorganisation.events.linked import nodes
from tinhgon.reorganisation.events.notations import NOTATIONS
from tinhgon.reorganisation.rearrangement.reading import rearrangement

BASE = "https://tinhgon.example"


@pytest.fixture
def graph():
    """The events of a package as a graph, parsed from one of the notations."""
    from rdflib import Graph

    def parsed(package, notation="turtle"):
        written = "".join(NOTATIONS[notation][1](nodes(package, BASE)))
        return Graph().parse(data=written, format={"jsonld": "json-ld"}.get(notation, notation))

    return parsed


@pytest.fixture
def changes():
    """The change events of a package."""
    return lambda package: change_events(rearrangement(package))


@dataclass
class Subscriber:
    """Another system: what it was sent, and what it answers, one after another; then 204."""

    url: str
    answers: list[int] = field(default_factory=list)
    received: list[tuple[dict[str, str], bytes]] = field(default_factory=list)


@pytest.fixture
def subscriber(settings):
    """A system inside our own network, which a setting allows."""
    settings.WEBHOOKS_INSIDE = True
    settings.SITE_URL = BASE

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            system.received.append((dict(self.headers), body))
            self.send_response(system.answers.pop(0) if system.answers else 204)
            self.send_header("Location", f"{system.url}/elsewhere")
            self.end_headers()

        def log_message(self, *said):
            """Nobody reads it."""

    class Server(ThreadingHTTPServer):
        request_queue_size = 100

    server = Server(("127.0.0.1", 0), Handler)
    system = Subscriber(f"http://127.0.0.1:{server.server_port}/told")
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield system
    server.shutdown()
    server.server_close()
