"""`/forecasts`: the register of forecasts on a day."""

from collections.abc import Mapping, Sequence
from datetime import date
from threading import Lock
from typing import Annotated

from fastapi import FastAPI, Query
from starlette.responses import Response

from sayso.codec import to_plain
from sayso.export.forecasts import NOTE
from sayso.model.standing import Standing
from sayso.ports.ledger import Ledger
from sayso.relate.decided import resolved
from sayso.relate.due import State
from sayso.relate.register import Forecast, find_register
from sayso.serve.claims import addressed, asked, day_of
from sayso.serve.clusters import Clusters
from sayso.serve.pages import Pages
from sayso.serve.plain import json

SHOWN = 100  # of each state on the page: two screens; the JSON has all
ORDER = (State.DUE, State.OPEN, State.CANNOT_BE_DATED, State.NO_DEADLINE)

Day = Annotated[date | None, Query(description="the day on which forecasts are due or not; today without it")]


class Register:
    """The register of a ledger on a day, kept while nothing arrives: making it means to go through every reading."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger, self._lock = ledger, Lock()
        self._made_of: tuple[int, str] | None = None
        self._found: Sequence[Forecast] = ()

    def on(self, day: str, standing: Standing) -> Sequence[Forecast]:
        """All forecasts as they stand on the ISO day, with what people say became of them."""
        with self._lock:
            newest = next(self._ledger.arrivals(limit=1, newest_first=True), None)
            made_of = (newest.number if newest else 0, day)
            if made_of != self._made_of:
                self._found, self._made_of = find_register(self._ledger.readings(), day), made_of
            return list(resolved(self._found, standing))


def add_forecasts(app: FastAPI, pages: Pages, ledger: Ledger, clusters: Clusters) -> None:
    """The page and its twin."""
    register = Register(ledger)

    @app.get("/forecasts.json", summary="The register of forecasts on a day, the first due first")
    def forecasts_json(as_of: Day = None) -> Response:
        found = [to_plain(each) for each in register.on(day_of(as_of), clusters.seen().standing)]
        return json({"as_of": day_of(as_of), "forecasts": found})

    @app.get("/forecasts", include_in_schema=False)
    def forecasts(as_of: Day = None) -> Response:
        found, day = register.on(day_of(as_of), clusters.seen().standing), day_of(as_of)
        homes = clusters.found().homes
        return pages.page("forecasts.html", as_of=day, total=len(found), groups=groups(found), remark=NOTE, clusters=homes,
                          shown=SHOWN, json_address=addressed("/forecasts.json", asked(as_of)), size=ledger.size())  # fmt: skip


def groups(found: Sequence[Forecast]) -> Mapping[str, Sequence[Forecast]]:
    """The forecasts by their state, what is due first."""
    those = {state.value: [each for each in found if each.state is state] for state in ORDER}
    return {state: each for state, each in those.items() if each}
