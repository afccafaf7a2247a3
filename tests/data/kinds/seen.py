"""Passages that may be looked at when a kind of fault is mended."""

from __future__ import annotations

from tests.data.kinds.form import Row, Said

ROWS = (
    Row(
        "named elsewhere",
        (
            "Tomasi Veilawaqa scored twice as Suva Mariners beat Nadi Rovers 3-1 on Saturday. "
            "The forward said he had barely slept before the match."
        ),
        (Said("he had barely slept", ("Tomasi Veilawaqa",), ("forward",)),),
    ),
    Row(
        "named elsewhere",
        (
            "Ilse Brandvold will lead the Halden Ballet from September, becoming the first "
            "woman in the post since the company was founded in 1931.\n\n“I never wanted an "
            "office,” the former dancer said. “I wanted a floor.”"
        ),
        (
            Said("I never wanted", ("Ilse Brandvold",), ("former dancer",)),
            Said("I wanted a floor", ("Ilse Brandvold",), ("former dancer",)),
        ),
    ),
    Row(
        "named elsewhere",
        (
            "Rosalina Teixeira Pombo showed her winter collection in an old tram depot in Porto "
            "on Friday. The Lisbon-based designer said every coat had been cut from discarded "
            "sails. Tickets sold out within an hour."
        ),
        (
            Said(
                "every coat had been",
                ("Rosalina Teixeira Pombo",),
                ("Lisbon-based designer", "designer"),
            ),
        ),
    ),
    Row(
        "named elsewhere",
        (
            "A court in Kisumu sentenced Peter Odhiambo Wafukho to six years in prison for "
            "defrauding a savings club. The 54-year-old accountant told the judge that he would "
            "appeal."
        ),
        (
            Said(
                "he would appeal",
                ("Peter Odhiambo Wafukho",),
                ("54-year-old accountant", "accountant"),
            ),
        ),
    ),
    Row(
        "named elsewhere",
        (
            "Nurlan Abishkenov and his crew of four spent nine days adrift in the Caspian Sea "
            "before a tanker picked them up. “We drank rain and counted gulls,” the skipper "
            "recalled. All five are recovering in hospital."
        ),
        (Said("We drank rain", ("Nurlan Abishkenov",), ("skipper",)),),
    ),
    Row(
        "named elsewhere",
        (
            "When Hoang Thi Bich Lieu opened her first noodle stall in Da Nang, she owned two "
            "pots and a borrowed bench. The restaurateur, who now employs 300 people, says "
            "every broth is still tasted by her before noon."
        ),
        (Said("every broth is still", ("Hoang Thi Bich Lieu",), ("restaurateur",)),),
    ),
    Row(
        "named elsewhere",
        (
            "Delphine Aubertot had been written off after her knee surgery. On Sunday she won "
            "the giant slalom in Saint-Vallon by four hundredths of a second, ahead of "
            "Austria's Katrin Moosleitner. “I heard the crowd before I saw the clock,” the "
            "Frenchwoman said."
        ),
        (Said("I heard the crowd", ("Delphine Aubertot",), ("Frenchwoman", None)),),
    ),
    Row(
        "named elsewhere",
        (
            "Prosecutors in Arequipa have charged Efraín Quispe Larrauri with embezzling school "
            "funds. In a video posted late on Thursday, the former governor denied wrongdoing "
            "and said the money had gone to three village clinics."
        ),
        (Said("the money had gone", ("Efraín Quispe Larrauri",), ("former governor",)),),
    ),
    Row(
        "named elsewhere",
        (
            "Samuel Adeyinka-Coleman beat Florence Bankoleye by 212 votes in the coastal "
            "district of Ekoro. The newcomer promised to publish his expenses every month, "
            "while the defeated lawmaker said she would demand a recount."
        ),
        (
            Said("publish his expenses", ("Samuel Adeyinka-Coleman",), ("newcomer",)),
            Said(
                "she would demand a recount",
                ("Florence Bankoleye",),
                ("defeated lawmaker", "lawmaker"),
            ),
        ),
    ),
    Row(
        "named elsewhere",
        (
            "“The Salt Ledger”, a first novel by Yuko Amamizu, has been translated into nine "
            "languages. At a reading in Seville the Nagano-born author told a packed hall that "
            "she had written most of it on night shifts at a hospital."
        ),
        (Said("she had written most", ("Yuko Amamizu",), ("Nagano-born author", "author")),),
    ),
    Row(
        "affiliation as role",
        (
            "Adaeze Nwokoloma of the Blue Lantern Relief Society said tents for 4,000 families "
            "would reach the valley by Wednesday."
        ),
        (
            Said(
                "tents for 4,000 families",
                ("Adaeze Nwokoloma",),
                ("Blue Lantern Relief Society",),
            ),
        ),
    ),
    Row(
        "affiliation as role",
        (
            "“The vote was never in doubt; only the margin was,” the Karvala Courier's Jussi "
            "Lehtovaarinen wrote on Sunday."
        ),
        (
            Said(
                "The vote was never",
                ("Jussi Lehtovaarinen",),
                ("Karvala Courier", "Karvala Courier's"),
            ),
        ),
    ),
    Row(
        "affiliation as role",
        (
            "Protesters threw bottles at the gates of the town hall and police answered with "
            "water cannon, Signe Aarflotten, Fjord Television, reported from Molvik late on "
            "Monday."
        ),
        (Said("Protesters threw bottles", ("Signe Aarflotten",), ("Fjord Television",)),),
    ),
    Row(
        "affiliation as role",
        (
            "The fault beneath the city has been quiet for 300 years. Hamid Rezvanipour from "
            "the University of Dashtabad said that was “no comfort at all”."
        ),
        (Said("no comfort at all", ("Hamid Rezvanipour",), ("University of Dashtabad",)),),
    ),
    Row(
        "affiliation as role",
        (
            "The drought is likely to last into March, said Nomvula Dlaminyane of the Highveld "
            "Climate Institute. “Farmers should sell cattle now, not later,” she added."
        ),
        (
            Said(
                "The drought is likely",
                ("Nomvula Dlaminyane",),
                ("Highveld Climate Institute",),
            ),
            Said("Farmers should sell", ("Nomvula Dlaminyane",), ("Highveld Climate Institute",)),
        ),
    ),
    Row(
        "affiliation as role",
        (
            "The lithium plant will draw water from the only well in the district. “Nobody "
            "consulted us,” said Mercedes Callisayani, from the Federation of Altiplano Salt "
            "Workers."
        ),
        (
            Said(
                "Nobody consulted us",
                ("Mercedes Callisayani",),
                ("Federation of Altiplano Salt Workers",),
            ),
        ),
    ),
    Row(
        "affiliation as role",
        (
            "Analysts were unimpressed. Piers Wadlingham at Corran Bridge Capital said the "
            "merger ‘solves a problem that nobody had’."
        ),
        (Said("solves a problem", ("Piers Wadlingham",), ("Corran Bridge Capital",)),),
    ),
    Row(
        "affiliation as role",
        (
            "Rights groups condemned Thursday's ruling. It “turns the clock back forty years”, "
            "according to Sabitha Muralikuttan with the Open Courts Network."
        ),
        (Said("turns the clock back", ("Sabitha Muralikuttan",), ("Open Courts Network",)),),
    ),
    Row(
        "affiliation as role",
        (
            "Radio Tamarind's Josué Baptistelle told listeners that the ferry had left without "
            "its second pilot."
        ),
        (
            Said(
                "the ferry had left",
                ("Josué Baptistelle",),
                ("Radio Tamarind", "Radio Tamarind's"),
            ),
        ),
    ),
    Row(
        "affiliation as role",
        (
            "Lydia Kasarobwe (United Lakes Party) said she would vote against the budget, while "
            "Obed Tumwijuke (Forward Alliance) called it “the most honest in a decade”."
        ),
        (
            Said("she would vote against", ("Lydia Kasarobwe",), ("United Lakes Party",)),
            Said("the most honest", ("Obed Tumwijuke",), ("Forward Alliance",)),
        ),
    ),
    Row(
        "relation",
        "The minister's son, Arkady Belozorin, said his father had not slept for three days.",
        (Said("his father had not", ("Arkady Belozorin",), ("minister's son",)),),
    ),
    Row(
        "relation",
        (
            "Mirela Hadžovićeva, widow of the poet Enes Hadžovićev, said his letters would go "
            "to the city library. The family had turned down an offer from a collector in "
            "Zurich."
        ),
        (
            Said(
                "his letters would go",
                ("Mirela Hadžovićeva",),
                ("widow of the poet Enes Hadžovićev",),
            ),
        ),
    ),
    Row(
        "relation",
        (
            "Abena Ofosuhene was last seen leaving a café in Kumasi on 3 May. Her brother "
            "Kwabena Ofosuhene said the family had called every hospital in the city."
        ),
        (Said("the family had called", ("Kwabena Ofosuhene",), ("brother", "Her brother")),),
    ),
    Row(
        "relation",
        (
            "“He taught us to row before we could read,” said the champion's sister, Ingunn "
            "Storaasli."
        ),
        (Said("He taught us to row", ("Ingunn Storaasli",), ("champion's sister",)),),
    ),
    Row(
        "relation",
        (
            "Lawyers for the detained editor, Goran Vukmirovac, have filed a second appeal. His "
            "wife, Tijana Vukmirovac, told reporters outside the prison that guards were "
            "withholding his medicine."
        ),
        (Said("guards were withholding", ("Tijana Vukmirovac",), ("wife", "His wife")),),
    ),
    Row(
        "relation",
        (
            "Pilar Echenagusía Roldós, the mother of one of the missing climbers, said a text "
            "message had reached her from the base camp at dawn."
        ),
        (
            Said(
                "a text message had",
                ("Pilar Echenagusía Roldós",),
                ("mother of one of the missing climbers",),
            ),
        ),
    ),
    Row(
        "relation",
        (
            "The ferry's owner has not commented. “They read us a list of names and put down "
            "the phone,” said Teuila Faleolosia, whose daughter was on board."
        ),
        (
            Said(
                "They read us a list",
                ("Teuila Faleolosia",),
                ("whose daughter was on board", None),
            ),
        ),
    ),
    Row(
        "relation",
        (
            "Dario Fontebassano, a cousin of the victim, had one question: “Who let that lorry "
            "onto the road?” He was asked to leave the courtroom."
        ),
        (Said("Who let that lorry", ("Dario Fontebassano",), ("cousin of the victim",)),),
    ),
    Row(
        "relation",
        (
            "A tribute concert is planned for June, the late singer's manager and former "
            "husband, Ludovic Marchandelle, said in Liège."
        ),
        (
            Said(
                "A tribute concert",
                ("Ludovic Marchandelle",),
                ("late singer's manager and former husband",),
            ),
        ),
    ),
    Row(
        "relation",
        (
            "Nandini Raghupathy-Sen, granddaughter of the company's founder, told shareholders "
            "in Pune she would not sell “a single share, at any price”."
        ),
        (
            Said(
                "a single share",
                ("Nandini Raghupathy-Sen",),
                ("granddaughter of the company's founder",),
            ),
        ),
    ),
    Row(
        "trade",
        "“Silence is also an answer,” says psychotherapist Wiebke Tönnshoff.",
        (Said("Silence is also", ("Wiebke Tönnshoff",), ("psychotherapist",)),),
    ),
    Row(
        "trade",
        (
            "Beekeeper Octavio Ruelas Montañez said he lost 40 hives to the smoke. The fires "
            "above Tecolotlán have burned for eleven days."
        ),
        (Said("he lost 40 hives", ("Octavio Ruelas Montañez",), ("Beekeeper",)),),
    ),
    Row(
        "trade",
        (
            "Pumps ran dry in the eastern suburbs on Tuesday. “I have carried water for my "
            "neighbours since four this morning,” said retired bus driver Zoltán Keresztfalvi."
        ),
        (
            Said(
                "I have carried water",
                ("Zoltán Keresztfalvi",),
                ("retired bus driver", "bus driver"),
            ),
        ),
    ),
    Row(
        "trade",
        (
            "Street vendor Marisol Apazaca told the court the officer had thrown her cart into "
            "the river."
        ),
        (Said("the officer had thrown", ("Marisol Apazaca",), ("Street vendor",)),),
    ),
    Row(
        "trade",
        (
            "The water came up “like a lift”, according to rice farmer Somboon Phrakaewsri. His "
            "village, two hours north of the capital, was empty by nightfall."
        ),
        (Said("like a lift", ("Somboon Phrakaewsri",), ("rice farmer",)),),
    ),
    Row(
        "trade",
        (
            "Taxi driver Yonas Gebrehannes said he heard two blasts. Primary school teacher "
            "Selam Tewoldeab said there had been three."
        ),
        (
            Said("he heard two blasts", ("Yonas Gebrehannes",), ("Taxi driver",)),
            Said("there had been three", ("Selam Tewoldeab",), ("Primary school teacher",)),
        ),
    ),
    Row(
        "trade",
        "Fares have doubled since the spring, tram conductor Bohumil Strnadelka said.",
        (Said("Fares have doubled", ("Bohumil Strnadelka",), ("tram conductor",)),),
    ),
    Row(
        "trade",
        (
            "The men were held for six days without a hearing, human rights lawyer Aïssatou "
            "Diamankou told a news conference in Ziguinchor."
        ),
        (Said("The men were held", ("Aïssatou Diamankou",), ("human rights lawyer",)),),
    ),
    Row(
        "trade",
        (
            '"I sold the goats first, then the bicycle," carpenter Lwazi Mntambose recalls. "By '
            'winter there was nothing left but tools."'
        ),
        (
            Said("I sold the goats", ("Lwazi Mntambose",), ("carpenter",)),
            Said("By winter there was", ("Lwazi Mntambose",), ("carpenter",)),
        ),
    ),
    Row(
        "trade",
        (
            "Thirty pilot whales died on the beach at Waihara over the weekend. Marine "
            "biologist Hinemoa Paratene-Wills believes they were following squid into shallow "
            "water."
        ),
        (Said("they were following squid", ("Hinemoa Paratene-Wills",), ("Marine biologist",)),),
    ),
    Row(
        "role elsewhere",
        (
            "Graciela Monteverdez is the Civic Union's nominee for governor. On Tuesday she "
            "toured the flooded quarters of San Telmo del Río. Monteverdez said the dykes had "
            "been filled with sand."
        ),
        (
            Said(
                "the dykes had been",
                ("Graciela Monteverdez",),
                ("Civic Union's nominee for governor",),
            ),
        ),
    ),
    Row(
        "role elsewhere",
        (
            "“We will not pay twice,” Ruben Takácsfi said on Thursday. Takácsfi heads the "
            "association of small brewers, which has 140 members."
        ),
        (
            Said(
                "We will not pay",
                ("Ruben Takácsfi",),
                ("heads the association of small brewers",),
            ),
        ),
    ),
    Row(
        "role elsewhere",
        (
            "The new ombudsman is Mpho Letsholonyana. Her predecessor left in March after a "
            "dispute over funding. Letsholonyana said complaints would be answered within 30 "
            "days."
        ),
        (Said("complaints would be", ("Mpho Letsholonyana",), ("new ombudsman", "ombudsman")),),
    ),
    Row(
        "role elsewhere",
        (
            "Viktor Sandsjöström has been chief executive of Norrlund Timber since 2016. "
            "Exports have doubled in that time.\n\nOn Monday the company closed two of its five "
            "mills. Sandsjöström said no jobs would go before Easter."
        ),
        (
            Said(
                "no jobs would go",
                ("Viktor Sandsjöström",),
                (
                    "chief executive of Norrlund Timber",
                    "chief executive of Norrlund Timber since 2016",
                ),
            ),
        ),
    ),
    Row(
        "role elsewhere",
        (
            "The inquiry is led by Imran Lodhikhel, a retired judge. Its first hearing lasted "
            "nine hours. Lodhikhel said witnesses would be allowed to testify behind a screen."
        ),
        (Said("witnesses would be", ("Imran Lodhikhel",), ("retired judge",)),),
    ),
    Row(
        "role elsewhere",
        (
            "Parliament confirmed Anahit Gevorkants as health minister on Friday by 71 votes to "
            "40. Speaking after the ballot, Gevorkants said rural clinics would come first."
        ),
        (Said("rural clinics would", ("Anahit Gevorkants",), ("health minister",)),),
    ),
    Row(
        "role elsewhere",
        (
            "Ouyang Zhenhuo works as a crane operator at the port of Lianwan. He was on the "
            "night shift when the container ship hit the quay. “The whole crane hummed,” Ouyang "
            "said."
        ),
        (
            Said(
                "The whole crane",
                ("Ouyang Zhenhuo",),
                ("crane operator at the port of Lianwan", "crane operator"),
            ),
        ),
    ),
    Row(
        "role elsewhere",
        (
            "As captain of the national netball team, Keisha Braithnall has seen five coaches "
            "come and go. The sixth will be appointed next week. “They might have asked the "
            "players,” Braithnall said."
        ),
        (
            Said(
                "They might have asked",
                ("Keisha Braithnall",),
                ("captain of the national netball team",),
            ),
        ),
    ),
    Row(
        "role elsewhere",
        (
            "“The ship is sound,” Aris Kontopoulakos said in an interview on board. “The "
            "paperwork is not.”\n\nThe marine engineer was hired by the insurers in April."
        ),
        (
            Said("The ship is sound", ("Aris Kontopoulakos",), ("marine engineer",)),
            Said("The paperwork is not", ("Aris Kontopoulakos",), ("marine engineer",)),
        ),
    ),
    Row(
        "role elsewhere",
        (
            "Voters in the Marovoay valley have waited for a road since independence. Haja "
            "Rakotondravelo, their member of parliament for 18 years, lost his seat in May. He "
            "blames the weather. “Nobody votes in a flood,” Rakotondravelo said."
        ),
        (
            Said(
                "Nobody votes in a flood",
                ("Haja Rakotondravelo",),
                (
                    "their member of parliament for 18 years",
                    "member of parliament for 18 years",
                    "member of parliament",
                ),
            ),
        ),
    ),
    Row(
        "relative clause",
        (
            "Fatou Sarr-Ndiongue, who is co-leading the delegation, said the other side had not "
            "yet named a date."
        ),
        (
            Said(
                "the other side had",
                ("Fatou Sarr-Ndiongue",),
                (
                    "co-leading the delegation",
                    "is co-leading the delegation",
                    "who is co-leading the delegation",
                ),
            ),
        ),
    ),
    Row(
        "relative clause",
        (
            "Leopold Achterbergen, who chairs the board, said shareholders would be asked again "
            "in May."
        ),
        (
            Said(
                "shareholders would be",
                ("Leopold Achterbergen",),
                ("chairs the board", "who chairs the board"),
            ),
        ),
    ),
    Row(
        "relative clause",
        (
            "“The reef is coming back, slowly,” said Mele Tupouniuatoa, who runs a dive school "
            "on the island of Vavalo. Last year's storm had stripped half of it bare."
        ),
        (
            Said(
                "The reef is coming",
                ("Mele Tupouniuatoa",),
                (
                    "runs a dive school on the island of Vavalo",
                    "who runs a dive school on the island of Vavalo",
                    "runs a dive school",
                    "who runs a dive school",
                ),
            ),
        ),
    ),
    Row(
        "relative clause",
        (
            "Rustam Djalolbekov, who until last year was the bank's chief economist, said the "
            "currency would “find its own floor”."
        ),
        (
            Said(
                "find its own floor",
                ("Rustam Djalolbekov",),
                (
                    "bank's chief economist",
                    "was the bank's chief economist",
                    "until last year was the bank's chief economist",
                    "who until last year was the bank's chief economist",
                ),
            ),
        ),
    ),
    Row(
        "relative clause",
        (
            "The quota is too small to live on, Birgit Hallgrimsvik, who has represented the "
            "fishing villages in parliament since 2009, told a rally in Sandnesvær."
        ),
        (
            Said(
                "The quota is too small",
                ("Birgit Hallgrimsvik",),
                (
                    "has represented the fishing villages in parliament since 2009",
                    "who has represented the fishing villages in parliament since 2009",
                    "represented the fishing villages in parliament",
                    "has represented the fishing villages in parliament",
                    "who has represented the fishing villages in parliament",
                ),
            ),
        ),
    ),
    Row(
        "relative clause",
        (
            "Children who slept under the treated nets missed half as many school days. Dr. "
            "Esther Nakimuli-Odoch, who led the study, said the effect had surprised her team."
        ),
        (
            Said(
                "the effect had surprised",
                ("Esther Nakimuli-Odoch",),
                ("led the study", "who led the study"),
            ),
        ),
    ),
    Row(
        "relative clause",
        (
            "Khalid Al-Mansoubiri, who is the kingdom's special envoy for water, said three "
            "wells had been poisoned."
        ),
        (
            Said(
                "three wells had been",
                ("Khalid Al-Mansoubiri",),
                (
                    "kingdom's special envoy for water",
                    "is the kingdom's special envoy for water",
                    "who is the kingdom's special envoy for water",
                    "special envoy for water",
                ),
            ),
        ),
    ),
    Row(
        "relative clause",
        (
            "Consuelo Barrantes Ugaldea, who teaches constitutional law at the University of "
            "Puerto Escalante, said the decree “would not survive a first-year exam”."
        ),
        (
            Said(
                "would not survive",
                ("Consuelo Barrantes Ugaldea",),
                (
                    "teaches constitutional law at the University of Puerto Escalante",
                    "who teaches constitutional law at the University of Puerto Escalante",
                    "teaches constitutional law",
                    "who teaches constitutional law",
                ),
            ),
        ),
    ),
    Row(
        "relative clause",
        (
            "His clients were nowhere near the harbour that night, said Ciarán Mulqueenan, who "
            "is defending two of the accused."
        ),
        (
            Said(
                "His clients were nowhere",
                ("Ciarán Mulqueenan",),
                (
                    "defending two of the accused",
                    "is defending two of the accused",
                    "who is defending two of the accused",
                ),
            ),
        ),
    ),
    Row(
        "relative clause",
        (
            "Edvard Nystuenberg, whom the king appointed as mediator in January, said both "
            "camps were tired. “Tired people sign,” he added."
        ),
        (
            Said(
                "both camps were tired",
                ("Edvard Nystuenberg",),
                (
                    "mediator",
                    "appointed as mediator in January",
                    "king appointed as mediator in January",
                    "whom the king appointed as mediator in January",
                    "whom the king appointed as mediator",
                    "king appointed as mediator",
                ),
            ),
            Said(
                "Tired people sign",
                ("Edvard Nystuenberg",),
                (
                    "mediator",
                    "appointed as mediator in January",
                    "king appointed as mediator in January",
                    "whom the king appointed as mediator in January",
                    "whom the king appointed as mediator",
                    "king appointed as mediator",
                ),
            ),
        ),
    ),
    Row(
        "body before",
        (
            "Harbour City director of Clean Rivers Watch Ann Tolliver-Reyne said the foam on "
            "the canal was “not a mystery but a permit”."
        ),
        (
            Said(
                "not a mystery",
                ("Ann Tolliver-Reyne",),
                ("Harbour City director of Clean Rivers Watch",),
            ),
        ),
    ),
    Row(
        "body before",
        (
            "Ministry of Fisheries spokesman Jónas Hallsteinberg said the trawler had been "
            "inspected twice this year."
        ),
        (
            Said(
                "the trawler had been",
                ("Jónas Hallsteinberg",),
                ("Ministry of Fisheries spokesman",),
            ),
        ),
    ),
    Row(
        "body before",
        (
            "The rate cut came too late to save the smallest lenders, Kalimba Bank chief "
            "executive Thandeka Mokhesane told investors in Gaborone on Wednesday."
        ),
        (Said("The rate cut came", ("Thandeka Mokhesane",), ("Kalimba Bank chief executive",)),),
    ),
    Row(
        "body before",
        (
            "Secretary-General of the Lake States Union Désiré Habyambereza said observers "
            "would stay until the last ballot was counted. He spoke in Bujora."
        ),
        (
            Said(
                "observers would stay",
                ("Désiré Habyambereza",),
                ("Secretary-General of the Lake States Union",),
            ),
        ),
    ),
    Row(
        "body before",
        (
            "“Nobody has driven a night train without a guard before, and nobody will now,” "
            "said Northern Rail Workers' Union vice-chair Petra Oldershawe."
        ),
        (
            Said(
                "Nobody has driven",
                ("Petra Oldershawe",),
                ("Northern Rail Workers' Union vice-chair",),
            ),
        ),
    ),
    Row(
        "body before",
        (
            "Some 2,300 people have been moved to schools and sports halls, head of the Almazar "
            "regional department for emergency situations Yerzhan Tuleshbaev said on Saturday."
        ),
        (
            Said(
                "Some 2,300 people",
                ("Yerzhan Tuleshbaev",),
                ("head of the Almazar regional department for emergency situations",),
            ),
        ),
    ),
    Row(
        "body before",
        (
            "President of the Valmoro Chamber of Commerce Ettore Bragadinelli said tariffs "
            "would cost the town a third of its orders."
        ),
        (
            Said(
                "tariffs would cost",
                ("Ettore Bragadinelli",),
                ("President of the Valmoro Chamber of Commerce",),
            ),
        ),
    ),
    Row(
        "body before",
        (
            "Two red cards in the first half settled the derby. “I have no complaints, only "
            "bruises,” Rovuma Tigers head coach Abdallah Mkwawiranga said afterwards."
        ),
        (
            Said(
                "I have no complaints",
                ("Abdallah Mkwawiranga",),
                ("Rovuma Tigers head coach", "head coach"),
            ),
        ),
    ),
    Row(
        "body before",
        (
            "Smaller ports will lose out, senior fellow at the Meridian Straits Forum Teoh Kah "
            "Wenli said."
        ),
        (
            Said(
                "Smaller ports will",
                ("Teoh Kah Wenli",),
                ("senior fellow at the Meridian Straits Forum",),
            ),
        ),
    ),
    Row(
        "body before",
        (
            "Opposition Dawn Party deputy leader Shireen Kazimzadeh said that the count in four "
            "provinces had been stopped at midnight."
        ),
        (
            Said(
                "the count in four",
                ("Shireen Kazimzadeh",),
                ("Opposition Dawn Party deputy leader", "Dawn Party deputy leader"),
            ),
        ),
    ),
    Row(
        "no commas",
        (
            "The mayors brother Andrei Lupascanu said he never signed the contract. The "
            "auditors report will be published on Friday."
        ),
        (Said("he never signed", ("Andrei Lupascanu",), ("mayors brother",)),),
    ),
    Row(
        "no commas",
        (
            "Henrike Vossbergen head of the port authority said on Monday that dredging would "
            "begin in May."
        ),
        (Said("dredging would begin", ("Henrike Vossbergen",), ("head of the port authority",)),),
    ),
    Row(
        "no commas",
        (
            "“We have no water no light and no news” said Estela Quiramana a teacher from the "
            "village of Tres Cruces."
        ),
        (
            Said(
                "We have no water",
                ("Estela Quiramana",),
                ("teacher from the village of Tres Cruces", "teacher"),
            ),
        ),
    ),
    Row(
        "no commas",
        (
            "Farid Osmanzadai who is co-leading the rescue effort said the tunnel wasnt safe to "
            "enter."
        ),
        (
            Said(
                "the tunnel wasnt safe",
                ("Farid Osmanzadai",),
                (
                    "co-leading the rescue effort",
                    "is co-leading the rescue effort",
                    "who is co-leading the rescue effort",
                ),
            ),
        ),
    ),
    Row(
        "no commas",
        (
            "The price of bread will not change before the holidays Trade Minister Célestin "
            "Mabikalamba told reporters on Friday."
        ),
        (Said("The price of bread", ("Célestin Mabikalamba",), ("Trade Minister",)),),
    ),
    Row(
        "no commas",
        (
            "According to Luca Pedrazzolini a lawyer for the family the police havent returned "
            "her phone."
        ),
        (Said("the police havent returned", ("Luca Pedrazzolini",), ("lawyer for the family",)),),
    ),
    Row(
        "no commas",
        (
            "Khin Yadanar Phwe 34 a nurse at the camp clinic said 60 children had been treated "
            "since Sunday. Most were under five years old."
        ),
        (Said("60 children had been", ("Khin Yadanar Phwe",), ("nurse at the camp clinic",)),),
    ),
    Row(
        "no commas",
        (
            "Speaking in Geneva on Tuesday Ambassador Raimundo Castelhanos said his country "
            "wouldnt sign a text it hadnt read."
        ),
        (Said("his country wouldnt sign", ("Raimundo Castelhanos",), ("Ambassador",)),),
    ),
    Row(
        "no commas",
        (
            "“Hes the best captain weve had” coach Brigid Tuohy-Lannigan said after the final "
            "in Cork."
        ),
        (Said("Hes the best captain", ("Brigid Tuohy-Lannigan",), ("coach",)),),
    ),
    Row(
        "no commas",
        (
            "“The dam is safe” Mosaic News Agency quoted engineer Pavel Drahonovsky as saying. "
            "Villagers downstream dont believe it."
        ),
        (
            Said(
                "The dam is safe",
                ("Pavel Drahonovsky",),
                ("engineer",),
                ("Mosaic News Agency",),
            ),
        ),
    ),
    Row(
        "no commas",
        (
            "Ngaire Whatukura of the Southern Farmers League said the drought had cost its "
            "members 90 million dollars. “Its the third dry year” she added."
        ),
        (
            Said("the drought had cost", ("Ngaire Whatukura",), ("Southern Farmers League",)),
            Said("Its the third dry", ("Ngaire Whatukura",), ("Southern Farmers League",)),
        ),
    ),
    Row(
        "he",
        (
            "Foreign Minister Osvaldo Brissacco met his Zoltanian counterpart, Henrik Zoltayev, "
            "in Port Marly on Monday. He said the border crossing would reopen within weeks."
        ),
        (Said("the border crossing", ("Osvaldo Brissacco",), ("Foreign Minister",)),),
    ),
    Row(
        "he",
        (
            "Prime Minister Alva Rosengårdh dismissed her finance minister, Karl Dahlgrimsson, "
            "on Sunday night. She said trust between them had been broken for months."
        ),
        (Said("trust between them", ("Alva Rosengårdh",), ("Prime Minister",)),),
    ),
    Row(
        "he",
        (
            "Bishop Emeka Nwachinemelu opened a school in Umuojike on Saturday.\n\nThe "
            "building, paid for by the trader Chidi Okorogbari, has 12 classrooms and a "
            "laboratory.\n\n“A roof is a promise,” he said in his address to the pupils."
        ),
        (Said("A roof is a promise", ("Emeka Nwachinemelu",), ("Bishop",)),),
    ),
    Row(
        "he",
        (
            "Judge Rosamund Pell-Ashbury adjourned the trial of Gareth Wynstonley until Monday. "
            "She warned that anyone filming in her court would be fined."
        ),
        (Said("anyone filming in her", ("Rosamund Pell-Ashbury",), ("Judge",)),),
    ),
    Row(
        "he",
        (
            "Coach Matías Orellanoz took off the striker Bruno Cascalera after an hour. He said "
            "later that he had wanted fresh legs on the wing."
        ),
        (Said("he had wanted fresh", ("Matías Orellanoz",), ("Coach",)),),
    ),
    Row(
        "he",
        (
            "The actress Lalita Phromsirikun thanked the director Kittisak Wongratana for "
            "waiting two years for her. She had been close to leaving film altogether, she said."
        ),
        (Said("She had been close", ("Lalita Phromsirikun",), ("actress",)),),
    ),
    Row(
        "he",
        (
            "Mayor Davit Kalandarishvil visited the family of Nika Somkhidze, the firefighter "
            "who died in Friday's blaze. He promised them a flat and said the street would bear "
            "the dead man's name."
        ),
        (Said("the street would bear", ("Davit Kalandarishvil",), ("Mayor",)),),
    ),
    Row(
        "he",
        (
            "Ana Lúcia Farroupilhas, the federal prosecutor, said a search of the home of "
            "Senator Caio Bittencaldas had turned up 11 phones. The senator has not been "
            "charged and was abroad at the time. She added that more arrests were likely."
        ),
        (
            Said("a search of the home", ("Ana Lúcia Farroupilhas",), ("federal prosecutor",)),
            Said("more arrests were likely", ("Ana Lúcia Farroupilhas",), ("federal prosecutor",)),
        ),
    ),
    Row(
        "he",
        (
            "Transport Minister Yusuf Tandıroğulları announced on Wednesday that the tunnel "
            "would close for a month. A dozen deputies led by Nermin Arısoylar walked out of "
            "the chamber in protest. He said engineers had found cracks in 14 places."
        ),
        (
            Said("the tunnel would close", ("Yusuf Tandıroğulları",), ("Transport Minister",)),
            Said("engineers had found cracks", ("Yusuf Tandıroğulları",), ("Transport Minister",)),
        ),
    ),
    Row(
        "he",
        (
            "“I have nothing to hide,” Wojciech Brzezinkowicz told reporters in Poznań. The "
            "banker had come with his lawyer, Adam Stelmaszukiewicz, and two large boxes of "
            "papers. “Ask me anything,” he said."
        ),
        (
            Said("I have nothing to hide", ("Wojciech Brzezinkowicz",), ("banker",)),
            Said("Ask me anything", ("Wojciech Brzezinkowicz",), ("banker",)),
        ),
    ),
    Row(
        "he",
        (
            "Noor Jahangirani lost to Mina Takahoshino in straight sets but stayed on court to "
            "applaud her. She said afterwards that she had been beaten by the better player."
        ),
        (Said("she had been beaten", ("Noor Jahangirani",), (None,)),),
    ),
    Row(
        "he",
        (
            "President Sione Takapautolo flew over the flooded islands with his army chief, "
            "Colonel Viliami Fusitu'alo, on Thursday.\n\nThe colonel has been in charge of the "
            "relief effort since the cyclone.\n\nThe president was close to tears when he "
            "landed. “I could not find my own village,” he said."
        ),
        (Said("I could not find", ("Sione Takapautolo",), ("President",)),),
    ),
    Row(
        "agency",
        (
            "The president will not run again, his spokesman Timur Ashirbekov told the Steppe "
            "Press news agency."
        ),
        (Said("The president will not", ("Timur Ashirbekov",), ("spokesman", "his spokesman")),),
    ),
    Row(
        "agency",
        (
            "Kordofan Wire reported that Governor Idris Abu Hamraya had closed the markets in "
            "three towns, saying traders were hoarding flour."
        ),
        (Said("traders were hoarding", ("Idris Abu Hamraya",), ("Governor",)),),
    ),
    Row(
        "agency",
        (
            "The state news agency NOVAR quoted Deputy Defence Minister Stanimir Gorchilov as "
            "saying that two drones had been shot down over the strait."
        ),
        (Said("two drones had been", ("Stanimir Gorchilov",), ("Deputy Defence Minister",)),),
    ),
    Row(
        "agency",
        (
            "“We are ready to take to the streets,” union leader Paulo Catumbelense told "
            "Agência Planura in an interview on Thursday."
        ),
        (Said("We are ready to take", ("Paulo Catumbelense",), ("union leader",)),),
    ),
    Row(
        "agency",
        (
            "In an interview with Kestrel News, General Arvid Lindqvarn said the northern "
            "garrisons had fuel for nine days. The defence ministry declined to comment."
        ),
        (Said("the northern garrisons", ("Arvid Lindqvarn",), ("General",)),),
    ),
    Row(
        "agency",
        (
            "The Lumo news agency cited a senior customs official as saying 40 lorries were "
            "still waiting at the border."
        ),
        (
            Said(
                "40 lorries were",
                ("senior customs official", "a senior customs official", None),
            ),
        ),
    ),
    Row(
        "agency",
        (
            "Jade Coast News Agency on Saturday carried a statement by Vice-Premier Ro "
            "Chang-hwi, who said the launch had been “a lesson to all”."
        ),
        (Said("a lesson to all", ("Ro Chang-hwi",), ("Vice-Premier",)),),
    ),
    Row(
        "agency",
        (
            "Sports Minister Agnese Dreimanīte has resigned, the news portal Rīta Vēstis "
            "reported. In a letter seen by the portal, she said officials had misled her about "
            "the stadium's cost."
        ),
        (Said("officials had misled", ("Agnese Dreimanīte",), ("Sports Minister",)),),
    ),
    Row(
        "agency",
        (
            "Reporters from the Orinoquia Press Service reached Admiral Hernán Lizarraldez by "
            "phone on Sunday. He told the agency that the frigate had “touched bottom but not "
            "broken”."
        ),
        (Said("touched bottom", ("Hernán Lizarraldez",), ("Admiral",)),),
    ),
    Row(
        "agency",
        (
            "SALIMBA (Equator News) - Flights to the outer islands will resume on Friday, "
            "Aviation Secretary Corazon Dimayacyac said at a briefing."
        ),
        (Said("Flights to the outer", ("Corazon Dimayacyac",), ("Aviation Secretary",)),),
    ),
    Row(
        "via",
        (
            "According to Interlakes News, Governor Bakary Sidibehou said the bridge would be "
            "rebuilt before winter."
        ),
        (
            Said(
                "the bridge would be",
                ("Bakary Sidibehou",),
                ("Governor",),
                ("Interlakes News",),
            ),
        ),
    ),
    Row(
        "via",
        (
            "Trams will be free for a week, Deputy Mayor Ilona Szebényhegyi said, Danubia Press "
            "reported."
        ),
        (
            Said(
                "Trams will be free",
                ("Ilona Szebényhegyi",),
                ("Deputy Mayor",),
                ("Danubia Press",),
            ),
        ),
    ),
    Row(
        "via",
        "“There is no plan B,” Finance Minister Lorcan Tierneyhan told Skellig News on Tuesday.",
        (Said("There is no plan B", ("Lorcan Tierneyhan",), ("Finance Minister",), (None,)),),
    ),
    Row(
        "via",
        (
            "Sahara Wire quoted Energy Minister Lalla Bouzidanou as saying the solar park would "
            "be finished two years late."
        ),
        (
            Said(
                "the solar park would",
                ("Lalla Bouzidanou",),
                ("Energy Minister",),
                ("Sahara Wire",),
            ),
        ),
    ),
    Row(
        "via",
        (
            "“Our patience has an end,” President Aslan Merzoyants said in remarks carried by "
            "Channel Ufuq. He named no country."
        ),
        (Said("Our patience has", ("Aslan Merzoyants",), ("President",), ("Channel Ufuq",)),),
    ),
    Row(
        "via",
        (
            "“The file is closed,” Prosecutor-General Oyunbileg Tsendsurengiin was cited by the "
            "Tundra News agency as saying."
        ),
        (
            Said(
                "The file is closed",
                ("Oyunbileg Tsendsurengiin",),
                ("Prosecutor-General",),
                ("Tundra News", "Tundra News agency"),
            ),
        ),
    ),
    Row(
        "via",
        (
            "The harvest will be the poorest in 20 years, farm union head Torvald Ekebladh "
            "said, as quoted by the Boreal Herald."
        ),
        (
            Said(
                "The harvest will be",
                ("Torvald Ekebladh",),
                ("farm union head",),
                ("Boreal Herald",),
            ),
        ),
    ),
    Row(
        "via",
        (
            "The Pampero Telegraph, citing Interior Secretary Leandro Ozunaga, reported that 14 "
            "people had been detained in Santa Elvira."
        ),
        (
            Said(
                "14 people had been",
                ("Leandro Ozunaga",),
                ("Interior Secretary",),
                ("Pampero Telegraph",),
            ),
        ),
    ),
    Row(
        "via",
        (
            "Twelve miners are still trapped underground, Copper Valley Radio reported, quoting "
            "shift manager Chanda Mulowokama."
        ),
        (
            Said(
                "Twelve miners are",
                ("Chanda Mulowokama",),
                ("shift manager",),
                ("Copper Valley Radio",),
            ),
        ),
    ),
    Row(
        "via",
        (
            "In an interview with the newspaper Le Phare du Golfe, the archbishop of "
            "Port-Dauphin, Anselme Quénumbert, said the churches would stay open at night."
        ),
        (
            Said(
                "the churches would",
                ("Anselme Quénumbert",),
                ("archbishop of Port-Dauphin",),
                (None,),
            ),
        ),
    ),
    Row(
        "via",
        (
            "Health Commissioner Ngozi Ekwuemezie said on Monday that the outbreak had been "
            "contained."
        ),
        (Said("the outbreak had", ("Ngozi Ekwuemezie",), ("Health Commissioner",), (None,)),),
    ),
    Row(
        "via",
        (
            "The ceasefire line “is not a border and never will be”, chief negotiator Haykaz "
            "Ter-Balyants said in a statement distributed by the Arax News agency."
        ),
        (
            Said(
                "is not a border",
                ("Haykaz Ter-Balyants",),
                ("chief negotiator",),
                ("Arax News", "Arax News agency"),
            ),
        ),
    ),
    Row(
        "via",
        (
            "Local authorities had been warned twice, hydrologist Sumitra Bhandarkoti said on "
            "Thursday, according to the Himal Dispatch."
        ),
        (
            Said(
                "Local authorities had",
                ("Sumitra Bhandarkoti",),
                ("hydrologist",),
                ("Himal Dispatch",),
            ),
        ),
    ),
    Row(
        "via",
        (
            "Police commander Waleed Tarhounawi told reporters that the square would be cleared "
            "by dusk, the Sirte Gulf Agency said."
        ),
        (
            Said(
                "the square would be",
                ("Waleed Tarhounawi",),
                ("Police commander",),
                ("Sirte Gulf Agency",),
            ),
        ),
    ),
    Row(
        "no rubbish",
        "Ulrika Fjellnerud, speaking from her hospital bed, said the mountain “simply let go”.",
        (Said("simply let go", ("Ulrika Fjellnerud",), (None,)),),
    ),
    Row(
        "no rubbish",
        (
            "Bassam Khoursheedi, 47, said he had found the door of his flat open and the stove "
            "still warm."
        ),
        (Said("he had found the door", ("Bassam Khoursheedi",), (None,)),),
    ),
    Row(
        "no rubbish",
        "Hwangbo Ye-rimi, in Busan on Friday, said the song was never meant to be released.",
        (Said("the song was never", ("Hwangbo Ye-rimi",), (None,)),),
    ),
    Row(
        "no rubbish",
        "“You will read about it in my memoirs,” Mateus Carvalhinhos said, smiling.",
        (Said("You will read about", ("Mateus Carvalhinhos",), (None,)),),
    ),
    Row(
        "no rubbish",
        (
            "Earlier on Tuesday, Olena Prykhodenchuk, who had just returned from Vienna, said "
            "the talks would go on by telephone."
        ),
        (Said("the talks would go on", ("Olena Prykhodenchuk",), (None,)),),
    ),
    Row(
        "no rubbish",
        (
            "Nilufar Tashpulatkhan, visibly tired after two nights without sleep, told a crowd "
            "in Khatlonabad that nobody would be left behind."
        ),
        (Said("nobody would be left", ("Nilufar Tashpulatkhan",), (None,)),),
    ),
    Row(
        "no rubbish",
        (
            "The new bypass cuts his street in two. Gunnar Eikelandsen, of Trondvik, said it "
            "now took him an hour to visit his sister."
        ),
        (Said("it now took him", ("Gunnar Eikelandsen",), (None,)),),
    ),
    Row(
        "no rubbish",
        (
            "Asked about the rumours, Lorenzo Pasqualighi, however, said there was “nothing on "
            "paper”."
        ),
        (Said("nothing on paper", ("Lorenzo Pasqualighi",), (None,)),),
    ),
    Row(
        "no rubbish",
        (
            "Ifeoma Chukwurahmba, for her part, said the quarrel had been exaggerated by people "
            "who were not in the room."
        ),
        (Said("the quarrel had been", ("Ifeoma Chukwurahmba",), (None,)),),
    ),
    Row(
        "no rubbish",
        (
            "“It took four minutes,” said Prasad Wickremaratchige, pointing at the place where "
            "the wall had stood until Sunday evening."
        ),
        (Said("It took four minutes", ("Prasad Wickremaratchige",), (None,)),),
    ),
    Row(
        "no rubbish",
        (
            "Tevita Loloheanga, his voice shaking, said the second wave had been higher than "
            "the palms."
        ),
        (Said("the second wave had", ("Tevita Loloheanga",), (None,)),),
    ),
    Row(
        "no rubbish",
        (
            "Jasna Perkovacki, born in Osmirac in 1961, said she remembered when the lake froze "
            "every winter."
        ),
        (Said("she remembered when", ("Jasna Perkovacki",), (None,)),),
    ),
    Row(
        "unnamed",
        (
            "Police chief Aurelio Sandiganon was at the scene within minutes. A police "
            "spokesman later said that two men had been arrested."
        ),
        (Said("two men had been", ("police spokesman", "A police spokesman", None)),),
    ),
    Row(
        "unnamed",
        (
            "Foreign Minister Catarina Sobreiros left for the summit on Sunday. “We expect no "
            "breakthrough,” a senior foreign ministry official said."
        ),
        (
            Said(
                "We expect no",
                ("senior foreign ministry official", "a senior foreign ministry official", None),
            ),
        ),
    ),
    Row(
        "unnamed",
        (
            "Defence Minister Otto Raudsepik cut short his holiday when the news broke. The jet "
            "had been due for scrapping, a spokeswoman for the ministry said on Monday evening."
        ),
        (
            Said(
                "The jet had been due",
                ("spokeswoman for the ministry", "a spokeswoman for the ministry", None),
            ),
        ),
    ),
    Row(
        "unnamed",
        (
            "Helga Weissenrieders, a doctor at St. Gallus Hospital, wrote to the governor last "
            "week. Another doctor, who asked not to be named, said masks had run out on Friday."
        ),
        (Said("masks had run out", ("Another doctor", "doctor", None)),),
    ),
    Row(
        "unnamed",
        (
            "The union's president, Jabu Nxumayose, spent the night in talks with the mine "
            "owners. One union official described the offer as “a slap with a velvet glove”."
        ),
        (Said("a slap with", ("One union official", "union official", None)),),
    ),
    Row(
        "unnamed",
        (
            "Mayor Élodie Castagnèdes has not been seen in public since the vote. An aide to "
            "the mayor said she would speak on Friday."
        ),
        (Said("she would speak", ("aide to the mayor", "An aide to the mayor", None)),),
    ),
    Row(
        "unnamed",
        (
            "Ambassador Liv Kjærstadli was summoned to the foreign ministry on Wednesday.\n\n"
            "“We were handed a note and shown the door,” a diplomat at the embassy told the "
            "Gulf Monitor."
        ),
        (
            Said(
                "We were handed a note",
                ("diplomat at the embassy", "a diplomat at the embassy", None),
            ),
        ),
    ),
    Row(
        "unnamed",
        (
            "State prosecutor Danilo Mircetichev opened the case in 2021. Prosecutors said in a "
            "statement that 14 suspects remained at large."
        ),
        (Said("14 suspects remained", ("Prosecutors", None)),),
    ),
    Row(
        "unnamed",
        (
            "Army spokesman Brigadier Tesfalem Habtegabir said the road was open. Hours later a "
            "military source denied this, saying two bridges were still mined."
        ),
        (
            Said(
                "the road was open",
                ("Tesfalem Habtegabir",),
                ("Army spokesman", "Army spokesman Brigadier", "Brigadier"),
            ),
            Said("two bridges were", ("military source", "a military source", None)),
        ),
    ),
    Row(
        "unnamed",
        (
            "Head coach Ramiro Etchegoyenaga refused to comment on the defeat. “They stopped "
            "running at half-time,” an assistant coach said."
        ),
        (Said("They stopped running", ("assistant coach", "an assistant coach", None)),),
    ),
    Row(
        "short name",
        (
            "Agnieszka Wróbelczyk-Sowińska, the curator, found the painting behind a wardrobe. "
            "Wróbelczyk-Sowińska said it had been listed as lost since 1944."
        ),
        (Said("it had been listed", ("Agnieszka Wróbelczyk-Sowińska",), ("curator",)),),
    ),
    Row(
        "short name",
        (
            "Seven-year-old Mateo Huancapaza walks two hours to school each morning. “The dog "
            "comes with me as far as the bridge,” Mateo said."
        ),
        (Said("The dog comes", ("Mateo Huancapaza",)),),
    ),
    Row(
        "short name",
        (
            "Clive Pemberwickham, chairman of the parish council, opened the meeting at seven. "
            "Mr. Pemberwickham said the oak would not be felled."
        ),
        (
            Said(
                "the oak would not",
                ("Clive Pemberwickham",),
                ("chairman of the parish council",),
            ),
        ),
    ),
    Row(
        "short name",
        (
            "Brothers Ravil Gaynullovich and Damir Gaynullovich took over the mill in 1998. "
            "Damir Gaynullovich says the river has never been so low. Ravil disagrees: “It was "
            "lower in the year our father died.”"
        ),
        (
            Said("the river has never", ("Damir Gaynullovich",)),
            Said("It was lower in", ("Ravil Gaynullovich",)),
        ),
    ),
    Row(
        "short name",
        (
            "Edwin Marlesfordby and his wife, Harriet Marlesfordby, have lived in the "
            "lighthouse since 1987. Mrs. Marlesfordby said she had stopped hearing the foghorn "
            "long ago."
        ),
        (Said("she had stopped hearing", ("Harriet Marlesfordby",), ("wife", "his wife")),),
    ),
    Row(
        "short name",
        (
            "José Antonio Villaquirana Mosquerón, the rector, met students for three hours on "
            "Monday. Villaquirana said the fees would be frozen until next year."
        ),
        (Said("the fees would be", ("José Antonio Villaquirana Mosquerón",), ("rector",)),),
    ),
    Row(
        "short name",
        (
            "Guðlaug Hrafnketilsdóttir, the island's only vet, treats seals as well as sheep. "
            "“Seals bite harder,” Guðlaug said."
        ),
        (Said("Seals bite harder", ("Guðlaug Hrafnketilsdóttir",), ("island's only vet",)),),
    ),
    Row(
        "short name",
        (
            "Namgung Hye-rinna, a figure skater, withdrew from the championship on Tuesday. "
            "Namgung said her ankle had not healed."
        ),
        (Said("her ankle had not", ("Namgung Hye-rinna",), ("figure skater",)),),
    ),
    Row(
        "short name",
        (
            "Justice Minister Ljupka Trenevskova and the novelist Vesna Trenevskova, who are "
            "not related, shared the stage in Ohrimac. Minister Trenevskova said prisons needed "
            "libraries. The novelist said they needed windows first."
        ),
        (
            Said("prisons needed libraries", ("Ljupka Trenevskova",), ("Justice Minister",)),
            Said("they needed windows", ("Vesna Trenevskova",), ("novelist",)),
        ),
    ),
    Row(
        "short name",
        (
            "Vanderhoevelt said on Friday that the brewery had been sold to its workers. Joris "
            "Vanderhoevelt, the founder's grandson, had run it for 31 years."
        ),
        (Said("the brewery had been", ("Joris Vanderhoevelt",), ("founder's grandson",)),),
    ),
    Row(
        "short name",
        (
            "The choir was founded by Olufunmilayo Adegbenrola, a retired postmistress. "
            "Everybody in Ibarapade calls her Mama Choir. Ms Adegbenrola said she had never "
            "learned to read music."
        ),
        (
            Said(
                "she had never learned",
                ("Olufunmilayo Adegbenrola",),
                ("retired postmistress",),
            ),
        ),
    ),
)
