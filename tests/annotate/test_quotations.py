from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.quotations import find_quotations
from sayso.model.document import Document


def quoted(text):
    return [each.span.text for each in find_quotations(Document(text=text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"The dam holds," she said.', ['"The dam holds,"']),
        ("“The dam holds,” she said.", ["“The dam holds,”"]),
        ("„Der Damm hält“, sagte sie.", ["„Der Damm hält“"]),
        ("«Le barrage tient», dit-elle.", ["«Le barrage tient»"]),
        ("« Le barrage tient », dit-elle.", ["« Le barrage tient »"]),
        ("»Der Damm hält«, sagte sie.", ["»Der Damm hält«"]),
        ("''The dam holds,'' she said.", ["''The dam holds,''"]),
        ("``The dam holds,'' she said.", ["``The dam holds,''"]),
        ("‘The dam holds,’ she said.", ["‘The dam holds,’"]),
        ("'The dam holds,' she said.", ["'The dam holds,'"]),
        ('"The dam holds,” she said.', ['"The dam holds,”']),
        ("“The dam holds“ and “leaks”.", ["“The dam holds“", "“leaks”"]),
    ],
)
def test_every_kind_of_mark_opens_and_closes(text, expected):
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It wasn’t the crew’s fault, nor the pilots’ fault.",
        "It wasn't the crew's fault, nor the pilots' fault.",
        "The ’90s were loud; the '80s too.",
        "Rock 'n' roll, 'tis said, never died.",
        "The keeper stands 6'2\" in his boots.",
        'A row of “” and "" and «».',
    ],
)
def test_apostrophes_inches_and_empty_marks_are_no_quotations(text):
    assert quoted(text) == []


def test_a_single_quoted_quotation_holds_apostrophes_and_plural_possessives():
    assert quoted("‘It wasn’t the crews’ fault,’ said Ada Quill. ‘It’s ours.’") == [
        "‘It wasn’t the crews’ fault,’",
        "‘It’s ours.’",
    ]


def test_inches_inside_a_quotation_do_not_close_it():
    assert quoted('"The board is 5" wide," he said.') == ['"The board is 5" wide,"']


def test_nested_quotations_have_their_depth():
    found = find_quotations(Document(text="“He told me, ‘Turn back,’ and left,” she said."))
    assert [(each.span.text, each.depth) for each in found] == [
        ("“He told me, ‘Turn back,’ and left,”", 1),
        ("‘Turn back,’", 2),
    ]


def test_a_quotation_that_reopens_at_each_paragraph_continues():
    found = find_quotations(Document(text="“We left.\n\n“Nobody followed.\n\n“It rained,” said Ada Quill. “Hard.”"))
    assert [(each.closed, each.continues) for each in found] == [
        (False, False),
        (False, True),
        (True, True),
        (True, False),
    ]


def test_an_unclosed_quotation_ends_with_its_paragraph():
    found = find_quotations(Document(text="“We left, said Ada.\n\nThe road is “closed”."))
    assert [(each.span.text, each.closed) for each in found] == [("“We left, said Ada.", False), ("“closed”", True)]


def test_an_unclosed_quotation_ends_where_the_next_opens():
    found = find_quotations(Document(text="“We left, he said. “Nobody came,” said Ada."))
    assert [(each.span.text, each.closed) for each in found] == [
        ("“We left, he said.", False),
        ("“Nobody came,”", True),
    ]


def test_three_thousand_opening_marks_hide_nothing_after_them():
    assert quoted("“" * 3000 + "\n\n“We will rebuild,” said Ada Quill.") == ["“We will rebuild,”"]


@given(st.text(st.sampled_from("ab .,\n\r\"'“”‘’„«»‹›`\0\ud800\u202e5s"), max_size=80))
def test_on_any_text_marks_stand_around_what_is_quoted_and_outer_ones_never_overlap(text):
    found = find_quotations(Document(text=text))
    outer = [each for each in found if each.depth == 1]
    assert all(each.span.covers(each.inner) for each in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(outer))
    assert all("\n" not in each.inner.text for each in found) or "\n" in text
