-- A claim's new words are found and its old ones lost, in this order: of two triggers SQLite may
-- run either first, and the old words were taken away after the new had come. Words are indexed
-- anew from the claims. A claim without words is not indexed.

DROP TRIGGER claim_lost_words;
DROP TRIGGER claim_found_words;

CREATE TRIGGER claim_reworded AFTER UPDATE OF wording, rationale ON claim
WHEN new.wording <> old.wording OR new.rationale <> old.rationale
BEGIN
    INSERT INTO claim_search (claim_search, rowid, wording, rationale)
    SELECT 'delete', old.key, old.wording, old.rationale
    WHERE old.wording <> '' OR old.rationale <> '';
    INSERT INTO claim_search (rowid, wording, rationale)
    SELECT new.key, new.wording, new.rationale
    WHERE new.wording <> '' OR new.rationale <> '';
END;

INSERT INTO claim_search (claim_search) VALUES ('delete-all');
INSERT INTO claim_search (rowid, wording, rationale)
SELECT key, wording, rationale FROM claim WHERE wording <> '' OR rationale <> '';

-- The parts of a compound claim are asked for with every claim that is shown.
CREATE INDEX claim_parent ON claim (parent) WHERE parent IS NOT NULL;
