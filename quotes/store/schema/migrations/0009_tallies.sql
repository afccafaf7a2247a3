-- Counts that are kept, and words in plain letters apart: those that were said, those of names, and
-- those of headlines, so that a search may look in one of them. r0009_tallies.py divides them.

ALTER TABLE quotes ADD COLUMN folded_names TEXT;
ALTER TABLE quotes ADD COLUMN folded_title TEXT;
CREATE INDEX articles_publisher ON articles (publisher, date DESC);

CREATE TABLE tally_speaker (
    speaker_id INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    act INTEGER NOT NULL,
    factuality INTEGER NOT NULL,
    many INTEGER NOT NULL,
    PRIMARY KEY (speaker_id, kind, act, factuality)
) WITHOUT ROWID;

INSERT INTO tally_speaker
SELECT coalesce(quotes.speaker_id, 0),
       quotes.kind, quotes.act, quotes.factuality, count(*)
FROM quotes
GROUP BY 1, 2, 3, 4;

CREATE TABLE tally_publisher_day (
    publisher INTEGER NOT NULL,
    month INTEGER NOT NULL,
    day INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    act INTEGER NOT NULL,
    factuality INTEGER NOT NULL,
    many INTEGER NOT NULL,
    PRIMARY KEY (publisher, month, day, kind, act, factuality)
) WITHOUT ROWID;

INSERT INTO tally_publisher_day
SELECT coalesce(labels.key, 0),
       (CASE WHEN quotes.day > 0 THEN quotes.day ELSE quotes.said_on END) / 100,
       (CASE WHEN quotes.day > 0 THEN quotes.day ELSE quotes.said_on END) % 100,
       quotes.kind, quotes.act, quotes.factuality, count(*)
FROM quotes
JOIN articles ON articles.key = quotes.article
LEFT JOIN labels ON labels.value = articles.publisher
GROUP BY 1, 2, 3, 4, 5, 6;

CREATE TABLE tally_speaker_day (
    speaker_id INTEGER NOT NULL,
    month INTEGER NOT NULL,
    day INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    act INTEGER NOT NULL,
    factuality INTEGER NOT NULL,
    many INTEGER NOT NULL,
    PRIMARY KEY (speaker_id, month, day, kind, act, factuality)
) WITHOUT ROWID;

INSERT INTO tally_speaker_day
SELECT coalesce(quotes.speaker_id, 0),
       (CASE WHEN quotes.day > 0 THEN quotes.day ELSE quotes.said_on END) / 100,
       (CASE WHEN quotes.day > 0 THEN quotes.day ELSE quotes.said_on END) % 100,
       quotes.kind, quotes.act, quotes.factuality, count(*)
FROM quotes
GROUP BY 1, 2, 3, 4, 5, 6;

CREATE TABLE tally_speaker_publisher (
    speaker_id INTEGER NOT NULL,
    publisher INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    act INTEGER NOT NULL,
    factuality INTEGER NOT NULL,
    many INTEGER NOT NULL,
    PRIMARY KEY (speaker_id, publisher, kind, act, factuality)
) WITHOUT ROWID;

INSERT INTO tally_speaker_publisher
SELECT coalesce(quotes.speaker_id, 0),
       coalesce(labels.key, 0),
       quotes.kind, quotes.act, quotes.factuality, count(*)
FROM quotes
JOIN articles ON articles.key = quotes.article
LEFT JOIN labels ON labels.value = articles.publisher
GROUP BY 1, 2, 3, 4, 5;
