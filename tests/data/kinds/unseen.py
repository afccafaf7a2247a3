"""Passages for counting alone: of the kinds of `seen`, in other words."""

from __future__ import annotations

from tests.data.kinds.form import Row, Said

ROWS = (
    Row(
        "named elsewhere",
        (
            "Ransome Adjei-Kuma scored twice in eleven minutes on Saturday as Volta Rangers beat "
            "Keta Athletic 3-1 in Sogako. The forward said he had almost missed the match with a "
            "bruised heel."
        ),
        (Said("he had almost missed the match", ("Ransome Adjei-Kuma",), ("forward",)),),
    ),
    Row(
        "named elsewhere",
        (
            "Before she opened her bakery in Valdemora, Irune Etxaburu spent twelve seasons on "
            "the professional squash tour. The former squash player said the early mornings were "
            "nothing new. “I have set my alarm for four since I was fifteen,” she added."
        ),
        (
            Said(
                "the early mornings were nothing new",
                ("Irune Etxaburu",),
                ("former squash player",),
            ),
            Said("I have set my alarm", ("Irune Etxaburu",)),
        ),
    ),
    Row(
        "named elsewhere",
        (
            "A jury in Port Ansley took two hours on Thursday to clear Delroy Whitcombe-Hayes of "
            "arson. Outside the court, the 44-year-old carpenter said he wanted his tools back."
        ),
        (
            Said(
                "he wanted his tools back",
                ("Delroy Whitcombe-Hayes",),
                ("44-year-old carpenter", "carpenter"),
            ),
        ),
    ),
    Row(
        "named elsewhere",
        (
            "This year's Kauri Prize for design went to Mereana Tuhoro for a flat-packed "
            'emergency shelter. "It had to fit under a bunk," said the Port Matiro-based '
            "architect, whose team built eleven prototypes."
        ),
        (
            Said(
                "It had to fit under a bunk",
                ("Mereana Tuhoro",),
                ("Port Matiro-based architect", "architect"),
            ),
        ),
    ),
    Row(
        "named elsewhere",
        (
            "Hanne Brekkesund withdrew from Sunday's 1,500 metres final with a strained "
            "shoulder. Her coach, Pål Ottervik, had pleaded with her to rest since March. The "
            "swimmer said she would be back for the Nordic meet in August."
        ),
        (Said("she would be back for the Nordic meet", ("Hanne Brekkesund",), ("swimmer",)),),
    ),
    Row(
        "named elsewhere",
        (
            "Prime Minister Ovidiu Strâmbeanu lost a vote of confidence by 61 to 44 late on "
            "Wednesday.\n\n"
            "The outgoing premier said he would not stand in the spring election and wished his "
            "successor “better arithmetic”."
        ),
        (
            Said(
                "he would not stand in the spring election",
                ("Ovidiu Strâmbeanu",),
                ("outgoing premier", "premier", "Prime Minister"),
            ),
        ),
    ),
    Row(
        "named elsewhere",
        (
            "Tendai Mushayavara's third novel, The Salt Ledger, is told by a lighthouse. “A "
            "lighthouse sees everything and can do nothing,” the Bulawela novelist said at a "
            "reading on Friday."
        ),
        (
            Said(
                "A lighthouse sees everything",
                ("Tendai Mushayavara",),
                ("Bulawela novelist", "novelist"),
            ),
        ),
    ),
    Row(
        "named elsewhere",
        (
            "Two climbers were brought down from Mount Serrakol on Wednesday after three nights "
            "in a snow hole. Nurlan Ospagaliev, 31, lost two fingers; Giulia Tramontella, a "
            "nurse from Cadoro, was unhurt. The nurse said they had shared a single bar of "
            "chocolate."
        ),
        (
            Said(
                "they had shared a single bar",
                ("Giulia Tramontella",),
                ("nurse", "nurse from Cadoro"),
            ),
        ),
    ),
    Row(
        "named elsewhere",
        (
            "Shares in Lumora Foods fell 9 percent on Tuesday after the surprise resignation of "
            "Kavya Rangabhatt. In a memo to staff, the 52-year-old executive said she wanted to "
            "“teach, read and sleep”."
        ),
        (
            Said(
                "teach, read and sleep",
                ("Kavya Rangabhatt",),
                ("52-year-old executive", "executive"),
            ),
        ),
    ),
    Row(
        "named elsewhere",
        (
            "For thirty years Baltasar Oyarzún-Pinto carried mail by boat to the islands of the "
            "Chelinao sound.\n\n"
            "On Monday he made his last round, with a brass band waiting on the pier.\n\n"
            "“The dogs will miss me more than the people,” said the retiring postman."
        ),
        (
            Said(
                "The dogs will miss me",
                ("Baltasar Oyarzún-Pinto",),
                ("retiring postman", "postman"),
            ),
        ),
    ),
    Row(
        "affiliation as role",
        (
            "“We have tents for four thousand people and need them for nine thousand,” said "
            "Salimata Diarrabou of the Green Lantern Relief Society."
        ),
        (
            Said(
                "We have tents for four thousand",
                ("Salimata Diarrabou",),
                ("Green Lantern Relief Society",),
            ),
        ),
    ),
    Row(
        "affiliation as role",
        (
            "The Morrow Bay Courier's Lachlan Petherick wrote that the council had known about "
            "the leak since winter."
        ),
        (
            Said(
                "the council had known about the leak",
                ("Lachlan Petherick",),
                ("Morrow Bay Courier",),
            ),
        ),
    ),
    Row(
        "affiliation as role",
        (
            "Katla Eyvindardóttir, Northlight Radio, reported that the lava had stopped a "
            "kilometre short of the harbour."
        ),
        (
            Said(
                "the lava had stopped a kilometre short",
                ("Katla Eyvindardóttir",),
                ("Northlight Radio",),
            ),
        ),
    ),
    Row(
        "affiliation as role",
        (
            "The mud of the inner lagoon holds more mercury than any other sampled so far, "
            "according to Ikaika Nahoolewa from the University of Leeward Sound, whose team "
            "spent two summers in waders."
        ),
        (
            Said(
                "The mud of the inner lagoon holds more mercury",
                ("Ikaika Nahoolewa",),
                ("University of Leeward Sound",),
            ),
        ),
    ),
    Row(
        "affiliation as role",
        (
            "The slide of the karven is “far from over”, Piotr Zawistel of Meridian Brokers said "
            "in a note to clients on Thursday."
        ),
        (Said("far from over", ("Piotr Zawistel",), ("Meridian Brokers",)),),
    ),
    Row(
        "affiliation as role",
        (
            "Avalanches have cut the upper road in five places since Friday. Dilnoza Hakimzod, "
            "with the Shughar Mountain Rescue Union, said dogs were searching the lowest cone."
        ),
        (
            Said(
                "dogs were searching the lowest cone",
                ("Dilnoza Hakimzod",),
                ("Shughar Mountain Rescue Union",),
            ),
        ),
    ),
    Row(
        "affiliation as role",
        (
            "“The sentence invites more of the same,” said Advocates Without Walls' Thandeka "
            "Mbalizulu after the hearing in Mzimkop."
        ),
        (
            Said(
                "The sentence invites more of the same",
                ("Thandeka Mbalizulu",),
                ("Advocates Without Walls", "Advocates Without Walls'"),
            ),
        ),
    ),
    Row(
        "affiliation as role",
        (
            "Bees forget the colour blue first, Anselmo Quiñorero, Institute of Insect "
            "Behaviour, told the congress in Puerto Albar."
        ),
        (
            Said(
                "Bees forget the colour blue first",
                ("Anselmo Quiñorero",),
                ("Institute of Insect Behaviour",),
            ),
        ),
    ),
    Row(
        "affiliation as role",
        (
            "Jocasta Fennimore, for the Tenants’ League, told the tribunal that the lifts had "
            "failed on 212 days last year."
        ),
        (Said("the lifts had failed on 212 days", ("Jocasta Fennimore",), ("Tenants’ League",)),),
    ),
    Row(
        "affiliation as role",
        (
            "The glacier has lost its tongue but not its heart, said Ayumi Kirishita (Tateno "
            "Glacier Survey) on the walk back to the hut."
        ),
        (
            Said(
                "The glacier has lost its tongue", ("Ayumi Kirishita",), ("Tateno Glacier Survey",)
            ),
        ),
    ),
    Row(
        "relation",
        (
            "The late composer’s daughter, Ottilie Rauschenbeck, said the manuscript had lain in "
            "a piano stool for sixty years."
        ),
        (
            Said(
                "the manuscript had lain in a piano stool",
                ("Ottilie Rauschenbeck",),
                ("late composer’s daughter", "composer’s daughter", "daughter"),
            ),
        ),
    ),
    Row(
        "relation",
        (
            "Emebet Gashawbeza, widow of the poet Tadele Wubneh-Ayele, said he had never owned a "
            "typewriter and had borrowed hers."
        ),
        (
            Said(
                "he had never owned a typewriter",
                ("Emebet Gashawbeza",),
                ("widow of the poet Tadele Wubneh-Ayele", "widow of the poet", "widow"),
            ),
        ),
    ),
    Row(
        "relation",
        (
            "Rafaela Villafrança has not been heard from since her canoe left Porto Serrinha on "
            "3 May. Her brother Caetano Villafrança said the family had stopped sleeping."
        ),
        (
            Said(
                "the family had stopped sleeping",
                ("Caetano Villafrança",),
                ("brother", "Her brother"),
            ),
        ),
    ),
    Row(
        "relation",
        (
            "Kofi Amponsem-Darteh's grandmother, Abena Serwaah-Poku, 81, told the inquest that "
            "he had left home at six with his school shoes in a bag."
        ),
        (
            Said(
                "he had left home at six",
                ("Abena Serwaah-Poku",),
                ("Kofi Amponsem-Darteh's grandmother", "grandmother"),
            ),
        ),
    ),
    Row(
        "relation",
        (
            "No offer from abroad has arrived for the 19-year-old. “When one comes, the whole "
            "street will hear it,” said the striker's cousin and agent, Matías Ferreyrolo."
        ),
        (
            Said(
                "the whole street will hear it",
                ("Matías Ferreyrolo",),
                ("striker's cousin and agent", "cousin and agent"),
            ),
        ),
    ),
    Row(
        "relation",
        (
            '"My husband signs nothing without reading it twice," the governor\'s wife, Xiulan '
            "Duanmu-Qi, told the commission."
        ),
        (Said("My husband signs nothing", ("Xiulan Duanmu-Qi",), ("governor's wife", "wife")),),
    ),
    Row(
        "relation",
        (
            "Ibrahim Sarrafpour, son of the jailed publisher, said guards had taken away his "
            "father's glasses and given them back without lenses."
        ),
        (
            Said(
                "guards had taken away",
                ("Ibrahim Sarrafpour",),
                ("son of the jailed publisher", "son"),
            ),
        ),
    ),
    Row(
        "relation",
        (
            "Leilani Kekaumano won the outrigger sprint at Hale Point by half a boat. Her twin "
            "sister, Noelani Kekaumano, who came fourth, said she had never enjoyed losing so "
            "much."
        ),
        (
            Said(
                "she had never enjoyed losing so much",
                ("Noelani Kekaumano",),
                ("twin sister", "Her twin sister", "sister", "twin"),
            ),
        ),
    ),
    Row(
        "relation",
        (
            "Goran Pavlinčić, the victim’s stepfather, said after the verdict that seven years "
            "was “a bus ride”."
        ),
        (Said("a bus ride", ("Goran Pavlinčić",), ("victim’s stepfather", "stepfather")),),
    ),
    Row(
        "relation",
        (
            "Neighbours in Tchalla remember a quiet man who mended radios. According to his "
            "former wife, Bernadette Lokossou-Aïdo, he once rebuilt a set from parts found in a "
            "river."
        ),
        (
            Said(
                "he once rebuilt a set",
                ("Bernadette Lokossou-Aïdo",),
                ("former wife", "his former wife", "wife"),
            ),
        ),
    ),
    Row(
        "trade",
        (
            "Cheesemaker Benoîte Lavaudray said the mould had come with the cave and would "
            "outlive her."
        ),
        (Said("the mould had come with the cave", ("Benoîte Lavaudray",), ("Cheesemaker",)),),
    ),
    Row(
        "trade",
        "“Two hours of rain and my whole field was soup,” said onion farmer Zebedayo Mkumbwe.",
        (Said("my whole field was soup", ("Zebedayo Mkumbwe",), ("onion farmer",)),),
    ),
    Row(
        "trade",
        (
            "Anyone who sold the bonds before June will owe nothing, according to tax lawyer "
            "Ingeborg Thalhammerin. Those who waited will owe a fifth."
        ),
        (
            Said(
                "Anyone who sold the bonds before June", ("Ingeborg Thalhammerin",), ("tax lawyer",)
            ),
        ),
    ),
    Row(
        "trade",
        (
            "Passers-by formed a chain down the embankment, bus driver Milorad Stankučić told "
            "reporters, and handed the children up one by one."
        ),
        (Said("Passers-by formed a chain", ("Milorad Stankučić",), ("bus driver",)),),
    ),
    Row(
        "trade",
        (
            '"It never ticks the same way twice," clock restorer Eustace Wrotham-Gale said, '
            "closing the case with his elbow."
        ),
        (
            Said(
                "It never ticks the same way twice", ("Eustace Wrotham-Gale",), ("clock restorer",)
            ),
        ),
    ),
    Row(
        "trade",
        (
            "The reef has gone quiet. Marine acoustician Nalesoni Vakalolo says the shrimps, "
            "which normally crackle all night, fell silent within a week of the spill."
        ),
        (
            Said(
                "the shrimps, which normally crackle",
                ("Nalesoni Vakalolo",),
                ("Marine acoustician",),
            ),
        ),
    ),
    Row(
        "trade",
        (
            "During the break, court interpreter Farzaneh Dolatyari said she had asked three "
            "times for the witness to be heard again."
        ),
        (Said("she had asked three times", ("Farzaneh Dolatyari",), ("court interpreter",)),),
    ),
    Row(
        "trade",
        (
            "Street vendor Consuelo Huarcayo, 58, said the smoke had reached her stall before "
            "the sirens did."
        ),
        (Said("the smoke had reached her stall", ("Consuelo Huarcayo",), ("Street vendor",)),),
    ),
    Row(
        "trade",
        (
            "Midwife and folk singer Rhiannon Prosser-Vaughan joked that both jobs were mostly "
            "waiting."
        ),
        (
            Said(
                "both jobs were mostly waiting",
                ("Rhiannon Prosser-Vaughan",),
                ("Midwife and folk singer",),
            ),
        ),
    ),
    Row(
        "trade",
        (
            'The burnt slopes above Kalgarra turned green within a month. "Grass is not forest," '
            'warns fire ecologist Bronte Kalgarin-Webb. "It is the next fuel."'
        ),
        (
            Said("Grass is not forest", ("Bronte Kalgarin-Webb",), ("fire ecologist",)),
            Said("It is the next fuel", ("Bronte Kalgarin-Webb",), ("fire ecologist",)),
        ),
    ),
    Row(
        "role elsewhere",
        (
            "Seraphine Kouandjio is the opposition's candidate for mayor of Bafoundé. On Sunday "
            "she walked through the fish market with two bodyguards and a megaphone. “The market "
            "has no drains, and City Hall has three fountains,” Kouandjio said."
        ),
        (
            Said(
                "The market has no drains",
                ("Seraphine Kouandjio",),
                (
                    "opposition's candidate for mayor of Bafoundé",
                    "candidate for mayor of Bafoundé",
                    "opposition's candidate for mayor",
                    "opposition's candidate",
                ),
            ),
        ),
    ),
    Row(
        "role elsewhere",
        (
            "“The hull was sound when we left,” Aristides Psaroudis told the inquiry on Monday. "
            "Psaroudis was first mate of the Thalia K, which capsized off Cape Myrto in February "
            "with 19 people on board."
        ),
        (
            Said(
                "The hull was sound",
                ("Aristides Psaroudis",),
                ("first mate of the Thalia K", "first mate"),
            ),
        ),
    ),
    Row(
        "role elsewhere",
        (
            "In 2019 the board appointed Henrike Wiesenfeldt chief executive of Nordhafen Steel. "
            "Output has doubled since then. Wiesenfeldt said on Tuesday that the next furnace "
            "would run on hydrogen."
        ),
        (
            Said(
                "the next furnace would run on hydrogen",
                ("Henrike Wiesenfeldt",),
                ("chief executive of Nordhafen Steel", "chief executive"),
            ),
        ),
    ),
    Row(
        "role elsewhere",
        (
            "The new head of the space agency is Chukwuemeka Obiorah-Nze. He inherits one "
            "working satellite and a launch pad that floods.\n\n"
            "“Mud dries,” Obiorah-Nze said when shown the pictures."
        ),
        (
            Said(
                "Mud dries",
                ("Chukwuemeka Obiorah-Nze",),
                ("new head of the space agency", "head of the space agency"),
            ),
        ),
    ),
    Row(
        "role elsewhere",
        (
            "Tuomas Ylikangasmaa works as a harbour pilot in Raahela. For three weeks the ice "
            "has kept him ashore. Ylikangasmaa said he had repainted every door in his house."
        ),
        (
            Said(
                "he had repainted every door",
                ("Tuomas Ylikangasmaa",),
                ("harbour pilot in Raahela", "harbour pilot"),
            ),
        ),
    ),
    Row(
        "role elsewhere",
        (
            "Parveen Lodhiwal was sworn in on Friday as the country's first female auditor "
            "general. The ceremony lasted six minutes. Lodhiwal said afterwards that she would "
            "begin with the ministry that had printed the invitations."
        ),
        (
            Said(
                "she would begin with the ministry",
                ("Parveen Lodhiwal",),
                (
                    "country's first female auditor general",
                    "first female auditor general",
                    "auditor general",
                ),
            ),
        ),
    ),
    Row(
        "role elsewhere",
        (
            "Marisol Echenagorta became principal conductor of the Santa Rufina Philharmonic at "
            "29. Nine years on, the orchestra is bankrupt and the hall has been sold. “We will "
            "play in the car park,” Echenagorta said."
        ),
        (
            Said(
                "We will play in the car park",
                ("Marisol Echenagorta",),
                ("principal conductor of the Santa Rufina Philharmonic", "principal conductor"),
            ),
        ),
    ),
    Row(
        "role elsewhere",
        (
            "Lwazi Ngcebetsha said the dressing room had been silent for half an hour after the "
            "final whistle. The 33-year-old, who missed a penalty, remains captain of the "
            "Coastal Chiefs."
        ),
        (
            Said(
                "the dressing room had been silent",
                ("Lwazi Ngcebetsha",),
                ("captain of the Coastal Chiefs", "captain"),
            ),
        ),
    ),
    Row(
        "role elsewhere",
        (
            "“Nobody should drink from the tap until I do,” Teuila Faleafa-Moors said on local "
            "radio.\n\n"
            "The outbreak has sent 140 people to hospital since Easter. Faleafa-Moors is the "
            "district's chief medical officer, and lives two streets from the broken main."
        ),
        (
            Said(
                "Nobody should drink from the tap",
                ("Teuila Faleafa-Moors",),
                ("district's chief medical officer", "chief medical officer"),
            ),
        ),
    ),
    Row(
        "relative clause",
        (
            "Nkechi Ebube-Okoronta, who chairs the port's safety board, said the crane had "
            "failed two inspections in a row."
        ),
        (
            Said(
                "the crane had failed two inspections",
                ("Nkechi Ebube-Okoronta",),
                ("chairs the port's safety board", "who chairs the port's safety board"),
            ),
        ),
    ),
    Row(
        "relative clause",
        (
            "Arvid Lindqvarn, who is leading the search for the two skiers, said fresh snow had "
            "covered every track."
        ),
        (
            Said(
                "fresh snow had covered every track",
                ("Arvid Lindqvarn",),
                (
                    "leading the search for the two skiers",
                    "is leading the search for the two skiers",
                    "who is leading the search for the two skiers",
                ),
            ),
        ),
    ),
    Row(
        "relative clause",
        (
            "“They offered us four percent and a calendar,” said Zhanna Tolepberdina, who "
            "represents the bus drivers’ union in the wage talks."
        ),
        (
            Said(
                "They offered us four percent",
                ("Zhanna Tolepberdina",),
                (
                    "represents the bus drivers’ union in the wage talks",
                    "represents the bus drivers’ union",
                    "who represents the bus drivers’ union in the wage talks",
                    "who represents the bus drivers’ union",
                ),
            ),
        ),
    ),
    Row(
        "relative clause",
        (
            "Jean-Corentin Le Goarnig, who was the lighthouse keeper until 1994, recalled that "
            "the lamp had gone out only once."
        ),
        (
            Said(
                "the lamp had gone out only once",
                ("Jean-Corentin Le Goarnig",),
                (
                    "lighthouse keeper until 1994",
                    "lighthouse keeper",
                    "was the lighthouse keeper until 1994",
                    "who was the lighthouse keeper until 1994",
                ),
            ),
        ),
    ),
    Row(
        "relative clause",
        (
            "Lawyers now buy more poetry than law, according to Pooja Venkatrani, who runs a "
            "bookshop beside the High Court in Chandapur."
        ),
        (
            Said(
                "Lawyers now buy more poetry than law",
                ("Pooja Venkatrani",),
                (
                    "runs a bookshop beside the High Court in Chandapur",
                    "runs a bookshop beside the High Court",
                    "runs a bookshop",
                    "who runs a bookshop beside the High Court in Chandapur",
                    "who runs a bookshop beside the High Court",
                ),
            ),
        ),
    ),
    Row(
        "relative clause",
        (
            "Misael Quintanárez, who has coached the women's side since 2016, said the draw "
            "could hardly have been kinder. “No altitude, no rain, no excuses,” he added."
        ),
        (
            Said(
                "the draw could hardly have been kinder",
                ("Misael Quintanárez",),
                (
                    "has coached the women's side since 2016",
                    "coached the women's side since 2016",
                    "has coached the women's side",
                    "who has coached the women's side since 2016",
                ),
            ),
            Said("No altitude, no rain", ("Misael Quintanárez",)),
        ),
    ),
    Row(
        "relative clause",
        (
            "Sunniva Haugtvedt, who is both a surgeon and a member of the town council, told the "
            "meeting that the clinic could not be run from a bus."
        ),
        (
            Said(
                "the clinic could not be run from a bus",
                ("Sunniva Haugtvedt",),
                (
                    "both a surgeon and a member of the town council",
                    "surgeon and a member of the town council",
                    "is both a surgeon and a member of the town council",
                    "who is both a surgeon and a member of the town council",
                ),
            ),
        ),
    ),
    Row(
        "relative clause",
        (
            "Hamdan Al Ruwaishan, who heads the emirate's falcon hospital, said the birds had "
            "been poisoned by bait meant for foxes."
        ),
        (
            Said(
                "the birds had been poisoned",
                ("Hamdan Al Ruwaishan",),
                ("heads the emirate's falcon hospital", "who heads the emirate's falcon hospital"),
            ),
        ),
    ),
    Row(
        "relative clause",
        (
            "The state “has charged the wrong twin”, said Alofa Tuilaepalu, who is the defence "
            "team’s lead counsel."
        ),
        (
            Said(
                "has charged the wrong twin",
                ("Alofa Tuilaepalu",),
                (
                    "defence team’s lead counsel",
                    "lead counsel",
                    "is the defence team’s lead counsel",
                    "who is the defence team’s lead counsel",
                ),
            ),
        ),
    ),
    Row(
        "body before",
        (
            "Kestrel Bay deputy director of Open Shores Trust Imogen Farrant-Locke said the "
            "seawall had been built for a calmer century."
        ),
        (
            Said(
                "the seawall had been built",
                ("Imogen Farrant-Locke",),
                (
                    "Kestrel Bay deputy director of Open Shores Trust",
                    "deputy director of Open Shores Trust",
                ),
            ),
        ),
    ),
    Row(
        "body before",
        (
            "Sundarpur Water Board chief engineer Jyotirmoy Halderkar said the pumps would be "
            "switched off at noon."
        ),
        (
            Said(
                "the pumps would be switched off",
                ("Jyotirmoy Halderkar",),
                ("Sundarpur Water Board chief engineer",),
            ),
        ),
    ),
    Row(
        "body before",
        (
            "“Nobody owns a fish that has not been caught,” said Ministry of Fisheries permanent "
            "secretary Tevita Moalapau, opening the talks in Nukualei."
        ),
        (
            Said(
                "Nobody owns a fish",
                ("Tevita Moalapau",),
                ("Ministry of Fisheries permanent secretary",),
            ),
        ),
    ),
    Row(
        "body before",
        (
            "Lowland United manager Fergus Auchterlonie said he had seen braver defending in a "
            "school playground."
        ),
        (
            Said(
                "he had seen braver defending",
                ("Fergus Auchterlonie",),
                ("Lowland United manager",),
            ),
        ),
    ),
    Row(
        "body before",
        (
            "A second, weaker quake is likely within days, National Seismic Centre head of "
            "monitoring Wulandari Prasojo-Widi told residents of Labuhan Ratu on Sunday."
        ),
        (
            Said(
                "A second, weaker quake is likely",
                ("Wulandari Prasojo-Widi",),
                ("National Seismic Centre head of monitoring",),
            ),
        ),
    ),
    Row(
        "body before",
        (
            "Continental Council special envoy for the Lakes Region Espérance Nzeyimbuga said "
            "both armies had agreed to withdraw from the dam."
        ),
        (
            Said(
                "both armies had agreed to withdraw",
                ("Espérance Nzeyimbuga",),
                ("Continental Council special envoy for the Lakes Region",),
            ),
        ),
    ),
    Row(
        "body before",
        (
            "The strike will go on “until the last lamp is lit”, according to Northern Miners' "
            "Union general secretary Jock Tarrawong-Reid."
        ),
        (
            Said(
                "until the last lamp is lit",
                ("Jock Tarrawong-Reid",),
                ("Northern Miners' Union general secretary",),
            ),
        ),
    ),
    Row(
        "body before",
        (
            "University of Santa Brígida professor of soil science Aurelio Montealbán said the "
            "terraces were at least 2,000 years old and still drained better than the motorway."
        ),
        (
            Said(
                "the terraces were at least 2,000 years old",
                ("Aurelio Montealbán",),
                ("University of Santa Brígida professor of soil science",),
            ),
        ),
    ),
    Row(
        "body before",
        (
            '"We turned back because the birds did," Polar Star Airlines chief pilot Ragnheiður '
            "Stefnisdal told passengers."
        ),
        (
            Said(
                "We turned back because the birds did",
                ("Ragnheiður Stefnisdal",),
                ("Polar Star Airlines chief pilot",),
            ),
        ),
    ),
    Row(
        "body before",
        (
            "Karvenia's ambassador to the Gulf Council Mirela Tashkova said the visas would be "
            "stamped again from Monday."
        ),
        (
            Said(
                "the visas would be stamped again",
                ("Mirela Tashkova",),
                ("Karvenia's ambassador to the Gulf Council", "ambassador to the Gulf Council"),
            ),
        ),
    ),
    Row(
        "no commas",
        (
            "Rosalind Okonjo-Beattie head of the Marlow Housing Trust said on Monday that "
            "tenants would be moved before winter."
        ),
        (
            Said(
                "tenants would be moved before winter",
                ("Rosalind Okonjo-Beattie",),
                ("head of the Marlow Housing Trust",),
            ),
        ),
    ),
    Row(
        "no commas",
        "The ministers son Valdas Kairiūnas said he had never held an account on the island.",
        (Said("he had never held an account", ("Valdas Kairiūnas",), ("ministers son", "son")),),
    ),
    Row(
        "no commas",
        (
            "Stocks of the rare type ran out on Saturday night. Yusra Benhaddouche of the Atlas "
            "Blood Bank said donors had queued since dawn."
        ),
        (Said("donors had queued since dawn", ("Yusra Benhaddouche",), ("Atlas Blood Bank",)),),
    ),
    Row(
        "no commas",
        (
            "“We were thrown from our beds” said fisherman Crisanto Malabayan as he pulled nails "
            "from what was left of his roof."
        ),
        (Said("We were thrown from our beds", ("Crisanto Malabayan",), ("fisherman",)),),
    ),
    Row(
        "no commas",
        (
            "Dorjee Wangmolhamo who chairs the valleys yak breeders association said on Sunday "
            "that the passes wouldnt open before May."
        ),
        (
            Said(
                "the passes wouldnt open before May",
                ("Dorjee Wangmolhamo",),
                (
                    "chairs the valleys yak breeders association",
                    "who chairs the valleys yak breeders association",
                ),
            ),
        ),
    ),
    Row(
        "no commas",
        (
            "The Daily Estuarys Philippa Thorngate reported that the mayors yacht hadnt left its "
            "berth in nine years."
        ),
        (
            Said(
                "yacht hadnt left its berth",
                ("Philippa Thorngate",),
                ("Daily Estuarys", "Daily Estuary"),
            ),
        ),
    ),
    Row(
        "no commas",
        (
            "Asked about the ban the clubs captain Iwan Cadwgan-Rees said it didnt matter who "
            "wore the armband."
        ),
        (
            Said(
                "it didnt matter who wore the armband",
                ("Iwan Cadwgan-Rees",),
                ("clubs captain", "captain"),
            ),
        ),
    ),
    Row(
        "no commas",
        (
            "“It isnt our bridge any more” Amaru Condorpusa mayor of Alto Quilla told radio "
            "listeners on Thursday after the army closed the crossing."
        ),
        (
            Said(
                "It isnt our bridge any more",
                ("Amaru Condorpusa",),
                ("mayor of Alto Quilla", "mayor"),
            ),
        ),
    ),
    Row(
        "no commas",
        "Temirlan Abdyraimov 47 a crane operator said the cable had sung before it snapped.",
        (Said("the cable had sung", ("Temirlan Abdyraimov",), ("crane operator",)),),
    ),
    Row(
        "no commas",
        (
            "Lise-Lotte Bjerregrav director of the Skagholm Museum told visitors that the amber "
            "wasnt lost but lent. Her deputy Søren Tværmose said it was lost."
        ),
        (
            Said(
                "the amber wasnt lost but lent",
                ("Lise-Lotte Bjerregrav",),
                ("director of the Skagholm Museum",),
            ),
            Said("it was lost", ("Søren Tværmose",), ("deputy", "Her deputy")),
        ),
    ),
    Row(
        "he",
        (
            "Judge Alasdair Penhallick adjourned the trial on Monday. He had met Bertrand "
            "Ouellac, the defendant, only once before. He said the jury needed a rest."
        ),
        (Said("the jury needed a rest", ("Alasdair Penhallick",)),),
    ),
    Row(
        "he",
        (
            "Oksana Hrytsyuk-Bila met the builder, Stepan Vovchuk, at the site on Friday. She "
            "said the roof would leak before autumn. He said it had been tested with fire hoses."
        ),
        (
            Said("the roof would leak", ("Oksana Hrytsyuk-Bila",)),
            Said("it had been tested with fire hoses", ("Stepan Vovchuk",)),
        ),
    ),
    Row(
        "he",
        (
            "Coach Lamine Badjinka left striker Oumar Sanébou out of the squad for the third "
            "time.\n\n"
            "He said fitness, not form, was the reason."
        ),
        (Said("fitness, not form, was the reason", ("Lamine Badjinka",)),),
    ),
    Row(
        "he",
        (
            "Wilhelmina Straatsema found the skull in 1988. Her assistant, Joost Verkuijl, "
            "packed it in straw and sent it south. She said on Thursday that she had never "
            "doubted its age."
        ),
        (Said("she had never doubted its age", ("Wilhelmina Straatsema",)),),
    ),
    Row(
        "he",
        (
            "Pita Latukehoe kept his title on points in front of 9,000 people in Auroa. He "
            "praised his opponent, Cormac Duignan-Shea, for standing up until the bell. “I hit "
            "him with everything but the stool,” he said."
        ),
        (Said("I hit him with everything", ("Pita Latukehoe",)),),
    ),
    Row(
        "he",
        (
            "When Nadira Qosimbekova took over the mill, its previous owner, Rustam "
            "Yodgorov-Mir, left her one working loom. “I counted the bobbins and cried,” she "
            "said.\n\n"
            "She said last year's output had paid for forty more."
        ),
        (
            Said("I counted the bobbins", ("Nadira Qosimbekova",)),
            Said("output had paid for forty more", ("Nadira Qosimbekova",)),
        ),
    ),
    Row(
        "he",
        (
            "Elections chief Bongani Mthabisa postponed the count on Tuesday night after a "
            "telephone call from the interior minister, Sizwe Ndlangamela. He said later that "
            "nobody had put pressure on him."
        ),
        (Said("nobody had put pressure on him", ("Bongani Mthabisa",)),),
    ),
    Row(
        "he",
        (
            "Astrid Feuerriegel took charge of the zoo in January.\n\n"
            "Her predecessor, Holger Quandtmeyer, had sold the elephants and leased the lake.\n\n"
            "She said the pelicans, at least, were not for sale."
        ),
        (Said("the pelicans, at least", ("Astrid Feuerriegel",)),),
    ),
    Row(
        "he",
        (
            "Eduardo Sarmenteros published the letters on his own website. His sister Graciela "
            "had begged him to burn them, and their lawyer, Ignacio Belmontes, resigned the same "
            "evening. He said he regretted only the spelling, and that a second batch would "
            "follow."
        ),
        (Said("he regretted only the spelling", ("Eduardo Sarmenteros",)),),
    ),
    Row(
        "agency",
        (
            "LUSANTO (Andes Wire) - Mine inspector Nemesio Challapata said on Monday that the "
            "shaft had been sealed in 1987."
        ),
        (Said("the shaft had been sealed in 1987", ("Nemesio Challapata",), ("Mine inspector",)),),
    ),
    Row(
        "agency",
        (
            "State news agency KESNA quoted the interior minister, Taalai Bekmurat, as saying "
            "the border would reopen after the harvest."
        ),
        (
            Said(
                "the border would reopen after the harvest",
                ("Taalai Bekmurat",),
                ("interior minister",),
            ),
        ),
    ),
    Row(
        "agency",
        (
            "The Norpress agency reported that Deputy Mayor Ylva Strandhäll had called the tram "
            "a “rolling museum”."
        ),
        (Said("rolling museum", ("Ylva Strandhäll",), ("Deputy Mayor",)),),
    ),
    Row(
        "agency",
        (
            "“No ship of ours was near the cable,” Vice-Admiral Demyan Kolotukha said, Caspian "
            "Wire reported."
        ),
        (Said("No ship of ours was near the cable", ("Demyan Kolotukha",), ("Vice-Admiral",)),),
    ),
    Row(
        "agency",
        (
            "Citing the hospital's director, Ghislaine Abessolo-Mbang, the Gulf Coast Press "
            "Agency said 31 people had been treated for burns."
        ),
        (
            Said(
                "31 people had been treated",
                ("Ghislaine Abessolo-Mbang",),
                ("hospital's director", "director"),
            ),
        ),
    ),
    Row(
        "agency",
        (
            "Levant Dispatch carried a statement by Archbishop Boutros Khazenjian in which he "
            "called the shelling of the grain silos “a sin against bread”."
        ),
        (Said("a sin against bread", ("Boutros Khazenjian",), ("Archbishop",)),),
    ),
    Row(
        "agency",
        (
            "According to a report by the Five Rivers News Service, the railway's chief, Sajjad "
            "Birohani, admitted that the signals had been dark since Friday."
        ),
        (
            Said(
                "the signals had been dark since Friday",
                ("Sajjad Birohani",),
                ("railway's chief", "chief"),
            ),
        ),
    ),
    Row(
        "agency",
        (
            "The fire was out by dawn, a brigade officer told the news agency Tasman Wire. No "
            "one was hurt, but two barns and a wool press were lost."
        ),
        (Said("The fire was out by dawn", ("a brigade officer", "brigade officer", None)),),
    ),
    Row(
        "agency",
        (
            "Rain is expected to return to the plateau by Thursday. Nile Basin News Agency, "
            "which spoke to the chief forecaster, Meseret Alemayo, reported her as saying the "
            "wells would need a month to recover."
        ),
        (
            Said(
                "the wells would need a month to recover",
                ("Meseret Alemayo",),
                ("chief forecaster",),
            ),
        ),
    ),
    Row(
        "via",
        (
            "According to Norpress, coastguard commander Eirik Mjølhus said the trawler had "
            "ignored four warnings."
        ),
        (
            Said(
                "the trawler had ignored four warnings",
                ("Eirik Mjølhus",),
                ("coastguard commander",),
                ("Norpress",),
            ),
        ),
    ),
    Row(
        "via",
        (
            "“The pipeline is not a weapon, it is a hose,” energy minister Sardor Yuldoshbek "
            "said, Caspian Wire reported."
        ),
        (
            Said(
                "The pipeline is not a weapon",
                ("Sardor Yuldoshbek",),
                ("energy minister",),
                ("Caspian Wire",),
            ),
        ),
    ),
    Row(
        "via",
        (
            "“We lost the herd in one night,” Ntombi Mahlasela, a dairy farmer near Kwadeka, "
            "told Southern Cross News."
        ),
        (
            Said(
                "We lost the herd in one night",
                ("Ntombi Mahlasela",),
                ("dairy farmer near Kwadeka", "dairy farmer"),
                (None,),
            ),
        ),
    ),
    Row(
        "via",
        (
            "Mena Dispatch quoted Walid Trabelkhoury, the port's harbour master, as saying that "
            "three berths would stay closed."
        ),
        (
            Said(
                "three berths would stay closed",
                ("Walid Trabelkhoury",),
                ("port's harbour master", "harbour master"),
                ("Mena Dispatch",),
            ),
        ),
    ),
    Row(
        "via",
        (
            "General Prasert Wongsakorn-Thep said the curfew would end “when the streets are "
            "bored”, in remarks carried by state broadcaster Radio Lannathai."
        ),
        (
            Said(
                "when the streets are bored",
                ("Prasert Wongsakorn-Thep",),
                ("General",),
                ("Radio Lannathai", "state broadcaster Radio Lannathai"),
            ),
        ),
    ),
    Row(
        "via",
        (
            "No trace of the aircraft has been found, said Yolotzin Huerta-Campa, who directs "
            "the search, cited by Istmo Noticias."
        ),
        (
            Said(
                "No trace of the aircraft has been found",
                ("Yolotzin Huerta-Campa",),
                (),
                ("Istmo Noticias",),
            ),
        ),
    ),
    Row(
        "via",
        (
            "Bishop Kasper Dombrowiak said the bells would be returned to the village, as "
            "reported by the Vistula Press Agency."
        ),
        (
            Said(
                "the bells would be returned",
                ("Kasper Dombrowiak",),
                ("Bishop",),
                ("Vistula Press Agency",),
            ),
        ),
    ),
    Row(
        "via",
        (
            "In an interview with Pacific Relay on Wednesday, prime minister Losana Ravuvula "
            "said the islands could not “rent out the sunrise”."
        ),
        (Said("rent out the sunrise", ("Losana Ravuvula",), ("prime minister",), (None,)),),
    ),
    Row(
        "via",
        (
            "Striking dockers will return on Monday, union leader Manolis Karavelakis was quoted "
            "by the agency Aegean Lumen as saying."
        ),
        (
            Said(
                "Striking dockers will return on Monday",
                ("Manolis Karavelakis",),
                ("union leader",),
                ("Aegean Lumen", "agency Aegean Lumen"),
            ),
        ),
    ),
    Row(
        "via",
        (
            "Deputy prosecutor Harutyun Melkonats said two of the paintings were copies. The "
            "museum has not commented."
        ),
        (
            Said(
                "two of the paintings were copies",
                ("Harutyun Melkonats",),
                ("Deputy prosecutor",),
                (None,),
            ),
        ),
    ),
    Row(
        "via",
        (
            "The Deccan News Service, citing irrigation commissioner Basavaraj Hullikeri, "
            "reported that the reservoir stood at 11 percent."
        ),
        (
            Said(
                "the reservoir stood at 11 percent",
                ("Basavaraj Hullikeri",),
                ("irrigation commissioner",),
                ("Deccan News Service",),
            ),
        ),
    ),
    Row(
        "no rubbish",
        (
            "Standing in the mud beside his van, Gwilym Tredegarth said he would not leave "
            "without the dog."
        ),
        (Said("he would not leave without the dog", ("Gwilym Tredegarth",), (None,)),),
    ),
    Row(
        "no rubbish",
        (
            "Hiroki Tanabashi, 63, of Minamizaki, said the wave had sounded like a train that "
            "did not stop."
        ),
        (Said("the wave had sounded like a train", ("Hiroki Tanabashi",), (None,)),),
    ),
    Row(
        "no rubbish",
        (
            "Speaking in Accorre on Friday, two days after the vote, Efua Tackie-Mensima said "
            "the boxes had been counted in the dark."
        ),
        (Said("the boxes had been counted in the dark", ("Efua Tackie-Mensima",), (None,)),),
    ),
    Row(
        "no rubbish",
        (
            "Torvald Ekrembakk, on the other hand, said the mountain had always moved and always "
            "would."
        ),
        (Said("the mountain had always moved", ("Torvald Ekrembakk",), (None,)),),
    ),
    Row(
        "no rubbish",
        (
            "“I never asked for a statue,” Inmaculada Peñarredonda, her voice breaking, told the "
            "crowd in Santa Olaya."
        ),
        (Said("I never asked for a statue", ("Inmaculada Peñarredonda",), (None,)),),
    ),
    Row(
        "no rubbish",
        "Moana Te Awhitu-Ross, unlike her neighbours, said the turbines helped her sleep.",
        (Said("the turbines helped her sleep", ("Moana Te Awhitu-Ross",), (None,)),),
    ),
    Row(
        "no rubbish",
        (
            "Asked on Tuesday whether she would run again, Lourdes Abrantella said that her "
            "shoes were not yet dry."
        ),
        (Said("her shoes were not yet dry", ("Lourdes Abrantella",), (None,)),),
    ),
    Row(
        "no rubbish",
        ("Arthit Boonyakorn, still in his wedding suit, said the bridge had dropped “like a lid”."),
        (Said("like a lid", ("Arthit Boonyakorn",), (None,)),),
    ),
    Row(
        "no rubbish",
        (
            "“They even took the door handles,” said Eliška Hrdonková in Lower Bystrá, where "
            "forty houses were emptied during the evacuation."
        ),
        (Said("They even took the door handles", ("Eliška Hrdonková",), (None,)),),
    ),
    Row(
        "no rubbish",
        (
            "Jamal Tuqanbay said at the time, in an email sent on 9 November 2021, that the "
            "invoices looked odd."
        ),
        (Said("the invoices looked odd", ("Jamal Tuqanbay",), (None,)),),
    ),
    Row(
        "unnamed",
        (
            "Health minister Ludmila Petrescovici visited the burns ward on Monday. A ministry "
            "spokeswoman said later that six children had been sent home."
        ),
        (
            Said(
                "six children had been sent home",
                ("A ministry spokeswoman", "ministry spokeswoman", None),
            ),
        ),
    ),
    Row(
        "unnamed",
        (
            "Police chief Rogelio Bantayog resigned in April over the missing rifles. A senior "
            "police officer, who asked not to be named, said morale was on the floor."
        ),
        (
            Said(
                "morale was on the floor",
                ("A senior police officer", "senior police officer", None),
            ),
        ),
    ),
    Row(
        "unnamed",
        (
            "Prosecutor Veronika Szalkay opened the case in 2020 and closed it eleven days "
            "later. Another prosecutor in the office said the file had been the thinnest of his "
            "career."
        ),
        (
            Said(
                "the file had been the thinnest",
                ("Another prosecutor in the office", "Another prosecutor", None),
            ),
        ),
    ),
    Row(
        "unnamed",
        (
            "The coach, Dieumerci Lubanzadio, left the stadium by a side door. “He has not "
            "unpacked since Christmas,” one of his assistants said."
        ),
        (Said("He has not unpacked since Christmas", ("one of his assistants", None)),),
    ),
    Row(
        "unnamed",
        (
            "Ambassador Crispin Hallowdene was summoned to the foreign ministry on Thursday for "
            "the second time this month.\n\n"
            "A European diplomat in the capital said the meeting had lasted less than the coffee."
        ),
        (
            Said(
                "the meeting had lasted less than the coffee",
                (
                    "A European diplomat in the capital",
                    "A European diplomat",
                    "European diplomat in the capital",
                    "European diplomat",
                    None,
                ),
            ),
        ),
    ),
    Row(
        "unnamed",
        (
            "Mayor Anneliese Kirchgraber said the tower would be finished in spring. One "
            "councillor, speaking on condition of anonymity, said there was no money left for "
            "the stairs."
        ),
        (
            Said("the tower would be finished in spring", ("Anneliese Kirchgraber",), ("Mayor",)),
            Said("there was no money left for the stairs", ("One councillor", "councillor", None)),
        ),
    ),
    Row(
        "unnamed",
        (
            "Judge Oyebanji Alakija-Bright cleared the public gallery shortly before noon. The "
            "witness was under threat, a court official said."
        ),
        (Said("The witness was under threat", ("a court official", "court official", None)),),
    ),
    Row(
        "unnamed",
        (
            "Rohan Dissawela, chief executive of Serendip Shipping, has not been seen at "
            "headquarters since the audit. According to a company executive with knowledge of "
            "the matter, his access card was cancelled on Sunday."
        ),
        (
            Said(
                "his access card was cancelled",
                (
                    "a company executive with knowledge of the matter",
                    "a company executive",
                    "company executive with knowledge of the matter",
                    "company executive",
                    None,
                ),
            ),
        ),
    ),
    Row(
        "unnamed",
        (
            "Abdoulaye Kanoutébé, spokesman for the army, declined to comment on the convoy. An "
            "army spokesman in the north said eleven trucks had reached Tin Essalak."
        ),
        (
            Said(
                "eleven trucks had reached Tin Essalak",
                (
                    "An army spokesman in the north",
                    "An army spokesman",
                    "army spokesman in the north",
                    "army spokesman",
                    None,
                ),
            ),
        ),
    ),
    Row(
        "short name",
        (
            "Hussein Abdirashid Warsan, who sells camels in Galdogor, has lost two thirds of his "
            "animals to the drought. Mr Warsan said the survivors were too thin to sell."
        ),
        (Said("the survivors were too thin to sell", ("Hussein Abdirashid Warsan",)),),
    ),
    Row(
        "short name",
        (
            "Anton Kreuzhuber and his brother Emil Kreuzhuber have run the cable car for forty "
            "years. Emil said the new owners had never asked for the keys. Anton said he would "
            "not have given them."
        ),
        (
            Said("the new owners had never asked", ("Emil Kreuzhuber",)),
            Said("he would not have given them", ("Anton Kreuzhuber",)),
        ),
    ),
    Row(
        "short name",
        (
            "The islanders elected Pilar Montesdoca Arbelo, an independent, with nine votes to "
            "spare. Montesdoca said she would start with the rubbish boats."
        ),
        (Said("she would start with the rubbish boats", ("Pilar Montesdoca Arbelo",)),),
    ),
    Row(
        "short name",
        (
            "Sigurlaug Hallmundsdóttir has measured the same crevasse every week since 1996. “It "
            "used to frighten me,” Sigurlaug said. “Now it is a ditch.”"
        ),
        (
            Said("It used to frighten me", ("Sigurlaug Hallmundsdóttir",)),
            Said("Now it is a ditch", ("Sigurlaug Hallmundsdóttir",)),
        ),
    ),
    Row(
        "short name",
        (
            "Trần Bảo Khuyên-Linh designed the floating school after the flood of 2018. Ms "
            "Khuyên-Linh said the desks had been bolted down only once, in the first storm."
        ),
        (Said("the desks had been bolted down", ("Trần Bảo Khuyên-Linh",)),),
    ),
    Row(
        "short name",
        (
            "Olufemi Adekunbi and Folake Adekunbi are suing the airline over a lost cello. Mrs "
            "Adekunbi said the case had been found in a canal. Mr Adekunbi said the bow was "
            "still missing."
        ),
        (
            Said("the case had been found in a canal", ("Folake Adekunbi",)),
            Said("the bow was still missing", ("Olufemi Adekunbi",)),
        ),
    ),
    Row(
        "short name",
        (
            "Pyo Seung-hyeok won the speed-climbing title in Gangpo on Saturday, a month after "
            "breaking a wrist. Pyo said the wall had been slippery with sunscreen."
        ),
        (Said("the wall had been slippery", ("Pyo Seung-hyeok",)),),
    ),
    Row(
        "short name",
        (
            "The strangest exhibit belongs to Bartholomew Crowhurst-Lee, who collects lift "
            "buttons. “Every one has been pressed in anger,” says Crowhurst-Lee.\n\n"
            "His insurers have valued the collection at nothing, according to Bartholomew."
        ),
        (
            Said("Every one has been pressed in anger", ("Bartholomew Crowhurst-Lee",)),
            Said("His insurers have valued the collection", ("Bartholomew Crowhurst-Lee",)),
        ),
    ),
    Row(
        "short name",
        (
            "Geologist Katarzyna Wrzeszcz-Bielak and her father, the retired miner Zdzisław "
            "Wrzeszcz, mapped the old galleries together. Professor Wrzeszcz-Bielak said half of "
            "them were on no plan. Zdzisław said he had dug some of them himself."
        ),
        (
            Said("half of them were on no plan", ("Katarzyna Wrzeszcz-Bielak",)),
            Said("he had dug some of them himself", ("Zdzisław Wrzeszcz",)),
        ),
    ),
)
