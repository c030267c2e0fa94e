"""Names that say by their form what they name: with a word for an area, a road or a water, or as an abbreviation."""

from collections.abc import Mapping, Sequence

from sayso.annotate.placing.folding import AREA, plain
from sayso.annotate.placing.lines import AREA_TYPES, STREETS, WATERS, Line, Spot, follows, shortened
from sayso.annotate.placing.listed import abbreviations
from sayso.lexicons import lexicon, words_of
from sayso.model.document import Document
from sayso.model.world import Precision
from sayso.ports.gazetteer import Known, Naming

ABBREVIATED = {"co": "county"}  # with a dot: "Loudon Co."
SECOND = words_of("places.types", "level_admin2")
LISTED = frozenset({", ", " and ", ", and ", " or "})


def beside_a_type(document: Document, line: Line, first: int, last: int, key: str) -> Spot:
    """A stretch as a spot, with the word in lower case beside it that says what it names."""
    span = document.span(line.words[first].start, line.words[last].end)
    type_, area = _type_beside(document.text, line, first, last, key)
    return Spot(span=span, line=line, first=first, last=last, key=key, type=type_, area=area)


def _type_beside(text: str, line: Line, first: int, last: int, key: str) -> tuple[str, str]:
    """The word in lower case that says what is named: "Donetsk region", "the province of Aleppo"."""
    words = line.words
    if (
        last + 1 < len(words)
        and words[last + 1].text in AREA_TYPES
        and text[words[last].end : words[last + 1].start] == " "
    ):
        return words[last + 1].low, AREA + key
    if first > 1 and words[first - 1].low == "of" and words[first - 2].low in AREA_TYPES:
        return words[first - 2].low, AREA + key
    return "", ""


def with_a_type(document: Document, line: Line, first: int, last: int, has: frozenset[str]) -> Spot | None:
    """A stretch of which the last word says what it names: "Licking County", "Fourth Street", "Catawba River"."""
    words, low = line.words, line.words[last].low
    if (
        last == first
        or words[first].low == "the"
        or not line.capitals[last - 1]
        or not _is_type(document.text, line, first, last)
    ):
        return None
    start, end, text = words[first].start, words[last].end, document.text
    key = plain(text[start:end])
    named = low in AREA_TYPES or low in ABBREVIATED
    if text[end : end + 1] == "." and (low in shortened() or low in ABBREVIATED):
        end += 1
    type_ = ABBREVIATED.get(low, low)
    return Spot(
        span=document.span(start, end),
        line=line,
        first=first,
        last=last,
        key=key if low not in ABBREVIATED else plain(text[start : words[last - 1].end]) + type_,
        area=AREA + plain(text[start : words[last - 1].end]) if named else "",
        type=type_,
        known=named or key in has,
    )


def _is_type(text: str, line: Line, first: int, last: int) -> bool:
    """Whether the last word of a stretch says what the rest names."""
    words, low = line.words, line.words[last].low
    inner = line.runs[last][1] != last or (last + 1 < len(words) and words[last + 1].low == "of")
    if low in AREA_TYPES:
        return not (inner and low in words_of("places.types", "of_bodies"))
    if low in ABBREVIATED:
        return text[words[last].end : words[last].end + 1] == "."
    if low in WATERS:
        return all(line.capitals[first : last + 1])
    goes_on = last + 1 < len(words) and line.capitals[last + 1] and follows(text, words, last + 1)
    return low in STREETS and all(line.capitals[first : last + 1]) and not goes_on


def with_a_number(document: Document, line: Line, index: int) -> Spot | None:
    """A road by its number: "Highway 19", "Interstate 45"."""
    words = line.words
    if (
        index + 1 >= len(words)
        or words[index].low not in words_of("places.types", "numbered")
        or not words[index + 1].text[0].isdigit()
    ):
        return None
    span = document.span(words[index].start, words[index + 1].end)
    return Spot(span=span, line=line, first=index, last=index + 1, key=plain(span.text), type="highway", known=False)


def abbreviated(document: Document, line: Line, index: int) -> Spot | None:
    """An abbreviation of a place that begins here: "W.Va.", behind a town and a comma also "OH"."""
    words, text = line.words, document.text
    anywhere, after_a_town = abbreviations()
    behind = index > 0 and line.capitals[index - 1] and text[words[index - 1].end : words[index].start] in {", ", "., "}
    start = words[index].start
    for last in range(min(len(words), index + 2) - 1, index - 1, -1):
        for end in (min(words[last].end + 1, len(text)), words[last].end):
            written = text[start:end]
            short = anywhere.get(written) or (after_a_town.get(written) if behind else None)
            if short is not None:
                return Spot(
                    span=document.span(start, end), line=line, first=index, last=last, key=plain(written), short=short
                )
    return None


def share_types(text: str, spots: Sequence[Spot], known: Mapping[str, Sequence[Known]]) -> None:
    """Give each name of "Harris, Muscogee and Talbot counties" the type that they share, but not Ohio before them."""
    plurals = lexicon("places.types")["plurals"]
    type_ = ""
    for index in range(len(spots) - 1, -1, -1):
        spot = spots[index]
        following = spot.line.words[spot.last + 1 : spot.last + 2]
        if following and following[0].low in plurals and text[spot.span.end : following[0].start] == " ":
            type_ = plurals[following[0].low]
        elif (
            type_ in SECOND
            and any(
                each.place.precision is Precision.ADMIN1 and each.naming is Naming.MAIN
                for each in known.get(spot.key, ())
            )
        ) or (
            index + 1 < len(spots)
            and (
                spots[index + 1].line is not spot.line
                or text[spot.span.end : spots[index + 1].span.start] not in LISTED
            )
        ):
            type_ = ""
        if type_ and not spot.type and spot.short is None:
            spot.type, spot.area = type_, AREA + spot.key
