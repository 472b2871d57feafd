"""What a date is to its document: by its line, its sentence, its column; and periods of notice and extension."""

from __future__ import annotations

import pytest

from avtalsarkiv.corpus.facts import Timing
from avtalsarkiv.ingest.extract.dates import dates
from avtalsarkiv.ingest.extract.head import Head
from avtalsarkiv.ingest.extract.layout.zones import structured

AGREEMENT, LETTER, REPORT = Head("avtal"), Head("tjansteskrivelse", "2024-03-01"), Head("rapport")
MINUTES, APPLICATION = Head("protokoll", "2024-03-12"), Head("ansokan")


def _times(text: str, head: Head) -> list[Timing]:
    mentions = dates(structured(f"Rubrik\n\n{text}\n\nHär slutar stycket som handlar om annat.\n", head), [])
    return [one.content for one in mentions if isinstance(one.content, Timing)]


@pytest.mark.parametrize(
    ("head", "text", "roles"),
    [
        (AGREEMENT, "Avtalet gäller från och med den 1 januari 2025 och tills vidare.", "valid"),
        (AGREEMENT, "Avtalet gäller från den 1 januari 2025 tills vidare.", "valid"),
        (AGREEMENT, "Överenskommelsen gäller för kalenderåret 2025.", "valid"),
        (AGREEMENT, "Avtalet träder i kraft vid undertecknandet och gäller till och med 2026-12-31.", "valid"),
        (AGREEMENT, "Avtalet upphör att gälla utan uppsägning den 30 april 2027.", "valid"),
        (AGREEMENT, "Avtalet gäller t o m 31/12 2026.", "valid"),
        (AGREEMENT, "Projektet pågår från augusti 2024 till och med juni 2026.", "valid"),
        (AGREEMENT, "Avtalet får förlängas, dock längst till den 14 oktober 2028.", "other"),
        (AGREEMENT, "Priserna är fasta till och med den 31 december 2025.", "other"),
        (AGREEMENT, "Hyresvärden lämnar rabatt med 5 000 kr under perioden 2025-07-01–2026-06-30.", "other"),
        (AGREEMENT, "Detta avtal ersätter tidigare avtal som gällde 2019–2022.", "other"),
        (AGREEMENT, "Detta avtal ersätter avtal daterat 2019-05-20.", "signed"),
        (AGREEMENT, "Huvudavtalet gällde från den 1 april 2015 till den 31 december 2017.", "other"),
        (AGREEMENT, "Ett avtal om skötsel träffades den 14 juni 2019.", "signed"),
        (AGREEMENT, "Rapport lämnas varje år, första gången 2025-11-30.", "deadline"),
        (AGREEMENT, "Avgiften faktureras halvårsvis, första gången den 15 januari 2025.", "other"),
        (AGREEMENT, "Kostnader som uppstått före den 1 januari 2024 ersätts inte.", "other"),
        (AGREEMENT, "Sista rekvisition ska ha inkommit 2025-09-15.", "deadline"),
        (AGREEMENT, "Ort och datum\nBrunflo 2024-05-06", "signed"),
        (AGREEMENT, "Kommunfullmäktige godkände avtalet den 17 juni 2024, § 88.", "decided"),
        (AGREEMENT, "Avtalet förutsätter att fullmäktige godkänner det senast 2025-06-30.", "deadline"),
        (AGREEMENT, "Fakturan betalas senast den 31 mars 2025 och den 30 september 2025.", "deadline deadline"),
        (AGREEMENT, "Tillträde sker den 1 oktober 2024.", "other"),
        (AGREEMENT, "Avtalet ersätter driftavtalet, som löpte till 2021-03-31.", "other"),
        (AGREEMENT, "Signerat med BankID\n\nAnna Ek\n2024-02-01 09:12:44", "signed"),
        (AGREEMENT, "Hälften tillfaller enligt avtal 9 maj 2022 föreningen.", "signed"),
        (APPLICATION, "Start och slut   1.2.2025–30.11.2026", "valid"),
        (APPLICATION, "Projektperiod: 2025-02-01–2026-11-30", "valid"),
        (MINUTES, "Kim skriver rapporten, klar 8/5 2024.", "deadline"),
        (MINUTES, "Brist        Klart          Kostnad, tkr\nLarm         30 maj 2024    25", "deadline"),
        (AGREEMENT, "Redovisning lämnas före utgången av juni 2026.", "deadline"),
        (MINUTES, "Sammanträdesdatum\n2024-03-12", "meeting"),
        (MINUTES, "Tid och plats: Sessionssalen, tisdagen den 12 mars 2024 kl. 13.00–16.30", "meeting"),
        (MINUTES, "Justeringens plats och tid: Kansliet 2024-03-19", "signed"),
        (MINUTES, "Protokollet justerat den 19 mars 2024.", "signed"),
        (MINUTES, "Rätt utdraget intygar 2024-03-21", "signed"),
        (MINUTES, "Anslaget 2024-03-20, tas ned 2024-04-11.", "other other"),
        (MINUTES, "9. Nästa möte\n\nMåndag 20 maj 2024 kl. 10.00. Därefter den 12 september 2024.", "meeting meeting"),
        (MINUTES, "2. Föregående anteckningar, 2024-02-08", "meeting"),
        (MINUTES, "Kim får i uppdrag att ta fram en reviderad budget senast den 8 maj 2024.", "deadline"),
        (MINUTES, "Nämnden uppdrar åt förvaltningen att till den 8 maj 2024 utreda frågan.", "deadline"),
        (MINUTES, "Beslutet kan överklagas inom tre veckor från 2024-03-20.", "other"),
        (MINUTES, "Medlen avser perioden 2024-01-15--2026-12-31.", "valid"),
        (MINUTES, "Kommande möten: 23 april och 28 maj 2024.", "meeting meeting"),
        (MINUTES, "Arbetsutskottet behandlade ärendet 2024-02-27, § 31.", "meeting"),
        (MINUTES, "Protokollsutdrag från arbetsutskottet 2024-02-27 § 31", "decided"),
        (MINUTES, "Fullmäktige beslutade 2023-12-18, § 140, att höja taxan från den 1 januari 2024.", "decided other"),
        (MINUTES, "Planen antogs i november 2022.", "decided"),
        (MINUTES, "Tjänsteskrivelse daterad 2024-02-20", "other"),
        (MINUTES, "Förordnandet gäller till och med den 31 december 2026.", "other"),
        (MINUTES, "Uppföljningen tas upp vid sammanträdet i september 2024.", "other"),
        (MINUTES, "Protokoll från styrgruppens möte den 15 februari 2024", "meeting"),
        (MINUTES, "Månadsuppföljning januari–april 2024", "other"),
        (MINUTES, "Till ledamot för tiden 2024-01-01–2026-12-31 väljs Ida Ek (S).", "other"),
        (AGREEMENT, "Entreprenaden ska vara färdigställd 2025-08-15.", "deadline"),
        (AGREEMENT, "Bilaga 1, offert daterad 2024-02-11, ingår.", "other"),
        (LETTER, "Sammanträdesdatum 2024-04-09", "meeting"),
        (LETTER, "Datum            Diarienummer\n2024-03-01       KS 2024/55", "document"),
        (LETTER, "Projektet ska vara slutfört före den 1 december 2025.", "deadline"),
        (LETTER, "Ansökan kom in den 14 januari 2024.", "other"),
        (REPORT, "Projekttid: 2022-01-01 – 2024-06-30", "valid"),
        (REPORT, "Projektet startade i januari 2022.", "other"),
        (APPLICATION, "Startdatum: 2024-09-01\nSlutdatum: 2026-08-31", "valid valid"),
    ],
)
def test_roles(head: Head, text: str, roles: str) -> None:
    assert " ".join(one.role for one in _times(text, head)) == roles


def test_a_column_says_what_its_days_are() -> None:
    table = "År        Belopp (kr)      Rekvisition senast\n2025        350 000        2025-11-30\n"
    assert [one.role for one in _times(table, AGREEMENT)] == ["other", "deadline"]


@pytest.mark.parametrize("label", ["Anslagsdatum          ", "Anslagsdatum\n", "Datum för nedtagande   "])
def test_the_days_of_a_notice_are_not_those_of_signing(label: str) -> None:
    text = "Text om ett och annat.\n" * 8 + f"\n{label}2024-05-24"
    assert [one.role for one in _times(text, MINUTES)] == ["other"]


def test_a_report_is_dated_at_its_foot_and_an_agreement_signed() -> None:
    text = "Text om ett och annat.\n" * 8 + "\nVisby den 30 november 2023"
    assert [one.role for one in _times(text, REPORT)] == ["document"]
    assert [one.role for one in _times(text, AGREEMENT)] == ["signed"]


def test_the_same_span_as_in_the_title_is_the_term() -> None:
    title = "Samverkansavtal om vandringsleder 2026–2028\n\nOrsa kommun betalar 10 000 kr per år 2026–2028."
    assert [one.role for one in _times(title, AGREEMENT)] == ["valid", "valid"]


@pytest.mark.parametrize(
    ("text", "durations"),
    [
        ("Avtalet kan sägas upp med tre (3) månaders uppsägningstid.", ["P3M"]),
        ("Uppsägningstiden är ömsesidigt sex månader.", ["P6M"]),
        ("Uppsägningstiden är tre månader för hyresgästen och ett år för hyresvärden.", ["P3M", "P1Y"]),
        ("Uppsägning ska ske skriftligen senast 12 månader före avtalstidens utgång.", ["P12M"]),
        ("Part får säga upp avtalet med 90 dagars varsel.", ["P90D"]),
        ("Avtalet förlängs automatiskt med tolv månader i sänder.", ["P12M"]),
        ("Sägs avtalet inte upp minst nio månader före utgången förlängs det med tre år åt gången.", ["P9M", "P3Y"]),
        ("Parterna fortsätter i ytterligare ett år.", ["P1Y"]),
        ("Avtalet får förlängas med ett halvt år.", ["P6M"]),
        ("Option finns på 2+1 år.", ["P1Y"]),
        ("Uppsägningstid: 3 månader", ["P3M"]),
        ("Avtalet gäller ett år i taget.", ["P1Y"]),
        ("Därefter kan avtalet förlängas i 1+1 år.", ["P1Y"]),
        ("Part som vill frånträda avtalet meddelar det tre månader i förväg.", ["P3M"]),
        ("Avtalet får sägas upp till utgången av ett kalenderår.", []),
        ("Reklamation ska ske inom två månader efter uppsägning.", []),
        ("Lokalen bokas en vecka i taget.", []),
        ("Vid förlängning betalas fakturan inom 30 dagar.", []),
        ("Avtalet löper i fyra år och kan därefter sägas upp.", []),
        ("Fakturan betalas inom 30 dagar.", []),
    ],
)
def test_notice_and_extension(text: str, durations: list[str]) -> None:
    assert [one.duration for one in _times(text, AGREEMENT) if one.role == "notice"] == durations
