import pytest

from sayso.annotate.quotations import find_quotations
from sayso.annotate.typography.rendering import Rendering
from sayso.model.attribution import QuoteType
from sayso.model.document import Document


def type_of(text, cue, *content):
    document = Document(text=text)

    def spans(*phrases):
        return [document.span(text.index(each), text.index(each) + len(each)) for each in phrases]

    return Rendering.of(find_quotations(document)).quote_type(spans(cue), spans(*content))


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        ("“It is shut,” Ann said.", ["“It is shut,”"], QuoteType.DIRECT),
        ("“It is,” Ann said, “shut.”", ["“It is,”", "“shut.”"], QuoteType.DIRECT),
        ("Ann said it was “shut for good”.", ["it was “shut for good”"], QuoteType.MIXED),
        ("Ann said it was shut.", ["it was shut"], QuoteType.INDIRECT),
        ("“Old” Ann said it was shut.", ["it was shut"], QuoteType.INDIRECT),
    ],
)
def test_a_type_says_how_much_stands_inside_marks(text, content, expected):
    assert type_of(text, "said", *content) is expected


def test_marks_around_the_cue_too_do_not_count():
    text = "“Bo told me the road was shut and that it was ‘no use’,” Ann said."
    assert type_of(text, "told", "the road was shut") is QuoteType.INDIRECT
    assert type_of(text, "told", "that it was ‘no use’") is QuoteType.MIXED
    assert type_of(text, "told", "‘no use’") is QuoteType.DIRECT
    assert type_of(text, "said", text[: text.index(" Ann")]) is QuoteType.DIRECT
