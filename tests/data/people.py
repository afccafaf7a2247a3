"""One table: text → who said what, and in which role, by phenomenon.

All texts are invented, and all people but those whom the registry knows. `content` is a part of one
quote; `names` are the names that are right, None among them where to leave it open is right too;
`roles` are the right roles, or empty where the row does not ask for one.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

DAY = dt.date


@dataclass(frozen=True)
class Said:
    """The right speaker of the quote that has these words."""

    content: str
    names: tuple[str | None, ...]
    roles: tuple[str | None, ...] = ()


@dataclass(frozen=True)
class Row:
    """A text, perhaps with its date, and who says what in it."""

    phenomenon: str
    text: str
    said: tuple[Said, ...]
    date: dt.date | None = None


ROWS = (
    Row(
        "full and short",
        (
            "Marta Kovalenko, head of the transport agency, arrived on Monday. Kovalenko "
            "said the bridge would open in May."
        ),
        (Said("the bridge would", ("Marta Kovalenko",), ("head of the transport agency",)),),
    ),
    Row(
        "first name",
        "Young pianist Leyla Orujova won the prize. “I practise at night,” Leyla said.",
        (Said("“I practise", ("Leyla Orujova",)),),
    ),
    Row(
        "initials",
        ("The report was written by J. P. Harrow, a geologist. Harrow said the hill was unstable."),
        (Said("the hill", ("J. P. Harrow",), ("geologist",)),),
    ),
    Row(
        "initial first",
        "J. Marlow Finch spoke at the end. “It was a long evening,” Finch said.",
        (Said("“It was", ("J. Marlow Finch",)),),
    ),
    Row(
        "initial first",
        "P. Winslow Abbott, a lawyer, lives by the harbour. Mr. Abbott said the lease was void.",
        (Said("the lease", ("P. Winslow Abbott",), ("lawyer",)),),
    ),
    Row(
        "initial after a sentence",
        "The guests were given vitamin C. Marlow Finch said that it had helped.",
        (Said("that it", ("Marlow Finch",)),),
    ),
    Row(
        "two spaces",
        "Rents will fall, said Ida Moss, a  housing officer under Mayors  Lund and Berg.",
        (Said("Rents", ("Ida Moss",), ("housing officer under Mayors Lund and Berg",)),),
    ),
    Row(
        "a clause in a role",
        (
            "Piet Vos was fined on Tuesday. The driver whose van blocked the tunnel for a day said "
            "that he would appeal."
        ),
        (Said("that he would", ("Piet Vos",), ("driver",)),),
    ),
    Row(
        "a clause in a role",
        (
            "Jan Moss, 51, was fined on Friday by a court in Delft. The former guard whose keys "
            "were lost admitted that he had slept."
        ),
        (Said("he had slept", ("Jan Moss",), ("former guard",)),),
    ),
    Row(
        "a clause in a role",
        "The nurse who found the letter said it had no stamp. “I kept it,” said Ida Moss.",
        (Said("“I kept", ("Ida Moss", "nurse who found the letter"), (None, "nurse")),),
    ),
    Row(
        "when, before a title",
        "Last month President Ayo Amadi told the senate that the dam was safe.",
        (Said("the dam", ("Ayo Amadi",), ("President",)),),
    ),
    Row(
        "when, before a title",
        "That evening club captain Ida Moss said they would play in Lund.",
        (Said("they would", ("Ida Moss",), ("club captain",)),),
    ),
    Row(
        "when, before a title",
        "In recent days Health Minister Olu Bakare has said that the ward is full.",
        (Said("the ward", ("Olu Bakare",), ("Health Minister",)),),
    ),
    Row(
        "when, before a title",
        "Towards the end of the night Governor Ida Moss said she was tired.",
        (Said("she was", ("Ida Moss",), ("Governor",)),),
    ),
    Row(
        "when, before a title",
        "By noon coach Piet Vos said the pitch was dry.",
        (Said("the pitch", ("Piet Vos",), ("coach",)),),
    ),
    Row(
        "when, before a title",
        "During the inquest Coroner Ida Moss said the gate had been open.",
        (Said("the gate", ("Ida Moss",), ("Coroner",)),),
    ),
    Row(
        "times of a role",
        "Night editor Ann Lund said the page was late. Weekend presenter Tom Berg said it was not.",
        (
            Said("the page", ("Ann Lund",), ("Night editor",)),
            Said("it was not", ("Tom Berg",), ("Weekend presenter",)),
        ),
    ),
    Row(
        "where from, after a role",
        "Monitor head UK based Syrian Karim Saleh said ten people were hurt.",
        (Said("ten people", ("Karim Saleh",), ("Monitor head",)),),
    ),
    Row(
        "where from, after a role",
        "Agency director Madrid-based Karim Saleh said ten people were hurt.",
        (Said("ten people", ("Karim Saleh",), ("Agency director",)),),
    ),
    Row(
        "where from, in a role",
        "The director of a Madrid-based charity, Karim Saleh, said ten people were hurt.",
        (Said("ten people", ("Karim Saleh",), ("director of a Madrid-based charity",)),),
    ),
    Row(
        "known as",
        "The diver, known as Piet Vos, told the court that the wreck was empty.",
        (Said("the wreck", ("Piet Vos",)),),
    ),
    Row(
        "known as",
        "A guest, listed as local baker Ida Moss, said that the lift had stopped.",
        (Said("the lift", ("Ida Moss",), ("local baker",)),),
    ),
    Row(
        "counterparts",
        (
            "Latvia’s finance minister, Juris Ozols, and her Estonian counterpart, Mart Saar, said "
            "they would vote against."
        ),
        (Said("they would", ("Juris Ozols", None), ("Latvia’s finance minister", None)),),
    ),
    Row(
        "an age is no role",
        "Ida Moss waited for an hour. “Nobody came,” the 52-year-old said.",
        (Said("“Nobody", ("Ida Moss",), (None,)),),
    ),
    Row(
        "an age is no role",
        "The judge heard Kurt Adler. “I saw the gun,” the 44-year-old told her.",
        (Said("“I saw", ("Kurt Adler",), (None,)),),
    ),
    Row(
        "what somebody is now",
        "Efua Osei, now a surgeon, says the clinic saved her.",
        (Said("the clinic", ("Efua Osei",), ("surgeon",)),),
    ),
    Row(
        "a document goes on",
        "The audit found that three million was missing. It said the books had been altered.",
        (Said("the books", ("The audit",)),),
    ),
    Row(
        "somebody unnamed goes on",
        (
            "Senator Gail Pope left early. A spokesman for Pope said she was not hurt. “She "
            "laughed about it,” he said."
        ),
        (Said("“She laughed", ("A spokesman for Pope",)),),
    ),
    Row(
        "named later as something else",
        "“We are tired,” the captain said after the game. Coach Ida Moss said the bus was late.",
        (Said("“We are", ("the captain",)), Said("the bus", ("Ida Moss",))),
    ),
    Row(
        "named later as something else",
        "“I did not do it,” the former banker said. Judge Ida Moss said he had lied to her.",
        (Said("“I did", ("the former banker",)), Said("he had", ("Ida Moss",))),
    ),
    Row(
        "who wrote the article",
        (
            "Mayor denies rift\n\nBy Carla Nunez\n\nThe mayor denied on Tuesday that she had left. "
            "“We talk every day,” Rita Sousa said."
        ),
        (Said("that she had", ("Rita Sousa", "The mayor")), Said("“We talk", ("Rita Sousa",))),
    ),
    Row(
        "who wrote the article",
        (
            "Rents rise again\nBy Carla Nunez and Tom Berg, Staff Writers\n\nA tenant lost her "
            "flat. “I sleep in the car,” she said."
        ),
        (Said("“I sleep", ("A tenant", None)),),
    ),
    Row(
        "no byline",
        "By Ida Moss’s reckoning, the bill was dead. She said the vote had been too close.",
        (Said("the vote", ("Ida Moss",)),),
    ),
    Row(
        "one surname, named in full before",
        (
            "Greta Lund, the head of the fund, spoke in Oslo. Lund, the widow of the late senator "
            "Per Lund, said the money was gone."
        ),
        (Said("the money", ("Greta Lund",)),),
    ),
    Row(
        "a firm between commas",
        "The lender, Larkspur, said rates would fall. Ned Hill, 60, is glad. “At last,” he said.",
        (Said("“At last", ("Ned Hill",)),),
    ),
    Row(
        "no firm between commas",
        "A magazine, Ida Moss said, had paid. “I know it,” Moss said.",
        (Said("“I know", ("Ida Moss",)),),
    ),
    Row(
        "a broader word",
        (
            "The talks go on, said Foreign Ministry spokeswoman Rosa Pell. The diplomat added that "
            "no day had been set."
        ),
        (Said("no day", ("Rosa Pell",)),),
    ),
    Row(
        "particles",
        (
            "Pieter van der Meulen, mayor of the town, spoke first. Van der Meulen said the "
            "dike would hold."
        ),
        (Said("the dike", ("Pieter van der Meulen",), ("mayor of the town",)),),
    ),
    Row(
        "particles al-",
        "Hassan al-Rubaie, a farmer, lost his crop. Al-Rubaie said the river was dry.",
        (Said("the river", ("Hassan al-Rubaie",), ("farmer",)),),
    ),
    Row(
        "particles bin",
        ("Prince Faisal bin Turki Al Nasser met reporters. “We want peace,” bin Turki said."),
        (Said("“We want", ("Faisal bin Turki Al Nasser", "Faisal bin Turki")),),
    ),
    Row(
        "Jr",
        (
            "Carl Weston Jr. runs the firm that his father, Carl Weston Sr., founded. Weston "
            "Jr. said the firm would move."
        ),
        (Said("the firm would", ("Carl Weston Jr.", "Carl Weston")),),
    ),
    Row(
        "couple",
        (
            "Bill and Anna Horvath live beside the airport. The Horvaths said the noise was "
            "unbearable."
        ),
        (Said("the noise", ("The Horvaths",), (None,)),),
    ),
    Row(
        "possessive",
        (
            "Koroma’s lawyer, Aminata Bangura, said the charge was false. Ibrahim Koroma was "
            "arrested in June."
        ),
        (Said("the charge", ("Aminata Bangura",), ("Koroma’s lawyer", "lawyer")),),
    ),
    Row(
        "caps",
        (
            "KOVALENKO SAYS BRIDGE WILL OPEN IN MAY\n\nMarta Kovalenko, the transport "
            "minister, said on Monday the bridge would open in May."
        ),
        (Said("the bridge", ("Marta Kovalenko",), ("transport minister",)),),
    ),
    Row(
        "caps name",
        ("“The road is closed,” MARTA KOVALENKO said. Kovalenko, the minister, left early."),
        (Said("“The road", ("Marta Kovalenko",), ("minister",)),),
    ),
    Row(
        "misspelling",
        ("Governor Tadeusz Wisniewski opened the school. “It is a good day,” Wisnewski said."),
        (Said("“It is", ("Tadeusz Wisniewski",), ("Governor",)),),
    ),
    Row(
        "hyphens",
        "Ana Ruiz-Calvo, a surgeon, ran the clinic. Ruiz-Calvo said the ward was full.",
        (Said("the ward", ("Ana Ruiz-Calvo",), ("surgeon",)),),
    ),
    Row(
        "diacritics",
        "Łukasz Żurek, the coach, resigned. Zurek said he was tired.",
        (Said("he was", ("Łukasz Żurek",), ("coach",)),),
    ),
    Row(
        "title",
        (
            "Sen. Dale Whitcomb and Gen. Ruth Odell testified. Odell said the base was safe. "
            "Whitcomb said he doubted it."
        ),
        (
            Said("the base", ("Ruth Odell",), ("Gen.",)),
            Said("he doubted", ("Dale Whitcomb",), ("Sen.",)),
        ),
    ),
    Row(
        "crown prince",
        "Crown Prince Rashid landed in Oslo. The crown prince said the deal was near.",
        (Said("the deal", ("Rashid",), ("Crown Prince",)),),
    ),
    Row(
        "nickname",
        (
            "Thomas “Tip” Gallagher, who owned the pub, died in 1990. In 1980, “Tip” "
            "Gallagher said beer was too cheap."
        ),
        (Said("beer was", ("Thomas “Tip” Gallagher", "Thomas Gallagher", "Thomas Tip Gallagher")),),
    ),
    Row(
        "nickname2",
        ("Robert “Bob” Stanfield, a trader, sold his shares. “It was time,” Bob Stanfield said."),
        (
            Said(
                "“It was",
                (
                    "Robert “Bob” Stanfield",
                    "Robert Stanfield",
                    "Bob Stanfield",
                    "Robert Bob Stanfield",
                ),
                ("trader",),
            ),
        ),
    ),
    Row(
        "pronoun",
        "Nina Petrosova met Omar Haddad in Geneva. She said the talks were useful.",
        (Said("the talks", ("Nina Petrosova",)),),
    ),
    Row(
        "pronoun he",
        "Nina Petrosova met Omar Haddad in Geneva. He said the talks were useless.",
        (Said("the talks", ("Omar Haddad",)),),
    ),
    Row(
        "pronoun after quote",
        "“We need rain,” Samuel Okello said. He added that the wells were dry.",
        (Said("the wells", ("Samuel Okello",)),),
    ),
    Row(
        "i in quote",
        "“I told the board that the plan would fail,” Petra Lindqvist said.",
        (Said("“I told", ("Petra Lindqvist",)),),
    ),
    Row(
        "who",
        "Petra Lindqvist, who said the plan would fail, left the board.",
        (Said("the plan", ("Petra Lindqvist",)),),
    ),
    Row(
        "adding",
        "Samuel Okello said the wells were dry, adding that the rain was late.",
        (
            Said("the wells", ("Samuel Okello",)),
            Said("the rain", ("Samuel Okello",)),
        ),
    ),
    Row(
        "and added",
        "Samuel Okello said the wells were dry and added that the rain was late.",
        (
            Said("the wells", ("Samuel Okello",)),
            Said("the rain", ("Samuel Okello",)),
        ),
    ),
    Row(
        "citing",
        "Speaking to reporters in Lagos, Samuel Okello said the wells were dry.",
        (Said("the wells", ("Samuel Okello",)),),
    ),
    Row(
        "continuing",
        "“The wells are dry,” Samuel Okello said.\n\n“The rain is late.”",
        (Said("“The wells", ("Samuel Okello",)),),
    ),
    Row(
        "headline headless",
        ("Okello: Wells are dry\n\nFarmer Samuel Okello said on Sunday that the wells were dry."),
        (Said("Wells are dry", ("Samuel Okello",), ("Farmer",)),),
    ),
    Row(
        "nominal article",
        (
            "Armen Sarkis became prime minister of Veldania in May. The prime minister said "
            "taxes would fall."
        ),
        (Said("taxes", ("Armen Sarkis",), ("prime minister of Veldania",)),),
    ),
    Row(
        "nominal role",
        (
            "French Foreign Minister Claire Fontaine flew to Cairo. The minister said talks "
            "would go on."
        ),
        (Said("talks", ("Claire Fontaine",), ("French Foreign Minister",)),),
    ),
    Row(
        "the 57-year-old",
        "Gustav Ekman, 57, swam the strait. The 57-year-old said the water was cold.",
        (Said("the water", ("Gustav Ekman",)),),
    ),
    Row(
        "his spokesman",
        (
            "President Idriss Kamara is ill. His spokesman, Moussa Diallo, said the "
            "president was resting."
        ),
        (Said("the president", ("Moussa Diallo",), ("spokesman",)),),
    ),
    Row(
        "his spokesman unnamed",
        "President Idriss Kamara is ill. His spokesman said the president was resting.",
        (Said("the president", ("His spokesman",), (None,)),),
    ),
    Row(
        "registry us 2016",
        "The US president said on Friday that the deal was near.",
        (Said("the deal", ("Barack Obama",), ("US president",)),),
        DAY(2016, 3, 1),
    ),
    Row(
        "registry us 2018",
        "The US president said on Friday that the deal was near.",
        (Said("the deal", ("Donald Trump",), ("US president",)),),
        DAY(2018, 3, 1),
    ),
    Row(
        "registry us 2022",
        "The U.S. president said on Friday that the deal was near.",
        (Said("the deal", ("Joe Biden",)),),
        DAY(2022, 3, 1),
    ),
    Row(
        "registry leader",
        "The Russian leader said on Friday that the deal was near.",
        (Said("the deal", ("Vladimir Putin",), ("Russian leader",)),),
        DAY(2021, 3, 1),
    ),
    Row(
        "registry pm",
        "Armenia’s prime minister said the army would stay.",
        (Said("the army", ("Nikol Pashinyan",), ("Armenia’s prime minister",)),),
        DAY(2020, 11, 16),
    ),
    Row(
        "registry pm no date",
        "Armenia’s prime minister said the army would stay.",
        (Said("the army", ("Armenia’s prime minister",), (None,)),),
    ),
    Row(
        "bodies",
        (
            "The Kremlin said the visit was off. Baku said it would answer. The ministry "
            "said nothing was planned."
        ),
        (
            Said("the visit", ("The Kremlin",), (None,)),
            Said("it would", ("Baku",), (None,)),
            Said("nothing", ("The ministry",), (None,)),
        ),
        DAY(2021, 3, 1),
    ),
    Row(
        "crowds",
        "Critics said the law was cruel. A senior official said it was needed.",
        (
            Said("the law", ("Critics",), (None,)),
            Said("it was", ("A senior official",), (None,)),
        ),
    ),
    Row(
        "two of a surname",
        (
            "Victor Adeyemi and Grace Adeyemi run the clinic. Grace Adeyemi said it was "
            "full. Ms. Adeyemi said she needed nurses. Mr. Adeyemi said he had none."
        ),
        (
            Said("it was", ("Grace Adeyemi",)),
            Said("she needed", ("Grace Adeyemi",)),
            Said("he had", ("Victor Adeyemi",)),
        ),
    ),
    Row(
        "two of a surname open",
        "Victor Adeyemi and Grace Adeyemi run the clinic. Adeyemi said it was full.",
        (Said("it was", (None, "Adeyemi")),),
    ),
    Row(
        "aliyevs",
        "Ilham Aliyev met Mehriban Aliyeva in Shusha. Aliyeva said the town was lovely.",
        (Said("the town", ("Mehriban Aliyeva",)),),
        DAY(2021, 5, 1),
    ),
    Row(
        "role apposition elsewhere",
        ("Elena Marchetti said the harvest was lost. Marchetti is the head of the farmers’ union."),
        (Said("the harvest", ("Elena Marchetti",), ("head of the farmers’ union",)),),
    ),
    Row(
        "role caption",
        (
            "Elena Marchetti, head of the farmers’ union, at her farm (Photo: Lars "
            "Holm)\n\nMarchetti said the harvest was lost."
        ),
        (Said("the harvest", ("Elena Marchetti",), ("head of the farmers’ union",)),),
    ),
    Row(
        "plural role",
        ("Two engineers, Pavel Novak and Tom Reed, inspected the dam. Reed said it was safe."),
        (Said("it was", ("Tom Reed",), ("engineer", "engineers")),),
    ),
    Row(
        "relation",
        ("Oscar Lindgren has run the shop for years. His wife, Ingrid, said business was slow."),
        (Said("business", ("Ingrid", "Ingrid Lindgren"), ("wife",)),),
    ),
    Row(
        "relation2",
        ("Oscar and Ingrid Lindgren bought the shop in 2001. His wife said business was slow."),
        (Said("business", ("Ingrid Lindgren",)),),
    ),
    Row(
        "the woman",
        ("Police found Marie Duval in the cellar. The woman said she had been there for days."),
        (Said("she had", ("Marie Duval",)),),
    ),
    Row(
        "nominal for",
        (
            "The Labour candidate for mayor, Joan Priestley, spoke in Leeds. The candidate "
            "said rents were too high."
        ),
        (Said("rents", ("Joan Priestley",), ("Labour candidate for mayor",)),),
    ),
    Row(
        "former",
        ("Former Veldanian president Ivo Rast spoke on Monday. Rast said the vote was stolen."),
        (Said("the vote", ("Ivo Rast",), ("Former Veldanian president",)),),
    ),
    Row(
        "subject comma",
        "Citing the drought, farmer Samuel Okello said the harvest was lost.",
        (Said("the harvest", ("Samuel Okello",), ("farmer",)),),
    ),
    Row(
        "nominee 2012",
        "The Republican nominee for president said jobs came first.",
        (Said("jobs", ("Mitt Romney",), ("Republican nominee for president",)),),
        DAY(2012, 10, 1),
    ),
    Row(
        "gop nominee 2016",
        "The GOP presidential nominee said jobs came first.",
        (Said("jobs", ("Donald Trump",), ("GOP presidential nominee",)),),
        DAY(2016, 10, 1),
    ),
    Row(
        "running mate",
        "Her running mate, Tim Kaine, said jobs came first.",
        (Said("jobs", ("Tim Kaine",), ("running mate",)),),
        DAY(2016, 10, 1),
    ),
    Row(
        "told reporters that",
        "Deputy minister Olga Brandt told reporters the strike was over.",
        (Said("the strike", ("Olga Brandt",), ("Deputy minister",)),),
    ),
    Row(
        "mr",
        "Mr. Okello said the wells were dry. Samuel Okello is a farmer.",
        (Said("the wells", ("Samuel Okello",), ("farmer",)),),
    ),
    Row(
        "spokeswoman for",
        "Irina Falk, a spokeswoman for the port, said ships were late.",
        (Said("ships", ("Irina Falk",), ("spokeswoman for the port",)),),
    ),
    Row(
        "inverse",
        "A spokesman for the port, Jan Dekker, said ships were late.",
        (Said("ships", ("Jan Dekker",), ("spokesman for the port",)),),
    ),
    Row(
        "said role after",
        "“Ships are late,” said Jan Dekker, a spokesman for the port.",
        (Said("“Ships", ("Jan Dekker",), ("spokesman for the port",)),),
    ),
    Row(
        "president name",
        "President Biden said help was coming.",
        (Said("help", ("Joe Biden",), ("President",)),),
        DAY(2022, 8, 1),
    ),
    Row(
        "president surname ambiguous",
        "President Bush said help was coming.",
        (Said("help", ("George W. Bush",), ("President",)),),
        DAY(2005, 8, 1),
    ),
    Row(
        "clinton 2016 she",
        "Clinton said help was coming. She thanked her husband, Bill Clinton.",
        (Said("help", ("Hillary Clinton", "Clinton")),),
        DAY(2016, 8, 1),
    ),
    Row(
        "wire lead",
        (
            "YEREVAN, Armenia (AP) — Armenia’s prime minister said Monday that his country "
            "would not yield. Nikol Pashinyan told parliament the border was quiet."
        ),
        (
            Said("his country", ("Nikol Pashinyan",)),
            Said("the border", ("Nikol Pashinyan",)),
        ),
        DAY(2021, 5, 17),
    ),
    Row(
        "foreign ministers",
        (
            "The foreign ministers of Veldania and Ostrava met. Veldania’s Mila Horn said "
            "the talks were good. Her counterpart, Jan Kolar, said they were hard."
        ),
        (
            Said("the talks", ("Mila Horn",)),
            Said("they were", ("Jan Kolar",)),
        ),
    ),
    Row(
        "surname first then full",
        "Petrosyan said the law was unfair. Arman Petrosyan, a deputy, voted against it.",
        (Said("the law", ("Arman Petrosyan",), ("deputy",)),),
    ),
    Row(
        "the senator",
        ("Sen. Dale Whitcomb of Ohio met Rep. Carla Nunes. The senator said the bill was dead."),
        (Said("the bill", ("Dale Whitcomb",)),),
    ),
    Row(
        "the congresswoman",
        (
            "Sen. Dale Whitcomb of Ohio met Rep. Carla Nunes. The congresswoman said the "
            "bill was alive."
        ),
        (Said("the bill", ("Carla Nunes",)),),
    ),
    Row(
        "ceo",
        ("Larkspur’s chief executive, Elena Marchetti, resigned. The CEO said she was tired."),
        (Said("she was", ("Elena Marchetti",)),),
    ),
    Row(
        "police chief",
        (
            "Police Chief Ron Adler held a briefing with Mayor Sue Tran. The chief said two "
            "men were held."
        ),
        (Said("two men", ("Ron Adler",)),),
    ),
    Row(
        "mayor",
        (
            "Police Chief Ron Adler held a briefing with Mayor Sue Tran. The mayor said the "
            "streets were safe."
        ),
        (Said("the streets", ("Sue Tran",)),),
    ),
    Row(
        "minister two",
        (
            "Finance Minister Olaf Berg and Health Minister Nora Vik resigned. The health "
            "minister said she had no choice."
        ),
        (Said("she had", ("Nora Vik",)),),
    ),
    Row(
        "minister ambiguous",
        (
            "Finance Minister Olaf Berg and Health Minister Nora Vik resigned. The minister "
            "said the vote was lost."
        ),
        (Said("the vote", ("The minister", None, "Nora Vik")),),
    ),
    Row(
        "they couple",
        "Oscar and Ingrid Lindgren sold the shop. They said business was slow.",
        (Said("business", ("They", None, "Oscar and Ingrid Lindgren")),),
    ),
    Row(
        "quote inside",
        ("“My father told me never to give up,” Grace Adeyemi said. “He was right,” she added."),
        (Said("“He was", ("Grace Adeyemi",)),),
    ),
    Row(
        "he ambiguous",
        "Omar Haddad criticised Samuel Okello on Monday. “He is a liar,” Haddad said.",
        (Said("“He is", ("Omar Haddad",)),),
    ),
    Row(
        "subject pronoun chain",
        "Omar Haddad criticised Samuel Okello on Monday. He said Okello had lied.",
        (Said("Okello had", ("Omar Haddad",)),),
    ),
    Row(
        "possessive name",
        "In Omar Haddad’s view, the plan is dead.",
        (Said("the plan", ("Omar Haddad",)),),
    ),
    Row(
        "according",
        "According to Omar Haddad, a broker in Tunis, prices will fall.",
        (Said("prices", ("Omar Haddad",), ("broker in Tunis",)),),
    ),
    Row(
        "spokesperson said of",
        "A spokesperson for Omar Haddad said he would appeal.",
        (Said("he would", ("A spokesperson for Omar Haddad",), (None,)),),
    ),
    Row(
        "late",
        "The late Omar Haddad once wrote that tea was a religion.",
        (Said("tea", ("Omar Haddad",)),),
    ),
    Row(
        "twitter",
        "Omar Haddad (@ohaddad) tweeted: “See you in court.”",
        (Said("“See you", ("Omar Haddad",)),),
    ),
    Row(
        "party leader",
        "Green Party leader Anja Wolf said the coalition was over. Wolf spoke in Bremen.",
        (Said("the coalition", ("Anja Wolf",), ("Green Party leader",)),),
    ),
    Row(
        "leader of party",
        "Anja Wolf, the leader of the Green Party, said the coalition was over.",
        (Said("the coalition", ("Anja Wolf",), ("leader of the Green Party",)),),
    ),
    Row(
        "ex",
        "Ex-minister Anja Wolf said the coalition was over.",
        (Said("the coalition", ("Anja Wolf",), ("Ex-minister",)),),
    ),
    Row(
        "then",
        "Then-minister Anja Wolf said the coalition was over.",
        (Said("the coalition", ("Anja Wolf",), ("Then-minister",)),),
    ),
    Row(
        "korean",
        ("South Korean President Yoon Suk-yeol said the drill was over. Yoon spoke in Seoul."),
        (Said("the drill", ("Yoon Suk-yeol", "Yoon Suk Yeol"), ("South Korean President",)),),
        DAY(2022, 11, 1),
    ),
    Row(
        "chinese",
        ("Foreign Ministry spokesman Zhao Lijian said the ship had left. Zhao gave no date."),
        (Said("the ship", ("Zhao Lijian",), ("Foreign Ministry spokesman",)),),
        DAY(2021, 11, 1),
    ),
    Row(
        "chinese short",
        ("Foreign Ministry spokesman Wu Qiang spoke in Beijing. Wu said the ship had left."),
        (Said("the ship", ("Wu Qiang",), ("Foreign Ministry spokesman",)),),
        DAY(2021, 11, 1),
    ),
    Row(
        "spanish double",
        "President Pedro Gómez Ruiz said taxes would rise. Gómez Ruiz spoke in Lima.",
        (Said("taxes", ("Pedro Gómez Ruiz",), ("President",)),),
    ),
    Row(
        "spanish double short",
        "President Pedro Gómez Ruiz spoke in Lima. Gómez said taxes would rise.",
        (Said("taxes", ("Pedro Gómez Ruiz",), ("President",)),),
    ),
    Row(
        "o'",
        "Maeve O’Sullivan, a nurse, left Cork. O'Sullivan said the pay was low.",
        (Said("the pay", ("Maeve O’Sullivan",), ("nurse",)),),
    ),
    Row(
        "mc",
        "Maeve McBride, a nurse, left Cork. McBride said the pay was low.",
        (Said("the pay", ("Maeve McBride",), ("nurse",)),),
    ),
    Row(
        "military",
        "Lt. Gen. Pavel Kuznets said the line had held. The general gave no figures.",
        (Said("the line", ("Pavel Kuznets",), ("Lt. Gen.",)),),
    ),
    Row(
        "the general",
        ("Lt. Gen. Pavel Kuznets met Colonel Ira Levin. The general said the line had held."),
        (Said("the line", ("Pavel Kuznets",)),),
    ),
    Row(
        "pope",
        "Pope Francis said war was madness. The pontiff spoke in Rome.",
        (Said("war", ("Pope Francis", "Francis")),),
        DAY(2019, 5, 1),
    ),
    Row(
        "king",
        "King Charles III said he was moved.",
        (Said("he was", ("Charles III", "King Charles III", "Charles")),),
        DAY(2023, 5, 7),
    ),
    Row(
        "family",
        "The family of Omar Haddad said he was innocent.",
        (Said("he was", ("The family of Omar Haddad",), (None,)),),
    ),
    Row(
        "lawyer of",
        "Omar Haddad was arrested on Monday. His lawyer said he was innocent.",
        (Said("he was", ("His lawyer",), (None,)),),
    ),
    Row(
        "body name",
        ("The World Health Organization said cases were falling. The agency said vaccines helped."),
        (
            Said("cases", ("The World Health Organization",), (None,)),
            Said("vaccines", ("The agency",)),
        ),
    ),
    Row(
        "it",
        "Larkspur Energy said sales rose. It said costs fell.",
        (Said("costs", ("Larkspur Energy",), (None,)),),
    ),
    Row(
        "metonym",
        ("Ankara said the raid was legal. Turkish Foreign Minister Emre Aslan said it was over."),
        (
            Said("the raid", ("Ankara",), (None,)),
            Said("it was", ("Emre Aslan",), ("Turkish Foreign Minister",)),
        ),
        DAY(2019, 5, 1),
    ),
    Row(
        "photo",
        "(Photo: Nora Vik/Agency) Mayor Sue Tran said the streets were safe.",
        (Said("the streets", ("Sue Tran",), ("Mayor",)),),
    ),
    Row(
        "byline",
        "By Nora Vik\n\nMayor Sue Tran spoke on Monday. She said the streets were safe.",
        (Said("the streets", ("Sue Tran",), ("Mayor",)),),
    ),
    Row(
        "dash apposition",
        "Sue Tran — the city’s mayor — said the streets were safe.",
        (Said("the streets", ("Sue Tran",), ("city’s mayor",)),),
    ),
    Row(
        "role after comma city",
        "Sue Tran, 41, from Leeds, a driver, said the streets were safe.",
        (Said("the streets", ("Sue Tran",), ("driver", "driver, from Leeds")),),
    ),
    Row(
        "professor",
        "Nora Vik, a professor of law at Lund University, said the case was weak.",
        (Said("the case", ("Nora Vik",), ("professor of law at Lund University",)),),
    ),
    Row(
        "body beside",
        "Radio Blue's Ann Moss told listeners that the ferry had sunk.",
        (Said("the ferry", ("Ann Moss",), ("Radio Blue",)),),
    ),
    Row(
        "body beside",
        "Unlike Ann Lee, Moss Bank was ready to wait. Ann Lee said she would not.",
        (Said("she would", ("Ann Lee",), (None,)),),
    ),
    Row(
        "body beside",
        "Ann Lee of the Blue Society and Tom Ray met on Friday. Ann Lee said it rained.",
        (Said("it rained", ("Ann Lee",), ("Blue Society",)),),
    ),
    Row(
        "body beside",
        "Ann Lee of the city's health board said the water was safe.",
        (Said("the water", ("Ann Lee",), ("city's health board",)),),
    ),
    Row(
        "body beside", "Ohio's Ann Lee said it rained.", (Said("it rained", ("Ann Lee",), (None,)),)
    ),
    Row(
        "who is",
        "Tom Ray, who is leading the search, said the lake was cold.",
        (Said("the lake", ("Tom Ray",), ("leading the search",)),),
    ),
    Row(
        "who is",
        "Tom Ray, who has left the city, said the lake was cold.",
        (Said("the lake", ("Tom Ray",), (None,)),),
    ),
    Row(
        "who is",
        "Tom Ray, who drowned his phone, said the lake was cold.",
        (Said("the lake", ("Tom Ray",), (None,)),),
    ),
    Row(
        "who is",
        "Tom Ray who is the mayor of Lund said the lake was cold.",
        (Said("the lake", ("Tom Ray",), ("mayor of Lund",)),),
    ),
    Row(
        "no commas",
        "Ann Lee 34 a nurse at the camp clinic said the tents were wet.",
        (Said("the tents", ("Ann Lee",), ("nurse at the camp clinic",)),),
    ),
    Row(
        "no commas",
        "The council gave Tom Ray the mayor of Lund's old desk. Tom Ray said he was glad.",
        (Said("he was glad", ("Tom Ray",), (None,)),),
    ),
    Row(
        "appointed",
        "Erik Orr works as a nurse in Lund. Orr said the ward was full.",
        (Said("the ward", ("Erik Orr",), ("nurse in Lund",)),),
    ),
    Row(
        "appointed",
        "The board named Erik Orr as director on Friday. Orr said the ward was full.",
        (Said("the ward", ("Erik Orr",), ("director",)),),
    ),
    Row(
        "appointed",
        "The union would like Erik Orr as director. Orr said the ward was full.",
        (Said("the ward", ("Erik Orr",), (None,)),),
    ),
    Row(
        "appointed",
        "Many want to see Rosa Klein as chancellor. Klein said she would wait.",
        (Said("she would", ("Rosa Klein",), (None,)),),
    ),
    Row(
        "appointed",
        "She hopes to install Piet Vos as envoy. Vos said the tide was low.",
        (Said("the tide", ("Piet Vos",), (None,)),),
    ),
    Row(
        "appointed",
        "As captain of the team, Erik Orr has seen a lot. Orr said the bus was late.",
        (Said("the bus", ("Erik Orr",), ("captain of the team",)),),
    ),
    Row(
        "appointed",
        "The new ombudsman is Erik Orr. Orr said the bus was late.",
        (Said("the bus", ("Erik Orr",), ("new ombudsman",)),),
    ),
    Row(
        "appointed",
        "Not one of the mayors is Erik Orr. Orr said the bus was late.",
        (Said("the bus", ("Erik Orr",), (None,)),),
    ),
    Row(
        "appointed",
        "The mayor of Lund knows what a fool is Erik Orr. Orr said the bus was late.",
        (Said("the bus", ("Erik Orr",), (None,)),),
    ),
    Row(
        "appointed",
        "Erik Orr has been director of the zoo since May. Orr said the bus was late.",
        (Said("the bus", ("Erik Orr",), ("director of the zoo",)),),
    ),
    Row(
        "appointed",
        "Erik Orr had been director of the zoo until May. Orr said the bus was late.",
        (Said("the bus", ("Erik Orr",), ("director of the zoo",)),),
    ),
    Row(
        "who is",
        "Tom Ray, who says the lake is cold, was late. Tom Ray said he was sorry.",
        (Said("he was sorry", ("Tom Ray",), (None,)),),
    ),
    Row(
        "who is",
        "Tom Ray, who agrees, said the lake was cold.",
        (Said("the lake", ("Tom Ray",), (None,)),),
    ),
    Row(
        "who is",
        (
            "Tom Ray, who owns a house and two boats and a mill and a bar"
            "n and a bar and a farm in Lund, said no."
        ),
        (Said("no", ("Tom Ray",), (None,)),),
    ),
    Row(
        "no commas",
        "Erik Orr head of the zoo left on Friday. Orr said the bus was late.",
        (Said("the bus", ("Erik Orr",), ("head of the zoo",)),),
    ),
    Row(
        "dash in a word",
        "Ada Lind, a researcher at the Lund–Malmö Centre for Bees, said the hives were full.",
        (Said("the hives", ("Ada Lind",), ("researcher at the Lund–Malmö Centre for Bees",)),),
    ),
    Row(
        "hyphen before a name",
        "Ann Roe, organizer of a pro-Moss rally, left. Bert Moss said thousands came.",
        (Said("thousands came", ("Bert Moss",), (None,)),),
    ),
    Row(
        "who is",
        "Nora Vik, who teaches law at Lund University, said the case was weak.",
        (Said("the case", ("Nora Vik",), ("teaches law at Lund University",)),),
    ),
    Row(
        "told by first",
        "“He hit me,” Marie told the court. Marie Duval, 30, wept.",
        (Said("“He hit", ("Marie Duval",)),),
    ),
    Row(
        "mrs couple",
        "Mr and Mrs Duval live in Lyon. Mrs Duval said the street was loud.",
        (Said("the street", ("Duval", "Mrs Duval"), (None,)),),
    ),
    Row(
        "president elect",
        "President-elect Ivo Rast said taxes would fall.",
        (Said("taxes", ("Ivo Rast",), ("President-elect",)),),
    ),
    Row(
        "vice",
        "Vice President Harris said help was coming.",
        (Said("help", ("Kamala Harris",), ("Vice President",)),),
        DAY(2022, 5, 1),
    ),
    Row(
        "secretary",
        (
            "Secretary of State Antony Blinken said talks went on. The top U.S. diplomat "
            "said he was hopeful."
        ),
        (Said("he was", ("Antony Blinken",)),),
        DAY(2022, 5, 1),
    ),
    Row(
        "kremlin spokesman",
        "The Kremlin spokesman said the visit was off.",
        (Said("the visit", ("Dmitry Peskov",), ("Kremlin spokesman",)),),
        DAY(2020, 5, 1),
    ),
    Row(
        "foreign minister named",
        "Russia’s foreign minister said talks went on. Lavrov spoke in Sochi.",
        (Said("talks", ("Sergei Lavrov",), ("Russia’s foreign minister",)),),
        DAY(2020, 5, 1),
    ),
    Row(
        "un chief",
        "The U.N. chief said the world was on fire.",
        (Said("the world", ("António Guterres", "Antonio Guterres")),),
        DAY(2022, 5, 1),
    ),
    Row(
        "nato chief",
        "NATO Secretary-General Jens Stoltenberg said it was time.",
        (Said("it was", ("Jens Stoltenberg",), ("NATO Secretary-General",)),),
        DAY(2022, 5, 1),
    ),
    Row(
        "german chancellor",
        "The German chancellor said it was time.",
        (Said("it was", ("Olaf Scholz",), ("German chancellor",)),),
        DAY(2022, 5, 1),
    ),
    Row(
        "british pm 2016 jan",
        "The British prime minister said it was time.",
        (Said("it was", ("David Cameron",)),),
        DAY(2016, 1, 15),
    ),
    Row(
        "turkish leader",
        "The Turkish leader said it was time.",
        (Said("it was", ("Recep Tayyip Erdogan",)),),
        DAY(2016, 1, 15),
    ),
    Row(
        "opposition leader",
        "The Russian opposition leader said on Friday that the vote was rigged.",
        (Said("the vote", ("The Russian opposition leader",), (None,)),),
        DAY(2021, 5, 1),
    ),
    Row(
        "deputy minister",
        "Russia’s deputy foreign minister said on Friday that the vote was fair.",
        (Said("the vote", ("Russia’s deputy foreign minister",), (None,)),),
        DAY(2021, 5, 1),
    ),
    Row(
        "president of a union",
        "The president of the Russian Football Union said on Friday that the game was fair.",
        (Said("the game", ("The president of the Russian Football Union",), (None,)),),
        DAY(2021, 5, 1),
    ),
    Row(
        "aid chief",
        "The UN refugee chief said on Friday that tents were short.",
        (Said("tents", ("The UN refugee chief",), (None,)),),
        DAY(2021, 5, 1),
    ),
    Row(
        "people within a country",
        "The Turkish Cypriot leader said on Friday that talks were near.",
        (Said("talks", ("The Turkish Cypriot leader",), (None,)),),
        DAY(2021, 5, 1),
    ),
    Row(
        "embattled",
        "The embattled Armenian prime minister said on Friday that he would stay.",
        (Said("he would", ("Nikol Pashinyan",)),),
        DAY(2021, 5, 1),
    ),
    Row(
        "deputy and his chief",
        (
            "Foreign Minister Olaf Berg and Deputy Foreign Minister Nora Vik flew to Oslo. "
            "The deputy minister said talks were near."
        ),
        (Said("talks", ("Nora Vik",), ("Deputy Foreign Minister",)),),
    ),
    Row(
        "head of state",
        "President Ivo Rast opened the dam in June. The head of state said it was safe.",
        (Said("it was", ("Ivo Rast",), ("President",)),),
    ),
    Row(
        "secretary-general",
        (
            "Relief Council chief Amos Belloc spoke in Lisbon. The secretary-general said the"
            " world was slow."
        ),
        (Said("the world", ("Amos Belloc", "The secretary-general")),),
    ),
    Row(
        "same house",
        (
            "Kremlin Spokesman Dmitry Peskov said on Friday that the visit was off. “There is"
            " no new day,” the Kremlin official said."
        ),
        (Said("“There is", ("Dmitry Peskov",)),),
        DAY(2021, 5, 1),
    ),
    Row(
        "position",
        "Captain Tomasi Veikune scored twice. “It was our night,” the flanker said.",
        (Said("“It was", ("Tomasi Veikune",), ("Captain",)),),
    ),
    Row(
        "age not told",
        (
            "Rhona Pugh-Ellis lost her keys in August. “I slept in the car,” the 34-year-old "
            "teacher said."
        ),
        (Said("“I slept", ("Rhona Pugh-Ellis",)),),
    ),
    Row(
        "age of another",
        "Rhona Ellis, 60, lost her keys. The 34-year-old said it was a shame.",
        (Said("it was", ("The 34-year-old", None)),),
    ),
    Row(
        "korean hyphen",
        "“The mood was warm,” minister Baek Min-ho said. Baek spoke in Seoul.",
        (Said("“The mood", ("Baek Min-ho",), ("minister",)),),
    ),
    Row(
        "vietnamese",
        "Bao’s wife, Le Thu Ha, said he was innocent. “He trusted them,” Ha said.",
        (Said("“He trusted", ("Le Thu Ha",), ("wife", "Bao’s wife")),),
    ),
    Row(
        "counsel",
        "Imelda Croft KC said the case was thin. “It leaks,” Croft said.",
        (Said("“It leaks", ("Imelda Croft",)),),
    ),
    Row(
        "herself",
        (
            "Environment secretary Pippa Ronson sent a letter. Ronson herself said last week "
            "that she would come."
        ),
        (Said("she would", ("Pippa Ronson",), ("Environment secretary",)),),
    ),
    Row(
        "umm",
        "Umm Karim, a neighbour, said the walls had cracked. “We told them,” she said.",
        (Said("“We told", ("Umm Karim",), ("neighbour",)),),
    ),
    Row(
        "couple with mr",
        (
            "Trevor and Marjorie Stubbs keep snakes. “It was that long,” Mr Stubbs said. Mrs "
            "Stubbs said that they were cheap."
        ),
        (
            Said("“It was", ("Trevor Stubbs",)),
            Said("they were", ("Marjorie Stubbs",)),
        ),
    ),
    Row(
        "his wife of one name",
        (
            "Judge Arlo Beckwith and his wife, Judge Xandra Beckwith, were fined. “We own "
            "it,” Ms. Beckwith said. “I flew coach,” Mr. Beckwith said."
        ),
        (
            Said("“We own", ("Xandra Beckwith",)),
            Said("“I flew", ("Arlo Beckwith",), ("Judge",)),
        ),
    ),
    Row(
        "one of them",
        "Two mayors lost their posts. One of them, Aylin Demirkan, said she would go to court.",
        (Said("she would", ("Aylin Demirkan",)),),
    ),
    Row(
        "rival and partner",
        "Whitcomb’s rival and business partner Yoav Brandl said the firm was sound.",
        (Said("the firm", ("Yoav Brandl",)),),
    ),
    Row(
        "subject after its role",
        (
            "Geologist Hjalmar Arnason said the hill moved.\n\nThe town’s former mayor, "
            "Olafur Palsson, watched from his car. He said his house was gone."
        ),
        (Said("his house", ("Olafur Palsson",), ("town’s former mayor",)),),
    ),
    Row(
        "dateline",
        (
            "Bamako (AFP) – The river town’s mayor on Tuesday promised new wells.\n\n“There "
            "will be no delay,” Boubou Sangare said."
        ),
        (Said("“There will", ("Boubou Sangare",)),),
    ),
    Row(
        "capital",
        "Mogadishu said it was doing what it could.",
        (Said("it was", ("Mogadishu",), (None,)),),
    ),
    Row(
        "passenger group",
        "Passenger group Freie Schiene said the forecast was honest.",
        (Said("the forecast", ("Freie Schiene", "Passenger group Freie Schiene"), (None,)),),
    ),
    Row(
        "acting",
        "Acting Attorney General Devan Rajan said the inquiry would go on.",
        (Said("the inquiry", ("Devan Rajan",), ("Acting Attorney General",)),),
    ),
    Row(
        "role at the end",
        "“Mines remain in the channel,” says Veldania’s ports minister, Oxana Bilyk.",
        (Said("“Mines", ("Oxana Bilyk",), ("Veldania’s ports minister",)),),
    ),
    Row(
        "possessive and acting",
        "The council’s acting chief executive, Priya Raghavan, said permits were in order.",
        (Said("permits", ("Priya Raghavan",), ("council’s acting chief executive",)),),
    ),
    Row(
        "given name unknown to english",
        "Pieter Wouters met Solveig Haugen in Bergen. She said the nets were empty.",
        (Said("the nets", ("Solveig Haugen",)),),
    ),
    Row(
        "ambiguous given",
        (
            "Economy Minister Horacio Peralta Luna resigned. The opposition leader, Given "
            "Phiri, said the list came too late."
        ),
        (Said("the list", ("Given Phiri",)),),
    ),
)

# Rows that are not read right, by their start.
MISSES = frozenset(
    [
        "Clinton said help was coming. She thanke",
        "Economy Minister Horacio Peralta Luna re",
        "Crown Prince Rashid landed in Oslo. The ",
    ]
)
