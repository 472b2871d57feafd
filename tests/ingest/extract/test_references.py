"""References: what a document says of other agreements and of earlier decisions, and nothing of itself."""

from __future__ import annotations

import pytest

from avtalsarkiv.corpus.facts import Party, Reference
from avtalsarkiv.ingest.extract.head import Head
from avtalsarkiv.ingest.extract.identifiers import identifiers
from avtalsarkiv.ingest.extract.layout.zones import structured
from avtalsarkiv.ingest.extract.mentions import Mention
from avtalsarkiv.ingest.extract.references import references

_ABOVE = """Avtal om skötsel av Granvikens badplats

Parter

Granvikens kommun och Badklubben Strandlinjen.

Omfattning

Klubben sköter bryggor, livbojar och papperskorgar.

Ersättning

Klubben får ersättning en gång om året.

Övrigt

"""


def found(sentence: str, head: Head | None = None, *names: str) -> list[Reference]:
    structure = structured(_ABOVE + sentence, head or Head("avtal"))
    mentions = [Mention(0, 1, Party(name, "organisation", "party"), "test", 1.0) for name in names]
    return references(structure, identifiers(structure), mentions)


@pytest.mark.parametrize(
    ("sentence", "relation", "title", "date"),
    [
        (
            "Detta avtal ersätter avtal om badplatsen daterat 2019-03-14.",
            "replaces",
            "avtal om badplatsen",
            "2019-03-14",
        ),
        ("Hyresavtalet från 1 juli 2012 ersätts av detta avtal.", "replaces", "Hyresavtalet", "2012-07-01"),
        ("Avtal om skötsel av den 2 maj 2019 upphör därmed att gälla.", "replaces", "Avtal om skötsel", "2019-05-02"),
        ("I stället för hyresavtalet som tecknades 2015 gäller följande.", "replaces", "hyresavtalet", "2015"),
        (
            "Detta avtal ersätter från och med undertecknandet avtal av den 3 maj 2018.",
            "replaces",
            "avtal",
            "2018-05-03",
        ),
        ("Därmed upphör tidigare tecknat driftavtal (2016-2019) att gälla.", "replaces", "driftavtal", "2016"),
        ("Tilläggsavtal nr 2 till hyreskontrakt nr 4417-02.", "amends", "hyreskontrakt nr 4417-02", None),
        ("TILLÄGG TILL AVTAL OM SNÖRÖJNING MELLAN A OCH B", "amends", "AVTAL OM SNÖRÖJNING MELLAN A OCH B", None),
        ("Ändringen av överenskommelsen av den 12 mars 2021 gäller.", "amends", "överenskommelsen", "2021-03-12"),
        ("Parterna förlänger avtalet med Norrbuss AB till 2027-06-30.", "extends", "avtalet med Norrbuss AB", None),
        ("Kommunen säger upp avtalet om sophämtning från 2018.", "terminates", "avtalet om sophämtning", "2018"),
        ("Det tidigare avtalet från 2016 har sagts upp.", "terminates", "avtalet", "2016"),
        ("Arbetet formaliserades i ett samverkansavtal 2018 på två år.", "mentions", "samverkansavtal", "2018"),
        ("Det är en del i avtalet ”Granviken Declaration”.", "mentions", "avtalet ”Granviken Declaration”", None),
        ("Lokalen hyrs enligt hyreskontrakt 4417-01.", "mentions", "hyreskontrakt 4417-01", None),
        ("Nuvarande ramavtal för städning löper ut snart.", "mentions", "ramavtal för städning", None),
    ],
)
def test_agreements_are_named(sentence: str, relation: str, title: str, date: str | None) -> None:
    assert [(one.relation, one.title, one.date) for one in found(sentence)] == [(relation, title, date)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Avtalet gäller från den 1 januari 2026 till den 31 december 2028.",
        "Part får säga upp avtalet om motparten bryter mot det.",
        "Om ingen part säger upp avtalet förlängs det med ett år i sänder.",
        "Beställaren har rätt att förlänga avtalet med 12 månader vid två tillfällen.",
        "Parterna kan säga upp hyresavtalet för upphörande tidigast 2027.",
        "Avtalet undertecknades den 3 maj 2024.",
        "Detta hyresavtal ersätts när ett nytt tecknas.",
        "Kommunen följer kollektivavtal från 2020.",
        "Upphandling av nytt ramavtal 2026 pågår.",
        "Förlängning av avtalet sker med ett år i taget om det inte sägs upp senast 2025-12-31.",
        "Ändringar i och tillägg till avtalet ska undertecknas av båda parter.",
        "Tillägg till hyresavtalet mellan parterna görs skriftligen.",
        "Ändringar i samverkansavtalet mellan kommunerna ska vara skriftliga.",
        "Hyresgästen ersätter hyresvärden för 18,5 % av skatten.",
    ],
)
def test_an_agreement_speaks_of_itself(sentence: str) -> None:
    assert found(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "body", "date", "number"),
    [
        ("Det sker i enlighet med kommunstyrelsens beslut 2021-12-08, § 97.", "Kommunstyrelsen", "2021-12-08", "97"),
        ("Beslut fattades 2025-01-23 av regionala nämnden.", "Regionala nämnden", "2025-01-23", None),
        ("Se KS § 187, 2016-12-06.", "Kommunstyrelsen", "2016-12-06", "187"),
        ("Se vidare Kf § 31/2017.", "Kommunfullmäktige", "2017", "31"),
        ("Det beslöts i december 2020, § 202.", None, "2020-12", "202"),
        ("Beslut i kultur- och fritidsnämnden den 3 maj 2021.", "Kultur- och fritidsnämnden", "2021-05-03", None),
        ("Regionstyrelsen har den 4 mars 2022 beslutat att delta.", "Regionstyrelsen", "2022-03-04", None),
        ("Den 4 mars 2022 beslutade socialnämnden att delta.", "Socialnämnden", "2022-03-04", None),
        ("Insatsen godkändes av kommunstyrelsen den 2 september 2025, § 121.", "Kommunstyrelsen", "2025-09-02", "121"),
    ],
)  # fmt: skip
def test_earlier_decisions_are_told(sentence: str, body: str | None, date: str, number: str | None) -> None:
    [one] = found(sentence)
    assert (one.relation, one.body, one.date, one.paragraph) == ("decided_by", body, date, number)


@pytest.mark.parametrize(
    "sentence",
    [
        "Det strider mot policyn, punkt 6.3, som antogs av kommunfullmäktige 2021-12-08, § 97.",
        "Kommunstyrelsens arbetsutskott behandlade ärendet den 19 augusti 2025, § 84.",
        "Kommunfullmäktige antog 2012-06-18, § 85, landsbygdsprogrammet.",
        "Det sker med stöd av kommunstyrelsens delegationsordning, antagen 2022-01-11 § 4.",
        "Kommunfullmäktige fastställde budgeten den 21 november 2017, § 76.",
        "Köpet gäller om detaljplanen, som antogs den 19 februari 2018, § 27, vinner laga kraft.",
    ],
)
def test_what_the_text_does_not_rest_on_is_only_mentioned(sentence: str) -> None:
    assert [one.relation for one in found(sentence)] == ["mentions"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Enligt 9 kap. 37 § kommunallagen och 20 § 3 mom. lagen den 26 juli 1947 (nr 576) gäller annat.",
        "Kommunstyrelsen beslutar att bidraget betalas senast den 31 oktober 2025.",
        "Det följer av § 2 kungörelsen den 8 september 1924 om gallring.",
        "Hyran regleras enligt § 4 från 2025.",
        "Nämnden ansvarar sedan 2019 för frågan.",
        "Beslutet anmäls till nämnden 2024-09-05.",
    ],
)
def test_laws_and_what_is_to_come_are_no_earlier_decisions(sentence: str) -> None:
    assert found(sentence) == []


def test_two_agreements_may_be_replaced_at_once() -> None:
    both = found("Avtalet ersätter avtal om bad daterat 2019-03-14 samt ett hyresavtal från 2015.")
    assert [(one.relation, one.date) for one in both] == [("replaces", "2019-03-14"), ("replaces", "2015")]


def test_who_stands_in_another_clause_did_not_decide() -> None:
    [one] = found(
        "Köpet gäller om fullmäktige godkänner det och att priset, som godtogs den 19 februari 2018, § 27, står."
    )
    assert (one.body, one.date, one.paragraph) == (None, "2018-02-19", "27")


def test_the_dnr_and_the_parties_of_the_other_agreement() -> None:
    sentence = "Avtalet ersätter tidigare avtal mellan Vikens kommun och Bolaget AB (dnr KS 2018/44)."
    [one] = found(sentence, None, "Vikens kommun", "Annat AB")
    assert (one.dnr, one.parties) == ("KS 2018/44", ("Vikens kommun",))


def test_a_document_does_not_refer_to_its_own_meeting() -> None:
    sentence = "Kommunstyrelsen beslutade 2025-03-04, § 12, att delta."
    assert found(sentence, Head("protokoll", "2025-03-04")) == []


def test_the_evidence_is_a_place_in_the_document() -> None:
    [one] = found("Avtalet ersätter avtal\nom badplatsen daterat\n2019-03-14.")
    assert one.evidence.text == "ersätter avtal\nom badplatsen daterat\n2019-03-14"


def test_the_title_of_an_agreement_is_its_own_and_that_of_an_amendment_another_s() -> None:
    structure = structured("Samverkansavtal 2018\nom badplatsen\n", Head("avtal"))
    assert references(structure, [], []) == []
    structure = structured("Tilläggsavtal till samverkansavtal från 2018\n", Head("avtal"))
    assert [one.relation for one in references(structure, [], [])] == ["amends"]


@pytest.mark.parametrize(
    "words", ["avtal", "§", "avtalet om", "2021-12-08,", "kommunstyrelsens beslut", "förlängning av"]
)
def test_long_texts_take_no_long_time(words: str) -> None:
    structure = structured("\n".join([" ".join([words] * 8)] * 1000), Head())
    references(structure, [], [])


@pytest.mark.parametrize(
    ("text", "relation", "title", "dnr", "until"),
    [
        (
            "UPPSÄGNING AV AVTAL\nDnr KS 2024/3\n\nViks kommun säger härmed upp avtal om taxi, dnr KS 2022/3, med Viks"
            " Taxi AB. Avtalet upphör den 31 december 2024.",
            "terminates", "avtal om taxi", "KS 2022/3", "2024-12-31",
        ),
        (
            "UPPSÄGNING\n\nViks kommun säger härmed upp avtal om mat med Mat i Vik AB (dnr KS 2022/4, daterat"
            " den 1 december 2022). Avtalet upphör att gälla från och med den 1 januari 2025.",
            "terminates", "avtal om mat med Mat i Vik AB", "KS 2022/4", "2024-12-31",
        ),
        (
            "Brev\n\nAvtalet om skolskjuts, dnr BUN 2022/10, sägs härmed upp till den 31 juli 2025.",
            "terminates", "Avtalet om skolskjuts", "BUN 2022/10", "2025-07-31",
        ),
        (
            "Förlängning av avtal om skog\nDnr KS 2024/5\n\nParterna förlänger härmed avtal om skog, dnr KS 2022/5,"
            " till och med den 31 december 2029.",
            "extends", "avtal om skog", "KS 2022/5", "2029-12-31",
        ),
        (
            "FÖRLÄNGNING AV RAMAVTAL OM DATORER\nDnr KS 2022/1\n\nParterna är överens om att ramavtal om datorer,"
            " dnr KS 2022/1, daterat 2022-12-01, förlängs till och med 2027-12-31.",
            "extends", "ramavtal om datorer", "KS 2022/1", "2027-12-31",
        ),
        (
            "Protokoll\n\nBeslut\n\nNämnden beslutar att förlänga avtalet om städning, dnr SN 2020/55, t.o.m. 2026.",
            "extends", "avtalet om städning", "SN 2020/55", "2026",
        ),
        (
            "Tillägg till samverkansavtal mellan Region Fjälldalen (Regionen) och Viks kommun (Kommunen) daterat"
            " 2021-12-10, dnr RS 2021/318",
            "amends", "samverkansavtal mellan Region Fjälldalen och Viks kommun", "RS 2021/318", None,
        ),
        (
            "TILLÄGGSAVTAL 1\n\nDnr KS 2023/2\n\nTillägg till driftavtal mellan Ås kommun (Kommunen) och Viks IF"
            " (Föreningen)\n\ndaterat 2021-12-10, dnr KS 2021/318.",
            "amends", "driftavtal mellan Ås kommun och Viks IF", "KS 2021/318", None,
        ),
        ("Förlängning av hyresavtal för förskolan\nDnr KS 2024/8", "extends", "hyresavtal för förskolan", None, None),
    ],
)  # fmt: skip
def test_what_is_ended_or_extended_and_until_when(
    text: str, relation: str, title: str, dnr: str | None, until: str | None
) -> None:
    structure = structured(text, Head("ovrigt"))
    [one] = references(structure, identifiers(structure), [])
    assert (one.relation, one.title, one.dnr, one.until) == (relation, title, dnr, until)


def test_a_bare_title_above_a_dnr_names_nothing() -> None:
    structure = structured("UPPSÄGNING AV AVTAL\nDnr KS 2024/1\n\nVi återkommer.", Head("ovrigt"))
    assert references(structure, identifiers(structure), []) == []
