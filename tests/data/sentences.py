"""One table: text → the attributions that a careful reader finds in it, by phenomenon.

All texts and people are invented. Contents are exact substrings of the text; quotation marks, and
a comma inside them, belong to the content; a leading "that" or "to" does not. Cue and source are
exact words too, their pieces joined by " … " where other words stand between them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal


@dataclass(frozen=True)
class Want:
    """One expected attribution; `speaker` is None where the row does not ask for it."""

    content: tuple[str, ...]
    cue: str | None
    source: str | None
    kind: Literal["direct", "mixed", "indirect"]
    speaker: str | None = None
    via: str | None = None
    factuality: Literal["factual", "negated", "hypothetical"] = "factual"


@dataclass(frozen=True)
class Row:
    """A text and everything that is said in it."""

    phenomenon: str
    text: str
    want: tuple[Want, ...] = ()


def unsaid(want: Want, factuality: Literal["negated", "hypothetical"] = "negated") -> Want:
    """The same, but reported as not said, or as perhaps to be said."""
    return replace(want, factuality=factuality)


def direct(
    *content: str,
    cue: str | None = "said",
    source: str | None,
    speaker: str | None = None,
    via: str | None = None,
) -> Want:
    """A direct attribution."""
    return Want(content, cue, source, "direct", speaker, via)


def mixed(
    *content: str,
    cue: str | None = "said",
    source: str | None,
    speaker: str | None = None,
    via: str | None = None,
) -> Want:
    """A mixed attribution."""
    return Want(content, cue, source, "mixed", speaker, via)


def indirect(
    *content: str,
    cue: str | None = "said",
    source: str | None,
    speaker: str | None = None,
    via: str | None = None,
) -> Want:
    """An indirect attribution."""
    return Want(content, cue, source, "indirect", speaker, via)


ROWS: tuple[Row, ...] = (
    # the content stands before the cue
    Row(
        "content first",
        '"We will keep the port open through the winter," Helena Brandt told reporters on Friday.',
        (
            direct(
                '"We will keep the port open through the winter,"',
                cue="told",
                source="Helena Brandt",
                speaker="Helena Brandt",
            ),
        ),
    ),
    Row(
        "content first",
        "“The budget has no room for another tax cut,” Finance Minister Paulo Reis said.",
        (
            direct(
                "“The budget has no room for another tax cut,”",
                source="Finance Minister Paulo Reis",
                speaker="Paulo Reis",
            ),
        ),
    ),
    Row(
        "content first",
        '"Do you expect us to wait another year?" union leader Marta Oliva asked.',
        (
            direct(
                '"Do you expect us to wait another year?"',
                cue="asked",
                source="union leader Marta Oliva",
                speaker="Marta Oliva",
            ),
        ),
    ),
    Row(
        "content first",
        '"This is our title!" captain Jonas Weber shouted from the balcony of the town hall.',
        (
            direct(
                '"This is our title!"',
                cue="shouted",
                source="captain Jonas Weber",
                speaker="Jonas Weber",
            ),
        ),
    ),
    # the content stands after the cue
    Row(
        "cue first",
        'Judge Miriam Okafor said, "The court has seen no evidence of that."',
        (
            direct(
                '"The court has seen no evidence of that."',
                source="Judge Miriam Okafor",
                speaker="Miriam Okafor",
            ),
        ),
    ),
    Row(
        "cue first",
        "Speaking in Nairobi, Samuel Kiptoo replied: “We have nothing to hide.”",
        (
            direct(
                "“We have nothing to hide.”",
                cue="replied",
                source="Samuel Kiptoo",
                speaker="Samuel Kiptoo",
            ),
        ),
    ),
    Row(
        "cue first",
        'The coach, Anna Lindholm, said after the match: "We were too slow in every duel."',
        (
            direct(
                '"We were too slow in every duel."',
                source="The coach, Anna Lindholm",
                speaker="Anna Lindholm",
            ),
        ),
    ),
    Row(
        "cue first",
        'In a letter to shareholders, Victor Hale wrote, "Next year will be harder than this one."',
        (
            direct(
                '"Next year will be harder than this one."',
                cue="wrote",
                source="Victor Hale",
                speaker="Victor Hale",
            ),
        ),
    ),
    # pieces before and after the cue
    Row(
        "cue in the middle",
        '"If the river rises again," Mayor Tom Becker said, "we will have to leave the old town."',
        (
            direct(
                '"If the river rises again,"',
                '"we will have to leave the old town."',
                source="Mayor Tom Becker",
                speaker="Tom Becker",
            ),
        ),
    ),
    Row(
        "cue in the middle",
        "“The vaccine works,” said Dr. Leila Haddad, “but only if people come back for it.”",
        (
            direct(
                "“The vaccine works,”",
                "“but only if people come back for it.”",
                source="Dr. Leila Haddad",
                speaker="Leila Haddad",
            ),
        ),
    ),
    Row(
        "cue in the middle",
        '"We," Carlos Prieto said with a smile, "are not for sale."',
        (direct('"We,"', '"are not for sale."', source="Carlos Prieto", speaker="Carlos Prieto"),),
    ),
    Row(
        "cue in the middle",
        "The harbor, port director Elin Strand said, would be closed to large ships until May.",
        (
            indirect(
                "The harbor",
                "would be closed to large ships until May",
                source="port director Elin Strand",
                speaker="Elin Strand",
            ),
        ),
    ),
    # the next sentence goes on and has no cue
    Row(
        "goes on",
        '"We lost the first half," Diego Ramos said. "We won the second."',
        (
            direct(
                '"We lost the first half,"',
                '"We won the second."',
                source="Diego Ramos",
                speaker="Diego Ramos",
            ),
        ),
    ),
    Row(
        "goes on",
        "“Nobody asked the villagers,” said Ngozi Bello, a lawyer for the families. “They learned "
        "about the dam from the radio. That is a scandal.”",
        (
            direct(
                "“Nobody asked the villagers,”",
                "“They learned about the dam from the radio. That is a scandal.”",
                source="Ngozi Bello, a lawyer for the families",
                speaker="Ngozi Bello",
            ),
        ),
    ),
    Row(
        "goes on",
        '"The talks were long," the Finnish foreign minister said.\n\n"They were also useful."',
        (
            direct(
                '"The talks were long,"',
                '"They were also useful."',
                source="the Finnish foreign minister",
            ),
        ),
    ),
    Row(
        "goes on",
        "“I have not decided,” Senator Ruth Calder told a local radio station. “Ask me in June.”",
        (
            direct(
                "“I have not decided,”",
                "“Ask me in June.”",
                cue="told",
                source="Senator Ruth Calder",
                speaker="Ruth Calder",
            ),
        ),
    ),
    # marks reopened at each paragraph, closed at the last
    Row(
        "reopened marks",
        'Ibrahim Sesay said: "We came here with nothing.\n\n"Today we export to nine countries."',
        (
            direct(
                '"We came here with nothing.',
                '"Today we export to nine countries."',
                source="Ibrahim Sesay",
                speaker="Ibrahim Sesay",
            ),
        ),
    ),
    Row(
        "reopened marks",
        "“The engine failed twice,” pilot Karin Moe said. “We had no time to turn around.\n\n"
        "“I saw the lake and I took it.”",
        (
            direct(
                "“The engine failed twice,”",
                "“We had no time to turn around.",
                "“I saw the lake and I took it.”",
                source="pilot Karin Moe",
                speaker="Karin Moe",
            ),
        ),
    ),
    Row(
        "reopened marks",
        "Archbishop Luca Ferri wrote to the parishes: “We have failed the children.\n\n“We will "
        "open the archives.\n\n“And we will pay.”",
        (
            direct(
                "“We have failed the children.",
                "“We will open the archives.",
                "“And we will pay.”",
                cue="wrote",
                source="Archbishop Luca Ferri",
                speaker="Luca Ferri",
            ),
        ),
    ),
    # every style of marks
    Row(
        "mark styles",
        "«The border stays closed,» Interior Minister Pavel Novak said.",
        (
            direct(
                "«The border stays closed,»",
                source="Interior Minister Pavel Novak",
                speaker="Pavel Novak",
            ),
        ),
    ),
    Row(
        "mark styles",
        "„We need more teachers,“ said Katrin Vogel, who heads the school board.",
        (direct("„We need more teachers,“", source="Katrin Vogel", speaker="Katrin Vogel"),),
    ),
    Row(
        "mark styles",
        "``Rates will stay where they are,'' Governor Alan Pryce said.",
        (
            direct(
                "``Rates will stay where they are,''",
                source="Governor Alan Pryce",
                speaker="Alan Pryce",
            ),
        ),
    ),
    Row(
        "mark styles",
        "''Our members are angry,'' Denise Walsh said.",
        (direct("''Our members are angry,''", source="Denise Walsh", speaker="Denise Walsh"),),
    ),
    Row(
        "mark styles",
        "‘It was never about money,’ Omar Farouk said.",
        (direct("‘It was never about money,’", source="Omar Farouk", speaker="Omar Farouk"),),
    ),
    # opened by one mark and closed by another
    Row(
        "mismatched marks",
        '“We have found water on both sites," said Ines Duarte, the chief geologist.',
        (
            direct(
                '“We have found water on both sites,"', source="Ines Duarte", speaker="Ines Duarte"
            ),
        ),
    ),
    Row(
        "mismatched marks",
        '"The strike goes on,” Gavin Doyle said. “We have no choice."',
        (
            direct(
                '"The strike goes on,”',
                '“We have no choice."',
                source="Gavin Doyle",
                speaker="Gavin Doyle",
            ),
        ),
    ),
    Row(
        "mismatched marks",
        'President Amina Diallo called the ruling "a gift to the generals.”',
        (
            mixed(
                'the ruling "a gift to the generals.”',
                cue="called",
                source="President Amina Diallo",
                speaker="Amina Diallo",
            ),
        ),
    ),
    # marks that are never closed
    Row(
        "unclosed marks",
        'Peter Lang said: "We expect a good harvest this year.\n\nLast year it rained for weeks.',
        (
            direct(
                '"We expect a good harvest this year.', source="Peter Lang", speaker="Peter Lang"
            ),
        ),
    ),
    Row(
        "unclosed marks",
        "“The test was a success,” said Yuki Tanabe. “We will launch in March.\n\n"
        "The rocket is 40 meters tall.",
        (
            direct(
                "“The test was a success,”",
                "“We will launch in March.",
                source="Yuki Tanabe",
                speaker="Yuki Tanabe",
            ),
        ),
    ),
    Row(
        "unclosed marks",
        "Prosecutor Ewa Zielinska told the court: “The defendant knew what he was doing.\n\n"
        "The trial continues on Tuesday.",
        (
            direct(
                "“The defendant knew what he was doing.",
                cue="told",
                source="Prosecutor Ewa Zielinska",
                speaker="Ewa Zielinska",
            ),
        ),
    ),
    # single marks, as in British papers
    Row(
        "single marks",
        "'The trains won't run on Sunday,' a spokesman for the railway said.",
        (direct("'The trains won't run on Sunday,'", source="a spokesman for the railway"),),
    ),
    Row(
        "single marks",
        "‘He told me “no deal” and hung up,’ Fiona Craig said.",
        (
            direct(
                "‘He told me “no deal” and hung up,’", source="Fiona Craig", speaker="Fiona Craig"
            ),
        ),
    ),
    Row(
        "single marks",
        "The minister, Hugh Lister, said: ‘I shan't resign over this.’",
        (
            direct(
                "‘I shan't resign over this.’",
                source="The minister, Hugh Lister",
                speaker="Hugh Lister",
            ),
        ),
    ),
    Row(
        "single marks",
        "'We were robbed', said goalkeeper Neil Abbott, 'and everybody saw it.'",
        (
            direct(
                "'We were robbed'",
                "'and everybody saw it.'",
                source="goalkeeper Neil Abbott",
                speaker="Neil Abbott",
            ),
        ),
    ),
    # apostrophes that are no marks
    Row(
        "apostrophes",
        "'The farmers' anger isn't new,' Claire Dupont said of the blockade.",
        (
            direct(
                "'The farmers' anger isn't new,'", source="Claire Dupont", speaker="Claire Dupont"
            ),
        ),
    ),
    Row(
        "apostrophes",
        "The players' union doesn't agree with the clubs' plans, which date from the '90s.",
    ),
    Row(
        "apostrophes",
        "Banker Rosa Klein's firm said that its clients' money wasn't at risk.",
        (
            indirect(
                "its clients' money wasn't at risk",
                source="Banker Rosa Klein's firm",
            ),
        ),
    ),
    Row(
        "apostrophes",
        "‘’Tis a small step for the workers’ families,’ Sean O'Hara said.",
        (
            direct(
                "‘’Tis a small step for the workers’ families,’",
                source="Sean O'Hara",
                speaker="Sean O'Hara",
            ),
        ),
    ),
    # quoted words that nobody says
    Row("scare quotes", "The city has built four “smart” bridges since 2015."),
    Row("scare quotes", 'Her second novel, "The Salt Road", was on sale in twelve languages.'),
    Row("scare quotes", "The museum shows ‘Night Harbor’ and two other paintings until April."),
    Row("scare quotes", 'Small shops sell "organic" rice from the valley at twice the price.'),
    Row("scare quotes", 'The series "Cold Front" won three prizes in Toronto on Sunday.'),
    # partly in quotation marks
    Row(
        "mixed",
        "Prime Minister Astrid Holm called the attack “cowardly and pointless.”",
        (
            mixed(
                "the attack “cowardly and pointless.”",
                cue="called",
                source="Prime Minister Astrid Holm",
                speaker="Astrid Holm",
            ),
        ),
    ),
    Row(
        "mixed",
        'Chief executive Rajiv Menon said the merger was "dead in the water" after the vote.',
        (
            mixed(
                'the merger was "dead in the water" after the vote',
                source="Chief executive Rajiv Menon",
                speaker="Rajiv Menon",
            ),
        ),
    ),
    Row(
        "mixed",
        'The Kenyan delegation described the draft as "a step back" for poor countries.',
        (
            mixed(
                'the draft as "a step back" for poor countries',
                cue="described",
                source="The Kenyan delegation",
            ),
        ),
    ),
    Row(
        "mixed",
        "The storm was “the worst in forty years,” according to Lars Eide of the weather service.",
        (
            mixed(
                "The storm was “the worst in forty years,”",
                cue="according to",
                source="Lars Eide of the weather service",
                speaker="Lars Eide",
            ),
        ),
    ),
    # indirect, with that
    Row(
        "indirect that",
        "The health ministry said that the number of cases had doubled in a week.",
        (indirect("the number of cases had doubled in a week", source="The health ministry"),),
    ),
    Row(
        "indirect that",
        "Opposition leader Viktor Sandu claims that votes were bought in three districts.",
        (
            indirect(
                "votes were bought in three districts",
                cue="claims",
                source="Opposition leader Viktor Sandu",
                speaker="Viktor Sandu",
            ),
        ),
    ),
    Row(
        "indirect that",
        "Astronomer Mei Chen explained that the comet would not return for 600 years.",
        (
            indirect(
                "the comet would not return for 600 years",
                cue="explained",
                source="Astronomer Mei Chen",
                speaker="Mei Chen",
            ),
        ),
    ),
    Row(
        "indirect that",
        "Witnesses testified that the truck had been parked there since Monday.",
        (
            indirect(
                "the truck had been parked there since Monday",
                cue="testified",
                source="Witnesses",
            ),
        ),
    ),
    # indirect, without that
    Row(
        "indirect bare",
        "The company said it would cut 400 jobs in Poland.",
        (indirect("it would cut 400 jobs in Poland", source="The company"),),
    ),
    Row(
        "indirect bare",
        "Two men have been arrested over the theft, police said on Thursday.",
        (indirect("Two men have been arrested over the theft", source="police"),),
    ),
    Row(
        "indirect bare",
        "Striker Bruno Costa says he is leaving the club in the summer.",
        (
            indirect(
                "he is leaving the club in the summer",
                cue="says",
                source="Striker Bruno Costa",
                speaker="Bruno Costa",
            ),
        ),
    ),
    Row(
        "indirect bare",
        "Inflation will fall below three percent by autumn, the central bank predicted.",
        (
            indirect(
                "Inflation will fall below three percent by autumn",
                cue="predicted",
                source="the central bank",
            ),
        ),
    ),
    # according to
    Row(
        "according to",
        "According to the fire service, nobody was inside the factory.",
        (
            indirect(
                "nobody was inside the factory",
                cue="According to",
                source="the fire service",
            ),
        ),
    ),
    Row(
        "according to",
        "The bank hid losses of two billion euros, according to three former employees.",
        (
            indirect(
                "The bank hid losses of two billion euros",
                cue="according to",
                source="three former employees",
            ),
        ),
    ),
    Row(
        "according to",
        "The glacier, according to geologist Nils Aas, has lost a third of its mass.",
        (
            indirect(
                "The glacier",
                "has lost a third of its mass",
                cue="according to",
                source="geologist Nils Aas",
                speaker="Nils Aas",
            ),
        ),
    ),
    # a colon is the cue
    Row(
        "colons",
        "Costa: “I never said that I would stay.”",
        (direct("“I never said that I would stay.”", cue=":", source="Costa"),),
    ),
    Row(
        "colons",
        "HOLM: We will not raise the retirement age.\n\nSANDU: You have promised that three times.",
        (
            indirect("We will not raise the retirement age.", cue=":", source="HOLM"),
            indirect("You have promised that three times.", cue=":", source="SANDU"),
        ),
    ),
    Row(
        "colons",
        "Reporter: Will you run again?\n\nThe mayor: Ask my wife.",
        (
            indirect("Will you run again?", cue=":", source="Reporter"),
            indirect("Ask my wife.", cue=":", source="The mayor"),
        ),
    ),
    # headlines
    Row(
        "headlines",
        "Danish PM urges EU to speed up talks with Moldova",
        (indirect("EU to speed up talks with Moldova", cue="urges", source="Danish PM"),),
    ),
    Row(
        "headlines",
        "Airline boss: 'We will not pay for the delays'",
        (direct("'We will not pay for the delays'", cue=":", source="Airline boss"),),
    ),
    Row(
        "headlines",
        "Lake is safe for swimmers again, says ministry\n\nThe beach opened on Saturday.",
        (indirect("Lake is safe for swimmers again", cue="says", source="ministry"),),
    ),
    Row(
        "headlines",
        "Brazil denies plan to leave trade bloc",
        (unsaid(indirect("plan to leave trade bloc", cue="denies", source="Brazil")),),
    ),
    # verbs that report what was said
    Row(
        "reporting verbs",
        "Defense Minister Igor Malev warned that the bridge could be attacked again.",
        (
            indirect(
                "the bridge could be attacked again",
                cue="warned",
                source="Defense Minister Igor Malev",
                speaker="Igor Malev",
            ),
        ),
    ),
    Row(
        "reporting verbs",
        "The envoy urged both sides to release their prisoners before winter.",
        (
            indirect(
                "both sides to release their prisoners before winter",
                cue="urged",
                source="The envoy",
            ),
        ),
    ),
    Row(
        "reporting verbs",
        "Mining group Corvo denied that it had polluted the river.",
        (unsaid(indirect("it had polluted the river", cue="denied", source="Mining group Corvo")),),
    ),
    Row(
        "reporting verbs",
        "President Tomas Vega promised to lower fuel prices within a month.",
        (
            indirect(
                "lower fuel prices within a month",
                cue="promised",
                source="President Tomas Vega",
                speaker="Tomas Vega",
            ),
        ),
    ),
    Row(
        "reporting verbs",
        "Foreign Minister Jana Kralova called for an immediate truce in the capital.",
        (
            indirect(
                "an immediate truce in the capital",
                cue="called for",
                source="Foreign Minister Jana Kralova",
                speaker="Jana Kralova",
            ),
        ),
    ),
    Row(
        "reporting verbs",
        "Referee Paul Mbeki told both captains that he had not seen the foul.",
        (
            indirect(
                "he had not seen the foul",
                cue="told",
                source="Referee Paul Mbeki",
                speaker="Paul Mbeki",
            ),
        ),
    ),
    Row(
        "reporting verbs",
        "The judge asked whether the witness had slept at all.",
        (indirect("whether the witness had slept at all", cue="asked", source="The judge"),),
    ),
    Row(
        "reporting verbs",
        "Residents accused the council of ignoring their letters.",
        (indirect("the council of ignoring their letters", cue="accused", source="Residents"),),
    ),
    # the source follows the cue
    Row(
        "inverted",
        '"Our grid can take it," said Olga Petrenko, an engineer at the state utility.',
        (
            direct(
                '"Our grid can take it,"',
                source="Olga Petrenko, an engineer at the state utility",
                speaker="Olga Petrenko",
            ),
        ),
    ),
    Row(
        "inverted",
        "The herds have grown again, says Thabo Nkosi, a ranger in the park.",
        (
            indirect(
                "The herds have grown again",
                cue="says",
                source="Thabo Nkosi, a ranger in the park",
                speaker="Thabo Nkosi",
            ),
        ),
    ),
    Row(
        "inverted",
        "“Enough is enough,” wrote economist Silvia Conti, a former adviser to the government.",
        (
            direct(
                "“Enough is enough,”",
                cue="wrote",
                source="economist Silvia Conti, a former adviser to the government",
                speaker="Silvia Conti",
            ),
        ),
    ),
    # pronouns
    Row(
        "pronouns",
        'Governor Dana Fields visited the camp on Monday. "I have never seen such mud," she said.',
        (direct('"I have never seen such mud,"', source="she", speaker="Dana Fields"),),
    ),
    Row(
        "pronouns",
        "Ahmet Yilmaz left the party in March. He said that its leaders had stopped listening.",
        (indirect("its leaders had stopped listening", source="He", speaker="Ahmet Yilmaz"),),
    ),
    Row(
        "pronouns",
        "“We play on Sunday,” coach Anna Lindholm said. “We are ready,” she added.",
        (
            direct("“We play on Sunday,”", source="coach Anna Lindholm", speaker="Anna Lindholm"),
            direct("“We are ready,”", cue="added", source="she", speaker="Anna Lindholm"),
        ),
    ),
    Row(
        "pronouns",
        'Nurses marched through Lisbon on Saturday. "We are tired," they said.',
        (direct('"We are tired,"', source="they"),),
    ),
    # two attributions in one sentence
    Row(
        "two in one sentence",
        "The army said the village had been taken, but rebels insisted that they still held it.",
        (
            indirect("the village had been taken", source="The army"),
            indirect("they still held it", cue="insisted", source="rebels"),
        ),
    ),
    Row(
        "two in one sentence",
        "Minister Eva Lund said the law was needed, while critics called it a disgrace.",
        (
            indirect("the law was needed", source="Minister Eva Lund", speaker="Eva Lund"),
            indirect("it a disgrace", cue="called", source="critics"),
        ),
    ),
    Row(
        "two in one sentence",
        "Police said the driver had admitted that he was drunk.",
        (
            indirect("the driver had admitted that he was drunk", source="Police"),
            indirect("he was drunk", cue="admitted", source="the driver"),
        ),
    ),
    # one source, two cues
    Row(
        "two cues",
        "Trainer Marc Dubois praised his team's patience and said the final would be harder.",
        (
            indirect(
                "his team's patience",
                cue="praised",
                source="Trainer Marc Dubois",
                speaker="Marc Dubois",
            ),
            indirect(
                "the final would be harder", source="Trainer Marc Dubois", speaker="Marc Dubois"
            ),
        ),
    ),
    Row(
        "two cues",
        "The ministry rejected the report, saying that its authors had never been in the country.",
        (
            indirect("the report", cue="rejected", source="The ministry"),
            indirect(
                "its authors had never been in the country", cue="saying", source="The ministry"
            ),
        ),
    ),
    Row(
        "two cues",
        "Ambassador Lin Wei called the tariffs “a mistake” and warned that prices would rise.",
        (
            mixed(
                "the tariffs “a mistake”",
                cue="called",
                source="Ambassador Lin Wei",
                speaker="Lin Wei",
            ),
            indirect(
                "prices would rise",
                cue="warned",
                source="Ambassador Lin Wei",
                speaker="Lin Wei",
            ),
        ),
    ),
    Row(
        "two cues",
        "Doctors said the boy was stable, adding that he could go home within days.",
        (
            indirect("the boy was stable", source="Doctors"),
            indirect("he could go home within days", cue="adding", source="Doctors"),
        ),
    ),
    # who passed it on
    Row(
        "via",
        '"The pipeline is repaired," Reuters quoted Energy Minister Farid Aziz as saying.',
        (
            direct(
                '"The pipeline is repaired,"',
                cue="quoted … as saying",
                source="Energy Minister Farid Aziz",
                speaker="Farid Aziz",
                via="Reuters",
            ),
        ),
    ),
    Row(
        "via",
        "General Rui Tavares said the base would close, the Lusa news agency reported.",
        (
            indirect(
                "the base would close",
                source="General Rui Tavares",
                speaker="Rui Tavares",
                via="Lusa",
            ),
        ),
    ),
    Row(
        "via",
        '"We hope for rain," he said, according to his press service.',
        (direct('"We hope for rain,"', source="he", via="his press service"),),
    ),
    # tweets and posts
    Row(
        "tweets",
        "“Proud of this team,” tweeted Sports Minister Ida Berg.",
        (
            direct(
                "“Proud of this team,”",
                cue="tweeted",
                source="Sports Minister Ida Berg",
                speaker="Ida Berg",
            ),
        ),
    ),
    Row(
        "tweets",
        'Kofi Asante wrote on Facebook: "I am stepping down today."',
        (
            direct(
                '"I am stepping down today."',
                cue="wrote",
                source="Kofi Asante",
                speaker="Kofi Asante",
            ),
        ),
    ),
    Row(
        "tweets",
        "The embassy tweeted that its staff were safe.",
        (indirect("its staff were safe", cue="tweeted", source="The embassy"),),
    ),
    # documents
    Row(
        "documents",
        "“The two sides will meet again in Oslo,” the statement said.",
        (direct("“The two sides will meet again in Oslo,”", source="the statement"),),
    ),
    Row(
        "documents",
        "A United Nations report found that one in four wells was contaminated.",
        (
            indirect(
                "one in four wells was contaminated",
                cue="found",
                source="A United Nations report",
            ),
        ),
    ),
    Row(
        "documents",
        "The study says children sleep less than they did ten years ago.",
        (
            indirect(
                "children sleep less than they did ten years ago",
                cue="says",
                source="The study",
            ),
        ),
    ),
    Row(
        "documents",
        "The indictment alleges that the brothers sold the same flat three times.",
        (
            indirect(
                "the brothers sold the same flat three times",
                cue="alleges",
                source="The indictment",
            ),
        ),
    ),
    # titles and offices next to the name
    Row(
        "roles",
        "“The dam will hold,” said Pedro Alvim, head of the water authority.",
        (
            direct(
                "“The dam will hold,”",
                source="Pedro Alvim, head of the water authority",
                speaker="Pedro Alvim",
            ),
        ),
    ),
    Row(
        "roles",
        "Former Icelandic goalkeeper Jon Arason said the pitch had been too wet.",
        (
            indirect(
                "the pitch had been too wet",
                source="Former Icelandic goalkeeper Jon Arason",
                speaker="Jon Arason",
            ),
        ),
    ),
    Row(
        "roles",
        "Maria Stoica, who runs the museum, said visitors had doubled since June.",
        (
            indirect(
                "visitors had doubled since June", source="Maria Stoica", speaker="Maria Stoica"
            ),
        ),
    ),
    # nothing is said: plain narration, agreements, intentions
    Row(
        "no speech",
        "The two countries agreed on a ceasefire after nine weeks of fighting.",
    ),
    Row("no speech", "Parliament passed the law on Tuesday by 61 votes to 40."),
    Row("no speech", "The club plans to build a new stadium on the eastern bank of the river."),
    Row("no speech", "Heavy snow closed the pass, and forty lorries were stuck for the night."),
    Row("no speech", "Shares in the brewer fell nine percent on Monday in Frankfurt."),
    Row("no speech", "Photo: Workers repair a roof in Odesa, May 3. (Handout/Lena Voss)"),
    # marks glued to their neighbors
    Row(
        "missing space",
        "Every gift counts.“We start again tomorrow,” said Dr. Emil Horvat.",
        (direct("“We start again tomorrow,”", source="Dr. Emil Horvat", speaker="Emil Horvat"),),
    ),
    Row(
        "missing space",
        "Your support makes it possible.The mayor of Ghent said on Monday that taxes would rise.",
        (indirect("taxes would rise", source="The mayor of Ghent"),),
    ),
    Row(
        "missing space",
        '"We are ready,"said Noor Haddad. "We leave at dawn."',
        (
            direct(
                '"We are ready,"',
                '"We leave at dawn."',
                source="Noor Haddad",
                speaker="Noor Haddad",
            ),
        ),
    ),
    # nobody is named
    Row(
        "unnamed sources",
        "“He was gone before we arrived,” a neighbor said.",
        (direct("“He was gone before we arrived,”", source="a neighbor"),),
    ),
    Row(
        "unnamed sources",
        "A senior official who asked not to be named said talks would resume in May.",
        (
            indirect(
                "talks would resume in May",
                source="A senior official who asked not to be named",
            ),
        ),
    ),
    Row(
        "unnamed sources",
        "It is said that the tower leans a little more every winter.",
        (indirect("the tower leans a little more every winter", source=None),),
    ),
    # a surname or an office stands for the full name
    Row(
        "surnames",
        "Finland's Aino Laine won in Seefeld. “The snow was fast,” Laine said.",
        (direct("“The snow was fast,”", source="Laine", speaker="Aino Laine"),),
    ),
    Row(
        "surnames",
        "Prime Minister Rafael Soto met the miners. The prime minister said he would listen.",
        (indirect("he would listen", source="The prime minister", speaker="Rafael Soto"),),
    ),
    Row(
        "surnames",
        "Laura Quist and Erik Falk run the institute. “We share one desk,” Falk said.",
        (direct("“We share one desk,”", source="Falk", speaker="Erik Falk"),),
    ),
    # said or not
    Row(
        "negated",
        "The ministry did not say when the bridge would reopen.",
        (unsaid(indirect("when the bridge would reopen", cue="say", source="The ministry")),),
    ),
    Row(
        "negated",
        "Nobody said that the dam was safe.",
        (unsaid(indirect("the dam was safe", source="Nobody")),),
    ),
    Row(
        "negated",
        "Haugen declined to say whether the talks had failed.",
        (unsaid(indirect("whether the talks had failed", cue="say", source="Haugen")),),
    ),
    Row(
        "negated",
        "The mayor never said that taxes would rise, Brandt insisted on Monday.",
        (indirect("The mayor never said that taxes would rise", cue="insisted", source="Brandt"),),
    ),
    Row(
        "hypothetical",
        "The minister will announce on Friday that the port will close.",
        (
            unsaid(
                indirect("the port will close", cue="announce", source="The minister"),
                "hypothetical",
            ),
        ),
    ),
    Row(
        "hypothetical",
        "If the court says that the vote was void, the council will meet again.",
        (unsaid(indirect("the vote was void", cue="says", source="the court"), "hypothetical"),),
    ),
    # talk with labels, and signed words
    Row(
        "transcript",
        "The interview was broadcast on Friday.\n\nHOST: Minister, will the port close?\n\n"
        "LINDGREN: It will not. We need it.\n\nHOST: Thank you for coming.",
        (
            direct("Minister, will the port close?", cue=":", source="HOST"),
            direct("It will not. We need it.", cue=":", source="LINDGREN"),
            direct("Thank you for coming.", cue=":", source="HOST"),
        ),
    ),
    Row(
        "signed",
        "What readers think of the new bridge:\n\n“It was too expensive.” — Clara Nunes\n"
        "“My way to work is shorter now.” — Pavel Orlik, nurse",
        (
            direct("“It was too expensive.”", cue="—", source="Clara Nunes"),
            direct("“My way to work is shorter now.”", cue="—", source="Pavel Orlik, nurse"),
        ),
    ),
    Row(
        "missing space",
        "“We are ready,”said Noor Haddad, who leads the clinic.",
        (direct("“We are ready,”", source="Noor Haddad", speaker="Noor Haddad"),),
    ),
    # one source, several cues
    Row(
        "two cues",
        "Lind praised the nurses, saying that they had saved the town.",
        (
            indirect("the nurses", cue="praised", source="Lind"),
            indirect("they had saved the town", cue="saying", source="Lind", speaker="Lind"),
        ),
    ),
    Row(
        "hypothetical",
        "Unless the union says that it agrees, the ferries will stay in port.",
        (unsaid(indirect("it agrees", cue="says", source="the union"), "hypothetical"),),
    ),
    Row(
        "transcript",
        "REPORTER: Are the roads open?\n\nMAYOR OLSEN: Most of them are. We work day and night.\n\n"
        "REPORTER: And the school?\n\nMAYOR OLSEN: It stays closed.",
        (
            direct("Are the roads open?", cue=":", source="REPORTER"),
            direct("Most of them are. We work day and night.", cue=":", source="MAYOR OLSEN"),
            direct("And the school?", cue=":", source="REPORTER"),
            direct("It stays closed.", cue=":", source="MAYOR OLSEN"),
        ),
    ),
    Row(
        "transcript",
        "MODERATOR: Senator, you have one minute.\nHOLT: I don't need it. The bill is dead.\n"
        "MODERATOR: Your answer?\nREYES: I will bring it back.",
        (
            direct("Senator, you have one minute.", cue=":", source="MODERATOR"),
            direct("I don't need it. The bill is dead.", cue=":", source="HOLT"),
            direct("Your answer?", cue=":", source="MODERATOR"),
            direct("I will bring it back.", cue=":", source="REYES"),
        ),
    ),
    Row(
        "signed",
        '"The new clinic saved my father."\n- Marta Silva, teacher\n\nThe clinic opened in May.',
        (direct('"The new clinic saved my father."', cue="-", source="Marta Silva, teacher"),),
    ),
    Row(
        "signed",
        "“We waited for nine hours.” ― Tom Okafor\n“Nobody told us anything.” ― Lena Fischer",
        (
            direct("“We waited for nine hours.”", cue="―", source="Tom Okafor"),
            direct("“Nobody told us anything.”", cue="―", source="Lena Fischer"),
        ),
    ),
)
