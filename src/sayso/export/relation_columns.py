"""The types of the columns of relations, clusters, places and forecasts, for forms that have types."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sayso.model.relation import Origin

COLUMNS: Mapping[str, Mapping[str, Any]] = {
    "relations": {
        "id": str, "kind": str, "from": str, "to": str, "score": float, "status": str, "reasons": tuple[str, ...],
        "decided_by": str, "from_external_id": str, "to_external_id": str,
    },
    "clusters": {
        "id": str, "claims": tuple[str, ...], "first_appearance": str, "documents": int, "outlets": int,
        "origins": tuple[Origin, ...], "decided_by": str, "formerly": tuple[str, ...],
    },
    "places": {
        "document": str, "external_id": str, "id": str, "text": str, "start": int, "end": int, "literal": bool, "place": str,
        "place_id": str, "lat": float, "lon": float, "method": str, "score": float,
    },
    "forecasts": {"claim": str, "document": str, "external_id": str, "due": date, "state": str,
                  "outcome": str, "decided_by": str, "evidence": tuple[str, ...]},
}  # fmt: skip
