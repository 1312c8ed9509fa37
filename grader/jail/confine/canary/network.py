"""The network and sockets."""

from __future__ import annotations

import socket
from collections.abc import Callable

from .common import Probe, Targets, reach

_SO_ATTACH_FILTER, _SO_PEERCRED = 26, 17
_O_NOTIFICATION_PIPE = 0x80


def _connect(targets: Targets) -> None:
    with socket.socket() as tcp:
        tcp.settimeout(2)
        tcp.connect(("127.0.0.1", targets["port"]))


def _send_udp(targets: Targets) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp:
        udp.sendto(b"canary", ("127.0.0.1", targets["port"]))


def _listen(_: Targets) -> None:
    with socket.socket() as tcp:
        tcp.bind(("127.0.0.1", 0))
        tcp.listen()


def _datagram_pair(_: Targets) -> None:
    for end in socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM):
        end.close()


def _make_socket(family: str, kind: int = socket.SOCK_DGRAM, protocol: int = 0) -> Probe:
    return lambda _: socket.socket(getattr(socket, family), kind, protocol).close()


def _paired(act: Callable[[socket.socket], object]) -> Probe:
    """Do something with one end of a pair of sockets, which any child may have."""

    def attempt(_: Targets) -> None:
        ours, theirs = socket.socketpair()
        with ours, theirs:
            act(ours)

    return attempt


NETWORK: dict[str, Probe] = {
    "tcp": _connect,
    "udp": _send_udp,
    "listen": _listen,
    "unix_socket": _make_socket("AF_UNIX", socket.SOCK_STREAM),
    "unix_datagram": _make_socket("AF_UNIX"),
    "unix_datagram_pair": _datagram_pair,
    "netlink_socket": _make_socket("AF_NETLINK"),
    "packet_socket": _make_socket("AF_PACKET"),
    "raw_socket": _make_socket("AF_INET", socket.SOCK_RAW, 1),
    "vsock": _make_socket("AF_VSOCK", socket.SOCK_STREAM),
    "crypto_socket": _make_socket("AF_ALG", 5),
    "urgent_data": _paired(lambda end: end.send(b"!", socket.MSG_OOB)),
    "receive_errors": _paired(lambda end: end.recv(1, socket.MSG_ERRQUEUE | socket.MSG_DONTWAIT)),
    "socket_filter": _paired(
        lambda end: reach("setsockopt", end.fileno(), socket.SOL_SOCKET, _SO_ATTACH_FILTER, None, 0)
    ),
    "who_is_connected": _paired(lambda end: end.getsockopt(socket.SOL_SOCKET, _SO_PEERCRED, 12)),
    "notification_pipe": lambda _: reach("pipe2", None, _O_NOTIFICATION_PIPE),
    "mptcp_socket": _make_socket("AF_INET", socket.SOCK_STREAM, 262),
}
