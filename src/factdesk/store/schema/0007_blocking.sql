-- Which remarks stand between a claim and *final* until they are set aside: rules, as a JSON list.

ALTER TABLE house ADD COLUMN blocking TEXT NOT NULL DEFAULT '[]';
