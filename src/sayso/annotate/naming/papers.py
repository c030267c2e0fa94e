"""Papers as sources: which part of "a late July Dunmore poll published on Monday" names it, and whose word a statement is."""

from collections.abc import Sequence

from sayso.annotate.naming.capitals import Word
from sayso.annotate.naming.names import Name
from sayso.lexicons import words_of
from sayso.model.document import Span


def named_part(core: Sequence[Word], names: Sequence[Span]) -> tuple[Word | None, Word | None]:
    """From the name to the noun of a paper that goes by a name: "a late July [Dunmore/Ipsen poll] published on Monday"."""
    for index, word in enumerate(core[:-1]):
        if any(span.start <= word.start < span.end for span in names) and word.low not in words_of("classes", "months"):
            return core[index], core[-1]
    return None, None


def issuer_of(text: str, core: Sequence[Word], inside: Sequence[Name]) -> Name | None:
    """Whose word a statement is: "a statement from the Harle Works" is the works speaking."""
    after = (name for name in inside if name.span.start > core[-1].end)
    found = next(after, None)
    between = text[core[-1].end : found.span.start].split() if found else []
    return found if between[:1] in (["from"], ["by"]) and set(between[1:]) <= {"the"} else None
