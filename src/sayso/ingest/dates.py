"""When an article was published: as declared, with its time where there is one; else what a date finder makes of the page."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from lxml.html import HtmlElement

from sayso.ingest.jsonld import LinkedData, Node, plain
from sayso.ingest.meta import MetaTags

TAGS = (
    "article:published_time", "og:article:published_time", "article:published", "datepublished", "parsely-pub-date",
    "sailthru.date", "pubdate", "publishdate", "publish-date", "publication_date", "date.published", "rnews:datepublished",
    "shareaholic:article_published_time", "cxenseparse:recs:publishtime", "prism.publicationdate", "citation_publication_date",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dc:date", "dcterms.date",
)  # fmt: skip
ISO = re.compile(
    r"(\d{4})-?(\d{2})-?(\d{2})(?:[T ]+(\d{2}):?(\d{2})(?::?(\d{2}))?(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?(?!\d)"
)
EARLIEST = 1995  # year; the date finder's own bound: no web page is older
YEAR_ALONE = "-01-01"  # so the date finder gives a bare year, of a copyright notice mostly (2 of 61 guesses, both such)
WESTERNMOST, EASTERNMOST = -12, 14  # hours from UTC
LATEST = "2100-01-01"  # a fixed bound in place of the date finder's "today": the same page has the same date on any day


def find_published(
    tree: HtmlElement, data: LinkedData, article: Node | None, tags: MetaTags, page: tuple[str | None, str | None]
) -> tuple[str, str] | None:
    """The time of publication in ISO 8601, as exact as the page gives it, and where it was found.

    `page` is its address and the time when it was fetched, where known. A time in UTC whose day the page itself shows as
    the one before or after was written in another zone: then the page's own day counts (right on 4 of 5 pages measured, and
    on the fifth the other day was that of a change, which is looked at since).
    """
    stated = next(
        ((moment, where) for value, where in declared(tree, data, article, tags) if (moment := to_iso(value))), None
    )
    if stated and not stated[0].endswith(("Z", "+00:00")):
        return stated
    found = guess(tree, *page)
    if stated and not (found and is_local_day(found, stated[0]) and found not in changed(article, tags)):
        return stated
    return (found, f"{stated[1]}, htmldate" if stated else "htmldate") if found else None


def guess(tree: HtmlElement, url: str | None, fetched_at: str | None) -> str | None:
    """The day that the date finder takes for that of publication; none where it gives up."""
    import htmldate  # noqa: PLC0415 - 60 ms; most pages declare their date in their own zone

    bound = fetched_at[:10] if fetched_at else LATEST
    try:
        found = htmldate.find_date(tree, extensive_search=True, original_date=True, url=url, max_date=bound)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - a page without a date is better than none
        return None
    return None if not found or found.endswith(YEAR_ALONE) else str(found)


def is_local_day(day: str, moment: str) -> bool:
    """Whether some zone of the earth had that other day at that moment in UTC."""
    at = datetime.fromisoformat(moment)
    zones = (at + timedelta(hours=hours) for hours in (WESTERNMOST, EASTERNMOST))
    return day != moment[:10] and day in {each.date().isoformat() for each in zones}


def changed(article: Node | None, tags: MetaTags) -> set[str]:
    """The days on which the page says that it was changed."""
    values = [plain(article.get("dateModified"))] if article else []
    values += [
        value for tag in ("article:modified_time", "og:updated_time", "datemodified") for value in tags.all([tag])
    ]
    return {moment[:10] for value in values if (moment := to_iso(value))}


def declared(
    tree: HtmlElement, data: LinkedData, article: Node | None, tags: MetaTags
) -> Iterator[tuple[str | None, str]]:
    """What the page declares, the most trusted first."""
    if article:
        yield plain(article.get("datePublished")), "json-ld"
    for tag in TAGS:
        for value in tags.all([tag])[:1]:
            yield value, tag
    for node in data.of_type("webpage"):
        yield plain(node.get("datePublished")), "json-ld"
    for element in tree.iter("time", "span", "meta", "abbr", "div"):
        if "datepublished" in (element.get("itemprop") or "").lower():
            yield element.get("datetime") or element.get("content") or element.get("title"), "itemprop=datePublished"


def to_iso(value: str | None) -> str | None:
    """A day, or a time with its zone where given; None for what is no ISO 8601 or RFC 5322 date of this age."""
    if not value:
        return None
    try:
        if match := ISO.match(value.strip()):
            return from_parts(match)
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment.isoformat() if moment.year >= EARLIEST else None


def from_parts(match: re.Match[str]) -> str | None:
    """The parts of an ISO date in the extended form; ValueError where there is no such day or time."""
    year, month, day, hour, minute, second, zone = match.groups()
    if int(year) < EARLIEST:
        return None
    if hour is None:
        return datetime(int(year), int(month), int(day), tzinfo=UTC).date().isoformat()
    zone = "+00:00" if zone in {"UTC", "GMT"} else zone or ""
    zone = f"{zone[:3]}:{zone[-2:]}" if len(zone) == 5 else zone  # noqa: PLR2004 - +0100
    text = f"{year}-{month}-{day}T{hour}:{minute}:{second or '00'}{zone}"
    datetime.fromisoformat(text)
    return text
