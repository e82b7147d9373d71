#!/bin/sh
# Puts the sample article with its three claims on the desk at $FACTDESK_DESK, unless it is there.
set -eu
sample=$(dirname "$0")
article=ferries-overtake-the-bridge-in-halvern-sound

factdesk import "$sample/article.html" >/dev/null
case $(factdesk show "$article" --json) in
*'"claim": "C1"'*) ;;
*) factdesk mark "$article" --batch "$sample/claims.jsonl" ;;
esac
