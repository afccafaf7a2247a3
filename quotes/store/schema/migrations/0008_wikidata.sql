-- The id of a speaker in Wikidata. Of those who are there it is known when they are found anew.

ALTER TABLE speakers ADD COLUMN wikidata TEXT;
