"""Nouns for offices, trades and relations, in lower case, by their common meaning."""

from __future__ import annotations

from quotes.pipeline.speakers.words import word_set

# The first word of a line stands for all of it; those of _TRADES stand for themselves.
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
worker employee
dean provost rector
narrator
headmaster principal
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
source insider
person individual
observer bystander
caller tipster
statistician
demographer
forecaster
commander-in-chief
generalissimo
negotiator-in-chief
"""
_TRADES = """
accomplice actuary anthropologist appraiser apprentice archaeologist archivist assessor astronaut
astronomer attache auctioneer auditor barista bartender beekeeper benefactor biochemist bodyguard
bookseller botanist bureaucrat cardiologist caregiver carer caretaker cashier caterer
chancellor-elect chief-executive chronicler classmate cleaner clergyman cleric collaborator
colleague colonist competitor complainant composer comrade concierge conductor confrere
conservationist consul contractor convict cosmonaut councillor councilman councilor councilwoman
courier courtier craftsman criminologist crown-prince cryptographer curator custodian cyclist
dancer debater decorator defector demonstrator dentist deputy-mayor dermatologist deserter
dissenter docker dockworker dramatist drummer ecologist educator electrician emigrant emir
employer entertainer entomologist environmentalist epidemiologist estate-agent ethnographer
evangelist ex-minister ex-president examiner explorer exporter fashion-designer fiance fiancee
firefighter fireman fisherman flatmate florist footballer geneticist geographer geologist goalie
goalkeeper godfather godmother godson goldsmith governor-general grandchild grandparent grocer
guerrilla guitarist gymnast hairdresser handyman heir heiress helper herder high-commissioner
housekeeper humanitarian humorist hydrologist hypnotist illustrator immigrant immunologist
importer in-law industrialist informant inmate innkeeper innovator inspector-general instructor
insurer intern interpreter inventor investigator janitor jeweler jeweller journeyman juror keeper
laborer labourer landlady landlord landowner landscaper laureate legislator-elect librarian
lieutenant-governor lifeguard linguist locksmith lord-mayor lumberjack machinist maestro magician
marathoner mathematician mechanic merchant meteorologist microbiologist midfielder midwife
militant militiaman milkman missionary monk mountaineer mufti mullah musher nanny naturalist
neurologist neuroscientist newcomer nun nuncio nurse-practitioner nutritionist oceanographer
ombudswoman oncologist onlooker optician organist ornithologist orphan paediatrician
palaeontologist paleontologist paramedic parliamentarian participant passenger passer-by
pathologist patient patron pedestrian pediatrician petitioner pharmacist pharmacologist
philanthropist philosopher physiologist pianist pilgrim pioneer playwright plenipotentiary plumber
policeman policewoman political-scientist postman postmaster prefect prelate premier-designate
printer prisoner proprietor prosecutor-general protester publicist quarterback radiologist ranger
receptionist recruiter referee refugee reservist restaurateur restorer retailer revolutionary
rider roofer roommate runner sailor saxophonist schoolboy schoolgirl schoolteacher screenwriter
scriptwriter sculptor seaman seamstress secretary-treasurer seismologist settler shareholder
shipowner shoemaker shopkeeper showrunner sibling singer-songwriter skater skier skipper smuggler
socialite solicitor-general songwriter sportsman sportswoman spymaster statesperson stepbrother
stepdaughter stepsister stepson stockbroker stonemason storyteller sultan sultana swimmer
sympathizer taoiseach tattooist taxpayer teammate technician technologist tenant theologian
theorist tourist townsman toxicologist trade-unionist trafficker trainer translator traveler
traveller trombonist trucker trumpeter tsar tutor understudy undertaker unionist upholsterer
urbanist urologist usher vendor veterinarian vicar vicepresident viceroy villager violinist
virologist visitor vizier volcanologist volunteer waiter waitress warden warlord warrior
watchmaker webmaster weightlifter welder whistle-blower whistleblower winemaker woodworker
wrestler youngster zoologist
"""
ROLE_MEANING = {word: word for word in _TRADES.split()} | {
    word: line.split()[0] for line in _ROLE_LINES.strip().splitlines() for word in line.split()
}
ROLE_HEADS = frozenset(ROLE_MEANING)

# Heads so general that they tie a phrase to nobody in particular.
LOOSE_HEADS = word_set(
    "official aide expert critic supporter voter resident friend man woman boy girl worker "
    "witness victim student soldier person source spokesperson analyst lawmaker member employee "
    "fan donor reporter journalist correspondent delegate researcher doctor diplomat observer "
    "insider adviser advisor assistant staffer backer teacher veteran supporter partner agent "
    "officer"
)
