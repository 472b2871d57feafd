from __future__ import annotations

import random

import pytest

from avtalsarkiv.corpus.model import Verdict
from avtalsarkiv.ingest.quality import Look, judge, judge_text, weigh

SWEDISH = """Kommunstyrelsen beslutar att godkänna avtalet med leverantören om vägunderhåll.
Avtalet gäller från den 1 januari och kostnaden är 1 240 000 kronor per år.
Ärendet har beretts av samhällsbyggnadsnämnden, och förvaltningen föreslår bifall.
Reservationer får lämnas skriftligt senast när protokollet justeras på torsdag."""
MISREAD = SWEDISH.translate(str.maketrans("åäöÄ", "a4éA"))
ENGLISH = """The committee decided to approve the agreement with the supplier on road maintenance.
It is valid from the first of January, and the cost is 1 240 000 kronor a year.
The matter has been prepared by the administration, which proposes that it be approved."""
NORWEGIAN = "Kommunestyret vedtok at avtalen ikke skal gjelde lenger, og at det ikke er noe mer som skal til for alle."
TABLE = "\n".join(f"Post {number}    {number * 37}    {number * 1200},50    {number % 7} %" for number in range(30))
NAMES = "Närvarande\nAsta Quist\nBo Ek\nCilla Frisk\nDag Wik\nElvy Storm\nFolke Berg\nGun Palm\nHasse Lind"

SCAN = Look(covered=1.0, hidden=1.0)
BACKGROUND = Look(covered=1.0, hidden=0.0, spread=0.8)


def shifted(text: str, by: int) -> str:
    return "".join(letter if letter.isspace() else chr(ord(letter) + by) for letter in text)


def permuted(text: str) -> str:
    letters = list("abcdefghijklmnopqrstuvwxyzåäö")
    random.Random(3).shuffle(letters)
    return text.lower().translate(str.maketrans("abcdefghijklmnopqrstuvwxyzåäö", "".join(letters)))


@pytest.mark.parametrize("text", [SWEDISH, ENGLISH, NORWEGIAN, TABLE, NAMES, "Bilaga 3", "", SWEDISH + ENGLISH])
def test_text_files_that_are_whole_are_kept(text: str) -> None:
    assert judge_text(text).verdict is Verdict.KEEP


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (MISREAD, "of its words are Swedish words"),
        ("den nya planen ska antas snart och boende har fatt lamna synpunkter " * 3, "are å, ä or ö"),
        (SWEDISH.replace("ä", "\ufffd"), "stand for no letter"),
        (" ".join(SWEDISH), "stand apart"),
        (permuted(SWEDISH), "no words of any language"),
    ],
)
def test_damaged_text_files_are_to_be_repaired(text: str, reason: str) -> None:
    quality = judge_text(text)
    assert quality.verdict is Verdict.REPAIR
    assert reason in quality.reason


@pytest.mark.parametrize("look", [Look(), Look(covered=0.3), BACKGROUND])
@pytest.mark.parametrize("text", [SWEDISH, ENGLISH, TABLE])
def test_digital_pages_are_never_read_again(text: str, look: Look) -> None:
    assert judge(text, look).verdict is Verdict.KEEP


@pytest.mark.parametrize("text", [shifted(SWEDISH, 1), shifted(SWEDISH, -29), permuted(SWEDISH)])
def test_a_digital_page_in_a_font_that_does_not_tell_its_letters_is_read_again(text: str) -> None:
    assert judge(text, Look()).verdict is Verdict.REREAD


@pytest.mark.parametrize("text", [SWEDISH, ENGLISH, SWEDISH + ENGLISH])
def test_a_good_layer_under_a_scan_is_kept(text: str) -> None:
    quality = judge(text, SCAN)
    assert quality.verdict is Verdict.KEEP
    assert "under the picture" in quality.reason


@pytest.mark.parametrize("text", [MISREAD, "Inkom 2024", permuted(SWEDISH), TABLE])
def test_a_layer_under_a_scan_that_cannot_be_trusted_is_read_again(text: str) -> None:
    quality = judge(text, SCAN)
    assert quality.verdict is Verdict.REREAD
    assert quality.reason


@pytest.mark.parametrize(
    ("look", "verdict"),
    [
        (Look(covered=1.0, spread=0.1), Verdict.REREAD),
        (Look(covered=0.2, spread=0.1), Verdict.KEEP),
    ],
)
def test_a_stamp_on_a_scan_does_not_make_it_digital(look: Look, verdict: Verdict) -> None:
    assert judge("Norrbygdens kommun\nInkom 2024-03-05\nDnr KS 2024/71", look).verdict is verdict


def test_text_that_was_added_to_a_scan_in_black_and_white_does_not_make_it_digital() -> None:
    assert judge(SWEDISH, Look(covered=1.0, bilevel=True)).verdict is Verdict.REREAD


@pytest.mark.parametrize(
    ("look", "verdict"),
    [
        (Look(covered=1.0), Verdict.REREAD),
        (Look(covered=0.01), Verdict.KEEP),
        (Look(shapes=300), Verdict.REREAD),
        (Look(shapes=4), Verdict.KEEP),
        (Look(), Verdict.KEEP),
    ],
)
def test_a_page_without_text_is_blank_only_when_nothing_is_drawn_on_it(look: Look, verdict: Verdict) -> None:
    assert judge(" \n ", look).verdict is verdict


def test_names_and_foreign_lines_are_no_evidence() -> None:
    assert weigh(NAMES).words == 0
    assert weigh(ENGLISH).words == 0
    assert weigh(SWEDISH + "\n" + ENGLISH).known > 0.95
