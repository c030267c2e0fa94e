from sayso.relate.matching.stems import Stems


def test_endings_go_and_what_is_no_word_stays():
    stems = Stems()
    assert {stems.of(word) for word in ("closing", "closes", "closed", "close")} == {"close"}
    assert stems.of("ings" * 20) == "ings" * 20
