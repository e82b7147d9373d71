-- Where the house publishes its fact-check of an article: what a ClaimReview points at.

ALTER TABLE article ADD COLUMN review_url TEXT NOT NULL DEFAULT '';
