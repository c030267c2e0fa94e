"""What a page's twin answers."""

from typing import Any

from starlette.responses import Response

from sayso.codec import dumps


def json(plain: Any) -> Response:
    """A JSON answer."""
    return Response(dumps(plain), media_type="application/json")
