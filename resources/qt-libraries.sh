#!/bin/sh
# Sees to it that Qt finds the system libraries it needs on Linux: those of its window, and of its
# plugins for X11 and Wayland, as `ldd` names them. Usage: qt-libraries.sh PYTHON
set -eu
[ "$(uname)" = Linux ] || exit 0
qt=$("$1" -c 'from importlib.util import find_spec as f; print(f("PySide6").submodule_search_locations[0])')

missing() {
	ldd "$qt"/Qt/lib/libQt6Widgets.so.6 "$qt"/Qt/lib/libQt6Svg.so.6 \
		"$qt"/Qt/plugins/platforms/libqxcb.so "$qt"/Qt/plugins/platforms/libqwayland*.so |
		sed -n 's/^[[:space:]]*\([^ ]*\) => not found.*/\1/p' | sort -u
}

[ -n "$(missing)" ] || exit 0
sh "$(dirname "$0")/apt-install.sh" \
	libdbus-1-3 libegl1 libfontconfig1 libfreetype6 libgl1 libglib2.0-0 libopengl0 \
	libwayland-client0 libwayland-cursor0 libwayland-egl1 libx11-xcb1 libxcb-cursor0 libxcb-icccm4 \
	libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-shm0 \
	libxcb-sync1 libxcb-xfixes0 libxcb-xkb1 libxkbcommon-x11-0 libxkbcommon0
still=$(missing)
[ -z "$still" ] || { echo "Qt still misses: $still" >&2; exit 1; }
