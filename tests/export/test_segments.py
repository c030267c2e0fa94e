import time

from hypothesis import given
from hypothesis import strategies as st

from sayso.export.segments import Layer, Mark, Segment, flatten, innermost

LENGTH = 30
MARKS = st.lists(
    st.builds(Mark, st.integers(0, LENGTH), st.integers(0, LENGTH), st.sampled_from(Layer)), max_size=12
).map(lambda marks: [mark for mark in marks if mark.start <= mark.end])
CUTS = st.lists(st.integers(0, LENGTH), max_size=4)


@given(MARKS, CUTS)
def test_segments_tile_the_text(marks, cuts):
    segments = flatten(marks, cuts, LENGTH)
    assert [0, *(each.end for each in segments)] == [*(each.start for each in segments), LENGTH]
    assert set(cuts) <= {each.start for each in segments} | {LENGTH}


@given(MARKS, CUTS)
def test_every_character_wears_exactly_the_layers_whose_marks_cover_it(marks, cuts):
    for segment in flatten(marks, cuts, LENGTH):
        for place in range(segment.start, segment.end):
            assert set(segment.layers) == {mark.layer for mark in marks if mark.start <= place < mark.end}


@given(MARKS)
def test_every_mark_opens_once_and_closes_once(marks):
    segments = flatten(marks, (), LENGTH)
    real = sorted(mark.layer for mark in marks if mark.start < mark.end)
    assert sorted(layer for segment in segments for layer in segment.opens) == real
    assert sorted(layer for segment in segments for layer in segment.closes) == real


@given(MARKS)
def test_of_the_marks_of_one_layer_a_segment_has_the_one_that_began_last(marks):
    for segment in flatten(marks, (), LENGTH):
        for held in segment.marks:
            over = [mark for mark in marks if mark.layer is held.layer and mark.start <= segment.start < mark.end]
            assert held == max(over, key=lambda mark: (mark.start, -mark.end))


def test_an_empty_text_has_no_segments():
    assert flatten([Mark(0, 0, Layer.CUE)], [0], 0) == ()


def test_the_longer_of_two_marks_that_begin_together_opens_first():
    short, long = Mark(0, 2, Layer.DIRECT), Mark(0, 5, Layer.INDIRECT)
    (first, second) = flatten([short, long], (), 5)
    assert first == Segment(0, 2, (short, long), (Layer.INDIRECT, Layer.DIRECT), (Layer.DIRECT,))
    assert innermost(first.opens, frozenset({Layer.DIRECT, Layer.INDIRECT})) is Layer.DIRECT
    assert second.layers == (Layer.INDIRECT,)


def test_ten_thousand_marks_inside_each_other_do_not_hang():
    marks = [Mark(each, 40_000 - each, Layer.INDIRECT) for each in range(10_000)]
    started = time.perf_counter()
    segments = flatten(marks, (), 40_000)
    assert len(segments) == 19_999
    assert time.perf_counter() - started < 5
