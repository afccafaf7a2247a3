"""Word lists for the wording of English news: general words only, all in lower case."""

from __future__ import annotations


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Courtesy titles: no part of a name, no role.
MALE_TITLES = _set("mr mister sir lord herr monsieur")
FEMALE_TITLES = _set("mrs ms miss lady dame madam madame frau")
COURTESY = MALE_TITLES | FEMALE_TITLES | _set("dr mx")

# Short titles before a name: no part of the name, and a role.
SHORT_TITLES = _set(
    "sen sens rep reps gov govs pres sgt gen col lt capt maj adm cmdr prof rev hon del atty supt "
    "dep pm vp cpl pvt brig det"
)
NAME_SUFFIXES = _set("jr sr ii iii iv esq phd md")
PARTICLES = _set("van von der den de di da del della du la le al el bin ibn ben ter dos das zu abu")

MALE_PRONOUNS = _set("he him his himself")
FEMALE_PRONOUNS = _set("she her hers herself")
FIRST_PRONOUNS = _set("i me my myself")
PLURAL_PRONOUNS = _set("we us our ourselves they them their themselves these those")
BODY_PRONOUNS = _set("it its itself this that which")
RELATIVES = _set("who whom whose")
PRONOUNS = (
    MALE_PRONOUNS | FEMALE_PRONOUNS | FIRST_PRONOUNS | PLURAL_PRONOUNS | BODY_PRONOUNS | RELATIVES
)

# Role words by their common meaning: the first word of a line stands for all of it.
_ROLE_LINES = """
president pres
prime-minister premier pm
minister
chancellor
king
queen
prince
princess
emperor
monarch
leader strongman
chief head boss
chair chairman chairwoman chairperson co-chair co-chairman
director
secretary secretary-general
undersecretary
ambassador envoy
representative rep congressman congresswoman lawmaker legislator del mp member assemblyman
senator sen
governor gov
mayor
judge justice magistrate
attorney lawyer counsel solicitor barrister litigator
prosecutor
spokesperson spokesman spokeswoman
general gen
admiral adm
colonel col
commander cmdr
captain capt
lieutenant lt
sergeant sgt
major maj
officer
sheriff
detective
inspector
professor prof
analyst
economist
strategist
pollster
adviser advisor counselor counsellor confidant confidante
aide assistant staffer
manager
host co-host presenter
anchor anchorman anchorwoman newscaster
reporter journalist correspondent newsman
editor
columnist
commentator pundit
moderator
author writer novelist poet biographer essayist
blogger
filmmaker producer documentarian
photographer
publisher
activist campaigner organizer organiser advocate dissident
founder co-founder cofounder
owner co-owner
ceo executive
treasurer
accountant
nominee candidate contender hopeful standard-bearer
rival opponent challenger foe
mate running-mate
wife ex-wife
husband ex-husband
spouse
widow
widower
son
daughter
brother
sister
father dad stepfather
mother mom stepmother
uncle
aunt
cousin
grandfather
grandmother
grandson
granddaughter
nephew
niece
friend
neighbor neighbour
girlfriend
boyfriend
partner
actor actress
singer musician rapper
comedian
artist
billionaire millionaire
businessman businesswoman entrepreneur mogul magnate tycoon
developer
investor financier
banker
broker trader
doctor physician surgeon
nurse
psychologist psychiatrist
scientist researcher physicist biologist chemist engineer climatologist
expert specialist
scholar fellow academic lecturer
historian
sociologist
teacher
student
resident
voter
supporter backer fan
critic detractor
delegate
donor
fundraiser bundler
official
deputy
diplomat
speaker
whip
leader-elect
ombudsman
comptroller
coordinator
consultant
lobbyist
negotiator mediator
witness
veteran
soldier
fighter
rebel
insurgent
victim
survivor
pastor minister-of-religion reverend rev preacher
bishop archbishop
cardinal
pope pontiff
rabbi
imam
priest
patriarch
catholicos
ayatollah
coach
player
golfer
boxer
athlete
pilot
driver
worker employee staff
politician statesman
dictator
operative operator
surrogate
contributor
commissioner
superintendent
administrator
vice-president veep
president-elect
incumbent
chaplain
farmer
rancher
miner
plaintiff
defendant
suspect
gunman
teenager
woman
man
boy
girl
mother-in-law
son-in-law
father-in-law
brother-in-law
daughter-in-law
successor
predecessor
counterpart
ally
architect
designer
chef
hotelier
retiree
salesman
trustee
clerk
registrar
marshal
agent
spy
hacker
lady
statistician
demographer
forecaster
commander-in-chief
generalissimo
negotiator-in-chief
"""
ROLE_MEANING = {
    word: line.split()[0] for line in _ROLE_LINES.strip().splitlines() for word in line.split()
}
ROLE_HEADS = frozenset(ROLE_MEANING)

# Heads so general that they tie a phrase to nobody in particular.
LOOSE_HEADS = _set(
    "official aide expert critic supporter voter resident friend man woman boy girl worker witness "
    "victim student soldier person source spokesperson analyst lawmaker member employee fan donor "
    "reporter journalist correspondent delegate researcher doctor diplomat observer insider "
    "adviser advisor assistant staffer backer teacher veteran supporter partner agent officer"
)
LEADERS = _set("president prime-minister chancellor leader king queen premier emperor")
FEMALE_ROLES = _set(
    "spokeswoman chairwoman congresswoman businesswoman actress wife ex-wife widow daughter sister "
    "mother mom aunt niece girlfriend queen princess woman girl grandmother granddaughter lady "
    "anchorwoman stepmother mother-in-law confidante"
)
MALE_ROLES = _set(
    "spokesman chairman congressman businessman husband ex-husband widower son brother father dad "
    "uncle nephew boyfriend king prince man boy grandfather grandson anchorman stepfather pope "
    "pontiff priest imam salesman newsman bishop archbishop cardinal patriarch ayatollah"
)

GROUP_WORDS = _set(
    "people crowd crowds public everyone everybody anyone nobody many some others most few several "
    "both all none critics protesters demonstrators separatists residents media press group groups "
    "opposition majority minority family couple thousands hundreds dozens millions team staff "
    "police troops forces men women children voters rebels clergy elite establishment left right "
    "half pair duo trio side sides camp delegation authorities"
)
DOCUMENT_WORDS = _set(
    "report statement poll polls survey study letter article memo tweet tweets data transcript "
    "document documents brief complaint lawsuit ruling indictment filing filings analysis book ad "
    "ads advertisement email emails e-mail e-mails figures record records piece story headline "
    "communique declaration resolution decree agreement treaty convention constitution law bill "
    "act text message messages post posts caption sign signs banner banners video clip film "
    "documentary speech op-ed editorial column essay review website site page platform petition "
    "manifesto note notes release readout dispatch bulletin magazine-article blog submission "
    "affidavit motion opinion dissent testimony reports studies letters articles statements memos "
    "surveys findings estimates estimate forecast statistics numbers audit assessment inscription "
    "draft plan proposal commentary"
)
BODY_WORDS = _set(
    "ministry government court committee commission council parliament party campaign agency "
    "department office bureau administration cabinet senate house congress board panel company "
    "firm bank corporation university college school institute institution center centre "
    "foundation association union federation league organization organisation fund network channel "
    "station newspaper paper daily weekly magazine tabloid outlet embassy consulate army military "
    "navy force service jury legislature assembly duma tribunal regime state country nation city "
    "county bloc alliance coalition movement club church hospital authority secretariat mission "
    "airline maker giant group chain broadcaster service republic kremlin pentagon press team "
    "times post journal tribune herald gazette news society trust caucus conference"
)
CAPITAL_BODY_WORDS = BODY_WORDS | _set(
    "act bill street avenue road bridge river airport hall tower towers hotel park plaza square "
    "prize award day week month year show debate summit games cup war treaty accord deal region "
    "district province state states islands island sea ocean mountain mountains valley television "
    "tv radio media group inc corp co llc ltd plc gop democrats republicans rights security police "
    "program project initiative task security intelligence defense defence affairs facebook "
    "twitter instagram youtube google super pac"
)

# News agencies and other media that English news cites by name alone.
MEDIA = _set(
    "interfax reuters afp tass itar-tass ap upi bloomberg cnn bbc nbc cbs abc msnbc cnbc fox npr pbs "
    "axios politico vox slate buzzfeed breitbart haaretz xinhua anadolu trend armenpress azertag "
    "azertac report.az 1in.am news.am meduza kommersant vedomosti izvestia sputnik rt rferl "
    "dpa ansa efe kyodo yonhap isna irna fars tasnim mehr interpress unian ukrinform belta apa turan "
    "arminfo mediamax panarmenian tert.am gazeta.ru rbc dozhd newsmax gawker vice quartz mediaite "
    "spiegel bild zeit lemonde figaro guardian independent telegraph economist twitter facebook "
    "google telegram instagram youtube rossiya"
)
MONTHS_DAYS = _set(
    "january february march april may june july august september october november december jan feb "
    "aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed "
    "thu fri sat sun"
)
PARTY_WORDS = _set("republican democrat democratic gop labour conservative libertarian green tory")
PARTIES = {
    "republican": "Republican Party",
    "gop": "Republican Party",
    "democratic": "Democratic Party",
    "democrat": "Democratic Party",
}
EMPTY_WORDS = _set(
    "the a an this that his her its their our my of for in at on to from by with and or 's ’s s "
    "former then current late new own sitting longtime veteran outgoing incoming ex acting top "
    "senior chief"
)
