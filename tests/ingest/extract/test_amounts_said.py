"""What amounts are for, who pays whom and how exactly: documents of one sentence, through the whole pipeline.

None where the text does not say: wrong is worse than nothing.
"""

from __future__ import annotations

from typing import Final

import pytest

from avtalsarkiv.corpus.facts import Amount
from avtalsarkiv.corpus.model import Origin, Page, Quality, Verdict
from avtalsarkiv.ingest.extract.extractor import extract
from avtalsarkiv.ingest.extract.head import describe

MORA: Final = "Mora kommun"
DALARNA: Final = "Region Dalarna"
FJALLGARDAR: Final = "Fjällgårdar AB"
BJORKBACKEN: Final = "Björkbacken Bygg AB"
NORRSKOG: Final = "Norrskog Entreprenad AB"
NAMNDEN: Final = "Kultur- och fritidsnämnden"
SKIDKLUBBEN: Final = "Mora Skidklubb"


def _between(title: str, one: str, its: str, other: str, others: str) -> str:
    parties = f"{one}, nedan kallad {its}, och {other}, nedan kallad {others}"
    return f"{title}\n\nMellan {parties}, har följande avtal träffats.\n\n"


AGREEMENT: Final = _between("AVTAL", MORA, "Kommunen", DALARNA, "Regionen")
LEASE: Final = _between("HYRESAVTAL", FJALLGARDAR, "Hyresvärden", MORA, "Hyresgästen")
SALE: Final = _between("KÖPEKONTRAKT", MORA, "Säljaren", BJORKBACKEN, "Köparen")
FRAMEWORK: Final = _between("RAMAVTAL", MORA, "Beställaren", NORRSKOG, "Leverantören")
MINUTES: Final = f"{MORA}\nPROTOKOLL\n{NAMNDEN}\nSammanträdesdatum 2025-03-04\n\n§ 12 Bidrag till föreningar\n\n"

# fmt: off
SAID: Final = [
    (AGREEMENT, "Kommunen betalar 400 000 kronor till Regionen.", "400 000 kronor", "payment", MORA, DALARNA, None),
    (AGREEMENT, "Kommunen svarar för 60 procent av kostnaderna och Regionen för 40 procent.",
     "60 procent", "part", MORA, None, None),
    (AGREEMENT, "Kommunen svarar för 60 procent av kostnaderna och Regionen för 40 procent.",
     "40 procent", "part", DALARNA, None, None),
    (AGREEMENT, "Regionen bidrar med 250 tkr per år.", "250 tkr", "payment", DALARNA, None, None),
    (AGREEMENT, "Regionen finansierar tjänsten med 300 000 kr.", "300 000 kr", "payment", DALARNA, None, None),
    (AGREEMENT, "Kommunen ersätter Regionen med 85 000 kr per kvartal.", "85 000 kr", "payment", MORA, DALARNA, None),
    (AGREEMENT, "Regionen erhåller 1,2 mnkr från Kommunen.", "1,2 mnkr", "payment", MORA, DALARNA, None),
    (AGREEMENT, "Regionen fakturerar Kommunen 45 000 kr i juni.", "45 000 kr", "payment", MORA, DALARNA, None),
    (AGREEMENT, "Kommunen debiteras 650 kr per timme av Regionen.", "650 kr", "unit_price", MORA, DALARNA, None),
    (AGREEMENT, "Ersättningen uppgår till 500 000 kronor per år.", "500 000 kronor", "payment", None, None, None),
    (AGREEMENT, "Ersättningen får inte överstiga 500 000 kronor per år.",
     "500 000 kronor", "ceiling", None, None, "at_most"),
    (AGREEMENT, "Kommunens ersättning till Regionen är 75 000 kronor per år.",
     "75 000 kronor", "payment", MORA, DALARNA, None),
    (AGREEMENT, "Kostnaden fördelas med 55 % för Kommunen och 45 % för Regionen.", "55 %", "part", MORA, None, None),
    (AGREEMENT, "Kostnaden fördelas med 55 % för Kommunen och 45 % för Regionen.",
     "45 %", "part", DALARNA, None, None),
    (AGREEMENT, "Enligt det tidigare avtalet betalade Kommunen 300 000 kronor per år.",
     "300 000 kronor", "earlier_agreement", MORA, None, None),
    (AGREEMENT, "Detta avtal ersätter avtalet från 2019, där ersättningen var 280 000 kr.",
     "280 000 kr", "earlier_agreement", None, None, None),
    (AGREEMENT, "Vid försenad leverans utgår vite med 5 000 kronor per påbörjad vecka.",
     "5 000 kronor", "penalty", None, None, None),
    (AGREEMENT, "Den sammanlagda kostnaden för hela avtalstiden beräknas till 3,6 mnkr.",
     "3,6 mnkr", "total", None, None, "about"),
    (AGREEMENT, "Verksamheten har en budget om 4 200 tkr, varav Kommunen står för 2 100 tkr.",
     "4 200 tkr", "budget", None, None, None),
    (AGREEMENT, "Verksamheten har en budget om 4 200 tkr, varav Kommunen står för 2 100 tkr.",
     "2 100 tkr", "part", MORA, None, None),
    (AGREEMENT, "Parterna bidrar med vardera 200 000 kr.", "200 000 kr", "payment", None, None, None),
    (AGREEMENT, "Kommunen skall erlägga 125 000 kr senast den 1 mars.", "125 000 kr", "payment", MORA, None, None),
    (AGREEMENT, "Regionen åtar sig att medfinansiera projektet med högst 900 000 kr.",
     "900 000 kr", "grant", DALARNA, None, "at_most"),
    (LEASE, "Hyran är 240 000 kronor per år.", "240 000 kronor", "payment", None, None, None),
    (LEASE, "Hyran utgör 1 150 kr per kvm och år exklusive moms.", "1 150 kr", "unit_price", None, None, None),
    (LEASE, "Hyresgästen ska lämna en deposition om 60 000 kr.", "60 000 kr", "deposit", MORA, None, None),
    (LEASE, "Hyran betalas av Hyresgästen med 20 000 kr per månad till Hyresvärden.",
     "20 000 kr", "payment", MORA, FJALLGARDAR, None),
    (LEASE, "Som säkerhet ställer Hyresgästen en bankgaranti på 150 000 kr.",
     "150 000 kr", "deposit", MORA, None, None),
    (LEASE, "Hyresvärden bekostar anpassningar upp till 80 000 kr.",
     "80 000 kr", "ceiling", FJALLGARDAR, None, "at_most"),
    (SALE, "Köpeskillingen är 2 450 000 kronor.", "2 450 000 kronor", "total", None, None, None),
    (SALE, "Köparen betalar handpenning med 245 000 kronor vid undertecknandet.",
     "245 000 kronor", "deposit", BJORKBACKEN, None, None),
    (SALE, "Säljaren överlåter fastigheten till Köparen för en köpeskilling av 900 000 kronor.",
     "900 000 kronor", "total", None, None, None),
    (SALE, "Resterande 2 205 000 kronor erläggs på tillträdesdagen.", "2 205 000 kronor", "part", None, None, None),
    (SALE, "Vid kontraktsbrott ska Köparen till Säljaren betala ett vite om 500 000 kronor.",
     "500 000 kronor", "penalty", BJORKBACKEN, MORA, None),
    (SALE, "Exploateringsbidraget uppgår till 1 200 kr per kvm BTA.", "1 200 kr", "unit_price", None, None, None),
    (FRAMEWORK, "Timpriset är 785 kr exkl. moms.", "785 kr", "unit_price", None, None, None),
    (FRAMEWORK, "Takpriset är 1 500 000 kronor.", "1 500 000 kronor", "ceiling", None, None, "at_most"),
    (FRAMEWORK, "Avropen beräknas till cirka 2 miljoner kronor per år.",
     "2 miljoner kronor", None, None, None, "about"),
    (FRAMEWORK, "Leverantören debiterar 450 kr per påbörjad timme.", "450 kr", "unit_price", None, NORRSKOG, None),
    (FRAMEWORK, "Beställaren har rätt till vite med 10 000 kr för varje utebliven leverans.",
     "10 000 kr", "penalty", None, MORA, None),
    (FRAMEWORK, "Leverantören ska ha en ansvarsförsäkring om minst 10 miljoner kronor.",
     "10 miljoner kronor", None, None, None, "at_least"),
    (FRAMEWORK, "Beställaren faktureras 12 000 kr per månad.", "12 000 kr", "payment", MORA, None, None),
    (FRAMEWORK, "Fakturor under 500 kr betalas inte.", "500 kr", None, None, None, None),
    (FRAMEWORK, "Priset är 95 kr/st.", "95 kr", "unit_price", None, None, None),
    (MINUTES, f"Beslut\n{NAMNDEN} beslutar att bevilja Mora Skidklubb 40 000 kronor för 2025.",
     "40 000 kronor", "grant", NAMNDEN, SKIDKLUBBEN, None),
    (MINUTES, "Beslut\nMora Skidklubb beviljas 40 000 kronor.", "40 000 kronor", "grant", None, SKIDKLUBBEN, None),
    (MINUTES, f"Beslut\n{NAMNDEN} avslår ansökan från Mora Skidklubb om 75 000 kronor.",
     "75 000 kronor", "rejected", None, SKIDKLUBBEN, None),
    (MINUTES, "Beslut\nMedlen, 30 000 kronor, belastar nämndens budget för 2025.",
     "30 000 kronor", None, None, None, None),
    (MINUTES, "Förslag till beslut\nFörvaltningen föreslår att nämnden anslår 90 000 kr.",
     "90 000 kr", "proposed", None, None, None),
    (MINUTES, "Yrkande\nErik Ek (S) yrkar att bidraget höjs till 120 000 kr.",
     "120 000 kr", "proposed", None, None, None),
    (MINUTES, "Sammanfattning av ärendet\nMora Skidklubb ansöker om 75 000 kr till ny belysning.",
     "75 000 kr", "proposed", None, SKIDKLUBBEN, None),
    (MINUTES, "Bakgrund\nStaten satsar 170 miljoner kronor på idrotten.",
     "170 miljoner kronor", "background", None, None, None),
    (MINUTES, f"Beslut\n{NAMNDEN} beslutar att avsätta 200 tkr ur budget 2025.",
     "200 tkr", "budget", NAMNDEN, None, None),
    (MINUTES, "Beslut\nAtt 15 000 kr utbetalas till Mora Skidklubb.",
     "15 000 kr", "payment", None, SKIDKLUBBEN, None),
    (MINUTES, "Bakgrund\nFörra året beviljades Mora Skidklubb 35 000 kr.",
     "35 000 kr", "grant", None, SKIDKLUBBEN, None),
    (MINUTES, "Beslut\nNämndens underskott om 3,4 mnkr noteras.", "3,4 mnkr", None, None, None, None),
    (MINUTES, "Beslut\nMora kommun går i borgen för Mora Skidklubbs lån intill ett belopp av 2 000 000 kronor.",
     "2 000 000 kronor", "ceiling", None, None, "at_most"),
    (MINUTES, "Beslut\nRegion Dalarna betalar ut bidraget, 25 000 kr, till Mora Skidklubb.",
     "25 000 kr", "grant", DALARNA, SKIDKLUBBEN, None),
    (MINUTES, "Beslut\nAvgiften fastställs till 350 kr per barn och månad.",
     "350 kr", "unit_price", None, None, None),
    (MINUTES, "Beslut\nÖvriga ansökningar, sammanlagt 260 000 kr, avslås.",
     "260 000 kr", "rejected", None, None, None),
    (MINUTES, "Ekonomi\nProjektets totala kostnad är 1 800 000 kr, varav Region Dalarna finansierar 900 000 kr.",
     "1 800 000 kr", "total", None, None, None),
    (MINUTES, "Ekonomi\nProjektets totala kostnad är 1 800 000 kr, varav Region Dalarna finansierar 900 000 kr.",
     "900 000 kr", "part", DALARNA, None, None),
    (AGREEMENT, "Regionen skjuter till 150 000 kr för år 2026.", "150 000 kr", "grant", DALARNA, None, None),
    (AGREEMENT, "Kommunen köper tjänsten av Regionen för 320 000 kr per år.",
     "320 000 kr", "payment", MORA, DALARNA, None),
    (AGREEMENT, "För tjänsten betalar Kommunen till Regionen 88 000 kronor årligen.",
     "88 000 kronor", "payment", MORA, DALARNA, None),
    (AGREEMENT, "Regionens del av kostnaden är 35 procent.", "35 procent", "part", DALARNA, None, None),
    (AGREEMENT, "Av kostnaden bär Kommunen 70 % och Regionen resterande 30 %.", "70 %", "part", MORA, None, None),
    (AGREEMENT, "Av kostnaden bär Kommunen 70 % och Regionen resterande 30 %.", "30 %", "part", DALARNA, None, None),
    (AGREEMENT, "Kostnadsfördelning: Kommunen 60 procent, Regionen 40 procent.",
     "60 procent", "part", MORA, None, None),
    (AGREEMENT, "Kostnadsfördelning: Kommunen 60 procent, Regionen 40 procent.",
     "40 procent", "part", DALARNA, None, None),
    (AGREEMENT, "Överskottet fördelas med 55 % till Kommunen och 45 % till Regionen.",
     "55 %", "part", None, MORA, None),
    (AGREEMENT, "Överskottet fördelas med 55 % till Kommunen och 45 % till Regionen.",
     "45 %", "part", None, DALARNA, None),
    (AGREEMENT, "Vid uppsägning i förtid återbetalar Regionen 100 000 kr till Kommunen.",
     "100 000 kr", "payment", DALARNA, MORA, None),
    (AGREEMENT, "Länets turistnäring omsätter cirka 4,2 miljarder kronor.",
     "4,2 miljarder kronor", None, None, None, "about"),
    (AGREEMENT, "Ersättningen indexuppräknas årligen från grundbeloppet 410 000 kr.",
     "410 000 kr", "payment", None, None, None),
    (AGREEMENT, "Kommunen ska inte betala mer än 50 000 kr.", "50 000 kr", "payment", MORA, None, "at_most"),
    (AGREEMENT, "Parternas ansvar är begränsat till 2 miljoner kronor.",
     "2 miljoner kronor", "ceiling", None, None, "at_most"),
    (LEASE, "Hyresgästen betalar en hyra om 18 500 kr i månaden.", "18 500 kr", "payment", MORA, None, None),
    (LEASE, "Hyresvärden svarar för ombyggnad till en kostnad av högst 400 000 kr.",
     "400 000 kr", "ceiling", FJALLGARDAR, None, "at_most"),
    (LEASE, "Påminnelseavgift utgår med 60 kr.", "60 kr", "penalty", None, None, None),
    (LEASE, "Tidigare hyra var 210 000 kr per år.", "210 000 kr", "earlier_agreement", None, None, None),
    (LEASE, "Årshyran utgör 350 000 kronor, varav 50 000 kronor avser värme.",
     "350 000 kronor", "payment", None, None, None),
    (LEASE, "Årshyran utgör 350 000 kronor, varav 50 000 kronor avser värme.",
     "50 000 kronor", "part", None, None, None),
    (SALE, "Köparen ska senast den 1 juni 2026 till Säljaren erlägga 1 000 000 kr.",
     "1 000 000 kr", "payment", BJORKBACKEN, MORA, None),
    (SALE, "Köparen ställer säkerhet om 3 000 000 kronor i form av bankgaranti.",
     "3 000 000 kronor", "deposit", BJORKBACKEN, None, None),
    (SALE, "Markpriset är 2 200 kr/kvm BTA.", "2 200 kr", "unit_price", None, None, None),
    (SALE, "Säljaren ersätter Köparen med 45 000 kr för röjning.", "45 000 kr", "payment", MORA, BJORKBACKEN, None),
    (FRAMEWORK, "Konsultarvode utgår med 1 050 kronor per timme.", "1 050 kronor", "unit_price", None, None, None),
    (FRAMEWORK, "Det sammanlagda värdet av ramavtalet uppskattas till 12 mnkr.",
     "12 mnkr", "total", None, None, "about"),
    (FRAMEWORK, "Leverantören erlägger vite till Beställaren med 2 000 kr per dag.",
     "2 000 kr", "penalty", NORRSKOG, MORA, None),
    (FRAMEWORK, "Leverantören får en ersättning om 85 000 kr per uppdrag av Beställaren.",
     "85 000 kr", "unit_price", MORA, NORRSKOG, None),
    (FRAMEWORK, "Avropas för mer än 1 miljon kronor ska ny upphandling göras.",
     "1 miljon kronor", None, None, None, None),
    (MINUTES, f"Beslut\n{NAMNDEN} beviljar Mora Skidklubb en förlustgaranti på 20 000 kr.",
     "20 000 kr", "grant", NAMNDEN, SKIDKLUBBEN, None),
    (MINUTES, "Beslut\nMora Skidklubb tilldelas 25 000 kr i föreningsbidrag.",
     "25 000 kr", "grant", None, SKIDKLUBBEN, None),
    (MINUTES, "Ärendebeskrivning\nMora Skidklubb har sökt 55 000 kr av nämnden.",
     "55 000 kr", "proposed", None, SKIDKLUBBEN, None),
    (MINUTES, "Beslut\nAnslå 300 tkr till Mora Skidklubb.", "300 tkr", "budget", None, SKIDKLUBBEN, None),
    (MINUTES, "Beslut\nKostnaden, 45 000 kr, finansieras ur nämndens ram.", "45 000 kr", None, None, None, None),
    (MINUTES, "Bakgrund\nRegion Dalarna har sedan 2019 finansierat verksamheten med 2 mnkr.",
     "2 mnkr", "background", DALARNA, None, None),
    (MINUTES, "Förslag till beslut\nMora Skidklubb beviljas 40 000 kr.",
     "40 000 kr", "proposed", None, SKIDKLUBBEN, None),
]
# fmt: on


@pytest.mark.parametrize(("document", "text", "printed", "role", "payer", "payee", "hedge"), SAID)
def test_what_a_sentence_says_of_its_amount(
    document: str, text: str, printed: str, role: str | None, payer: str | None, payee: str | None, hedge: str | None
) -> None:
    one = _amount(f"{document}{text}\n", printed)
    assert (one.role, one.payer, one.payee, one.hedge) == (role, payer, payee, hedge)


def test_a_table_of_who_finances_says_who_pays() -> None:
    table = "Finansiering (kr)      2025      2026\nMora kommun        200 000   210 000\n"
    assert _amount(AGREEMENT + table, "210 000").payer == MORA


@pytest.mark.parametrize(
    ("said", "span"),
    [
        ("Avtalet gäller 2025-01-01 till 2027-12-31.", ("2025-01-01", "2027-12-31")),
        ("Avtalet gäller 2025-01-01 till 2027-12-31. Projektet pågår 2025-02-01 till 2026-03-31.", (None, None)),
        ("Avtalet gäller tills vidare.", (None, None)),
    ],
)
def test_what_is_paid_each_year_is_for_the_only_term(said: str, span: tuple[str | None, str | None]) -> None:
    listed = f"{said}\n\nParterna betalar följande belopp per år:\n\nMora kommun        200 000 kr\n"
    one = _amount(AGREEMENT + listed, "200 000 kr")
    assert (one.per, one.from_, one.to, one.payer) == ("year", *span, MORA)


def _amount(text: str, printed: str) -> Amount:
    pages = [Page(1, text, Origin.PLAIN, Quality(Verdict.KEEP, ""))]
    facts = extract(pages, describe(text.partition("\n")[0], pages)).facts
    return next(fact.content for fact in facts if isinstance(fact.content, Amount) and fact.text == printed)
