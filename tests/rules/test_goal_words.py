"""Test goal words: how a list of words becomes something to search with."""

from trinnvis.rules import goal_words
from trinnvis.rules.goal_words import any_of


def test_star_stands_for_any_ending_and_bare_words_are_whole():
    found = any_of("øk*|ned")
    words = ["Øker", "øk", "ned", "nede", "Unned", "søke"]
    assert [bool(found.search(word)) for word in words] == [
        True,
        True,
        True,
        False,
        False,
        False,
    ]


def test_the_longest_phrase_is_found_first():
    assert any_of("ta|ta vare på").search("Vi skal ta vare  på alle")[0] == (
        "ta vare  på"
    )


def test_no_list_says_a_word_twice():
    lists = {
        name: words.split("|")
        for name, words in vars(goal_words).items()
        if name.isupper() and isinstance(words, str)
    }
    twice = {
        name: sorted({word for word in words if words.count(word) > 1})
        for name, words in lists.items()
    }
    assert {name: words for name, words in twice.items() if words} == {}
