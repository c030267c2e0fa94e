"""What stands before every page: which names it may be asked by, and what its browser may do with it."""

from collections.abc import Iterable, Mapping

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOCAL = frozenset({"localhost", "127.0.0.1", "[::1]"})

HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache, private",
}


class Guard:
    """ASGI middleware: answers only to local names and `names`, and puts HEADERS on whatever is answered.

    The Host header is checked because a hostile site can point its own name at 127.0.0.1 (DNS rebinding) and would then
    read the ledger as if it were its own pages.
    """

    def __init__(self, app: ASGIApp, names: Iterable[str] = ()) -> None:
        self.app = app
        self.names = LOCAL | {name.lower() for name in names}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it with 421."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        asked = host_name(Headers(scope=scope).get("host", ""))
        if asked not in self.names:
            refusal = PlainTextResponse(
                f"This is a sayso ledger, and it does not answer to the name {asked[:100]!r}. Ask for it as localhost or "
                "127.0.0.1, or start it with `sayso serve --allow-host NAME`.\n",
                status_code=421,
            )
            await refusal(scope, receive, guarded)
            return
        # A page answers HEAD as it answers GET; the server leaves the body out.
        if scope["method"] == "HEAD":
            scope = {**scope, "method": "GET"}
        await self.app(scope, receive, guarded)


def host_name(header: str) -> str:
    """The name in a Host header without its port, in lower case; an IPv6 address keeps its brackets."""
    name = header.strip().lower()
    if name.startswith("["):
        return name.partition("]")[0] + "]"
    return name.rpartition(":")[0] or name
