"""Where a snippet begins and ends."""

from __future__ import annotations

import pytest

from avtalsarkiv.index.showing.fragments import WIDTH
from avtalsarkiv.tests.index.showing.asked import shown

LINE = "Här står det om andra saker som ingen har frågat efter i kväll. "
HEAD = "NORRBY KOMMUN\nProtokoll\n2024-02-11\n12 (40)\n\n"


@pytest.mark.parametrize(
    ("text", "beginning"),
    [
        (LINE * 9 + "Bolaget ska underhålla simhallen väl. " + LINE * 9, "Bolaget ska"),
        ("rad utan slut " * 30 + "\n§ 7 Taxa för simhallen. " + LINE * 9, "§ 7 Taxa"),
        (LINE * 9 + "Bl.a. Norrby simhall. " + LINE * 9, "Bl.a. Norrby"),
        (LINE * 9 + "Sist i texten nämns simhallen.", "Här står"),
    ],
)
def test_it_begins_with_a_sentence_or_a_line(text: str, beginning: str) -> None:
    assert shown(text, "simhall").text.startswith(beginning)


def test_words_that_stand_together_are_better_than_words_apart() -> None:
    text = f"Avtalet gäller. {'x ' * 90} Om simhallen. {LINE * 9} Nytt avtal om simhallen."
    assert shown(text, "avtal simhall").text.endswith("Nytt avtal om simhallen.")


def test_a_word_itself_is_better_than_one_that_it_is_part_of() -> None:
    text = f"Samverkansavtalet gäller. {LINE * 9} Nytt avtal nu. {LINE * 9}"
    assert shown(text, "avtal").text.startswith("Nytt avtal")


def test_a_page_of_which_only_the_title_answers_is_shown_from_where_its_text_runs() -> None:
    found = shown(HEAD + LINE * 9, "hyresavtal")
    assert (found.text[:12], found.marks, found.spans) == ("Här står det", (), ())
    assert len(found.text) <= WIDTH


def test_a_page_without_running_text_is_shown_from_its_beginning() -> None:
    assert shown(HEAD, "hyresavtal").text == " ".join(HEAD.split())
