"""Which adapter stands behind each port: the only file that opens anything."""

from sayso.ingest.inputs import Inputs
from sayso.ports import Ingest
from sayso.scale.local import LocalWorkers


def open_ingest(workers: int | None = None) -> Ingest:
    """Files, folders and standard input as documents; at most so many worker processes, none before there is HTML."""
    return Inputs(LocalWorkers(workers))
