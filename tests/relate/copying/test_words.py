from sayso.relate.copying.fingerprints import fingerprint
from sayso.relate.copying.words import words_of


def test_words_are_folded_and_keep_their_places():
    words = words_of("Die STRASSE – die Straße, 2½ km; “ok”")
    assert words.folded[1] == words.folded[3] == "strasse"
    assert (words.starts[1], words.ends[1]) == (4, 11)


def test_scripts_without_spaces_are_taken_by_the_character():
    assert words_of("船が着いた and ไป").folded == ("船", "が", "着", "い", "た", "and", "ไ", "ป")


def test_a_quarter_of_the_runs_is_kept_and_the_same_ones_in_every_text():
    text = " ".join(f"w{number * number % 997}x{number}" for number in range(4000))
    whole, half = fingerprint(words_of(text)), fingerprint(words_of(" ".join(text.split()[:2000])))
    assert set(half) < set(whole)
    assert 850 < len(whole) < 1150
    assert all(0 <= key < 2**62 for key in whole)


def test_short_texts_have_one_key_and_empty_ones_none():
    assert len(fingerprint(words_of("Rain, again."))) == 1
    assert fingerprint(words_of("Rain, again.")) == fingerprint(words_of("rain again"))
    assert not fingerprint(words_of(" … "))
