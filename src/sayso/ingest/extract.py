"""What a worker process does with an original; the parsers load there and not in the process that asks."""

from dataclasses import replace

from sayso.errors import InputError
from sayso.ingest.http import check_digests, read_head, unpack_body
from sayso.ingest.original import Form, Original
from sayso.model.document import Document, Rejection


def extract(original: Original) -> tuple[Document | Rejection, ...]:
    """The documents in some bytes; a Rejection where there is none. Anything else that is raised is the Mapper's business."""
    from sayso.ingest import feed, page  # noqa: PLC0415 - 0.2 s of imports that only a worker should pay

    found: list[Document | Rejection] = []
    try:
        match original.form:
            case Form.FEED if not feed.is_page(original.raw):
                found.extend(feed.read_feed(original))
            case Form.HTTP:
                found.append(page.read_page(unpack(original)))
            case _:
                found.append(page.read_page(original))
    except InputError as error:
        found.append(
            Rejection(kind=error.kind, message=str(error), path=original.path, external_id=original.external_id)
        )
    return tuple(found)


def unpack(original: Original) -> Original:
    """The page in an archived response."""
    head = read_head(original.raw)
    if head is None:
        raise InputError("damaged", "the archived response has no HTTP head; fetch the page again")
    said = check_digests(original.raw, head, original.digests)
    body = unpack_body(head, original.raw, original.limits.html)
    return replace(original, form=Form.HTML, raw=body, charset=head.charset, found_in={**original.found_in, **said})
