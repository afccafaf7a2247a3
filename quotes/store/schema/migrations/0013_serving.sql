-- Kept counts of days alone, whoever is quoted wherever. The index of speakers has all that most
-- questions ask of their quotes, so that these are counted and none is looked up. Direct quotes
-- whose words somebody else is given, too, are found by an index of the length of their words and
-- some letters of these, and kept.

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

CREATE INDEX quotes_words ON quotes (
    length(lower(rtrim(ltrim(text, '“”„«»"''‘’`.,;:!?…-–— '), '“”„«»"''‘’`.,;:!?…-–— '))),
    substr(lower(rtrim(ltrim(text, '“”„«»"''‘’`.,;:!?…-–— '), '“”„«»"''‘’`.,;:!?…-–— ')), 9, 12),
    speaker_id
) WHERE kind = 2 AND length(text) >= 30;

CREATE TABLE same_words (
    quote INTEGER NOT NULL,
    PRIMARY KEY (quote),
    FOREIGN KEY (quote) REFERENCES quotes (key) ON DELETE CASCADE
);

INSERT INTO same_words
SELECT DISTINCT said.key
FROM (
    SELECT long, part FROM (
        SELECT DISTINCT length(lower(rtrim(ltrim(quotes.text, '“”„«»"''‘’`.,;:!?…-–— '), '“”„«»"''‘’`.,;:!?…-–— '))) AS long,
               substr(lower(rtrim(ltrim(quotes.text, '“”„«»"''‘’`.,;:!?…-–— '), '“”„«»"''‘’`.,;:!?…-–— ')), 9, 12) AS part,
               quotes.speaker_id AS speaker_id
        FROM quotes
        WHERE quotes.kind = 2 AND length(quotes.text) >= 30 AND quotes.speaker_id IS NOT NULL
    ) AS every GROUP BY long, part HAVING count(*) > 1
) AS twice
CROSS JOIN quotes AS said
WHERE length(lower(rtrim(ltrim(said.text, '“”„«»"''‘’`.,;:!?…-–— '), '“”„«»"''‘’`.,;:!?…-–— '))) = twice.long
AND substr(lower(rtrim(ltrim(said.text, '“”„«»"''‘’`.,;:!?…-–— '), '“”„«»"''‘’`.,;:!?…-–— ')), 9, 12) = twice.part
AND said.kind = 2 AND length(said.text) >= 30 AND said.speaker_id IS NOT NULL;
