"""Which body or paper a noun phrase takes up: "the central bank", "the company", "the document"."""

from sayso.annotate.naming.cast import Cast, nearest
from sayso.annotate.naming.figures import Figure
from sayso.annotate.naming.nations import nation_of
from sayso.annotate.naming.phrases import Form, Phrase
from sayso.annotate.naming.roles import head_of, paper_group, same_role
from sayso.annotate.naming.scene import Scene
from sayso.annotate.naming.sorts import is_descriptive, is_own_name, sorts_of_name, sorts_of_noun
from sayso.model.entity import EntityKind

FAR = 10  # sentences; with 4 or 20 two of 443 listed attributions of evals/claimants (dev) are lost
ANY = frozenset({"company", "charity", "party", "crew"})  # what a name that tells no sort may be
NEWSPAPERS = frozenset({"paper", "journal", "publication", "report"})  # nouns of papers that may mean a newspaper
TAKING_UP = frozenset({"the", "this", "that", "his", "her"})
NEW = frozenset({"another", "second", "third", "other", "separate"})  # brings in one more of its kind


def body_meant(cast: Cast, scene: Scene, phrase: Phrase, words: tuple[str, ...]) -> Figure | None:
    """The body that a noun phrase takes up; None where it brings in a new one."""
    start, head = phrase.span.start, head_of(words)
    alike = [figure for figure in cast.by("role", head) if any(same_role(words, role) for role in figure.roles)]
    if phrase.determiner == "the" or len(words) > 1:
        alike += [figure for figure in cast.by("inside", words[-1]) if _has_all(figure, words)]
    alike = [figure for figure in alike if figure.plural == phrase.plural or figure.named]
    if alike:
        best = nearest(alike, start)
        return best if best is None or best.named or best.before(start) is not None else None
    if phrase.determiner not in TAKING_UP or not phrase.alone or not all(map(_is_loose, words[:-1])):
        return None
    tagged = [figure for figure in cast.by("tag", head) if _is_body(figure) and figure.before(start) is not None]
    sorts = frozenset[str]() if is_own_name(words[-1]) else sorts_of_noun(words[-1])
    return nearest(tagged, start) or _by_sort(scene, start, sorts)


def _is_loose(word: str) -> bool:
    return is_descriptive(word) or nation_of(word) is not None


def _has_all(figure: Figure, words: tuple[str, ...]) -> bool:
    """Whether the name of a body, with what stood beside it, has the words of a description, or leaves out what needs no saying."""
    own = {word for name in figure.names for word in name} | figure.tags
    return all(word in own or _is_loose(word) for word in words[:-1])


def _is_body(figure: Figure) -> bool:
    return figure.kind is EntityKind.ORGANISATION or figure.might_be_a_company()


def _by_sort(scene: Scene, start: int, sorts: frozenset[str]) -> Figure | None:
    """Whom "the company" means: the body of that sort that was named last, else the name of nobody known to be a person."""
    if not sorts:
        return None
    unsure: Figure | None = None
    for group in scene.back(start, FAR):
        for place, figure in reversed(group.places):
            if not _is_body(figure) or not _is_of(figure, sorts):
                continue
            if figure.kind is EntityKind.ORGANISATION or sorts_of_name(figure.names[0]):
                figure.kind = EntityKind.ORGANISATION
                return figure
            if unsure is None and (figure.speaks or group.subject) and not scene.in_content(place):
                unsure = figure
    if unsure is not None:
        unsure.kind = EntityKind.ORGANISATION
    return unsure


def _is_of(figure: Figure, sorts: frozenset[str]) -> bool:
    """Whether a named body may be of one of these sorts by its name and by what stood beside it."""
    if not figure.named or not figure.names:
        return False
    told = {sort for tag in figure.tags for sort in sorts_of_noun(tag)} or set(sorts_of_name(figure.names[0]))
    return bool((told or ANY) & sorts)


def paper_meant(cast: Cast, scene: Scene, phrase: Phrase, words: tuple[str, ...]) -> Figure | None:
    """The paper that a noun phrase takes up, or the newspaper that "the paper" means; None where it brings in a new one."""
    start, head = phrase.span.start, words[-1]
    if not phrase.definite or phrase.names_in_core or not NEW.isdisjoint(words[:-1]):
        same = [each for each in cast.by("role", head_of(words)) if any(same_role(words, role) for role in each.roles)]
        return nearest((each for each in same if each.before(start) is not None), start) if phrase.definite else None
    known = [
        figure
        for word in paper_group(head)
        for figure in cast.by("role", word)
        if figure.form is Form.PAPER and figure.before(start) is not None
    ]
    if head in NEWSPAPERS and phrase.alone:
        outlet = _by_sort(scene, start, frozenset({"paper"}))
        known += [outlet] if outlet is not None else []
    return nearest(known, start)
