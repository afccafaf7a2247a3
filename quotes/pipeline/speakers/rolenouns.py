"""Nouns for offices, trades and relations, in lower case, by their common meaning."""

from __future__ import annotations

from quotes.pipeline.speakers.words import word_set

# The first word of a line stands for all of it.
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
LOOSE_HEADS = word_set(
    "official aide expert critic supporter voter resident friend man woman boy girl worker "
    "witness victim student soldier person source spokesperson analyst lawmaker member employee "
    "fan donor reporter journalist correspondent delegate researcher doctor diplomat observer "
    "insider adviser advisor assistant staffer backer teacher veteran supporter partner agent "
    "officer"
)
