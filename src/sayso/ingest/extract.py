"""What a worker process does with an original; the parsers load there and not in the process that asks."""

from sayso.errors import InputError
from sayso.ingest.original import Original
from sayso.model.document import Document, Rejection


def extract(original: Original) -> tuple[Document | Rejection, ...]:
    """The documents in some bytes; a Rejection where there is none. Anything else that is raised is the Mapper's business."""
    from sayso.ingest import page  # noqa: PLC0415 - 0.2 s of imports that only a worker should pay

    try:
        return (page.read_page(original),)
    except InputError as error:
        return (Rejection(kind=error.kind, message=str(error), path=original.path, external_id=original.external_id),)
