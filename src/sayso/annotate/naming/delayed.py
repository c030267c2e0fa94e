"""A lead's unnamed source who is named further down: "A former engineer said ... Priya Rao, who left the firm in May, said ...".

News names late: the headline and the first paragraph say what somebody is, the next says who. The first to speak by name
after them, of whom nothing was said before, is the one, if what is told of the one goes with what is told of the other.
"""

from collections.abc import Sequence

from sayso.annotate.naming.anonymity import keeps_back_a_name
from sayso.annotate.naming.capitals import words_in
from sayso.annotate.naming.figures import Figure
from sayso.annotate.naming.phrases import Form, Phrase
from sayso.annotate.naming.roles import alike, head_of, is_office
from sayso.model.document import Document
from sayso.model.entity import EntityKind

ENDS = (".", "!", "?", '"', "\u201d", "\u2019", "'")  # of a paragraph that is no headline
LONGEST = 2000  # code points; what is not over by then is no lead
MOST = 4  # paragraphs looked at for the first that is none
NEXT = 4  # sources after the unnamed one among which the named one is
BESIDE = 120  # code points from a name in which its apposition or relative clause stands
SHORTEST = 4  # letters of a word that can tie two descriptions; one in capitals may be shorter
PARTING = ("meanwhile", "separately", "elsewhere")  # with these a text turns to somebody else
Spoken = tuple[int, Phrase, Figure]


def named_later(document: Document, spoken: Sequence[Spoken]) -> dict[int, Figure]:
    """For figures of the lead, by identity, the named figures that they are; `spoken` are the sources in the order of the text."""
    end, found = lead_of(document.text), dict[int, Figure]()
    for at, (place, phrase, figure) in enumerate(spoken):
        if place >= end:
            break
        if figure.named or figure.plural or figure.kind is not EntityKind.PERSON or phrase.form is not Form.ROLE:
            continue
        if keeps_back_a_name(phrase):
            continue
        later = next((each for each in spoken[at + 1 : at + 1 + NEXT] if each[2].named and _is_person(each[2])), None)
        if (
            later is not None
            and "\n\n" in document.text[place : later[0]]
            and _is_new(later, place)
            and not turns_away(document.text, later[0])
            and _go_together(document.text, phrase, figure, later[2])
        ):
            found[id(figure)] = later[2]
    heads = {head_of(figure.roles[0]): found[id(figure)] for _, _, figure in spoken if id(figure) in found}
    for place, phrase, figure in spoken:
        if place < end and phrase.form is Form.ROLE and not figure.named and head_of(figure.roles[0]) in heads:
            found.setdefault(id(figure), heads[head_of(figure.roles[0])])
    return found


def is_bare(phrase: Phrase, figure: Figure) -> bool:
    """Whether a source brings somebody in by a full name and nothing else, as if readers had been told who it is."""
    if phrase.name is None or phrase.rest != " ".join(phrase.name.words) or len(phrase.name.words) == 1:
        return False
    return not figure.roles and figure.seen[0] == phrase.span.start and _is_person(figure)


def turns_away(text: str, place: int) -> bool:
    """Whether the paragraph turns to somebody else before a place."""
    start = text.rfind("\n\n", 0, place) + 1
    return text[start:place].lstrip().lower().startswith(PARTING)


def lead_of(text: str) -> int:
    """Where the lead of a text ends."""
    end = 0
    for _ in range(MOST):
        start, end = end, text.find("\n\n", end + 2, LONGEST)
        if end < 0:
            return min(len(text), LONGEST)
        if text[start:end].rstrip().endswith(ENDS):
            return end
    return end


def _is_person(figure: Figure) -> bool:
    return figure.kind in (EntityKind.PERSON, None) and not figure.spoken_of_as_place


def _is_new(spoken: Spoken, place: int) -> bool:
    """Whether nothing was said of the named one before the unnamed one spoke."""
    return spoken[2].seen[0] > place


def _go_together(text: str, phrase: Phrase, figure: Figure, named: Figure) -> bool:
    """Whether what is told of the one goes with what is told of the other."""
    head = head_of(phrase.words) if phrase.words else ""
    if figure.is_other_gender(named.gender):
        return False
    if not named.roles and not is_office(head):
        return True
    if any(role_head in alike(head) or head in alike(role_head) for role_head in named.heads):
        return True
    start = named.seen[0]
    told = named.tags | {word.low for word in words_in(text, start, min(len(text), start + BESIDE))}
    return any(word in told for word in phrase.rest.split() if _ties(word, phrase))


def _ties(word: str, phrase: Phrase) -> bool:
    return len(word) >= SHORTEST and word != phrase.head
