import pytest
from training.attributions.marked import MarkingError, as_passage, marked_examples, marked_files, read_marked

BODY = "{1s The mayor} {1q said} {1c that {2s engineers} {2q feared} {2c a flood}}. {3c “Go,”} {3s she} {3q added}, {3c “now.”}"


def test_marks_become_spans_of_the_text_without_them():
    passage = as_passage("ford", BODY)
    assert passage.text == "The mayor said that engineers feared a flood. “Go,” she added, “now.”"
    read = [
        [[passage.text[start:end] for start, end in spans] for spans in (each.source, each.cue, each.content)]
        for each in passage.attributions
    ]
    assert read == [
        [["The mayor"], ["said"], ["that engineers feared a flood"]],
        [["engineers"], ["feared"], ["a flood"]],
        [["she"], ["added"], ["“Go,”", "“now.”"]],
    ]
    assert [each.nested for each in passage.attributions] == [False, True, False]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("{1s He} {1q said} {1c it.", "not closed"),
        ("{1s He} {1q said} so.", "no content"),
        ("He {said} so.", "opens or closes nothing"),
        ("{1s He} {1q said} {1c  it}.", "white space"),
        ("{1s He} {1q sai}d {1c it}.", "inside a word"),
    ],
)
def test_wrong_marks_are_named_with_their_passage(body, expected):
    with pytest.raises(MarkingError, match=rf"ford: .*{expected}"):
        as_passage("ford", body)


def test_a_wrong_passage_does_not_hide_the_next(tmp_path):
    path = tmp_path / "two.txt"
    path.write_text("== bad\n{1q said}\n\n== good\n{1q Said} {1c no}.\n", encoding="utf-8")
    bad, good = read_marked([path])
    assert isinstance(bad, MarkingError)
    assert good.name == "two/good"


def test_every_passage_is_sound_and_knows_what_stands_inside_what():
    names = [each.name for each in read_marked(marked_files())]
    examples = list(marked_examples())
    assert [each.name for each in examples] == names
    assert len(set(names)) == len(names)
    assert all(each.complete for each in examples)
    assert any(gold.nested for each in examples for gold in each.golds)
