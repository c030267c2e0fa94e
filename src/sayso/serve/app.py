"""The pages of a ledger: `create_app(ledger)` is everything that `sayso serve` serves.

Every page has a twin in JSON at the same path with `.json` behind it. All of it only reads.
"""

from collections.abc import Iterable
from typing import Annotated
from urllib.parse import quote, urlencode

from fastapi import FastAPI, Query
from starlette.responses import RedirectResponse, Response

from sayso import __version__
from sayso.codec import encode, to_plain
from sayso.errors import NotInLedger
from sayso.export.asking import would_ask
from sayso.export.html import reading_html
from sayso.export.phrasing import title
from sayso.export.questions import questions
from sayso.model.reading import Reading
from sayso.ports.ledger import Ledger
from sayso.serve.claims import Day, account_json, account_page, add_list, addressed, is_cluster
from sayso.serve.clusters import Clusters
from sayso.serve.forecasts import add_forecasts
from sayso.serve.guard import Guard
from sayso.serve.listing import answers, listing, without_each
from sayso.serve.pages import STATIC, Pages
from sayso.serve.plain import json
from sayso.serve.trouble import answer_trouble

Number = Annotated[int | None, Query(ge=1, description="only arrivals with a smaller number")]
Words = Annotated[str, Query(max_length=500, description="documents and claims that hold all of these words")]


def create_app(ledger: Ledger, *, names: Iterable[str] = ()) -> FastAPI:
    """The application over one open ledger. It answers to local names and to `names`. InstallError where an asset is missing."""
    pages = Pages()
    # FastAPI's own documentation pages load their scripts from a CDN; /openapi.json stays.
    app = FastAPI(title="sayso", version=__version__, docs_url=None, redoc_url=None)
    app.add_middleware(Guard, names=tuple(names))
    answer_trouble(app, pages)
    add_documents(app, pages, ledger)
    clusters = Clusters(ledger)
    add_reader(app, pages, ledger)
    add_questions(app, pages, ledger)
    add_claims(app, pages, ledger, clusters)
    add_list(app, pages, ledger, clusters)
    add_forecasts(app, pages, ledger, clusters)
    add_log(app, pages, ledger)

    @app.get("/static/{name}", include_in_schema=False)
    def static(name: str) -> Response:
        if name not in pages.static:
            raise NotInLedger(f"no file {name!r} belongs to these pages")
        return Response(pages.static[name], media_type=STATIC[name][2])

    return app


def add_documents(app: FastAPI, pages: Pages, ledger: Ledger) -> None:
    """`/`: every arrival, newest first, or the answers to a search."""

    @app.get("/.json", summary="Arrivals, newest first; or the answers to a search")
    def documents_json(q: Words = "", before: Number = None) -> Response:
        if q.strip():
            return json({"q": q, "found": [to_plain(each.found) for each in answers(ledger, q)]})
        page = listing(ledger, before)
        return json(
            {"documents": ledger.size(), "arrivals": [to_plain(each) for each in page.arrivals], "before": page.before}
        )

    @app.get("/", include_in_schema=False)
    def documents(q: Words = "", before: Number = None) -> Response:
        given = {"q": q} if q.strip() else {"before": before} if before else {}
        address = "/.json" + ("?" + urlencode(given, errors="replace") if given else "")
        if q.strip():
            found = list(answers(ledger, q))
            return pages.page("found.html", words=q, found=found, shorter=without_each(q), json_address=address,
                              size=ledger.size())  # fmt: skip
        return pages.page("documents.html", listing=listing(ledger, before), first=before is None, json_address=address,
                          size=ledger.size())  # fmt: skip


def add_reader(app: FastAPI, pages: Pages, ledger: Ledger) -> None:
    """`/d/ID`: one document with its ledger. The ID may be a prefix, or that of something inside; it leads to the document."""

    @app.get("/d/{id}.json", summary="The Reading of a document (schema sayso/1)")
    def reader_json(id: str) -> Response:
        return Response(encode(ledger.reading(id)), media_type="application/json")

    @app.get("/d/{id}", include_in_schema=False)
    def reader(id: str) -> Response:
        reading = ledger.reading(id)
        if id != reading.document.id:
            return RedirectResponse(address_of(reading, id), 302)
        elsewhere = addressed("/claims", {"document": id}) if ledger.stories().revision() else None
        return pages.page("reader.html", title=title(reading), address=address_of(reading), reading=reading_html(reading),
                          elsewhere=elsewhere, json_address=address_of(reading) + ".json", size=ledger.size())  # fmt: skip


def add_questions(app: FastAPI, pages: Pages, ledger: Ledger) -> None:
    """`/d/ID/questions`: what an editor would ask of a document, each question with its rule and the words it is asked of."""

    @app.get("/d/{id}/questions.json", summary="What an editor would ask of a document, by the rules")
    def questions_json(id: str) -> Response:
        reading = ledger.reading(id)
        asked = [
            {"rule": each.rule.name, "asks": each.rule.asks, "says": each.rule.says, "guide": each.rule.guide,
             "url": each.rule.url or None, "claim": each.claim, "spans": [to_plain(span) for span in each.spans]}
            for each in questions(reading)
        ]  # fmt: skip
        return json({"document": reading.document.id, "questions": asked})

    @app.get("/d/{id}/questions", include_in_schema=False)
    def asked(id: str) -> Response:
        reading = ledger.reading(id)
        address = address_of(reading)
        return pages.page("questions.html", title=title(reading), address=address, json_address=f"{address}/questions.json",
                          asked=would_ask(reading, {claim.id for claim in reading.claims}, address), size=ledger.size())  # fmt: skip


def add_claims(app: FastAPI, pages: Pages, ledger: Ledger, clusters: Clusters) -> None:
    """`/c/ID`: an address that can be cited. Of a cluster it has the account; of a claim or attribution it leads to the card."""

    @app.get(
        "/c/{id}.json",
        summary="The account of a cluster; or a claim with its attribution and document, without the text",
    )
    def claim_json(id: str, as_of: Day = None) -> Response:
        if is_cluster(id):
            return account_json(clusters, id, as_of)
        reading = ledger.reading(id)
        plain = to_plain(reading)
        entry = entry_id(reading, id)
        claim = next((each for each in plain["claims"] if each["id"] == entry), None)
        wanted = claim["attribution"] if claim else entry
        attribution = next((each for each in plain["attributions"] if each["id"] == wanted), None)
        del plain["document"]["text"]
        return json(
            {"document": plain["document"], "claim": claim, "attribution": attribution, "made_by": plain["made_by"]}
        )

    @app.get("/c/{id}", include_in_schema=False)
    def claim(id: str, as_of: Day = None) -> Response:
        if is_cluster(id):
            return account_page(pages, clusters, id, as_of)
        return RedirectResponse(address_of(ledger.reading(id), id), 302)


def entry_id(reading: Reading, prefix: str) -> str | None:
    """The claim or attribution whose id begins so; None for an id of something else."""
    known = (*(each.id for each in reading.claims), *(each.id for each in reading.attributions))
    return prefix if prefix in known else next((id for id in known if id.startswith(prefix)), None)


def address_of(reading: Reading, id: str = "") -> str:
    """Where the Reader shows the document, or the entry of that id in it."""
    entry = entry_id(reading, id) if id else None
    path = "/d/" + quote(reading.document.id, safe=":")
    return f"{path}#{quote(entry)}" if entry else path


def add_log(app: FastAPI, pages: Pages, ledger: Ledger) -> None:
    """`/log`: what became of every input."""

    @app.get("/log.json", summary="What became of every input, newest first")
    def log_json(before: Number = None) -> Response:
        page = listing(ledger, before)
        return json({"arrivals": [to_plain(each) for each in page.arrivals], "before": page.before})

    @app.get("/log", include_in_schema=False)
    def log(before: Number = None) -> Response:
        address = "/log.json" + (f"?before={before}" if before else "")
        return pages.page("log.html", listing=listing(ledger, before), first=before is None, json_address=address,
                          size=ledger.size())  # fmt: skip
