"""`/claims` and `/c/ID`: the claims that several articles have, and the account of one of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import islice
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import FastAPI, Query
from starlette.responses import RedirectResponse, Response

from sayso.codec import to_plain
from sayso.export.account.account import Account, Report
from sayso.export.account.gathering import CLUSTER, account_of
from sayso.export.account.lanes import lanes
from sayso.export.account.phrasing import drifted, stance_of
from sayso.export.account.rows import account_row
from sayso.ports.ledger import Ledger
from sayso.serve.clusters import Clusters, Line
from sayso.serve.pages import Pages
from sayso.serve.plain import json

ROWS = 50  # on a page, as in the list of documents
SEARCHED = 500  # best answers to a search, whose clusters are listed

Words = Annotated[str, Query(max_length=500, description="claims that hold all of these words")]
After = Annotated[str, Query(max_length=100, description="only clusters that stand behind this one in the list")]
Article = Annotated[str, Query(max_length=100, description="only clusters that have a claim of this document")]
Day = Annotated[date | None, Query(description="the day for which forecasts are asked; today without it")]


@dataclass(frozen=True, slots=True)
class Shown:
    """A line of the list with the report that names it."""

    line: Line
    report: Report


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of the list: its lines, how many there are on all pages, and what the next one comes after."""

    lines: Sequence[Line]
    total: int
    after: str | None


def add_list(app: FastAPI, pages: Pages, ledger: Ledger, clusters: Clusters) -> None:
    """`/claims`: clusters that several articles have, by their number; or those that answer a search or belong to an article."""

    @app.get("/claims.json", summary="Clusters that several articles have, most articles first")
    def list_json(q: Words = "", after: After = "", document: Article = "") -> Response:
        listed = lines(ledger, clusters, q, after, document)
        rows = ((each, clusters.report(each)) for each in listed.lines)
        told = [to_plain(line) | {"text": report.text if report else None} for line, report in rows]
        return json({"q": q, "clusters": told, "total": listed.total, "after": listed.after})

    @app.get("/claims", include_in_schema=False)
    def list_page(q: Words = "", after: After = "", document: Article = "") -> Response:
        given = {"q": q, "after": after, "document": document}
        listed = lines(ledger, clusters, q, after, document)
        found = ((each, clusters.report(each)) for each in listed.lines)
        shown = [Shown(line, report) for line, report in found if report is not None]
        turned = addressed("/claims", given | {"after": listed.after or ""})
        return pages.page("claims.html", given=given, shown=shown, total=listed.total, more=listed.after, turned=turned,
                          first=addressed("/claims", given | {"after": ""}), json_address=addressed("/claims.json", given),
                          size=ledger.size())  # fmt: skip


def lines(ledger: Ledger, clusters: Clusters, words: str, after: str, document: str) -> Listed:
    """The page of the list behind the cluster `after`, of those that hold the words, or that have a claim of the document."""
    if words.strip():
        hits = islice((each.claim for each in ledger.search(words, limit=SEARCHED) if each.claim), SEARCHED)
        found: Sequence[Line] = clusters.of(hits)
    elif document:
        found = clusters.of(claim.id for claim in ledger.reading(document).claims)
    else:
        found = clusters.found().lines
    start = next((place for place, each in enumerate(found, 1) if each.id == after), 0)
    page = found[start : start + ROWS]
    return Listed(page, len(found), page[-1].id if len(found) > start + ROWS else None)


def addressed(path: str, given: Mapping[str, str]) -> str:
    """An address with what is given in it."""
    said = {name: value for name, value in given.items() if value}
    return path + ("?" + urlencode(said, errors="replace") if said else "")


def account_json(clusters: Clusters, id: str, day: date | None) -> Response:
    """The account as JSON; where the id was merged or split, the address of the one that has its claims."""
    account = account_of(clusters.seen(), id, day_of(day))
    if account.id != id:
        return RedirectResponse(addressed(f"/c/{account.id}.json", asked(day)), 302)
    return json(account_row(account))


def account_page(pages: Pages, clusters: Clusters, id: str, day: date | None) -> Response:
    """The account as a page; where the id was merged or split, the address of the one that has its claims."""
    account = account_of(clusters.seen(), id, day_of(day))
    if account.id != id:
        return RedirectResponse(addressed(f"/c/{account.id}", asked(day)), 302)
    return pages.page("claim.html", account=account, picture=lanes(account), names=names_of(account), as_of=day_of(day),
                      drifted=drifted, stance=stance_of(account.reports), json_address=addressed(f"/c/{id}.json", asked(day)), size=clusters.seen().ledger.size())  # fmt: skip


def is_cluster(id: str) -> bool:
    """Whether an id is that of a cluster and not of a claim or attribution."""
    return id.startswith(CLUSTER)


def names_of(account: Account) -> Mapping[str, str]:
    """What the articles of the account are called, by the ids of their documents."""
    return {each.document: each.outlet or each.title for each in account.reports}


def day_of(day: date | None) -> str:
    """The ISO day that is asked for, or today's (UTC)."""
    return (day or datetime.now(UTC).date()).isoformat()


def asked(day: date | None) -> dict[str, Any]:
    """What of a day stands in an address."""
    return {"as_of": day.isoformat()} if day else {}
