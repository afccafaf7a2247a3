-- Kept counts of days alone, whoever is quoted wherever. The index of speakers has all that most
-- questions ask of their quotes, so that these are counted and none is looked up.

CREATE TABLE tally_day (
    month INTEGER NOT NULL,
    day INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    act INTEGER NOT NULL,
    factuality INTEGER NOT NULL,
    many INTEGER NOT NULL,
    PRIMARY KEY (month, day, kind, act, factuality)
) WITHOUT ROWID;

INSERT INTO tally_day
SELECT month, day, kind, act, factuality, sum(many) FROM tally_publisher_day
GROUP BY 1, 2, 3, 4, 5;

DROP INDEX quotes_speaker;
CREATE INDEX quotes_speaker ON quotes (
    speaker_id, day DESC, act, factuality, kind, said_on, (CAST(confidence * 1000 AS INTEGER))
);
