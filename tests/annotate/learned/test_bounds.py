from dataclasses import replace

import pytest

from sayso.annotate.learned.bounds import at_home, behind_others, to_clauses, to_marks, to_predicates
from sayso.annotate.learned.finding import Finding
from sayso.annotate.learned.tokens import Tokens, split_tokens
from sayso.annotate.reporting.ranges import joined
from sayso.annotate.reporting.words import split_words
from sayso.annotate.sentences import find_sentences
from sayso.model.attribution import CueKind
from sayso.model.document import Document


def finding(source, cue, content):
    return Finding(tuple(source), cue, tuple(content), CueKind.SPEECH, True, (1.0, 1.0, 1.0))


def tokens(count, paragraphs):
    empty = [0] * count
    return Tokens(["x"] * count, empty, empty, empty, empty, empty, empty, paragraphs, paragraphs)


def home(found, paragraphs=(0, 10, 20)):
    kept = at_home(found, tokens(30, list(paragraphs)))
    return kept.source, kept.content


def test_what_stands_in_another_paragraph_is_left_out_where_there_is_some_in_the_cue_s_own():
    assert home(finding([(8, 9), (11, 12)], (12, 13), [(13, 18), (22, 25)])) == (((11, 12),), ((13, 18),))


def test_a_span_is_cut_where_its_paragraph_ends():
    assert home(finding([(2, 3)], (3, 4), [(4, 13)])) == (((2, 3),), ((4, 10),))


def test_without_any_in_its_own_paragraph_the_nearest_counts_and_the_later_of_two():
    assert home(finding([], (12, 13), [(2, 5), (22, 25)])) == ((), ((22, 25),))
    assert home(finding([], (25, 26), [(2, 5), (12, 15)])) == ((), ((12, 15),))


def test_a_content_that_takes_one_end_of_a_quotation_takes_all_of_it():
    quotations = [(2, 9), (12, 20)]
    assert to_marks(finding([], (10, 11), [(2, 5)]), quotations).content == ((2, 9),)
    assert to_marks(finding([], (10, 11), [(5, 9), (13, 16)]), quotations).content == ((2, 9), (12, 20))
    assert to_marks(finding([], (10, 11), [(0, 4)]), quotations).content == ((0, 9),)


def test_a_content_inside_a_quotation_or_beside_its_own_cue_in_it_stays():
    quotations = [(2, 9)]
    assert to_marks(finding([], (10, 11), [(5, 7)]), quotations).content == ((5, 7),)
    assert to_marks(finding([], (4, 5), [(5, 9)]), quotations).content == ((5, 9),)
    assert to_marks(finding([], (10, 11), [(11, 14)]), quotations).content == ((11, 14),)


def test_two_parts_that_take_one_quotation_take_it_once():
    assert to_marks(finding([], (10, 11), [(2, 4), (6, 9)]), [(2, 9)]).content == ((2, 9),)


def test_spans_that_touch_or_overlap_are_one():
    assert joined([(0, 2), (2, 4), (5, 6)]) == ((0, 4), (5, 6))
    assert joined([(3, 8), (0, 5), (9, 9)]) == ((0, 8),)


SENTENCE = "Holm said the mill had closed , which she called a mistake , and that the ferry would run ."


def cut(findings, sentence=SENTENCE, quoted=0):
    words = sentence.split()
    return to_clauses(findings, replace(tokens(len(words), [0]), texts=words, quoted=[quoted] * len(words)))


SAID, CALLED = finding([(0, 1)], (1, 2), [(2, 12)]), replace(finding([(8, 9)], (9, 10), [(10, 12)]), outer=False)


def test_a_content_ends_where_the_narrator_goes_on_to_say_who_said_that():
    said, called = cut([SAID, CALLED])
    assert said.content == ((2, 6),)
    assert (called.content, called.outer) == (((10, 12),), True)
    assert [each.content for each in cut([CALLED, SAID])] == [((10, 12),), ((2, 6),)]


def test_a_clause_inside_a_quotation_or_without_a_comma_is_part_of_the_content():
    assert cut([SAID, CALLED], quoted=2) == [SAID, CALLED]
    assert cut([SAID, CALLED], SENTENCE.replace("closed , which", "closed down which")) == [SAID, CALLED]


def test_a_content_that_ends_before_the_clause_or_begins_in_it_stays():
    before, within = finding([(0, 1)], (1, 2), [(2, 6)]), finding([(8, 9)], (9, 10), [(8, 12)])
    assert cut([before, CALLED, within])[0] == before
    assert cut([before, CALLED, within])[2] == within


def test_a_content_ends_at_a_semicolon_behind_which_another_speaks():
    sentence = "Holm said the mill had closed ; the council denied that and left"
    said, denied = cut([finding([(0, 1)], (1, 2), [(2, 12)]), finding([(7, 9)], (9, 10), [(10, 11)])], sentence)
    assert (said.content, denied.content) == (((2, 6),), ((10, 11),))
    assert cut([said, replace(denied, source=())], sentence)[0] == said
    listed = finding([(0, 1)], (1, 2), [(2, 12)])
    assert cut([listed], sentence) == [listed]


def behind(findings, sentence):
    words = sentence.split()
    return behind_others(findings, replace(tokens(len(words), [0]), texts=words, quoted=[0] * len(words)))


def test_a_content_behind_another_s_cue_begins_there():
    sentence = "a raid was made , Kyiv said , in which a missile crossed the border , according to Warsaw ."
    kyiv, warsaw = finding([(5, 6)], (6, 7), [(0, 4)]), finding([(17, 18)], (15, 17), [(0, 14)])
    assert [each.content for each in behind([kyiv, warsaw], sentence)] == [((0, 4),), ((8, 14),)]
    nested = replace(kyiv, outer=False)
    assert [each.outer for each in behind([nested, warsaw], sentence)] == [True, True]


def test_what_another_says_according_to_somebody_stays_whole():
    sentence = "it rained , the mayor said , according to the radio ."
    said, told = finding([(3, 5)], (5, 6), [(0, 2)]), finding([(9, 11)], (7, 9), [(0, 6)])
    assert behind([said, told], sentence) == [said, told]
    before = finding([(0, 1)], (1, 2), [(2, 6)])
    assert behind([before, told], sentence) == [before, told]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("It rained. The mayor's warning that bread would run out emptied the shops", "that bread would run out"),
        ("The suspicion among neighbours that the fire was set has not faded", "that the fire was set"),
        ("Reports that the bridge had closed were false", "that the bridge had closed"),
        ("His claim that the mill, a ruin, was sold, is false", "that the mill, a ruin, was sold"),
        ("The mayor's warning that bread would run out", "that bread would run out"),
        ("Trump charges that whoever wins has cheated", "that whoever wins has cheated"),
        ("The paper reports that the bridge had closed when it rained", None),
        ("It made the claim that the mill was sold because it was bare", None),
        ("Contrary to his claim that the mill was sold nobody was paid", None),
    ],
)
def test_what_a_noun_says_ends_where_something_is_said_of_the_noun(text, kept):
    document = Document(text=f"{text}.")
    sentences = find_sentences(document)
    split, words = split_tokens(document, sentences, ()), split_words(document.text, ())
    that = split.texts.index("that")
    cue = max(at for at, word in enumerate(split.texts[:that]) if word.lower() in NOUNS)
    (found,) = to_predicates([finding([], (cue, cue + 1), [(that, len(split.texts) - 1)])], split, words)
    ((low, high),) = found.content
    whole = text[text.index("that") :]
    assert document.text[split.starts[low] : split.ends[high - 1]] == (kept or whole)


NOUNS = {"warning", "suspicion", "reports", "claim", "charges"}
