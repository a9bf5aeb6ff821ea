"""Texts that name somebody, made by a second author who did not read the rules before writing this.

Each kind has a maker of one detail in Dutch or English, and one of a look-alike: something of nearly the same shape
that names nobody. All of it is made from a seed; none of it belongs to a person.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

FIRST = [
    "noor",
    "bram",
    "sefa",
    "mila",
    "joris",
    "amira",
    "tygo",
    "lena",
    "daan",
    "ilse",
    "wout",
    "yara",
    "koen",
    "fenna",
]
LAST = [
    "visser",
    "dijkman",
    "ozturk",
    "kowalska",
    "haddad",
    "peters",
    "vanleeuwen",
    "smit",
    "okafor",
]
HOUSES = [
    "voorbeeld",
    "example",
    "mailhuis",
    "postvak",
    "kabelnet",
    "zorgpunt",
    "gemeente-ergens",
    "school.groenveld",
]
ENDINGS = ["nl", "com", "eu", "org", "net", "be", "co.uk", "gov.uk", "edu", "amsterdam", "pl"]
STREET_STEMS = [
    "Kerk",
    "Molen",
    "Linden",
    "Beuken",
    "Station",
    "Wilhelmina",
    "Vondel",
    "Ooster",
    "Zuider",
    "Spoor",
    "Haven",
    "Merel",
    "Tulpen",
]
STREET_KINDS = [
    "straat",
    "laan",
    "weg",
    "plein",
    "kade",
    "gracht",
    "dreef",
    "singel",
    "steeg",
    "pad",
    "hof",
    "dijk",
    "plantsoen",
    "park",
    "wal",
    "markt",
    "baan",
    "ring",
]
ROAD_NAMES = [
    "Church",
    "Mill",
    "Station",
    "Victoria",
    "Queens",
    "Orchard",
    "Green",
    "Park",
    "School",
    "Chapel",
    "Albert",
    "Manor",
    "Elm",
    "Oak",
]
ROAD_KINDS = [
    "Road",
    "Street",
    "Lane",
    "Avenue",
    "Close",
    "Drive",
    "Crescent",
    "Gardens",
    "Terrace",
    "Way",
    "Court",
    "Place",
    "Grove",
    "Rd",
    "St",
    "Ave",
    "Ln",
    "Dr",
    "Cl",
]
TOWNS = ["Utrecht", "Zwolle", "Breda", "Assen", "Almere", "Goes", "Tiel", "Veenendaal"]
ENGLISH_TOWNS = ["Leeds", "Bristol", "Derby", "York", "Norwich"]
MONTHS = {
    "nl": [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}
SHORT_MONTHS = {
    "nl": ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sept", "okt", "nov", "dec"],
    "en": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
}
CONDITIONS = {
    "nl": (
        "ADHD",
        "adhd",
        "ADD",
        "autisme",
        "een vorm van autisme",
        "een autismespectrumstoornis",
        "ASS",
        "PDD-NOS",
        "Asperger",
        "PTSS",
        "een posttraumatische stressstoornis",
        "borderline",
        "een persoonlijkheidsstoornis",
        "een hechtingsstoornis",
        "een reactieve hechtingsstoornis",
        "een depressie",
        "een postnatale depressie",
        "een angststoornis",
        "een dwangstoornis",
        "een eetstoornis",
        "anorexia",
        "boulimia",
        "schizofrenie",
        "een bipolaire stoornis",
        "psychoses",
        "epilepsie",
        "diabetes",
        "suikerziekte",
        "astma",
        "een verstandelijke beperking",
        "een licht verstandelijke beperking",
        "LVB",
        "FAS",
        "het foetaal alcoholsyndroom",
        "het syndroom van Down",
        "het syndroom van Gilles de la Tourette",
        "Tourette",
        "dyslexie",
        "dyscalculie",
        "ODD",
        "een gedragsstoornis",
        "een alcoholverslaving",
        "is verslaafd aan drugs",
        "hiv",
        "kanker",
        "een burn-out",
        "een verslaving",
        "is depressief",
        "is autistisch",
        "is psychotisch",
        "multiple sclerose",
        "hepatitis B",
    ),
    "en": (
        "ADHD",
        "adhd",
        "ADD",
        "autism",
        "an autism spectrum disorder",
        "ASD",
        "Asperger's",
        "PTSD",
        "post-traumatic stress disorder",
        "borderline personality disorder",
        "a personality disorder",
        "an attachment disorder",
        "reactive attachment disorder",
        "depression",
        "postnatal depression",
        "an anxiety disorder",
        "OCD",
        "an eating disorder",
        "anorexia",
        "bulimia",
        "schizophrenia",
        "bipolar disorder",
        "psychosis",
        "epilepsy",
        "diabetes",
        "asthma",
        "a learning disability",
        "an intellectual disability",
        "FASD",
        "foetal alcohol syndrome",
        "fetal alcohol syndrome",
        "Down syndrome",
        "Down's syndrome",
        "Tourette's",
        "dyslexia",
        "dyscalculia",
        "ODD",
        "a conduct disorder",
        "an addiction to alcohol",
        "is addicted to drugs",
        "HIV",
        "cancer",
        "burnout",
        "is an alcoholic",
        "is autistic",
        "is bipolar",
        "is clinically depressed",
        "multiple sclerosis",
        "hepatitis B",
        "cerebral palsy",
    ),
}


def digits(pick: random.Random, amount: int) -> str:
    return "".join(pick.choice("0123456789") for _ in range(amount))


def citizen_number(pick: random.Random) -> str:
    """A number that passes the check of a Dutch citizen number (nine digits, the sum of their weights by eleven)."""
    while True:
        number = digits(pick, 8)
        rest = (
            sum(int(digit) * weight for digit, weight in zip(number, range(9, 1, -1), strict=True))
            % 11
        )
        if rest < 10 and number[0] != "0":
            return f"{number}{rest}"


def telephone(pick: random.Random, language: str) -> str:
    eight = digits(pick, 8)
    a, b, c, d = eight[:2], eight[2:4], eight[4:6], eight[6:]
    area = pick.choice(("010", "020", "030", "070", "050", "038", "024"))
    town = pick.choice(("0318", "0229", "0594", "0113", "0495"))
    seven = f"{pick.randint(2, 9)}{digits(pick, 6)}"
    dutch = (
        f"06-{eight}",
        f"06 {eight}",
        f"06{eight}",
        f"06 {a} {b} {c} {d}",
        f"06-{a} {b} {c} {d}",
        f"06.{a}.{b}.{c}.{d}",
        f"06-{a}-{b}-{c}-{d}",
        f"06/{eight}",
        f"06 - {a}{b} {c}{d}",
        f"06 {eight[:3]} {eight[3:6]} {eight[6:]}",
        f"06 {eight[:4]} {eight[4:]}",
        f"+31 6 {eight}",
        f"+316{eight}",
        f"+31-6-{eight}",
        f"+31 (0)6 {a} {b} {c} {d}",
        f"+31(0)6{eight}",
        f"0031 6 {eight[:4]} {eight[4:]}",
        f"00316{eight}",
        f"{area}-{seven}",
        f"{area} {seven[:3]} {seven[3:5]} {seven[5:]}",
        f"({area}) {seven[:3]} {seven[3:]}",
        f"{area}{seven}",
        f"{town}-{seven[:6]}",
        f"{town} {seven[:3]} {seven[3:6]}",
        f"({town}) {seven[:6]}",
        f"+32 4{digits(pick, 2)} {a} {b} {c}",
        f"+48 {digits(pick, 3)} {digits(pick, 3)} {digits(pick, 3)}",
        f"+380 67 {digits(pick, 3)} {digits(pick, 4)}",
        f"+49 15{digits(pick, 1)} {eight}",
        f"+90 5{digits(pick, 2)} {digits(pick, 3)} {a} {b}",
    )
    british = (
        f"07{digits(pick, 9)}",
        f"07{digits(pick, 3)} {digits(pick, 6)}",
        f"07{digits(pick, 3)} {digits(pick, 3)} {digits(pick, 3)}",
        f"07{digits(pick, 3)}-{digits(pick, 6)}",
        f"+44 7{digits(pick, 3)} {digits(pick, 6)}",
        f"+447{digits(pick, 9)}",
        f"+44 (0)7{digits(pick, 3)} {digits(pick, 6)}",
        f"020 7{digits(pick, 3)} {digits(pick, 4)}",
        f"(0113) {digits(pick, 3)} {digits(pick, 4)}",
        f"0161 {digits(pick, 3)} {digits(pick, 4)}",
        f"01865 {digits(pick, 6)}",
        f"+353 87 {digits(pick, 3)} {digits(pick, 4)}",
    )
    return pick.choice(dutch if language == "nl" or pick.random() < 0.3 else british)


def e_mail(pick: random.Random, language: str) -> str:
    first, last, house, ending = (pick.choice(words) for words in (FIRST, LAST, HOUSES, ENDINGS))
    name = pick.choice(
        (
            first,
            f"{first}.{last}",
            f"{first}_{last}{pick.randint(1, 99)}",
            f"{first[0]}.{last}",
            f"{first}-{last}",
            f"{first}+school",
            f"{first}{pick.randint(1980, 2012)}",
            f"fam.{last}",
        )
    )
    at = pick.choices(("@", " @ ", " (at) ", "[at]"), (30, 1, 1, 1))[0]
    address = f"{name}{at}{house}.{ending}"
    return pick.choice(
        (address, address, address.upper(), f"<{address}>", f"mailto:{address}", address.title())
    )


def address(pick: random.Random, language: str) -> str:
    number = str(pick.choice((pick.randint(1, 99), pick.randint(100, 1200))))
    letters = "".join(pick.choice("ABCDEGHJKLNPRTVWXZ") for _ in range(2))
    if language == "nl":
        house = number + pick.choice(
            ("", "", "", "a", "B", " a", "-2", "-III", " bis", "/3", "-hs", " II", "-B12")
        )
        street = pick.choice(STREET_STEMS) + pick.choice(STREET_KINDS)
        long = pick.choice(
            (
                f"Van der {pick.choice(LAST).title()}{pick.choice(STREET_KINDS)}",
                f"Laan van {pick.choice(TOWNS)}",
                f"{pick.randint(1, 4)}e {street}",
                f"Oude {street}",
                f"Burg. {pick.choice(LAST).title()}laan",
                f"Prof. dr. {pick.choice(LAST).title()}straat",
                f"{pick.choice(STREET_STEMS)}str.",
                f"Korte {street}",
                f"{pick.choice(LAST).title()} {pick.choice(LAST).title()}straat",
            )
        )
        code = f"{pick.randint(1000, 9999)}{pick.choice((' ', ''))}{letters}"
        town = pick.choice(TOWNS)
        return pick.choice(
            (
                f"{street} {house}",
                f"{street} {house}",
                f"{street.lower()} {house}",
                f"{long} {house}",
                f"{street} {house}, {code} {town}",
                f"{street} {house} te {town}",
                f"{street} nr. {number}",
                f"{street} nummer {number}",
                f"{code} {town}",
                f"{code.upper()} {town.upper()}",
                f"{street}, {code}",
                f"postcode {code}",
                f"{code}",
                f"Postbus {number}",
            )
        )
    road = f"{pick.choice(ROAD_NAMES)} {pick.choice(ROAD_KINDS)}"
    area = pick.choice(["LS", "BS", "DE", "YO", "NR", "M", "B", "SW", "N", "EC"])
    code = f"{area}{pick.randint(1, 19)} {pick.randint(1, 9)}{letters}"
    house = number + pick.choice(("", "", "a", "B"))
    return pick.choice(
        (
            f"{house} {road}",
            f"{house} {road}",
            f"{house} {road.lower()}",
            f"{house}, {road}",
            f"Flat {pick.randint(1, 30)}, {house} {road}",
            f"Flat {pick.randint(1, 30)} {house} {road}",
            f"{house} {road}, {pick.choice(ENGLISH_TOWNS)}",
            f"{house} {road}, {pick.choice(ENGLISH_TOWNS)} {code}",
            code,
            code.replace(" ", ""),
            f"postcode {code}",
            f"PO Box {number}",
        )
    )


def day_in_words(pick: random.Random, language: str, years: tuple[int, int]) -> str:
    day, month, year = pick.randint(1, 28), pick.randint(1, 12), pick.randint(*years)
    name, short = MONTHS[language][month - 1], SHORT_MONTHS[language][month - 1]
    both = (
        f"{day} {name} {year}",
        f"{day:02} {name} {year}",
        f"{day}-{month}-{year}",
        f"{day:02}-{month:02}-{year}",
        f"{day}/{month}/{year}",
        f"{day:02}.{month:02}.{year}",
        f"{year}-{month:02}-{day:02}",
        f"{day}-{month}-{year % 100:02}",
        f"{day} {short} {year}",
        f"{day} {short}. {year}",
        f"{day:02}{month:02}{year}",
    )
    english = (
        f"{name} {day}, {year}",
        f"{name} {day} {year}",
        f"{day}th {name} {year}",
        f"the {day}th of {name} {year}",
    )
    dutch = (f"{day} {name} '{year % 100:02}", f"{day} - {month} - {year}")
    return pick.choice(both + (english if language == "en" else dutch))


def birth(pick: random.Random, language: str) -> str:
    day = day_in_words(pick, language, (1948, 2025))
    name = pick.choice(FIRST).title()
    if language == "nl":
        return pick.choice(
            (
                f"geboren op {day}",
                f"geboren {day}",
                f"geb. {day}",
                f"geb {day}",
                f"geboortedatum: {day}",
                f"geboortedatum {day}",
                f"geboortedatum van {name} is {day}",
                f"geboortedag {day}",
                f"geb.datum {day}",
                f"geb. dat.: {day}",
                f"op {day} geboren",
                f"is {day} geboren",
                f"geboren in {pick.choice(TOWNS)} op {day}",
                f"geboren te {pick.choice(TOWNS)}, {day}",
                f"werd geboren op {day}",
                f"GEBOREN: {day}",
                f"Geboortedatum = {day}",
                f"{name} ({day}) geboren in {pick.choice(TOWNS)}",
            )
        )
    return pick.choice(
        (
            f"born on {day}",
            f"born {day}",
            f"was born on {day}",
            f"date of birth: {day}",
            f"date of birth {day}",
            f"date of birth is {day}",
            f"DOB {day}",
            f"DOB: {day}",
            f"dob {day}",
            f"D.O.B. {day}",
            f"birth date {day}",
            f"birthdate: {day}",
            f"born in {pick.choice(ENGLISH_TOWNS)} on {day}",
            f"on {day} {name} was born",
            f"b. {day}",
        )
    )


def citizen(pick: random.Random, language: str) -> str:
    number = citizen_number(pick)
    three = f"{number[:3]} {number[3:6]} {number[6:]}"
    return pick.choice(
        (
            number,
            three,
            three.replace(" ", "."),
            f"{number[:4]}.{number[4:6]}.{number[6:]}",
            three.replace(" ", "-"),
            f"BSN {number}",
            f"BSN: {three}",
            f"bsn-nummer {number}",
            f"bsn {number[:4]} {number[4:6]} {number[6:]}",
            f"burgerservicenummer {number}",
            f"BSN={number}",
            f"sofinummer {number}" if language == "nl" else f"citizen service number {number}",
            f"({number})",
        )
    )


def condition(pick: random.Random, language: str) -> str:
    what = pick.choice(CONDITIONS[language])
    if what.startswith("is "):
        return pick.choice(
            (
                f"{pick.choice(FIRST).title()} {what}",
                f"{pick.choice(('hij', 'zij') if language == 'nl' else ('he', 'she'))} {what}",
            )
        )
    dutch = (
        f"heeft {what}",
        f"de diagnose {what}",
        f"{what} is vastgesteld",
        f"lijdt aan {what}",
        f"misschien {what}",
        f"{what}",
    )
    english = (
        f"has {what}",
        f"diagnosed with {what}",
        f"a diagnosis of {what}",
        f"suffers from {what}",
        f"maybe {what}",
        f"{what}",
    )
    return pick.choice(dutch if language == "nl" else english)


def no_telephone(pick: random.Random, language: str) -> str:
    return pick.choice(
        (
            "112",
            "0800-0432" if language == "nl" else "111",
            f"€ {pick.randint(1, 90)}.{digits(pick, 3)},{digits(pick, 2)}",
            f"{pick.randint(10, 19)}.00-{pick.randint(20, 23)}.30",
            f"06.{pick.randint(10, 59)}",
            f"06-{pick.randint(10, 12)}-2026",
            f"{pick.randint(2, 9)}-{pick.randint(1, 9)}-{pick.randint(1, 9)}",
            f"{pick.randint(1, 900)} km",
            "2024-2025-2026",
            f"{pick.randint(1, 28):02}-{pick.randint(1, 12):02}-2027",
            "1 2 3 4 5 6 7 8 9 10",
            f"{pick.randint(10, 20)}:{pick.randint(10, 59)}",
            "06 12 2026",
        )
    )


def no_e_mail(pick: random.Random, language: str) -> str:
    name = pick.choice(FIRST).title()
    return pick.choice(
        (
            f"@{name}",
            f"@{name} #school",
            f"@{name}.",
            "@ home",
            f"{name} @school om 9.00",
            f"www.{pick.choice(HOUSES)}.nl",
        )
    )


def no_address(pick: random.Random, language: str) -> str:
    number = pick.randint(2, 18)
    dutch = (
        f"groep {number}",
        f"bus {number}",
        f"lijn {number} tot het plein",
        f"over straat om {number} uur",
        f"op weg, {number} minuten",
        f"de markt om {number}.30",
        f"in het park {number} keer",
        "de Kerkstraat",
        f"naar het plein met {number} kinderen",
        f"in {pick.choice(('2026', '2027'))} EN daarna",
        f"weg {number} km",
        f"stap {number}",
        f"bladzijde {number}",
        f"pad {number} is het langste",
        f"tot {pick.randint(1000, 9999)} uur",
        f"de laan op, {number} rondjes",
    )
    english = (
        f"year {number}",
        f"bus {number}",
        f"{number} minutes from the road",
        f"{number} ways to say it",
        f"the park at {number}",
        f"{number} times on the way",
        f"platform {number}",
        f"{number} people in the street",
        f"page {number}",
        f"a place for {number}",
        f"{number} places at the table",
        f"{number} drives to school",
        f"close at {number}",
        f"{number} good ways",
    )
    return pick.choice(dutch if language == "nl" else english)


def no_birth(pick: random.Random, language: str) -> str:
    day = day_in_words(pick, language, (2024, 2027))
    if language == "nl":
        return pick.choice(
            (
                f"op {day} kijken we terug",
                f"sinds {day} woont hij hier",
                f"de volgende keer is {day}",
                f"vanaf {day} gaat ze naar groep 5",
                "hij is geboren in Zwolle",
                "toen zij geboren werd was het zomer",
                "op haar verjaardag komt oma",
                f"het overleg van {day}",
                "vanaf de geboorte",
            )
        )
    return pick.choice(
        (
            f"we look back on {day}",
            f"has lived here since {day}",
            f"next time is {day}",
            f"from {day} in year 5",
            "he was born in York",
            "when she was born it was summer",
            "gran comes on her birthday",
            f"the meeting of {day}",
            "since birth",
        )
    )


def no_citizen(pick: random.Random, language: str) -> str:
    wrong = citizen_number(pick)
    wrong = wrong[:-1] + str((int(wrong[-1]) + pick.randint(1, 9)) % 10)
    return pick.choice(
        (
            wrong,
            f"{pick.randint(1, 28):02}{pick.randint(1, 12):02}{pick.randint(2000, 2027)}",
            f"{pick.randint(2000, 2027)}{pick.randint(1, 12):02}{pick.randint(1, 28):02}",
            f"{pick.randint(1, 28):02}-{pick.randint(1, 12):02}-{pick.randint(2000, 2027)}",
            f"{pick.randint(1, 28)}.{pick.randint(10, 12)}.{pick.randint(2000, 2027)}",
            f"€ {pick.randint(100, 999)}.{digits(pick, 3)}.{digits(pick, 3)}",
            f"dossier {digits(pick, 7)}",
            f"{digits(pick, 12)}",
        )
    )


def no_condition(pick: random.Random, language: str) -> str:
    dutch = (
        "is druk na school",
        "is vaak verdrietig",
        "was boos",
        "is bang in het donker",
        "slaapt slecht",
        "kan niet stilzitten",
        "mist papa",
        "heeft buikpijn",
        "is verkouden",
        "gaat naar de dokter",
        "wil rust",
        "heeft stress voor de toets",
        "zit in de klas met 12 kinderen",
        "voelt zich alleen",
        "hecht zich aan de hond",
        "eet weinig",
        "as dinsdag",
        "kent de grens",
        "praat hardop",
        "is moe",
        "het weer was om depri van te worden",
        "de aanleg van de tuin",
        "rad van fortuin",
    )
    english = (
        "is lively after school",
        "is often sad",
        "was angry",
        "is afraid in the dark",
        "sleeps badly",
        "cannot sit still",
        "misses dad",
        "has tummy ache",
        "has a cold",
        "sees the doctor",
        "wants quiet",
        "is stressed about the test",
        "is in a class of 12",
        "feels alone",
        "is attached to the dog",
        "eats little",
        "we add one more day",
        "an odd number",
        "knows the border",
        "reads aloud",
        "is tired",
        "was down on Monday",
        "it was an odd day",
        "add this to the list",
    )
    return pick.choice(dutch if language == "nl" else english)


Maker = Callable[[random.Random, str], str]
DETAILS: dict[str, tuple[Maker, Maker]] = {
    "telephone": (telephone, no_telephone),
    "e-mail": (e_mail, no_e_mail),
    "address": (address, no_address),
    "birth": (birth, no_birth),
    "citizen number": (citizen, no_citizen),
    "condition": (condition, no_condition),
}
AROUND = {
    "nl": (
        "{}",
        "{}.",
        "Noor zegt: {}",
        "- {}",
        "- [ ] Bram doet het. {}",
        "Afgesproken: {}, morgen.",
        "({})",
        "\t{}",
        "oma weet het ({}).",
        "Hij zei “{}” en ging zitten.",
        "{} Dat weet iedereen.",
        "1. {}",
        "**{}**",
        "> {}",
        "{}; verder niets",
        "Let op!{}",
        "Hoe zit het met {}?",
        "- [x] {} @Noor >1-2-2027",
    ),
    "en": (
        "{}",
        "{}.",
        "Noor says: {}",
        "- {}",
        "- [ ] Bram does it. {}",
        "Agreed: {}, tomorrow.",
        "({})",
        "\t{}",
        "gran knows ({}).",
        "He said “{}” and sat down.",
        "{} Everyone knows.",
        "1. {}",
        "**{}**",
        "> {}",
        "{}; nothing else",
        "Mind!{}",
        "What about {}?",
        "- [x] {} @Noor >1-2-2027",
    ),
}


def cases(
    kind: str, language: str, amount: int, *, named: bool, seed: int = 7
) -> Iterator[tuple[str, str]]:
    """Return the detail (or look-alike, where nothing is *named*) and the line around it, *amount* times."""
    pick = random.Random(f"{kind} {language} {named} {seed}")
    make = DETAILS[kind][0 if named else 1]
    for _ in range(amount):
        detail = make(pick, language)
        yield detail, pick.choice(AROUND[language]).replace("{}", detail)
