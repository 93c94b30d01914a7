"""Reaching other systems: only over HTTPS, only outside, following nobody anywhere else.

An address that somebody gives us must not lead into our own network. So the name is resolved here,
what it resolves to is looked at, and it is that which is connected to: a name cannot mean one
machine when it is looked at and another when it is used.
"""

import socket
import ssl
from collections.abc import Iterator, Mapping
from contextlib import suppress
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from threading import Timer
from urllib.parse import SplitResult, urlsplit

from django.conf import settings

SECONDS = 10
"""How long a system may take to be connected to, and to answer."""

MOST_SECONDS = 30
"""How long all of it may take, however slowly a system goes on answering."""

LONGEST_URL = 500
TRANSLATED = ip_network("64:ff9b::/96")
"""Addresses that a network translates into those of IPv4 (RFC 6052)."""


class BadAddress(Exception):
    """An address to which nothing is sent: `why` is shape, insecure, inside or unknown."""

    def __init__(self, url: str, why: str) -> None:
        super().__init__(f"{why}: {url}")
        self.url, self.why = url, why


def check_address(url: str) -> SplitResult:
    """The parts of an address that may be sent to, as far as it can be told without asking for it.

    Raises `BadAddress`. Names and passwords have no place in it: what is sent is signed.
    """
    parts = _parts(url)
    if parts.scheme != "https" and not (parts.scheme == "http" and _may_be_insecure()):
        raise BadAddress(url, "insecure")
    literal = _literal(parts.hostname or "")
    if literal and not _is_allowed(literal):
        raise BadAddress(url, "inside")
    return parts


def post(url: str, body: bytes, headers: Mapping[str, str]) -> int:
    """Send a body to an address; the status of the answer, which is not read further.

    A redirect is an answer like any other. Raises `BadAddress`, OSError and HTTPException.
    """
    parts = check_address(url)
    connection = _connected(url, parts)
    ending = Timer(MOST_SECONDS, _cut, [connection.sock])
    ending.start()
    try:
        if isinstance(connection.sock, ssl.SSLSocket):
            connection.sock.do_handshake()
        target = f"{parts.path or '/'}{'?' * bool(parts.query)}{parts.query}"
        connection.request("POST", target, body, dict(headers))
        return connection.getresponse().status
    finally:
        ending.cancel()
        connection.close()


def _cut(connected: socket.socket) -> None:
    """End a connection that another thread waits for; what it reads then is an error."""
    with suppress(OSError):
        socket.socket.shutdown(connected, socket.SHUT_RDWR)


FAILURES = (BadAddress, OSError, HTTPException)
"""What may stop a message on its way."""


def _parts(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        raise BadAddress(url, "shape") from None
    has_shape = parts.scheme in ("http", "https") and parts.hostname and not parts.username
    if not has_shape or len(url) > LONGEST_URL or not url.isascii() or not url.isprintable():
        raise BadAddress(url, "shape")
    return parts


def _connected(url: str, parts: SplitResult) -> HTTPConnection:
    """A connection to what the name means now, looked at before it is used."""
    is_secure, host = parts.scheme == "https", parts.hostname or ""
    port = parts.port or (443 if is_secure else 80)
    plain = _opened(_resolved(url, host, port), port)
    try:
        connection = (HTTPSConnection if is_secure else HTTPConnection)(host, port)
        connection.sock = _secured(plain, host) if is_secure else plain
    except BaseException:
        plain.close()
        raise
    return connection


def _opened(addresses: list[str], port: int) -> socket.socket:
    """A connection to the first of these that answers. Raises the OSError of the last."""
    *others, last = addresses
    for address in others:
        with suppress(OSError):
            return socket.create_connection((address, port), timeout=SECONDS)
    return socket.create_connection((last, port), timeout=SECONDS)


def _secured(plain: socket.socket, host: str) -> ssl.SSLSocket:
    """The same connection over TLS, which is yet to greet and to show its certificate."""
    return ssl.create_default_context().wrap_socket(
        plain, server_hostname=host, do_handshake_on_connect=False
    )


def _resolved(url: str, host: str, port: int) -> list[str]:
    """The addresses of a host; refused where any of them lies inside."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError):
        raise BadAddress(url, "unknown") from None
    addresses = list(dict.fromkeys(str(one[4][0]) for one in found))
    if not all(map(_is_allowed, addresses)):
        raise BadAddress(url, "inside")
    return addresses


def _is_allowed(address: str) -> bool:
    """Whether an address lies outside, or a setting allows what lies inside."""
    meant = [*_meant(ip_address(address.partition("%")[0]))]
    lies_outside = all(one.is_global and not one.is_multicast for one in meant)
    return settings.WEBHOOKS_INSIDE or lies_outside


def _meant(address: IPv4Address | IPv6Address) -> Iterator[IPv4Address | IPv6Address]:
    """An address, and that of IPv4 to which it is carried on."""
    yield address
    if isinstance(address, IPv6Address):
        tunnelled = address.teredo[1] if address.teredo else None
        translated = IPv4Address(int(address) % 2**32) if address in TRANSLATED else None
        yield from filter(None, (address.ipv4_mapped, address.sixtofour, tunnelled, translated))


def _literal(host: str) -> str:
    """The host, where it is written as an address itself."""
    try:
        return str(ip_address(host))
    except ValueError:
        return ""


def _may_be_insecure() -> bool:
    return bool(settings.DEBUG or settings.WEBHOOKS_INSIDE)
