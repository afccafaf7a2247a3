"""Word lists for the wording of English news: general words only, all in lower case. Words that
mean single bodies stand in `quotes/data/bodies.toml`."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

from quotes.genders import FEMALE_PRONOUNS, FEMALE_TITLES, MALE_PRONOUNS, MALE_TITLES

SINGLE_BODIES = tomllib.loads((files("quotes") / "data" / "bodies.toml").read_text(encoding="utf8"))
"""The tables of `quotes/data/bodies.toml`, which says what each is."""


def word_set(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


# Courtesy titles: no part of a name, no role.
COURTESY = MALE_TITLES | FEMALE_TITLES | word_set("dr mx")

# Of these, the ones that everybody may have; "Dr." is a role where nothing else is told.
ADDRESS = word_set("mr mister mrs ms miss mx herr monsieur madam madame frau")

# Short titles before a name: no part of the name, and a role.
SHORT_TITLES = word_set(
    "sen sens rep reps gov govs pres sgt gen col lt capt maj adm cmdr prof rev hon del atty supt "
    "dep pm vp cpl pvt brig det cllr ald insp amb fr msgr"
)
NAME_SUFFIXES = word_set("jr sr ii iii iv esq phd md")
POSTNOMINALS = word_set("qc kc mp msp mep mla mbe obe cbe kbe dbe frs rn")
PARTICLES = word_set(
    "van von der den de di da del della du la le al el bin ibn ben ter dos das zu abu umm"
)

FIRST_PRONOUNS = word_set("i me my myself")
PLURAL_PRONOUNS = word_set("we us our ourselves they them their themselves these those")
BODY_PRONOUNS = word_set("it its itself this that which")
OTHER_PRONOUNS = word_set("you your yours yourself somebody someone")
RELATIVES = word_set("who whom whose")
PRONOUNS = (
    MALE_PRONOUNS
    | FEMALE_PRONOUNS
    | FIRST_PRONOUNS
    | PLURAL_PRONOUNS
    | BODY_PRONOUNS
    | RELATIVES
    | OTHER_PRONOUNS
)

LEADERS = word_set("president prime-minister chancellor leader king queen premier emperor")

KIN = word_set(
    "wife husband ex-wife ex-husband spouse widow widower mother father mom dad parent son "
    "daughter child brother sister sibling aunt uncle niece nephew cousin grandmother grandfather "
    "grandson granddaughter stepmother stepfather stepson stepdaughter mother-in-law father-in-law "
    "son-in-law daughter-in-law brother-in-law sister-in-law girlfriend boyfriend fiance fiancee"
)

AGE = re.compile(r"\b(\d{1,3})[- ]year[- ]old\b")
# By these the news calls again somebody whom it has called otherwise just before.
BYWORDS = word_set(
    "flanker winger striker defender midfielder goalkeeper hooker halfback fullback linebacker "
    "quarterback pitcher batsman bowler forward playmaker peer politician statesman billionaire "
    "millionaire tycoon mogul"
)
OFFICIALS = word_set("official diplomat")

GROUP_WORDS = word_set(
    "people crowd crowds public everyone everybody anyone nobody many some others most few "
    "several both all none critics protesters demonstrators separatists residents media press "
    "group groups opposition majority minority family couple thousands hundreds dozens millions "
    "team staff police troops forces men women children voters rebels clergy elite establishment "
    "left right half percent pair duo trio side sides camp delegation authorities"
)
DOCUMENT_WORDS = word_set(
    "report statement poll polls survey study letter article memo tweet tweets data transcript "
    "document documents brief complaint lawsuit ruling indictment filing filings analysis book ad "
    "ads advertisement email emails e-mail e-mails figures record records piece story headline "
    "communique declaration resolution decree agreement treaty convention constitution law bill "
    "act text message messages post posts caption sign signs banner banners video clip film "
    "documentary speech op-ed editorial column essay review website site page platform petition "
    "manifesto summary summaries memoir passage account list chart graph chapter notes note "
    "release readout dispatch bulletin magazine-article blog submission affidavit motion opinion "
    "dissent testimony reports studies letters articles statements memos surveys findings "
    "estimates estimate forecast statistics numbers audit assessment inscription draft plan "
    "proposal commentary polling ruling rulings result results photo photos photograph photographs "
    "image images picture pictures footage"
)
BODY_WORDS = word_set(
    "ministry government court committee commission council parliament party campaign agency "
    "department office bureau administration cabinet senate house congress board panel company "
    "firm bank corporation university college school institute institution center centre "
    "foundation association union federation league organization organisation fund network "
    "channel station newspaper paper daily weekly magazine tabloid outlet embassy consulate army "
    "military navy force service jury legislature assembly tribunal regime state country "
    "nation city county bloc alliance coalition movement club church hospital authority "
    "secretariat mission airline maker giant group chain broadcaster service republic "
    "press team times post journal tribune herald gazette news society trust caucus "
    "conference automaker carmaker chipmaker drugmaker planemaker shipbuilder lender insurer"
) | word_set(SINGLE_BODIES["houses"])
# Nouns that end as those for people do.
NO_PEOPLE = word_set(
    "paper newspaper center order number letter matter chapter counter tower power sector factor "
    "error monitor computer router weather river water winter summer border corner disaster "
    "quarter offer tender fever murder tractor reactor motor mirror terror horror rumor rumour "
    "favor labor color honor harbor humor major minor prior superior interior exterior list mist "
    "fist twist variant covenant remnant restaurant plant grant moment event percent rent parent "
    "committee guarantee degree fee tree knee coffee referee decree levee spree ladder folder "
    "banner barrier career carrier shelter filter meter liter dinner layer transfer server printer "
    "sensor charter encounter answer cover newsletter trailer"
)
CAPITAL_BODY_WORDS = BODY_WORDS | word_set(
    "act bill street avenue road bridge river airport hall tower towers hotel park plaza square "
    "prize award day week month year show debate summit games cup war treaty accord deal region "
    "district province state states islands island sea ocean mountain mountains valley television "
    "tv radio media group inc corp co llc ltd plc rights security "
    "police program project initiative research poll polls survey task security intelligence "
    "energy motors airlines airways holdings industries systems technologies telecom oil gas "
    "petroleum pharmaceuticals foods electric capital partners ventures studios pictures "
    "entertainment insurance railways shipping mining software "
    "defense defence affairs super pac"
)
CAPITAL_BODY_WORDS |= word_set(SINGLE_BODIES["party_names"] + " " + SINGLE_BODIES["networks"])

# What follows the names of firms, and not those of people.
FIRM_WORDS = word_set(
    "ceo cfo coo shares stock stocks shareholders investors customers employees workers executives "
    "branches subsidiary spokespeople stores factories plants products profits sales"
)

MEDIA = word_set(SINGLE_BODIES["media"])
MONTHS_DAYS = word_set(
    "january february march april may june july august september october november december jan "
    "feb aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday mon "
    "tue wed thu fri sat sun"
)
PARTIES: dict[str, str] = {
    word: party["name"] for party in SINGLE_BODIES["party"] for word in party["words"].split()
}
PARTY_WORDS = word_set(SINGLE_BODIES["people_of"]).union(PARTIES)
EMPTY_WORDS = word_set(
    "the a an this that his her its their our my of for in at on to from by with and or 's ’s s "
    "former then current late new own sitting longtime veteran outgoing incoming ex acting top "
    "senior chief"
)
