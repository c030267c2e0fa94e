"""The door that `sayso serve` opens, before anything else is started: a taken port is said at once."""

import ipaddress
import socket

import click

from sayso.errors import ConfigError


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens there; ConfigError where it cannot."""
    try:
        family, kind, protocol, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        door = socket.socket(family, kind, protocol)
    except OSError as error:
        raise ConfigError(f"cannot listen on {host}: {error.strerror}; expected an address of this machine") from error
    try:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        door.bind(place)
        door.listen()
    except OSError as error:
        door.close()
        raise ConfigError(
            f"cannot listen on {host} port {port}: {error.strerror}; "
            "end what listens there, or take another: `--port 0` picks a free one"
        ) from error
    return door


def address(door: socket.socket) -> str:
    """The address to type into a browser."""
    host, port = door.getsockname()[:2]
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


def warn_if_open(host: str) -> None:
    """Say it where others than this machine can read the ledger."""
    if not is_loopback(host):
        click.echo(f"sayso: warning: whoever reaches {host} can read this ledger; there is no password", err=True)


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach that address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"
