"""Somebody whose words sound like danger is offered a way to talk; whoever speaks of other things is not."""

import pytest

from openchair.support.danger import sounds_like_danger

SOUND = (
    "I want to die tonight.",
    "i keep thinking about killing myself",
    "I don’t want to live like this, I don't want to wake up",
    "Everybody would be better off without me",
    "I took too many of my tablets an hour ago",
    "There is no point in going on",
    "I am going to end it tonight",
    "I cut myself again",
    "I can't do this any more",
    "I wish I was dead",
    "I just wanted to say goodbye to you all, for good",
    "I OVERDOSED last week and nobody knows",
    "thoughts of suicide came back",
    "I want\nto die",
)
OTHERS = (
    "I was dying to see you all again.",
    "My boss nearly killed me with that deadline.",
    "I cut myself some slack and slept in.",
    "I killed the lights and went to bed.",
    "I want to diet less and eat more.",
    "I do not want to live in that street any longer than June.",
    "I overdid it in the garden.",
    "I ended the call and walked home.",
    "My plant died, and I took it badly.",
    "She took her tablets at eight, as every day.",
    "I said goodbye to my sister at the station.",
    "It was no use going on Tuesday, they were shut.",
    "I could have died laughing.",
    "",
)


@pytest.mark.parametrize("words", SOUND)
def test_words_that_sound_like_danger_bring_an_offer(words: str) -> None:
    assert sounds_like_danger(words)


@pytest.mark.parametrize("words", OTHERS)
def test_other_words_bring_none(words: str) -> None:
    assert not sounds_like_danger(words)


def test_the_longest_text_is_looked_at_in_no_time() -> None:
    assert not sounds_like_danger("I want to " * 10_000 + "do not want to " * 10_000)
