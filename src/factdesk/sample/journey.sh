#!/bin/sh
# The whole job from the shell, on the sample article. Usage: journey.sh REPORT
# Works on the desk at $FACTDESK_DESK; done again, it adds nothing.
set -eu
report=${1:?usage: journey.sh REPORT}
sample=$(dirname "$0")
article=ferries-overtake-the-bridge-in-halvern-sound

sh "$sample/prepare.sh"
case $(factdesk show "$article" --json) in
*'"stance": "refutes"'*) ;;
*)
	factdesk judge "$article" C2 false --rationale \
		'From 2.1 to 2.4 million is a rise of **14 percent**, not 18. The two totals are right.'
	factdesk cite "$article" C2 \
		--title 'Port statistics 2025' --url 'https://harbour.halvern.example/statistics/2025' \
		--stance refutes --locator 'table 3' --quote '2024: 2,104,300; 2025: 2,398,900; +14.0 %'
	;;
esac
factdesk export "$article" --format md --out "$report"
