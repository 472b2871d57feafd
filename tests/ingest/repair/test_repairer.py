"""Damaged Swedish is restored, and everything else stays as it is to the last character."""

from __future__ import annotations

import random
import re
import unicodedata
from itertools import pairwise
from typing import Final

import pytest

from avtalsarkiv.bench.misreading import own_texts
from avtalsarkiv.corpus.model import PAGE_BREAK, Known, Origin, Repair, Standing
from avtalsarkiv.corpus.repaired import as_repaired
from avtalsarkiv.ingest.repair.repairer import repair_pages
from avtalsarkiv.tests.restored import NOTHING, all_restored, pages, repairs, restored

DAMAGED: Final = (
    "Kommunstyrelsen beslutar att bifalla férslaget fran nimnden om nya riktlinjer for vagar och broar.\n"
    "Arendet har beretts av den tillférordnade férvaltningschefen, som féredrar det p& motet.\n\n"
    "Regionala utveck-\nlingsndmnden 4r skyldig att folja upp atgarderna inom tre ar och lamna en redogérelse.\n"
)
CLEAN: Final = (
    "Avtalet gäller från och med den 1 mars 2019. Om någon av parterna åsidosätter sina åligganden får den andra häva "
    "det.\n\nKommunen svarar för snöröjning på gång- och cykelvägar, även under helger; ersättning utgår med 450 kr/h."
)
ENGLISH: Final = (
    "The municipality shall provide the partners with all information that is needed to carry out the project. "
    "Costs that arise after the end of the term are borne by the lead partner unless otherwise agreed in writing."
)
TABLE: Final = (
    "Konto   2021    2022    2023\n"
    "4010   1 240   1 310   1 450\n"
    "5020     980   1 005     -12\n"
    "6110  12 400  11 310  10 450\n"
)
SEEDS: Final = range(30)
MOST_HARM: Final = 5_000
"""Words of which one may be changed; docs/quality.md has what was measured on more text."""


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("Region Jimtland Hirjedalen", "Region Jämtland Härjedalen"),
        ("Ostersunds kommun f6r 100.000 kr per &r", "Östersunds kommun för 100.000 kr per år"),
        ("Beslutet fattades av nimnden under motet.", "Beslutet fattades av nämnden under mötet."),
        ("Ndmnden beslutar fér sin del att godkinna den.", "Nämnden beslutar för sin del att godkänna den."),
        ("Hur manga ar det som gar pa motet i ar?", "Hur många är det som går på mötet i år?"),
        ("Vigen gar éver fjillet till sjén.", "Vägen går över fjället till sjön."),
        ("Arbetet med atgirdsplanen paborjas efter semestern.", "Arbetet med åtgärdsplanen påbörjas efter semestern."),
        (
            "Parterna skall trdffas varje ar fér att gé igenom det.",
            "Parterna skall träffas varje år för att gå igenom det.",
        ),
    ],
)
def test_lost_letters_come_back(seen: str, meant: str) -> None:
    assert restored(seen) == meant


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("Skoterledsnamnden har fatt yttra sig.", "Skoterledsnämnden har fått yttra sig."),
        ("Fjallraddningsradet har fatt yttra sig f6rst.", "Fjällräddningsrådet har fått yttra sig först."),
        (
            "En langtidsprognos fér barnomsorgskéerna ar pa gang.",
            "En långtidsprognos för barnomsorgsköerna är på gång.",
        ),
    ],
)
def test_words_that_no_list_holds_come_back(seen: str, meant: str) -> None:
    assert restored(seen) == meant


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("KOMMUNSTYRELSEN PA SAMMANTRADET I OSTERSUND", "KOMMUNSTYRELSEN PÅ SAMMANTRÄDET I ÖSTERSUND"),
        ("Arendet avslutas. Ovriga fragor tas upp senare.", "Ärendet avslutas. Övriga frågor tas upp senare."),
        (
            "Om  atgarder\n\tfér vagen\r\n och bron fran Ostra sidan.",
            "Om  åtgärder\n\tför vägen\r\n och bron från Östra sidan.",
        ),
        ("Nu ska utveck-\nlingsndmnden f4 héras.", "Nu ska utveck-\nlingsnämnden få höras."),
        ("Nu ska miljo- och\nbyggndmnden f4 héras.", "Nu ska miljö- och\nbyggnämnden få höras."),
    ],
)
def test_case_and_lines_stay(seen: str, meant: str) -> None:
    assert restored(seen) == meant


@pytest.mark.parametrize(
    "kept",
    [
        "registrator@fjallkusten.se",
        "https://www.fjallkusten.se/arenden?namn=ostra",
        "www.sodra-halsan.se",
        "Dnr KS 2024/117",
        "RUN/412/2021",
        "A4-3307B",
        "mvh",
        "pga",
        "556012-3456",
        "1 240,50",
        "KS",
        "SJVP",
        "BR och EU",
        "450 kr/h",
        "12:30-14:00",
    ],
)
def test_what_is_no_word_stays_in_damaged_text(kept: str) -> None:
    assert f" {kept} " in restored(
        f"Namnden har fatt en handling, {kept} , fran lansstyrelsen fér kannedom och atgard."
    )


@pytest.mark.parametrize(
    "text", [ENGLISH, CLEAN, TABLE, "Snö & Sand AB levererar på ön. Öppet året om.", "Gran & Tall AB"]
)
def test_undamaged_text_stays(text: str) -> None:
    assert repairs(text) == ()


def test_english_stays_in_a_damaged_document() -> None:
    assert ENGLISH in restored(f"{DAMAGED}\n\n{ENGLISH}\n\n{DAMAGED}")


@pytest.mark.parametrize("kept", ["Snö & Sand AB", "Gran & Tall"])
def test_an_ampersand_between_names_stays(kept: str) -> None:
    assert kept in restored(f"{DAMAGED} Entreprenéren {kept} utfér sn6réjning p& vagarna.")


def test_a_bar_is_an_i() -> None:
    assert (
        restored("| kommunen finns manga féretag.\n| ar 4r det fler.")
        == "I kommunen finns många företag.\nI år är det fler."
    )


@pytest.mark.parametrize("surname", ["Ekfors", "Nhoo", "Dragic"])
def test_names_of_people_are_not_changed_by_likeness_alone(surname: str) -> None:
    assert f"Maria {surname}" in restored(f"{DAMAGED}\nOrdférande 4r Maria {surname}, som féredrog arendet.")


def names(found: tuple[Repair, ...], seen: str) -> list[tuple[str, Standing]]:
    return [(repair.meant, repair.standing) for repair in found if repair.seen == seen]


def test_a_name_that_may_be_two_awaits_a_decision() -> None:
    text = f"{DAMAGED}\nProtokollet justeras av Hakan Ekfors, fér nimnden."
    assert all(standing is Standing.SUGGESTED for _, standing in names(repairs(text), "Hakan"))


def test_a_name_is_repaired_that_the_archive_has_right() -> None:
    text = f"{DAMAGED}\nProtokollet justeras av Hakan Ekfors, fér nimnden."
    assert names(repairs(text, Known(names=frozenset({"Håkan"}))), "Hakan") == [("Håkan", Standing.MADE)]


def test_a_name_is_repaired_that_the_document_has_right() -> None:
    texts = [
        "Närvarande: Håkan Ekfors, ordförande, och övriga ledamöter på plats i Östersund.",
        f"{DAMAGED} Hakan Ekfors foredrar.",
    ]
    assert "Håkan Ekfors föredrar" in all_restored(texts)[1]


def test_words_of_the_archive_are_known() -> None:
    text = f"{DAMAGED}\nStugan Snorrabo ligger vid sjon."
    assert "Snörrabo" in restored(text, Known(words=frozenset({"Snörrabo"})))


def test_a_clean_page_after_a_damaged_one_is_left_alone() -> None:
    assert all_restored([DAMAGED * 3, CLEAN])[1] == CLEAN


def test_the_damaged_half_of_a_page_is_restored() -> None:
    clean, damaged = f"{CLEAN}\n\n" * 3, DAMAGED * 2
    found = repairs(clean + damaged)
    assert {repair.start > len(clean) for repair in found if repair.standing is Standing.MADE} == {True}
    assert "utveck-\nlingsnämnden" in as_repaired(clean + damaged, found).text


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \t\r\n\f\n ",
        "".join(map(chr, range(32))),
        "a" * 1_000_000,
        "f6r 4r p& " + "n4" * 100_000,
        "7" * 200_000,
        "1 2 " * 50_000,
        "a.b" * 3_000,
        "\n" * 100_000,
        "-|&" * 30_000,
        "الاتفاقية بين الطرفين " * 500,
        "η συμφωνία μεταξύ ΤΩΝ ΜΕΡΏΝ ᾛ " * 500,
        "双方协议如下。" * 2_000,
        "🙂👍🏽" * 5_000,
        "a\u0308\u200b\u2028\ufeff" * 2_000,
        unicodedata.normalize("NFD", CLEAN),
    ],
    ids=lambda text: ascii(text[:8]),
)
def test_whatever_it_is_nothing_of_it_is_lost(text: str) -> None:
    for found in repair_pages(pages(text), NOTHING):
        assert undone(text, found) == text


def test_words_with_loose_accents_and_of_other_scripts_stay() -> None:
    text = unicodedata.normalize("NFD", "Nämnden möts på ön. ") + "η συμφωνία ᾛλιος Ωmega"
    assert restored(text + DAMAGED).startswith(text)


@pytest.mark.parametrize("seed", SEEDS)
def test_repairs_lie_in_order_over_what_is_seen(seed: int) -> None:
    text = hurt(f"{CLEAN}\n\n{DAMAGED}\f{TABLE}\n{ENGLISH}", random.Random(seed))
    found = repairs(text)
    assert all(text[repair.start : repair.end] == repair.seen != repair.meant for repair in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert all(0 < repair.confidence <= 1 and repair.why for repair in found)
    assert undone(text, found) == text


@pytest.mark.parametrize("seed", range(5))
def test_the_same_text_is_repaired_alike(seed: int) -> None:
    texts = [hurt(DAMAGED * 3, random.Random(seed)), hurt(CLEAN * 2, random.Random(seed))]
    assert repair_pages(pages(*texts), NOTHING) == repair_pages(pages(*texts), NOTHING)


def test_what_was_repaired_before_does_not_matter() -> None:
    alone = repairs(DAMAGED)
    all_restored([hurt(DAMAGED * 5, random.Random(1)), "Sjovallabadet p& Sjévalla. " * 40])
    assert repairs(DAMAGED) == alone


@pytest.mark.parametrize("word", ["", " ", "Å", "ÅÄÖ", "a" * 10_000, "två ord", "1&2", "\u0308", "договор"])
def test_an_archive_may_have_strange_words(word: str) -> None:
    known = Known(words=frozenset({word}), names=frozenset({word}))
    assert "utveck-\nlingsnämnden" in restored(DAMAGED, known)


def test_documents_full_of_names_and_tables_stay() -> None:
    texts = own_texts()
    changed = [
        (repair.seen, repair.meant)
        for text in texts
        for found in repair_pages(pages(*text.split(PAGE_BREAK)), NOTHING)
        for repair in found
        if repair.standing.in_force
    ]
    assert len(changed) <= sum(len(text.split()) for text in texts) / MOST_HARM, changed


@pytest.mark.parametrize("origin", Origin)
def test_clean_text_of_any_origin_stays(origin: Origin) -> None:
    assert repair_pages(pages(CLEAN, origin=origin), NOTHING) == [()]


def hurt(text: str, chance: random.Random) -> str:
    """The text with some letters replaced, dropped, doubled, moved: damage of no particular kind."""
    ways = ("", "4", "&", "é", "|", " ", "\n", "-\n", "İ", "ß", "\u0308", "ﬁ", "\u00ad", "𝔸", "l")
    return re.sub(r"(?s).", lambda sign: chance.choice(ways) if chance.random() < 0.05 else sign[0], text)


def undone(text: str, found: tuple[Repair, ...]) -> str:
    """The repaired text with each repair taken off again."""
    result, at, shift = as_repaired(text, found).text, 0, 0
    pieces = []
    for repair in found:
        if repair.standing.in_force:
            start = repair.start + shift
            pieces += [result[at:start], repair.seen]
            at = start + len(repair.meant)
            shift += len(repair.meant) - len(repair.seen)
    return "".join([*pieces, result[at:]])


@pytest.mark.parametrize(
    "line",
    [
        "Telefon 063-l4 75 00",
        "Klass 9b, klass 6r och sal H4r",
        "Vecka v44 och v4",
        "Den 4:a och den 2:an",
        "covid19, pm10, 90tal",
        r"Se G:\\Namnd\\f6r.txt och file://f6r/4r",
        "arkiv/motet/handling.txt",
        "@kommunen_f6r",
    ],
)
def test_figures_classes_and_paths_stay_on_a_damaged_page(line: str) -> None:
    assert restored(f"{DAMAGED}\n{line}").endswith(line)


def test_what_the_document_was_repaired_to_settles_what_looks_otherwise() -> None:
    text = (
        f"{DAMAGED}\nBygdepartnerskapet i lanet. Lianspartnerskapet vill motas. Lanspartnerskapet far ett nytt uppdrag."
    )
    assert restored(text).count("Länspartnerskapet") == 2


def test_a_word_that_was_added_stays_wherever_it_stands() -> None:
    text = f"{DAMAGED}\nDe ses i hogskolan."
    assert not names(repairs(text, Known(words=frozenset({"hogskolan"}))), "hogskolan")
    assert names(repairs(text), "hogskolan")


def test_a_long_page_is_repaired_like_a_short_one() -> None:
    paragraph = f"{DAMAGED}\n\n"
    assert restored(paragraph * 300) == restored(paragraph) * 300
