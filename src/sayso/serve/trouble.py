"""What is answered when there is nothing to show: a page that says what was asked for, what was expected, what to do."""

from collections.abc import Mapping
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from sayso.codec import dumps, to_plain
from sayso.errors import LedgerError, NotInLedger
from sayso.model.document import Rejection
from sayso.serve.guard import HEADERS
from sayso.serve.pages import Pages

NO_PAGE = (
    "There is no page at this address. Documents stand at /d/ID, claims at /c/ID; the first characters of an ID do, but for "
    "those that begin with cc_."
)


def answer_trouble(app: FastAPI, pages: Pages) -> None:
    """Give the application its answers to what goes wrong, as JSON where JSON was asked for."""

    def trouble(request: Request, status: int, message: str, headers: Mapping[str, str] | None = None) -> Response:
        asked = request.url.path
        if asked.endswith(".json"):
            kind = HTTPStatus(status).phrase.lower().replace(" ", "-")
            plain = to_plain(Rejection(kind=kind, message=message, path=asked))
            return Response(dumps(plain), status, headers, "application/json")
        page = pages.page("trouble.html", status, phrase=HTTPStatus(status).phrase, asked=asked, message=message)
        page.headers.update(headers or {})
        return page

    @app.exception_handler(NotInLedger)
    def not_in_ledger(request: Request, error: NotInLedger) -> Response:
        return trouble(request, 404, str(error))

    @app.exception_handler(LedgerError)
    def ledger_error(request: Request, error: LedgerError) -> Response:
        return trouble(request, 503, str(error))

    @app.exception_handler(HTTPException)
    def http_error(request: Request, error: HTTPException) -> Response:
        message = NO_PAGE if error.status_code == HTTPStatus.NOT_FOUND else error.detail
        return trouble(request, error.status_code, message, error.headers)

    @app.exception_handler(RequestValidationError)
    def bad_request(request: Request, error: RequestValidationError) -> Response:
        first = error.errors()[0]
        return trouble(request, 400, f"{first['loc'][-1]} cannot be {first.get('input')!r}: {first['msg']}.")

    @app.exception_handler(Exception)
    def fault(request: Request, error: Exception) -> Response:  # noqa: ARG001 # the server logs it; the page does not show it
        # Starlette answers this one outside of the Guard, so the headers come along.
        return trouble(
            request, 500, "sayso met a fault of its own here; what it was is in the output of `sayso serve`.", HEADERS
        )
