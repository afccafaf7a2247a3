-- The keys by which versions of a story are found, made anew by r0010_story_keys.py: they came from
-- another library, whose random numbers were not the same in each of its versions.
--
-- Which articles are one story stays. Articles that still wait get their keys when it is their turn.

DELETE FROM story_keys;
