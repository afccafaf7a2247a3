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
flanker winger striker defender hooker halfback fullback linebacker goaltender
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
mother-in-law sister-in-law
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
astronomer attache auctioneer auditor baker barber barista baroness bartender batsman beekeeper
benefactor biochemist blacksmith bodyguard bookseller botanist bowler breeder brewer bricklayer
bureaucrat butcher butler cardiologist caregiver carer caretaker carpenter cashier caterer cellist
cfo chancellor-elect chauffeur cheesemaker chief-executive chiropractor choirmaster chronicler
classmate cleaner clergyman cleric co-accused co-author co-defendant co-pilot coauthor collaborator
colleague colonist competitor complainant composer comrade concierge conductor confrere conscript
conservationist consul contractor convict coo cook coroner corporal cosmonaut councillor councilman
councilor councilwoman courier courtier craftsman criminologist crown-prince cryptographer cto
curator custodian cyclist dancer dealer debater decorator defector defenceman demonstrator dentist
deputy-mayor dermatologist deserter dietitian dissenter distiller docker dockworker dramatist
drummer ecologist educator electrician emigrant emir employer entertainer entomologist
environmentalist epidemiologist estate-agent ethnographer evangelist ex-minister ex-president
examiner explorer exporter fashion-designer ferryman fiance fiancee firefighter fireman fisher
fisherman fishmonger flatmate florist footballer forester gamekeeper gardener geneticist geographer
geologist goalie goalkeeper goatherd godfather godmother godson goldsmith governor-general
grandchild grandparent greengrocer grocer grower guard guerrilla guide guitarist gymnast hairdresser
handyman hawker heir heiress helper herbalist herder herdsman high-commissioner housekeeper
humanitarian humorist hunter hydrologist hypnotist illustrator immigrant immunologist importer
in-law industrialist informant inmate innkeeper innovator inspector-general instructor insurer
intern interpreter inventor investigator janitor jeweler jeweller jockey joiner journeyman juror
keeper laborer labourer laird landlady landlord landowner landscaper laureate legislator-elect
librarian lieutenant-governor lifeboatman lifeguard linguist locksmith logger lord-mayor lumberjack
machinist maestro magician marathoner mason mathematician mechanic merchant meteorologist
microbiologist midfielder midwife militant militiaman milkman milliner missionary monk mountaineer
mufti mullah musher nanny naturalist neonatologist nephrologist neurologist neuroscientist newcomer
newsreader nun nuncio nurse-practitioner nurseryman nutritionist oceanographer ombudswoman
oncologist onlooker optician optometrist organist ornithologist orphan osteopath paediatrician
painter palaeontologist paleontologist paramedic parliamentarian participant passenger passer-by
pathologist patient patron pedestrian pediatrician peer petitioner pharmacist pharmacologist
philanthropist philosopher physiologist physiotherapist pianist pilgrim pioneer pitcher plasterer
playwright plenipotentiary plumber podiatrist policeman policewoman political-scientist porter
postman postmaster potter prefect prelate premier-designate printer prisoner proprietor
prosecutor-general protester publicist quarterback racer radiologist ranger receptionist recruiter
referee refugee reservist restaurateur restorer revolutionary rider roofer roommate rower runner
sailor sapper saxophonist schoolboy schoolgirl schoolteacher screenwriter scriptwriter sculptor
seaman seamstress secretary-treasurer seismologist seller settler sexton shareholder sheikh shepherd
shipowner shoemaker shopkeeper showrunner sibling singer-songwriter skater skier skipper smuggler
socialite solicitor-general songwriter speechwriter sportsman sportswoman sprinter spymaster
stallholder statesperson stepbrother stepdaughter stepsister stepson steward stewardess stockbroker
stonemason storyteller stylist sultan sultana surveyor swimmer sympathizer tailor tanner taoiseach
tattooist taxpayer teammate technician technologist tenant theologian theorist therapist tiler
tourist townsman toxicologist trade-unionist trafficker trainer translator trapper traveler
traveller trombonist trucker trumpeter tsar tutor understudy undertaker unionist upholsterer
urbanist urologist usher vendor vet veterinarian vicar vicepresident viceroy villager vintner
violinist virologist viscount visitor vizier volcanologist volunteer waiter waitress warden warlord
warrior watchmaker weaver webmaster weightlifter welder whaler whistle-blower whistleblower
winemaker woodworker wrestler youngster zookeeper zoologist
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
