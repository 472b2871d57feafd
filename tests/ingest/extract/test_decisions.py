from __future__ import annotations

import pytest

from avtalsarkiv.corpus.facts import Party, Ruling
from avtalsarkiv.ingest.extract.clauses import Clause as Sentence
from avtalsarkiv.ingest.extract.clauses import ClauseKind
from avtalsarkiv.ingest.extract.decisions import decisions
from avtalsarkiv.ingest.extract.layout.structure import Head
from avtalsarkiv.ingest.extract.layout.zones import structured
from avtalsarkiv.ingest.extract.mentions import Mention

MINUTES = "Norrbyns kommun                SAMMANTRÄDESPROTOKOLL          3 (12)\nKommunstyrelsen      2024-03-05\n\n"


def decided(text: str, doc_type: str | None = "protokoll", dnr: tuple[str, ...] = ()) -> list[tuple[str, Ruling]]:
    structure = structured(text, Head(doc_type, "2024-03-05", dnr))

    def shown(mention: Mention) -> tuple[str, Ruling]:
        assert isinstance(mention.content, Ruling)
        return " ".join(text[mention.start : mention.end].split()), mention.content

    return list(map(shown, decisions(structure, [])))


def texts(matter: str) -> list[str]:
    """What is decided under a § of the board's minutes that reads so."""
    return [text for text, _ in decided(f"{MINUTES}§ 7  Vägbelysning i Sörbyn\n\n{matter}\n")]


@pytest.mark.parametrize(
    ("matter", "found"),
    [
        (
            "Beslut\nKommunstyrelsen beslutar\natt anta planen, samt\natt avsätta 200 000 kr.",
            ["att anta planen", "att avsätta 200 000 kr"],
        ),
        (
            "Kommunstyrelsens beslut\n1. Planen antas.\n2. Kostnaden, högst 40 tkr, ryms\n   inom budget.\n",
            ["Planen antas.", "Kostnaden, högst 40 tkr, ryms inom budget."],
        ),
        ("Beslut: Enligt förslag. Reservation: KD, M.", ["Enligt förslag."]),
        ("Beslut       Kommunstyrelsen godkänner rapporten.", ["Kommunstyrelsen godkänner rapporten."]),
        (
            "Kommunstyrelsen beslutar att:\n- godkänna rapporten\n- ge kommunchefen i uppdrag att sända den vidare",
            ["godkänna rapporten", "ge kommunchefen i uppdrag att sända den vidare"],
        ),
        (
            "KOMMUNSTYRELSENS BESLUT\n\natt godkänna rapporten\n\natt sända den till länsstyrelsen",
            ["att godkänna rapporten", "att sända den till länsstyrelsen"],
        ),
        (
            "Beslut\nKommunstyrelsen beslutar 1. godkänna rapporten, 2. sända den vidare, samt 3. avsluta ärendet.",
            ["godkänna rapporten", "sända den vidare", "avsluta ärendet."],
        ),
        (
            "Beslut\nKommunstyrelsen beslutar att godkänna rapporten, att sända den vidare samt att avsluta ärendet.",
            ["att godkänna rapporten", "att sända den vidare", "att avsluta ärendet"],
        ),
        ("Beslut\nInformationen noteras.", ["Informationen noteras."]),
        (
            "Kommunstyrelsen beslutar\n\n1. att anta taxan\n2. att taxan gäller från den 1 april 2024",
            ["att anta taxan", "att taxan gäller från den 1 april 2024"],
        ),
        (
            "Beslut\nTill ledamöter i styrgruppen utses:\na) Ada Björk (S)\nb) Bo Alm (M)\n",
            ["Till ledamöter i styrgruppen utses: a) Ada Björk (S) b) Bo Alm (M)"],
        ),
        ("Beslut\nKommunstyrelsen beslutar föreslå kommunfullmäktige besluta\natt anta taxan.", ["att anta taxan"]),
        (
            "Beslut\nKommunstyrelsen beslutar föreslå kommunfullmäktige att anta taxan.",
            ["föreslå kommunfullmäktige att anta taxan."],
        ),
        ("Beslut\nAnsökan avslås.\n\nBeslutet kan överklagas inom tre veckor.", ["Ansökan avslås."]),
        ("Beslut\nAnsökan avslås. Skälet är att föreningen saknar revisor.", ["Ansökan avslås."]),
        (
            "Beslut\nRapporten godkänns.\nEkonomichefen får i uppdrag att följa upp den.\n\n"
            "Paragrafen justeras omedelbart.",
            ["Rapporten godkänns.", "Ekonomichefen får i uppdrag att följa upp den."],
        ),
    ],
)
def test_what_stands_under_a_heading_is_decided_clause_by_clause(matter: str, found: list[str]) -> None:
    assert texts(matter) == found


@pytest.mark.parametrize(
    "matter",
    [
        "Förslag till beslut\nKommunstyrelsen beslutar\natt anta planen.",
        "Kommunchefens förslag till beslut\n1. Planen antas.\n2. Kostnaden ryms inom budget.",
        "Arbetsutskottets förslag till kommunstyrelsen\natt anta planen",
        "Kommunstyrelsen föreslår kommunfullmäktige\natt anta planen",
        "Yrkanden\nAda Björk (S) yrkar att planen antas.\nBo Alm (M) yrkar att den avslås.",
        "Bakgrund\nKommunfullmäktige beslutade 2019-05-03, § 40, att anta planen.",
        "Bakgrund\nKommunstyrelsen godkände planen den 4 maj 2020 och har följt den sedan dess.",
        "Reservation\nBo Alm (M) reserverar sig mot beslutet att anta planen.",
        "Beslutet skickas till\nEkonomikontoret\nLänsstyrelsen",
        "Beslutsunderlag\nTjänsteskrivelse 2024-02-01\nBeslut om plan, § 4",
        "Votering\nMed 7 ja-röster mot 4 nej-röster bifalls förslaget att anta planen.",
        "Ärendet utreds vidare och väntas bli klart under våren.",
    ],
)
def test_proposals_motions_votes_and_earlier_decisions_are_none(matter: str) -> None:
    assert texts(matter) == []


@pytest.mark.parametrize(
    ("matter", "found"),
    [
        (
            "Kommunchefen berättar om vägen. Kommunstyrelsen beslutar att godkänna rapporten.",
            ["att godkänna rapporten"],
        ),
        ("Protokollet lades till handlingarna.", ["Protokollet lades till handlingarna."]),
        ("Dagordningen godkännes.", ["Dagordningen godkännes."]),
        ("Ada Björk utses att justera protokollet.", ["Ada Björk utses att justera protokollet."]),
        ("Styrelsen tackar för informationen.", ["Styrelsen tackar för informationen."]),
        (
            "Frågan har diskuterats länge. Kommunstyrelsen beslutar därför\natt anta planen,\natt avsätta medel.",
            ["att anta planen", "att avsätta medel"],
        ),
        ("Planen antogs av kommunfullmäktige 2019-05-03.", []),
        ("Frågan bör bordläggas om inte medel tillförs.", []),
    ],
)
def test_minutes_without_headings_decide_in_prose(matter: str, found: list[str]) -> None:
    assert texts(matter) == found


@pytest.mark.parametrize(
    ("clause", "outcome"),
    [
        ("Planen antas.", "approve"),
        ("Motionen avslås.", "reject"),
        ("Ärendet återremitteras till kontoret.", "refer"),
        ("Ärendet bordläggs.", "adjourn"),
        ("Rapporten läggs till handlingarna.", "note"),
        ("Motionen anses besvarad.", "note"),
        ("Ada Björk utses till ordförande.", "elect"),
        ("Kommunchefen får i uppdrag att anta en plan.", "other"),
        ("Slutrapport ska lämnas före årets slut.", "other"),
    ],
)
def test_the_first_verb_tells_the_outcome(clause: str, outcome: str) -> None:
    assert [ruling.outcome for _, ruling in decided(f"{MINUTES}§ 7  Plan\n\nBeslut\n{clause}\n")] == [outcome]


def test_a_decision_has_the_number_and_dnr_of_its_paragraf() -> None:
    text = f"{MINUTES}§ 7  Val\n\nBeslut\nAda Björk utses.\n\n§ 8  Väg     Dnr KS 2024/17\n\nBeslut\n1. Vägen byggs.\n"
    assert [(r.paragraph, r.point, r.dnr) for _, r in decided(text)] == [("7", None, None), ("8", "1", "KS 2024/17")]


@pytest.mark.parametrize(
    ("heading", "decider"),
    [
        ("Beslut", "Kommunstyrelsen"),
        ("Kommunstyrelsens beslut", "Kommunstyrelsen"),
        ("Styrelsens beslut", "Kommunstyrelsen"),
        ("Kommunstyrelsens arbetsutskotts beslut", "Kommunstyrelsens arbetsutskott"),
        ("KOMMUNFULLMÄKTIGES BESLUT", "Kommunfullmäktige"),
    ],
)
def test_the_heading_or_the_head_says_who_decides(heading: str, decider: str) -> None:
    assert [ruling.decider for _, ruling in decided(f"{MINUTES}§ 7  Plan\n\n{heading}\nPlanen antas.\n")] == [decider]


def test_a_letter_decides_by_whoever_signs_it() -> None:
    text = (
        "Region Norrbyn\nTjänsteskrivelse\n\nÄrendebeskrivning\n\nFöreningen söker bidrag.\n\n"
        "Delegation\n\nPunkt 7.2.\n\n"
        "Beslut\n\n1. Föreningen beviljas 20 000 kr.\n\n2. Bidraget ska redovisas.\n\nAda Björk\nRegiondirektör\n"
    )
    found = decided(text, "tjansteskrivelse", ("RS 2024/9",))
    assert [(r.point, r.decider, r.dnr) for _, r in found] == [
        ("1", "Ada Björk", "RS 2024/9"),
        ("2", "Ada Björk", "RS 2024/9"),
    ]


def test_an_agreement_decides_nothing() -> None:
    assert decided("Samverkansavtal\n\n4. Beslut\n\nStyrgruppen beslutar om budgeten.\n", "avtal") == []


def test_a_decision_goes_on_over_the_page() -> None:
    head = "Norrbyns kommun      SAMMANTRÄDESPROTOKOLL      {} (9)\nKommunstyrelsen      2024-03-05\n"
    text = (
        f"{head.format(1)}\n§ 7  Plan\n\nBeslut\n1. Planen antas.\n2. Kostnaden för den nya vägen, som byggs\n"
        f"\f{head.format(2)}\nnästa år, ryms inom budget.\n3. Vägen plogas.\n"
    )
    assert [ruling.point for _, ruling in decided(text)] == ["1", "2", "3"]


def test_a_decision_maker_among_the_parties_decides_where_the_head_names_no_body() -> None:
    text = "Protokoll\n\n§ 1  Plan\n\nBeslut\nPlanen antas.\n"
    maker = Mention(0, 9, Party("Byalaget", "organisation", "decision_maker"), "head", 1.0)
    (found,) = decisions(structured(text, Head("protokoll")), [maker])
    assert isinstance(found.content, Ruling)
    assert found.content.decider == "Byalaget"


def test_what_is_known_to_be_told_of_is_not_decided_in_prose() -> None:
    text = f"{MINUTES}§ 7  Plan\n\nKommunstyrelsen godkänner planen.\n"
    told = Sentence(text.index("Kommunstyrelsen godkänner"), len(text), ClauseKind.REPORT, 0.99)
    structure = structured(text, Head("protokoll"))
    assert len(decisions(structure, [])) == 1
    assert decisions(structure, [], [told]) == []


def test_text_without_an_end_is_no_clause() -> None:
    assert texts("Beslut\n" + "ord " * 5000) == []


@pytest.mark.parametrize(
    ("matter", "found"),
    [
        ("Beslut 1. Planen antas. 2. Medlen tas ur reserven.", ["Planen antas.", "Medlen tas ur reserven."]),
        ("Beslut a) Planen antas. b) Medlen tas ur reserven.", ["Planen antas.", "Medlen tas ur reserven."]),
        ("Beslut 1 Planen antas. 2 Medlen tas ur reserven.", ["Planen antas.", "Medlen tas ur reserven."]),
        ("Bo Ek yrkar avslag. Beslut Planen antas. Reservation Bo Ek (C) reserverar sig.", ["Planen antas."]),
        ("Beslut Styrelsen beslutar att anta planen att avsätta 2 tkr", ["att anta planen", "att avsätta 2 tkr"]),
        ("Beslut Styrelsen beslutar att uppdra åt Bo Ek att anta anbud.", ["att uppdra åt Bo Ek att anta anbud"]),
        ("Förslag till beslut Planen antas. Yrkanden Bo Ek yrkar att planen avslås.", []),
        ("Styrgruppen enades om\natt anta offerten\natt vänta", ["att anta offerten", "att vänta"]),
        ("Beslut\nGruppen kom överens om att anta offerten.", ["att anta offerten"]),
        ("Beslut\nÖverenskoms att anta offerten.", ["att anta offerten"]),
        ("Beslut\nChefen beslutar med stöd av ordningen, punkt 4,\n\natt anta anbudet, samt\natt hyra lokalen",
         ["att anta anbudet", "att hyra lokalen"]),
        ("Beslut\nMed stöd av punkt 4 i delegationsordningen beslutar jag att anta anbudet.", ["att anta anbudet"]),
        ("Beslut\nMed hänvisning till ovanstående beslutas att anta anbudet.", ["att anta anbudet"]),
        ("KOMMUNSTYRELSEN BESLUTADE: Anbudet antas.", ["Anbudet antas."]),
        ("Beslut\nGruppen beslutade att anta planen.\n\nGruppen beslutade att avsluta mötet.",
         ["att anta planen", "att avsluta mötet"]),
        ("Beslut\nNämnden beslutar att anta planen.\n\nNämnden beslutade 2019-02-03 att avsluta ärendet.",
         ["att anta planen"]),
    ],
)  # fmt: skip
def test_lead_ins_and_lists_in_one_line(matter: str, found: list[str]) -> None:
    assert texts(matter) == found


@pytest.mark.parametrize("signature", ["Ada Björk\nKommunchef", "Ada Björk Tf. kommunchef", "Ada Björk Kommunchef"])
@pytest.mark.parametrize("lead", ["", "Jag beslutar att ", "Undertecknad beslutar att "])
def test_whoever_signs_a_letter_decides(lead: str, signature: str) -> None:
    head = "Norrbyns kommun     TJÄNSTESKRIVELSE\n2024-03-05\n\nÄrendet\nVägen är mörk om kvällen.\n\n"
    letter = f"{head}Beslut\n{lead}anta planen.\n\n{signature}\n"
    assert [ruling.decider for _, ruling in decided(letter, "tjansteskrivelse")] == ["Ada Björk"]
