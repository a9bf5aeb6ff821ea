"""The small words of Dutch."""

import re
from typing import Final

from relroute_tui.language.grammar import Grammar, PassiveGrammar, endings, words
from relroute_tui.language.locale.nl.asking import ASKING, PREPOSITIONS
from relroute_tui.language.locale.nl.inflection import INFLECTION
from relroute_tui.language.locale.nl.promises import PROMISE
from relroute_tui.language.locale.nl.times import DATES, OFTEN, TIME

_WHERE = " ".join("waar" + word for word in PREPOSITIONS.split()) + " waarheen waarmee waarvandaan"
_PASSIVE = PassiveGrammar(
    auxiliaries=words("wordt worden word werd werden"),
    states=words("is zijn was waren ben bent"),
    owner_or_verb=words("zijn"),
    other_verbs=words(
        "is was heeft heb hebt hebben had hadden wordt worden zal zullen mag mogen moet moeten "
        "kan kunnen wil willen gaat gaan doet doen laat laten krijgt krijgen neemt nemen"
    ),
    doer="door",
    not_a_doer=words("elkaar middel"),
    participle=re.compile(
        r"(?:aan|achter|af|bij|binnen|buiten|door|dicht|goed|in|klaar|kwijt|langs|los|mee|na|neer|om|"
        r"onder|op|open|over|rond|samen|tegen|terug|thuis|toe|uit|vast|vol|voor|vrij|weer|weg)?"
        r"(?:ge[a-zëïöü]{2,}(?:[td]|en|aan|zien|daan)|ver(?!\w*end$)[a-zëïö]{3,}(?:ld|rd|nd|gd|st|kt|pt|ft|md|id|"
        r"tst|wd)|be(?!\w*end$)[a-zë]{3,}(?:ld|rd|nd|gd|st|kt|pt|ft|md|id|tst|wd)"
        r"|ont[a-zë]{3,}(?:ld|rd|nd|gd|kt|md)|her[a-zë]{3,}(?:ld|rd|nd|gd|kt))"
    ),
    adjectives=words(
        "betrokken verplicht gericht gebonden beslist begrepen gesloten geopend "
        "vertegenwoordigd teleurgesteld achterhaald overtuigd verdeeld gespecialiseerd "
        "gebaseerd bestemd bedoeld bezig gewenst ongewenst gekend verbonden beschikbaar "
        "begonnen gevuld gedekt geslapen verliefd"
    ),
    participles=words(
        "afgesproken begrepen besloten besproken betrokken bewezen herschreven onderbroken "
        "ondernomen onderzocht ontnomen ontvangen overgenomen overlegd verbroken vergeven "
        "verboden verzet verzonden voorzien uitbesteed ingezet ingelicht toegezegd bezocht "
        "verzocht verkocht bedacht verwacht verplicht verlicht uitgezet vastgezet stopgezet "
        "voortgezet voorkomen overwogen doorbroken onderschat onderschreven ondertekend "
        "overtuigd verrekend berekend verleend verdiend overhandigd overgedragen voorgelezen "
        "voorgesteld aanvaard herhaald onderhouden belegd bereikt gezocht gestimuleerd"
    ),
    not_participles=words(
        "bekend bereid beroemd beperkt betekend bezorgd gebied gebit gedachten gedicht geduld "
        "gedrag gedurend geen geest gegevens geheimen geit gelaten geld geleden geluid gemeen "
        "gemoed genoeg geraakt gerecht gerust gescheiden geschikt gesprekken getrouwd gevecht "
        "gevoelens gewend gewicht gewoon gewoonten gezet gezicht gezichten gezien gezinnen "
        "gezond beest gebeden gebouwen gebeurd geboren gebleven gegaan gegroeid gekomen gelopen "
        "gelukt gereden gefietst geschrokken geslaagd gestegen gestopt gestorven gevallen "
        "gevlogen gevlucht geweest geworden gewonnen begonnen beland bevallen bevriend gestart "
        "ontsnapt verandert veranderd verbaasd verdriet verhuisd verdwaald verkouden verleden "
        "verliefd verlegen verloren vermoeid verslaafd verstand verrast vertrouwd verwend "
        "verward verwant ontroerd ontspannen opgegroeid opgehouden opgelucht opgestaan "
        "opgewonden aangekomen afgelopen afgestudeerd binnengekomen doorgegaan langsgekomen "
        "meegegaan meegevallen tegengevallen teruggegaan teruggekomen thuisgekomen "
        "thuisgebleven uitgegaan uitgerust uitgekomen uitgegroeid vooruitgegaan weggegaan "
        "weggelopen weggeweest gesteld geïnteresseerd gemotiveerd gestrest gespannen gekleed "
        "gezegend gelovig bestand bezet verhinderd gehecht gek geel gered gelukkigst verbonden "
        "gereserveerd gehoorapparaat geboortekaart gerechten geheugen gebruiken gebaren "
        "gevoelig gelegen gerand begaafd behalve belangrijkst gehandicapt"
    ),
    not_endings=endings("heid stand enten heden schap teit"),
    stops=words("dat omdat zodat als toen terwijl wat"),
    conditions=words("als zodra wanneer nadat voordat totdat zolang"),
    bans=words("niet nooit geen"),
    wishes=words(""),
    between=None,
)

WORDS: Final = Grammar(
    question_words=words(
        "wie wiens wat waar waarom wanneer hoe hoeveel hoever hoeverre hoelang hoezo welk welke "
        + _WHERE
    ),
    yes_no_verbs=words(
        "ben bent is was waren heb hebt heeft hebben had hadden kan kun kunt kunnen kon konden "
        "mag mogen mocht moet moeten moest wil wilt willen wilde wou zal zul zult zullen zou "
        "zouden doe doet doen deed ga gaat gaan ging wordt worden werd weet weten wist vind "
        "vindt vinden vond voel voelt lukt lukte helpt hielp klopt komt kwam denk denkt durf "
        "durft hoort ziet past staat blijft hoeft"
    ),
    any_verb_opens=True,
    subjects=words("je jij jullie u we wij ze zij hij het er ik iemand dat dit"),
    not_verbs=words(
        "als dat die dit deze zodat omdat en of maar want toen nu dus dan daar hier om met "
        "zonder voor na naar op in aan bij van door over tegen tussen tot sinds zoals terwijl "
        "hoewel zodra nadat voordat totdat alles iets niets soms altijd samen misschien ook "
        "alleen straks later morgen vandaag gisteren vroeger eerst zo toch wel niet onder "
        "achter uit zelfs behalve volgens stel"
    ),
    subordinators=words(
        "als toen nadat voordat zodra sinds terwijl hoewel wanneer nu omdat zolang stel doordat "
        "mocht"
    ),
    question_or_time=words("wanneer"),
    takes_no_noun=words("wie wat waar waarom wanneer hoe hoezo waaraan waarvan waarover waarmee"),
    before_question_word=words("en of maar dus nou want" + " " + PREPOSITIONS),
    asking=ASKING,
    why=words("waarom hoezo"),
    you=words("je jij jou jouw jullie u uw"),
    negations=words("niet nooit geen weinig nauwelijks"),
    passive=_PASSIVE,
    persons=words(
        "mams paps mem heit mami papi bonusmoeder bonusvader stiefpapa stiefmama "
        "peetoom peettante imam dominee logopedist "
        "fysiotherapeut wijkagent schoolarts verpleegkundige verpleger schoonzus zwager "
        "vertrouwenspersoon "
        "ik jij je jou u hij zij ze wij we jullie iedereen allebei niemand mij me hem hen mama "
        "papa mam pap mamma pappa moeder moeders vader vaders ouder ouders oma oma's opa opa's "
        "tante oom nicht neef broer broers broertje zus zussen zusje kind kinderen stiefvader "
        "stiefmoeder pleegmoeder pleegvader pleegouder pleegouders pleegbroer pleegzus "
        "gezinshuisouder gezinshuisouders voogd gezinsvoogd begeleider begeleiders juf meester "
        "leerkracht leraar lerares mentor rechter kinderrechter dokter huisarts tandarts "
        "therapeut psycholoog coach trainer jongere familie buurvrouw buurman "
        "grootouders volwassene volwassenen vriend vriendin vrienden vriendjes "
        "jeugdbeschermer hulpverlener "
        "taxi "
        "oppas"
    ),
    organisations=words(
        "school gemeente verzekering ziekenhuis politie rechtbank raad pleegzorg "
        "jeugdzorg pleeggezin gezinshuis reclassering jeugdbescherming kliniek "
        "bibliotheek club opvang crèche kinderopvang"
    ),
    anybody=words("iemand"),
    person_endings=endings(
        "ouder ouders moeder vader consulent adviseur begeleider begeleiders werker voogd broer "
        "zus beschermer juf meester manager regisseur wetenschapper partners deskundige "
        "agoog ator feur directeur monteur inspecteur oloog iater arts leider werkster team teams "
        "coach oma opa tante zusje broertje"
    ),
    not_names=words(
        "de het een elke iedere elk ieder alle om op in na voor vóór vanaf tot bij met over "
        "tijdens als er dit dat deze die bezoek bezoeken bezoekje contact foto's foto afspraak "
        "bellen appen eten zwemmen slapen logeren halen brengen vervoer school huiswerk zakgeld "
        "schermtijd telefoon vakantie kerst verjaardag weekend weekenden medicijnen informatie "
        "overleg geen niet nooit altijd soms vaak regelmatig samen eén één twee drie eens ook "
        "daarna daarom dan lukt mocht is maandag dinsdag woensdag donderdag vrijdag zaterdag "
        "zondag vandaag morgen vanavond januari februari maart april mei juni juli augustus "
        "september oktober november december whatsapp indien wanneer waar zodra binnenkort "
        "eventueel misschien zo naar tevens regelmaat beide"
    ),
    thing_endings=endings("ing ingen heid atie aties schap iteit"),
    promise=PROMISE,
    how_often=re.compile(rf"\b(?:{OFTEN}|{DATES})\b", re.IGNORECASE),
    time=re.compile(rf"\b(?:{TIME})\b", re.IGNORECASE),
    inflection=INFLECTION,
    long_word=re.compile(
        r"(?=[\w-]{14})(?!lieveling|herinnering|uitnodiging|felicitatie|verjaardag)"
        r"(?!.*(?:training|voorstelling|stelling|verzekering|vereniging|rekening|tekening|viering|"
        r"verhuizing|bestelling|vergadering|uitreiking|wandeling|opening|verwarming|kleding|woning|"
        r"afdeling|ontsteking|koudheid|bediening|bestemming|inrichting|aflevering|station|vakantie|"
        r"organisatie|bespreking|aantekening|versiering|verlichting|ketting|vergissing)(?:en)?$)"
        r"[\w-]+(?:ing(?:en)?$|ings(?=\w{3})|heid$|heden$|heids|aties?$|atie(?=\w{3})|iteit|isch|ieel|iële)"
    ),
    conjunctions=words("en of"),
    abbreviations=words("bijv bv dhr dr evt mevr mr mw nr st"),
    vague_headings={
        "hoe vaak": "how-often",
        "wanneer": "when",
        "ooit": "some-time",
        "wel of niet": "whether",
        "wat": "what",
        "wie": "who",
    },
)
