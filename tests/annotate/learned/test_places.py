from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.learned.places import Places
from sayso.model.document import Document

TEXT = Document(text="x" * 60)
SPANS = st.tuples(st.integers(0, 50), st.integers(1, 9)).map(lambda pair: TEXT.span(pair[0], pair[0] + pair[1]))


@given(st.lists(SPANS, max_size=12), SPANS)
def test_those_at_a_place_are_the_ones_that_share_a_character_with_it(spans, place):
    found = list(Places.of((span, number) for number, span in enumerate(spans)).touching(place))
    assert sorted(found) == [number for number, span in enumerate(spans) if span.touches(place)]
