#!/bin/sh
# Installs Debian or Ubuntu packages where that may be done without asking; else says how.
# Usage: apt-install.sh PACKAGE …
set -eu
line="apt-get install -y --no-install-recommends $*"
if ! command -v apt-get >/dev/null; then
	echo "Needed from your system, by their names in Debian: $*" >&2
	exit 1
elif [ "$(id -u)" = 0 ]; then
	become=
elif sudo -n true 2>/dev/null; then
	become="sudo -n"
else
	echo "Please run this one line, then try again:  sudo $line" >&2
	exit 1
fi
echo "Installing with apt: $*"
$become apt-get update -qq
$become env DEBIAN_FRONTEND=noninteractive $line -qq >/dev/null
