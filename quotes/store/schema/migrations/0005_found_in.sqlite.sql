-- Where an article's title, date and the like were found. Older articles don't say until they are
-- added again, and are read anew then: their digests fit no longer.

ALTER TABLE articles ADD COLUMN found_in JSON DEFAULT '{}' NOT NULL;
UPDATE articles SET digest = '';
