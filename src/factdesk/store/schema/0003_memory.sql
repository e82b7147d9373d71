-- Memory: earlier claims like a passage, found by the stems of their words. A claim is known by its
-- own wording, by its quote in the newest version and by the title of its article. The words are
-- kept in the index, for they come from three tables.

CREATE VIRTUAL TABLE claim_memory USING fts5
    (wording, quote, title, tokenize = 'porter unicode61 remove_diacritics 2');

CREATE VIEW remembered (key, claim, article, wording, quote, title) AS
SELECT claim.key, claim.id, claim.article, claim.wording,
    coalesce((SELECT exact FROM anchor WHERE anchor.claim = claim.id AND anchor.status <> 'orphaned'
              ORDER BY anchor.key DESC LIMIT 1), ''),
    coalesce((SELECT title FROM article WHERE article.id = claim.article), '')
FROM claim;

INSERT INTO claim_memory (rowid, wording, quote, title)
SELECT key, wording, quote, title FROM remembered;

CREATE TRIGGER claim_remembered AFTER INSERT ON claim
BEGIN
    INSERT INTO claim_memory (rowid, wording, quote, title)
    SELECT key, wording, quote, title FROM remembered WHERE key = new.key;
END;
CREATE TRIGGER claim_forgotten AFTER DELETE ON claim
BEGIN DELETE FROM claim_memory WHERE rowid = old.key; END;
CREATE TRIGGER claim_remembered_anew AFTER UPDATE OF wording ON claim
WHEN new.wording <> old.wording
BEGIN UPDATE claim_memory SET wording = new.wording WHERE rowid = new.key; END;

CREATE TRIGGER quote_remembered AFTER INSERT ON anchor
WHEN new.exact IS NOT (SELECT quote FROM claim_memory
                       WHERE rowid = (SELECT key FROM claim WHERE id = new.claim))
BEGIN
    UPDATE claim_memory SET quote = (SELECT quote FROM remembered WHERE claim = new.claim)
    WHERE rowid = (SELECT key FROM claim WHERE id = new.claim);
END;
CREATE TRIGGER quote_remembered_anew AFTER UPDATE OF exact, status ON anchor
BEGIN
    UPDATE claim_memory SET quote = (SELECT quote FROM remembered WHERE claim = new.claim)
    WHERE rowid = (SELECT key FROM claim WHERE id = new.claim);
END;
CREATE TRIGGER quote_forgotten AFTER DELETE ON anchor
BEGIN
    UPDATE claim_memory SET quote = (SELECT quote FROM remembered WHERE claim = old.claim)
    WHERE rowid = (SELECT key FROM claim WHERE id = old.claim);
END;

CREATE TRIGGER title_remembered AFTER INSERT ON article
BEGIN
    UPDATE claim_memory SET title = new.title
    WHERE rowid IN (SELECT key FROM claim WHERE article = new.id);
END;
CREATE TRIGGER title_remembered_anew AFTER UPDATE OF title ON article
WHEN new.title <> old.title
BEGIN
    UPDATE claim_memory SET title = new.title
    WHERE rowid IN (SELECT key FROM claim WHERE article = new.id);
END;
