"""Claims that others have marked or reviewed: annotations, ClaimReviews."""
