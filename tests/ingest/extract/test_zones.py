from __future__ import annotations

import pytest

from avtalsarkiv.ingest.extract.layout.headings import heading_of
from avtalsarkiv.ingest.extract.layout.structure import Head, Zone
from avtalsarkiv.ingest.extract.layout.zones import structured


def zones(text: str, doc_type: str | None = "protokoll") -> dict[str, str]:
    """The zone of each line with text, by its words."""
    structure = structured(text, Head(doc_type))
    return {
        structure.words_of(line).strip(): str(line.zone) for line in structure.lines if structure.words_of(line).strip()
    }


HEAD = "Norrbyns kommun            PROTOKOLL        {} (9)\nKommunstyrelsen     {}\n\n"


@pytest.mark.parametrize(
    "mark",
    [
        "1(30)",
        "1 (40)",
        "1[25]",
        "Sida 1(18)",
        "SID 1(2)",
        "2 av 22",
        "Sida 1 / 57",
        "5/105",
        "Blad 16",
        "- 3 -",
        "Sida 4",
    ],
)
def test_a_page_number_at_the_edge_of_a_page_is_furniture(mark: str) -> None:
    assert zones(f"Protokoll\n\nEtt.\n\f{mark}\n\nTvå är fler än ett.\n")[mark] == "furniture"


def test_a_head_is_known_again_with_another_date_and_misread_letters() -> None:
    text = HEAD.format(1, "2024-03-05") + "Text.\n\f" + "Norrbyns kornmun            PROTOKOLL        2 (9)\n"
    found = zones(text + "Kommunstyre1sen     den 5 mars 2024\n\nMer text står här.\n")
    assert found["Norrbyns kornmun            PROTOKOLL        2 (9)"] == "furniture"
    assert found["Kommunstyre1sen     den 5 mars 2024"] == "furniture"
    assert found["Kommunstyrelsen     2024-03-05"] == "letterhead"


@pytest.mark.parametrize(
    "foot",
    [
        "Justerandes sign                         Utdragsbestyrkande",
        "Justerandes signatur",
        "Utdragets riktighet bestyrkes",
        "Protokolljusterarnas initialer",
    ],
)
def test_where_adjusters_initial_is_furniture(foot: str) -> None:
    assert zones(f"Protokoll\n\nText.\n\n{foot}\n")[foot] == "furniture"


def test_the_senders_address_at_the_foot_is_furniture() -> None:
    foot = "Postadress: 999 99 Norrbyn   Telefon 0999-10 00 00   Org.nr 212000-0000   Bankgiro 5050-1055"
    assert zones(f"Tjänsteskrivelse\n\nText.\n\n{foot}\n", "tjansteskrivelse")[foot] == "furniture"


def test_the_head_of_pages_that_were_joined_is_furniture() -> None:
    head = "Kommunstyrelsen\tSammanträdesdatum\n2024-03-05\n\n"
    text = f"Norrbyns kommun\tPROTOKOLL\n{head}Ett är mindre än två.\n\n" + "Tre.\n\n" * 6 + head + "Mer text.\n"
    lines = [(structured(text, Head("protokoll")).words_of(line), line.zone) for line in structured(text, Head()).lines]
    assert [str(zone) for words, zone in lines if words.startswith(("Kommun", "2024"))] == [
        "letterhead",
        "letterhead",
        "furniture",
        "furniture",
    ]


def test_what_stands_on_each_page_of_a_table_is_no_furniture() -> None:
    text = "Rapport\n\nSumma   1 635\n\fRapporten går vidare\n\nSumma   4 200\n"
    assert zones(text, "rapport")["Summa   4 200"] != "furniture"


@pytest.mark.parametrize(
    ("heading", "zone"),
    [
        ("Beslut", Zone.DECISION),
        ("Kommunfullmäktiges beslut", Zone.DECISION),
        ("SAMVERKANSRÅDETS STÄLLNINGSTAGANDE", Zone.DECISION),
        ("Förslag till beslut", Zone.PROPOSAL),
        ("Arbetsutskottets förslag till kommunstyrelsen", Zone.PROPOSAL),
        ("Liggande förslag", Zone.PROPOSAL),
        ("Yrkanden", Zone.DEBATE),
        ("Omröstningsresultat", Zone.DEBATE),
        ("Reservation (S)", Zone.DEBATE),
        ("Protokollsanteckning", Zone.DEBATE),
        ("Ärendebeskrivning", Zone.BACKGROUND),
        ("Sammanfattning av ärendet", Zone.BACKGROUND),
        ("Barnkonsekvensanalys", Zone.BACKGROUND),
        ("Beslutsunderlag", Zone.DISTRIBUTION),
        ("Beslutet skickas till", Zone.DISTRIBUTION),
        ("Expedieras till:", Zone.DISTRIBUTION),
        ("Bilagor", Zone.ATTACHMENTS),
        ("Hur man överklagar", Zone.APPEAL),
        ("ANSLAG/BEVIS", Zone.APPEAL),
        ("B E S L U T", Zone.DECISION),
    ],
)
def test_a_heading_of_minutes_says_what_stands_under_it(heading: str, zone: Zone) -> None:
    found = zones(f"{HEAD.format(1, '2024-03-05')}§ 7 Väg\n\n{heading}\nDet som står här under\n")
    assert (found[heading], found["Det som står här under"]) == ("heading", zone)


@pytest.mark.parametrize(
    "label",
    [
        "Beslutande",
        "Närvarande ledamöter",
        "Ej tjänstgörande ersättare",
        "Övriga deltagande",
        "Deltagare",
        "Tjänstemän",
    ],
)
def test_who_attends_stands_under_or_beside_a_label(label: str) -> None:
    assert zones(f"PROTOKOLL\n\n{label}:\n  Ada Björk (S)\n")["Ada Björk (S)"] == "attendance"
    beside = f"{label}     Ada Björk (S)"
    assert zones(f"PROTOKOLL\n\n{beside}\n")[beside] == "attendance"


def test_an_agreement_has_its_title_parties_headings_and_signatures() -> None:
    text = (
        "SAMVERKANSAVTAL\nom drift av leden\n\nMellan Norrbyns kommun, org.nr 212000-0000, och Sörbyns IF\n\n"
        "§ 1 Bakgrund\n\nLeden är lång.\n\n2. Ersättning\n\nKommunen betalar.\n\nAda Björk\nKommunchef\n"
    )
    found = zones(text, "avtal")
    assert found["om drift av leden"] == "title"
    assert found["Mellan Norrbyns kommun, org.nr 212000-0000, och Sörbyns IF"] == "parties"
    assert (found["§ 1 Bakgrund"], found["2. Ersättning"]) == ("heading", "heading")
    assert (found["Ada Björk"], found["Kommunchef"]) == ("signatures", "signatures")
    assert structured(text, Head("avtal")).sections == ()


def test_a_list_of_contents_is_told_by_its_leaders() -> None:
    assert zones("Protokoll\n\nVal av justerare ........... 3\n")["Val av justerare ........... 3"] == "contents"


@pytest.mark.parametrize("text", ["", "\n\n", "\f\f", "ord " * 3000, "1" * 100_000, "\u202eשלום § 4\n" * 300])
def test_text_that_is_none_has_a_structure_too(text: str) -> None:
    assert structured(text, Head("protokoll")).text == text


@pytest.mark.parametrize(
    "heading", ["Besiut", "Bes1ut", "Beslut!", "Förslaq till beslut", "Reservatlon", "Ärendebeskrivninq"]
)
def test_a_heading_is_known_with_a_misread_letter(heading: str) -> None:
    assert zones(f"§ 7 Plan\n\nText som står här.\n\n{heading}\nPlanen antas.\n")[heading] == "heading"


@pytest.mark.parametrize("word", ["Besluta", "Partner", "Analyst", "Förslagen"])
def test_another_word_is_no_misread_heading(word: str) -> None:
    assert heading_of(word) is None


def test_a_sentence_that_breaks_off_before_a_list_proposes() -> None:
    found = zones(
        "Norrby\n\n§ 7 Plan\n\nBeslut\nPlanen antas.\n\nChefen föreslår att nämnden i sin budget\n1. avsätter 2 tkr\n"
    )
    assert (found["Planen antas."], found["1. avsätter 2 tkr"]) == ("decision", "proposal")
