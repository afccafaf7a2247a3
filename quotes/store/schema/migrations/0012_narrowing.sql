-- Kept counts by which any list can be narrowed at once: months and publishers alone, and in the
-- others the column with fewer values first, so that those of one value of either lie together.
-- Indexes of what few quotes have, and of how sure they are, in thousandths.

CREATE INDEX quotes_role ON quotes (role) WHERE role IS NOT NULL;
CREATE INDEX quotes_via ON quotes (via) WHERE via IS NOT NULL;
CREATE INDEX quotes_said_on ON quotes (said_on) WHERE said_on > 0;
CREATE INDEX quotes_sureness ON quotes ((CAST(confidence * 1000 AS INTEGER)));

CREATE INDEX tally_speaker_many ON tally_speaker (many);

DROP TABLE tally_publisher_day;
DROP TABLE tally_speaker_day;
DROP TABLE tally_speaker_publisher;

CREATE TABLE tally_publisher_day (
    month INTEGER NOT NULL,
    publisher INTEGER NOT NULL,
    day INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    act INTEGER NOT NULL,
    factuality INTEGER NOT NULL,
    many INTEGER NOT NULL,
    PRIMARY KEY (month, publisher, day, kind, act, factuality)
) WITHOUT ROWID;

INSERT INTO tally_publisher_day
SELECT (CASE WHEN quotes.day > 0 THEN quotes.day ELSE quotes.said_on END) / 100,
       coalesce(labels.key, 0),
       (CASE WHEN quotes.day > 0 THEN quotes.day ELSE quotes.said_on END) % 100,
       quotes.kind, quotes.act, quotes.factuality, count(*)
FROM quotes
JOIN articles ON articles.key = quotes.article
LEFT JOIN labels ON labels.value = articles.publisher
GROUP BY 1, 2, 3, 4, 5, 6;

CREATE TABLE tally_speaker_day (
    month INTEGER NOT NULL,
    speaker_id INTEGER NOT NULL,
    day INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    act INTEGER NOT NULL,
    factuality INTEGER NOT NULL,
    many INTEGER NOT NULL,
    PRIMARY KEY (month, speaker_id, day, kind, act, factuality)
) WITHOUT ROWID;

INSERT INTO tally_speaker_day
SELECT (CASE WHEN quotes.day > 0 THEN quotes.day ELSE quotes.said_on END) / 100,
       coalesce(quotes.speaker_id, 0),
       (CASE WHEN quotes.day > 0 THEN quotes.day ELSE quotes.said_on END) % 100,
       quotes.kind, quotes.act, quotes.factuality, count(*)
FROM quotes
GROUP BY 1, 2, 3, 4, 5, 6;

CREATE TABLE tally_speaker_publisher (
    publisher INTEGER NOT NULL,
    speaker_id INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    act INTEGER NOT NULL,
    factuality INTEGER NOT NULL,
    many INTEGER NOT NULL,
    PRIMARY KEY (publisher, speaker_id, kind, act, factuality)
) WITHOUT ROWID;

INSERT INTO tally_speaker_publisher
SELECT coalesce(labels.key, 0),
       coalesce(quotes.speaker_id, 0),
       quotes.kind, quotes.act, quotes.factuality, count(*)
FROM quotes
JOIN articles ON articles.key = quotes.article
LEFT JOIN labels ON labels.value = articles.publisher
GROUP BY 1, 2, 3, 4, 5;

CREATE TABLE tally_month (
    month INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    act INTEGER NOT NULL,
    factuality INTEGER NOT NULL,
    many INTEGER NOT NULL,
    PRIMARY KEY (month, kind, act, factuality)
) WITHOUT ROWID;

INSERT INTO tally_month
SELECT month, kind, act, factuality, sum(many) FROM tally_publisher_day
GROUP BY 1, 2, 3, 4;

CREATE TABLE tally_publisher (
    publisher INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    act INTEGER NOT NULL,
    factuality INTEGER NOT NULL,
    many INTEGER NOT NULL,
    PRIMARY KEY (publisher, kind, act, factuality)
) WITHOUT ROWID;

INSERT INTO tally_publisher
SELECT publisher, kind, act, factuality, sum(many) FROM tally_publisher_day
GROUP BY 1, 2, 3, 4;
