from __future__ import annotations

import pytest

from avtalsarkiv.ingest.extract.layout.run_on import parted
from avtalsarkiv.ingest.extract.layout.structure import Head
from avtalsarkiv.ingest.extract.layout.zones import structured

TOP = "Norrbyns kommun\n\nProtokoll\n\nKommunstyrelsen\n\n2024-03-05\n\n"


def lines(paragraph: str) -> list[str]:
    """The lines of a paragraph below the head of a document."""
    return [line.words for line in parted(TOP + paragraph) if line.words][4:]


@pytest.mark.parametrize(
    "paragraph",
    [
        "Beslut | Ansökan avslås.",
        "BESLUT | Kommunstyrelsen godkänner rapporten.",
        "Kommunstyrelsens beslut | 1. Planen antas. 2. Medlen tas ur reserven.",
        "Regionala utvecklingsnämndens beslut | 1 Bidrag beviljas.",
        "Beslut | att godkänna rapporten, samt att avsluta ärendet",
        "Förslag till beslut | Nämnden avstyrker förslaget.",
        "Arbetsutskottets förslag till kommunstyrelsen | Kommunstyrelsen antar planen.",
        "Sammanfattning av ärendet | Sörby IF har ansökt om bidrag.",
        "Yrkanden | Bo Ek (C) yrkar avslag.",
        "4. Bakgrund | Kommunen äger huset sedan länge.",
        "Skickas till | Ekonomiavdelningen",
        "Vid anteckningarna | Sanna Alm",
        "Deltagare | Ada Björk, Norrbyns kommun Bo Alm, Region Norrbyn",
        "§ 12 Bidrag till Sörby IF Dnr KS 2024/5 | Beslut | Ansökan avslås.",
        "Ansökan gäller 40 000 kr. | Beslut | Ansökan avslås. | Reservation | Bo Ek (C) reserverar sig.",
        "Enligt förslag. | Reservation: KD",
        "Beslutande: Ada Björk (S), ordförande Bo Alm (M) | Övriga närvarande: Eva Dahl, sekreterare",
        "Beslut | - godkänna rapporten | - avsluta ärendet",
        "Styrelsen beslutar att | • godkänna rapporten | • avsluta ärendet",
    ],
)
def test_what_was_run_on_is_parted(paragraph: str) -> None:
    assert lines(paragraph.replace(" | ", " ")) == paragraph.split(" | ")


@pytest.mark.parametrize(
    "paragraph",
    [
        "Beslut fattas av nämnden.",
        "Beslut om medel fattas av Region Norrbyn den 3 maj.",
        "Beslut att anta planen fattades av Norrbyns kommun.",
        "Beslut Norrbyn",
        "Bakgrund till detta är Sörby IF:s ansökan.",
        "Finansiering sker inom ramen för Sörby IF:s budget.",
        "Beskrivning av projektet Norrsken finns i bilagan.",
        "Förslag till avtal med Norrbyns kommun har tagits fram.",
        "Ersättare Bo Alm (M) tjänstgör vid mötet.",
        "Parterna Norrbyns kommun och Sörby AB är överens.",
        "Beslutande             Ada Björk (S), ordförande",
        "Mötet pågick kl. 9 - 11 och Bo Alm - som var jävig - lämnade rummet.",
        "Nämnden har fattat Beslut Norr.",
    ],
)
def test_prose_titles_and_columns_are_not(paragraph: str) -> None:
    assert lines(paragraph) == [paragraph]


def test_a_parted_line_keeps_its_places() -> None:
    text = TOP + "  Beslut Ansökan avslås.  Yrkanden Bo Ek yrkar bifall.  \n\nSlut.\n"
    structure = structured(text, Head("protokoll"))
    shown = {structure.words_of(line).strip(): str(line.zone) for line in structure.lines}
    assert shown["Ansökan avslås."] == "decision"
    assert all(text[line.start : line.end].strip() == line.words for line in parted(text))
    assert structure.line_at(text.index("avslås")).zone == "decision"
