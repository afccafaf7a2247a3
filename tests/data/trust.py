"""One table: texts in which a careless reader glues, cuts or gives somebody another's words.

All texts and people are invented. Each row has all that is said in its text: the quote's words, who
says it (None: nobody is told), its kind, and whether it was said ("negated": that it is not so, or
not at all).
"""

from __future__ import annotations

from typing import NamedTuple


class Said(NamedTuple):
    """A quote as it should be found."""

    text: str
    speaker: str | None
    kind: str = "indirect"
    factuality: str = "factual"


class Row(NamedTuple):
    """A text and everything that is said in it."""

    kind: str
    text: str
    said: tuple[Said, ...]


def direct(text: str, speaker: str | None) -> Said:
    """Words in marks, all of them."""
    return Said(text, speaker, "direct")


def negated(text: str, speaker: str) -> Said:
    """A quote of what somebody says is not so, or does not say."""
    return Said(text, speaker, factuality="negated")


ROWS = (
    # "this" stands for the sentence before
    Row(
        "this",
        "The airport will reopen in March. This was announced by Transport Minister Karen Holt.",
        (Said("The airport will reopen in March.", "Karen Holt"),),
    ),
    Row(
        "this",
        "Wages will rise, and so will pensions. This is what the chancellor, Rita Engel, said "
        "at a fair.",
        (Said("Wages will rise, and so will pensions.", "Rita Engel"),),
    ),
    Row(
        "this",
        "The two firms will merge. Chairman Pavel Dorn stated this at a briefing on Friday.",
        (Said("The two firms will merge.", "Pavel Dorn"),),
    ),
    Row(
        "this",
        "The dam is safe, Nora Quist said. This was denied by Olga Rens.",
        (
            Said("The dam is safe", "Nora Quist"),
            negated("The dam is safe", "Olga Rens"),
        ),
    ),
    Row("this", "Ida Fells said this week that prices would fall.",
        (Said("that prices would fall", "Ida Fells"),)),
    Row("this", "Ida Fells said this was wrong.", (Said("this was wrong", "Ida Fells"),)),
    # nothing is glued to a quotation, and nothing of the reporter's
    Row(
        "glued",
        "The river rises again\n\n“We have sandbags for one more night,” said fire chief Nils "
        "Arnt.",
        (direct("“We have sandbags for one more night,”", "Nils Arnt"),),
    ),
    Row(
        "glued",
        '# Cheap seats\n\n"Nobody will pay that," said Dora Quill, who sells tickets.',
        (direct('"Nobody will pay that,"', "Dora Quill"),),
    ),
    Row(
        "glued",
        "• “The keys were gone,” said Pia Moll.\n• “The safe was not,” said Kai Ostrom.",
        (direct("“The keys were gone,”", "Pia Moll"), direct("“The safe was not,”", "Kai Ostrom")),
    ),
    Row(
        "glued",
        "Two neighbours wrote.\n\n1) “The lamp is out,” said Leif Tamm.\n\n2) “It is dark,” "
        "said Jutta Eck.",
        (direct("“The lamp is out,”", "Leif Tamm"), direct("“It is dark,”", "Jutta Eck")),
    ),
    Row(
        "glued",
        "Rosa Pell told investors the mine was “empty” but the drill brought up gold.",
        (Said("the mine was “empty”", "Rosa Pell", "mixed"),),
    ),
    Row(
        "glued",
        "Rosa Pell said the mine was “empty” but that nobody had told her.",
        (Said("the mine was “empty” but that nobody had told her", "Rosa Pell", "mixed"),),
    ),
    Row(
        "glued",
        "Rosa Pell said the firm was “sound” but the board would meet again.",
        (Said("the firm was “sound” but the board would meet again", "Rosa Pell", "mixed"),),
    ),
    Row(
        "glued",
        'The porter wrote: "Shut the gate after you," and taped it to the door.',
        (direct('"Shut the gate after you,"', "The porter"),),
    ),
    Row(
        "glued",
        "“It was late,” said Lena Marks. “Too late.” The guests had gone home. “Somebody rang "
        "twice.”",
        (
            direct("“It was late,” … “Too late.”", "Lena Marks"),
            direct("“Somebody rang twice.”", None),
        ),
    ),
    # no cut turns the sense
    Row(
        "cut",
        "Seldom, Rosa Pell told the panel, had so few people come.",
        (Said("Seldom … had so few people come", "Rosa Pell"),),
    ),
    Row(
        "cut",
        "Few farmers, said Lena Marks, had insurance.",
        (Said("Few farmers … had insurance", "Lena Marks"),),
    ),
    Row(
        "cut",
        "However, Rosa Pell said, the tunnel will open in May.",
        (Said("the tunnel will open in May", "Rosa Pell"),),
    ),
    # what is denied or refused, and what was only asked
    Row(
        "denied",
        "Tomas Brandt did not deny that he had kept the key.",
        (Said("that he had kept the key", "Tomas Brandt"),),
    ),
    Row(
        "denied",
        "The ministry refuted reports that the bridge was shut.",
        (negated("that the bridge was shut", "The ministry"),),
    ),
    Row(
        "denied",
        "Lena Marks rejected claims that the mill would close.",
        (negated("claims that the mill would close", "Lena Marks"),),
    ),
    Row(
        "denied",
        "The agency refused to say who had paid.",
        (negated("who had paid", "The agency"),),
    ),
    Row(
        "asked",
        "Asked whether the mill would close, Lena Marks said she did not know.",
        (Said("she did not know", "Lena Marks"),),
    ),
    Row(
        "asked",
        "Responding to a question about whether prices would rise, the owner, Ida Fells, said "
        "she hoped not.",
        (Said("she hoped not", "Ida Fells"),),
    ),
    Row(
        "asked",
        "Lena Marks asked why the mill had closed.",
        (Said("why the mill had closed", "Lena Marks"),),
    ),
    # names
    Row(
        "names",
        "I. Kestrel, a surveyor, said the wall was crooked. “It leans,” Kestrel said.",
        (Said("the wall was crooked", "I. Kestrel"), direct("“It leans,”", "I. Kestrel")),
    ),
    Row(
        "names",
        "Inês Leão said the count was wrong. Paulo Leao said it was right. “I was there,” Leão "
        "said.",
        (
            Said("the count was wrong", "Inês Leão"),
            Said("it was right", "Paulo Leao"),
            direct("“I was there,”", "Inês Leão"),
        ),
    ),
    Row(
        "names",
        "GOVERNOR ANA RUIZ said taxes would fall. “They never do,” said ED MARLOW, a miner.",
        (Said("taxes would fall", "Ana Ruiz"), direct("“They never do,”", "Ed Marlow")),
    ),
    Row(
        "names",
        "″We were lucky,″ sailor Jon Asker said. The rope was 12″ thick.",
        (direct("″We were lucky,″", "Jon Asker"),),
    ),
    Row(
        "names",
        "“Hold the rope,” said the skipper to the children.",
        (direct("“Hold the rope,”", "the skipper"),),
    ),
    Row(
        "names",
        "“No comment,” said the adviser to the president.",
        (direct("“No comment,”", "the adviser to the president"),),
    ),
    Row(
        "names",
        "“She sang every day,” said the brother of the victim, Rosa Dahm.",
        (direct("“She sang every day,”", "the brother of the victim"),),
    ),
    Row(
        "names",
        "“She never came home,” said the uncle of the missing, Rosa Dahm.",
        (direct("“She never came home,”", "the uncle of the missing"),),
    ),
    Row(
        "names",
        "“She sang every day,” said her brother, Rolf Dahm.",
        (direct("“She sang every day,”", "Rolf Dahm"),),
    ),
    Row(
        "names",
        "Farrier Tom Moss Kent said the shoes were late.",
        (Said("the shoes were late", "Tom Moss Kent"),),
    ),
    # somebody else than the one named before
    Row(
        "else",
        "Peter Ohm told the court he was at home. But the prosecutor said the phone was in Ghent. "
        "“We have the data,” the prosecutor said.",
        (
            Said("he was at home", "Peter Ohm"),
            Said("the phone was in Ghent", "the prosecutor"),
            direct("“We have the data,”", "the prosecutor"),
        ),
    ),
    Row(
        "else",
        "Defense lawyer Ivo Kurz said the tape was cut. The detective said it was whole.",
        (Said("the tape was cut", "Ivo Kurz"), Said("it was whole", "The detective")),
    ),
    Row(
        "else",
        "Choir director Mila Stern said the hall was cold. “We sang in coats,” the choir "
        "director said.",
        (Said("the hall was cold", "Mila Stern"), direct("“We sang in coats,”", "Mila Stern")),
    ),
    Row(
        "else",
        "“The roof leaks,” said Paula Kern. Sonja Weil opened an umbrella. “It always did,” she "
        "said.",
        (direct("“The roof leaks,”", "Paula Kern"), direct("“It always did,”", "Sonja Weil")),
    ),
    Row(
        "else",
        "Mayor Tom Reed opened the fair. Later, farmer Jim Cole took the microphone. He said "
        "the prize "
        "was late.",
        (Said("the prize was late", "Jim Cole"),),
    ),
    Row(
        "else",
        "The airline said the flight was cancelled. Passengers slept on the floor. They said no "
        "one had "
        "brought water.",
        (
            Said("the flight was cancelled", "The airline"),
            Said("no one had brought water", "Passengers"),
        ),
    ),
    Row(
        "else",
        "Edgar Lund’s daughter said the shop would close. “Papa is tired,” the daughter said.",
        (
            Said("the shop would close", "Edgar Lund’s daughter"),
            direct("“Papa is tired,”", "the daughter"),
        ),
    ),
    # by a broader word
    Row(
        "broader",
        "Senator Liv Storm toured the mine on Tuesday. “I saw enough,” the lawmaker said.",
        (direct("“I saw enough,”", "Liv Storm"),),
    ),
    Row(
        "broader",
        "Bishop Otto Storm toured the mine on Tuesday. “We prayed,” the cleric said.",
        (direct("“We prayed,”", "Otto Storm"),),
    ),
    Row(
        "broader",
        "Sergeant Liv Storm searched the mine on Tuesday. “We found nothing,” the officer said.",
        (direct("“We found nothing,”", "Liv Storm"),),
    ),
    # an abbreviation ends the sentence before
    Row(
        "abbreviation",
        "“The cranes froze,” said Pia Holm, head of Rask & Co. The port is shut, Holm said.",
        (direct("“The cranes froze,”", "Pia Holm"), Said("The port is shut", "Pia Holm")),
    ),
    Row(
        "abbreviation",
        "“Our cranes stand still,” said Pia Holm, head of Rask Shipping Inc. The port is shut, "
        "Holm said.",
        (
            direct("“Our cranes stand still,”", "Pia Holm"),
            Said("The port is shut", "Pia Holm"),
        ),
    ),
    Row(
        "abbreviation",
        "The shop opens at 9 a.m. Guests enter free, said the curator, Mia Holm.",
        (Said("Guests enter free", "Mia Holm"),),
    ),
    Row(
        "abbreviation",
        "He marched with Samuel Obi Jr. “We were young,” said Paula Dean.",
        (direct("“We were young,”", "Paula Dean"),),
    ),
    # who is told is not who tells
    Row(
        "told",
        "The Mill\n\nThe mill has stood by the river for a hundred years, and one man keeps it.\n\n"
        "Otto Lind, who is eighty, told a child: “I have never been to the sea, not once.”\n\n"
        "The child gave him a shell.",
        (direct("“I have never been to the sea, not once.”", "Otto Lind"),),
    ),
    # "he" is the one who spoke, not the one spoken of
    Row(
        "spoken of",
        "The club expelled a trainer from Basel after he wrote that Josef Stalin had been a good "
        "man. He later said that he was sorry. The trainer called the reaction “a witch hunt.”",
        (
            Said("that Josef Stalin had been a good man", None),
            Said("that he was sorry", None),
            Said("the reaction “a witch hunt.”", "The trainer", "mixed"),
        ),
    ),
    Row(
        "spoken of",
        "A driver said that Angela Merkel had waved at him. He added that it was a fine day.",
        (
            Said("that Angela Merkel had waved at him", "A driver"),
            Said("that it was a fine day", "A driver"),
        ),
    ),
    Row(
        "spoken of",
        "A nurse in Leeds told parents that Boris Johnson had ruined the ward. “He never came,” "
        "she said.",
        (
            Said("that Boris Johnson had ruined the ward", "A nurse in Leeds"),
            direct("“He never came,”", "A nurse in Leeds"),
        ),
    ),
    # somebody who is called says nothing
    Row(
        "called",
        "Officials then called Maria Keller, who said the bridge would be closed.",
        (Said("the bridge would be closed", "Maria Keller"),),
    ),
    Row(
        "called",
        "She spoke to a nurse who said the ward was closed.",
        (Said("the ward was closed", "a nurse"),),
    ),
    # a body of which a person's word is part
    Row(
        "body",
        "Tom Reyes closed his paper. The Department of Justice said the rules were clear.",
        (Said("the rules were clear", "The Department of Justice"),),
    ),
    # the subject of what is said
    Row(
        "cut",
        "Most farmers, said Lena Marks, had no insurance.",
        (Said("Most farmers … had no insurance", "Lena Marks"),),
    ),
    # a mark that is never closed makes nothing else direct
    Row(
        "unclosed",
        "Liv Storm wrote: “The mine is a danger to us all. Mayor Otto Rask said he would sign the "
        "law. “I am glad,” Storm said.",
        (
            direct("“The mine is a danger to us all.", "Liv Storm"),
            Said("he would sign the law.", "Otto Rask"),
            direct("“I am glad,”", "Liv Storm"),
        ),
    ),
    # the next sentence is the reporter's
    Row(
        "glued",
        "Those raids hit a school shortly after midnight, a witness in the town said. In the "
        "morning crews were still trying to pull people out of the rubble.",
        (Said("Those raids hit a school shortly after midnight", "a witness in the town"),),
    ),
    # the subject of several verbs
    Row(
        "subject",
        "Rosa Pell toured the dam and warned that it could break, her office said.",
        (Said("that it could break", "Rosa Pell"),),
    ),
    Row(
        "subject",
        "The minister met his guests and noted that trade had grown, the ministry said.",
        (Said("that trade had grown", "The minister"),),
    ),
    # whom the speaker names for it
    Row(
        "citing",
        "Tom Lund claimed, citing sources, that the vote had been bought.",
        (Said("that the vote had been bought", "Tom Lund"),),
    ),
    Row(
        "citing",
        "The ministry reported, citing its own data, that rents had risen.",
        (Said("that rents had risen", "The ministry"),),
    ),
    # turns of a talk
    Row(
        "turns",
        "“Were you there?” a guard asked. “Until noon,” replied Rosa Pell. “Alone?” “Yes.”",
        (
            direct("“Were you there?”", "a guard"),
            direct("“Until noon,”", "Rosa Pell"),
        ),
    ),
    Row(
        "turns",
        "“A little,” Rosa Pell said. “Can you walk?” “I think so.” It had begun to snow.",
        (direct("“A little,”", "Rosa Pell"),),
    ),
    Row(
        "turns",
        "“We are tired,” Rosa Pell said. “We want to go.” “So do we,” said Tom Lund.",
        (
            direct("“We are tired,” … “We want to go.”", "Rosa Pell"),
            direct("“So do we,”", "Tom Lund"),
        ),
    ),
    Row(
        "turns",
        "“Sit down,” said Rosa Pell. “Why?” “Your coat is wet.” “It is only snow,” said Tom Lund.",
        (
            direct("“Sit down,”", "Rosa Pell"),
            direct("“Your coat is wet.”", "Rosa Pell"),
            direct("“It is only snow,”", "Tom Lund"),
        ),
    ),
    # whoever is asked has not asked
    Row("asked", "Questioned about why she had left, Ida Moss looked away.", ()),
    Row(
        "asked",
        "The crowd was loud. Asked by a guard whether she was hurt, Ida Moss said no.",
        (Said("no", "Ida Moss"),),
    ),
    Row(
        "asked",
        "Asked if he would sail again, Tom Lund smiled. “Ask me later,” he told reporters.",
        (direct("“Ask me later,”", "Tom Lund"),),
    ),
    # words that say nothing
    Row("nothing", "Aides vowed to.", ()),
    Row(
        "nothing",
        "The union asked that he stay, and he promised to.",
        (Said("that he stay", "The union"),),
    ),
    Row("little", "Asked by the guard, Rosa Pell said no.", (Said("no", "Rosa Pell"),)),
    # initials before a name
    Row(
        "name",
        "M. Dane Pollock, whose group has led the effort, said the rules allow it.",
        (Said("the rules allow it", "M. Dane Pollock"),),
    ),
)  # fmt: skip

MISSES = frozenset(
    [
        "“The cranes froze,” said Pia Holm, head ",
        "However, Rosa Pell said, the tunnel will",
    ]
)
"""The starts of the texts that the shipped model does not read right."""
