from __future__ import annotations

import re

import pytest

from .amounts_found import brief


@pytest.mark.parametrize(
    "text",
    [
        "Kommunen svarar för 40 procent av kostnaderna.",
        "Bidraget utgör högst 50 % av de stödberättigande kostnaderna.",
        "Medfinansieringen uppgår till 25 procent.",
        "Finansieringsgraden är 60 procent.",
        "Projektledaren arbetar 80 procent.",
        "En samordnare anställs på 50 procent.",
        "Kommunen bidrar med en tjänst på 75 %.",
        "Tjänsten är på 100 procent och placeras i Sundby.",
        "Tjänsten (50 %) finansieras av regionen.",
        "Vite utgår med 10 procent av kontraktssumman.",
        "Vid försening betalas vite om 1 % av avgiften per vecka.",
        "Kommunerna delar på kostnaden med 50 procent vardera.",
        "Fördelningen är 60 procent för regionen och 40 procent för kommunen.",
        "Fördelningsnyckeln är: Norrby kommun 35 %, Sundby kommun 65 %.",
        "Kostnaderna fördelas enligt följande: Norrby 45 procent, Sundby 30 procent och Väsby 25 procent.",
        "Indirekta kostnader ersätts med en schablon på 15 procent.",
        "Schablonpåslag 40 % på direkta personalkostnader.",
        "Handpenningen är 10 % av köpeskillingen.",
        "En administrativ avgift på 3 procent tas ut på varje faktura.",
        "Leverantören lämnar en rabatt på 12 procent.",
        "Region Norrby finansierar 33 procent.",
        "Resterande 20 % finansieras med egna medel.",
        "Statsbidraget täcker 70 procent av lönekostnaden.",
        "80 procent av bidraget betalas ut vid projektstart och 20 procent efter slutrapport.",
        "Förskott betalas med 30 procent.",
        "Säkerhet ska ställas med 10 procent av kontraktssumman.",
        "EU-stödet är 50 % och den nationella medfinansieringen 50 %.",
        "Kommunens andel är 35 procent.",
        "Parternas andelar är 50 procent vardera.",
        "Självrisken är 10 procent av basbeloppet.",
        "Stödet lämnas med högst 40 procent av underlaget.",
        "Arbetstiden motsvarar 20 procent av en heltid.",
        "Regionen avsätter 40 procent av en handläggares arbetstid.",
        "Av beloppet innehålls 10 procent till dess att slutrapporten godkänts.",
        "Utvecklingsledaren lägger 30 procent av sin tid på projektet.",
        "Hyresgästen betalar 62 procent av elkostnaden.",
        "Kommunen ersätter föreningen med 90 procent av hyran.",
        "Bidraget sänks med 25 procent av beloppet om rapporten är sen.",
        "Till 50 % finansieras projektet av Tillväxtverket.",
        "Kostnaden 400 000 kr (50 %) betalas av regionen.",
        "Hälften, 50 procent, av intäkterna tillfaller kommunen.",
        "Avgiften är 5 procent av omsättningen.",
        "Delfinansiering: EU 60 %, regionen 40 %",
        "Andel av kostnaden 25 %",
        "Sysselsättningsgraden är 75 procent.",
        "Tjänstgöringsgrad: 80 %",
        "Kommunen står för 40 procent respektive 75 procent av kostnaderna år ett och två.",
        "Medlen fördelas med 60 % till kommunerna och 40 % till regionen.",
        "LFV ersätter 70 % av driftunderskottet.",
        "Uppräkning sker av 70 procent av ersättningen enligt AKI.",
        "En provision om 4 procent utgår på försäljningen.",
        "Ersättningen till föreningen utgör 15 procent av biljettintäkterna.",
        "Norrby kommun betalar 3/4 och Sundby kommun 25 procent av underskottet.",
        "Vi söker 50 procent i stöd.",
        "Förbundets kostnader fördelas så att 70 procent fördelas efter invånarantal och 30 procent efter ärenden.",
        "Under 2024 täcks 80 procent, under 2025 60 procent och under 2026 40 procent.",
        "Medel motsvarande 10 procent av anslaget hålls inne.",
        "Den offentliga finansieringen får inte överstiga 75 %.",
        "Bidrag beviljas med 30 procent av godkända kostnader, dock högst 200 000 kr.",
    ],
)
def test_shares_divide_money_or_work(text: str) -> None:
    assert [one for one in brief(text) if one.endswith("%")] == [f"{share}%" for share in _shares(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Av eleverna har 91 procent behörighet till gymnasiet.",
        "91 procent av hushållen har tillgång till fiber.",
        "Antalet resor ökade med 12 procent jämfört med 2022.",
        "Kostnaderna har ökat med 4 procent sedan 2021.",
        "Budgeten har räknats upp med 2,5 procent.",
        "Hyran höjs med 2 procent per år.",
        "Priserna justeras med högst 3 procent årligen.",
        "Skatteintäkterna ökade med 3,1 procent.",
        "Soliditeten uppgår till 47 procent.",
        "Sjukfrånvaron var 6,1 procent.",
        "Målet är att 40 procent av deltagarna ska vara kvinnor.",
        "Motionen fick 55 procent av rösterna.",
        "78 procent var nöjda med kursen.",
        "Enkätens svarsfrekvens var 62 procent.",
        "Arbetslösheten i länet är 7,4 procent.",
        "Andelen kvinnor i styrelserna är 38 procent.",
        "Andelen ekologiska livsmedel ska vara 50 procent.",
        "Befolkningen minskade med 0,8 procent.",
        "Utsläppen ska minska med 85 procent till 2030.",
        "Måluppfyllelsen är 88 %.",
        "Tågens punktlighet var 92 procent.",
        "Cirka 60 procent av länets företag har färre än tio anställda.",
        "I dag är 6 procent av deltagarna kvinnor.",
        "Beläggningen var 95 procent.",
        "Dröjsmålsränta utgår med 8 procent.",
        "Inflationen väntas bli 2 procent.",
        "Av de svarande anser 71 procent att bussarna går för sällan.",
        "Fukthalten får vara högst 17 procent.",
        "Fiberutbyggnaden når 96 procent av fastigheterna.",
        "Alkoholhalten är 3,5 %.",
        "Resandet är 20 procent lägre än före pandemin.",
        "Elförbrukningen minskade 15 procent.",
        "Kommunens befolkning över 65 år utgör 28 procent.",
        "KPI steg med 9,7 procent.",
        "Det är 15 procent fler än året innan.",
        "Moms tillkommer med 25 procent.",
        "Återvinningsgraden var 54 procent.",
        "Cirka 30 procent av ytan är skog.",
        "Lutningen är högst 5 procent.",
        "Nära 70 procent av invånarna bor i tätort.",
        "Luftfuktigheten ska vara 40 procent.",
        "Projektet har nått 80 procent av målgruppen.",
        "Av 120 sökande antogs 45 procent.",
        "Personalomsättningen var 11 procent.",
        "Täckningsgraden för mobiltelefoni är 83 procent av länets yta.",
        "Närvaron vid mötena har varit 85 procent.",
        "Linjen har tappat 14 procent av resenärerna.",
        "Arbetet är färdigt till 60 procent.",
    ],
)
def test_percentages_that_describe_are_no_shares(text: str) -> None:
    assert brief(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Energimyndigheten lägger 3,2 mnkr, vilket motsvarar 50 %.", ["3200000", "50%"]),
        ("Hyran är till 80 procent, eller 1 028 160 kr, bunden.", ["80%", "1028160"]),
        ("Staten fördelar 36 miljarder kronor, varav länet får 2,1 %.", ["36000000000", "2.1%"]),
        ("Omsättningen ökade med 4 mnkr eller 3 procent.", ["4000000"]),
        ("Tio\nprocent av bidraget hålls inne.", ["10%"]),
    ],
)
def test_shares_beside_sums(text: str, found: list[str]) -> None:
    assert brief(text) == found


def _shares(text: str) -> list[str]:
    return [share.replace(",", ".") for share in re.findall(r"([\d,]+) (?:%|procent)", text)]
