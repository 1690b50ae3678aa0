# Installs what is missing on a Debian 12 machine and builds; sourced by ./run and ./test.
# Nothing is upgraded, replaced or removed, and no network is used when everything is there.
# shellcheck shell=bash

SKILLSCALE_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# Exit status 3 is the program's own for "the machine cannot do it".
setup_failed() {
  printf 'skillscale: %s\n' "$1" >&2
  shift
  if (($#)); then printf '  next: %s\n' "$@" >&2; fi
  exit 3
}

# require_debian OS_RELEASE_FILE
require_debian() {
  local id=
  if [[ -r $1 ]]; then id=$(sed -n 's/^ID=//p' "$1" | tr -d '"'); fi
  if [[ $id != debian ]] || ! command -v dpkg-query > /dev/null; then
    setup_failed "this set-up knows Debian 12 only, and this system is '${id:-unknown}'" \
      "install what docs/dependencies.md lists, then: cmake --preset release && cmake --build --preset release"
  fi
}

# packages_of SET...: the packages of those sets in cmake/packages.txt, one a line.
packages_of() {
  local wanted=" $* " group name
  while read -r group name; do
    if [[ $group != \#* && $wanted == *" $group "* ]]; then printf '%s\n' "$name"; fi
  done < "$SKILLSCALE_ROOT/cmake/packages.txt"
}

# missing_packages NAME...: those that dpkg does not have installed, one a line.
missing_packages() {
  local name status
  for name in "$@"; do
    status=$(dpkg-query -W -f='${db:Status-Status}\n' "$name" 2> /dev/null) || status=
    if [[ $'\n'$status$'\n' != *$'\ninstalled\n'* ]]; then printf '%s\n' "$name"; fi
  done
}

# as_root COMMAND...: runs it directly as root, else through sudo.
as_root() {
  if ((EUID == 0)); then
    "$@"
  elif command -v sudo > /dev/null; then
    sudo -- "$@"
  else
    setup_failed "some Debian packages are missing and installing them needs root or sudo" \
      "as root: apt-get install --no-install-recommends ${SKILLSCALE_MISSING[*]}"
  fi
}

# install_packages NAME...: installs the missing ones, and only those.
install_packages() {
  mapfile -t SKILLSCALE_MISSING < <(missing_packages "$@")
  if ((${#SKILLSCALE_MISSING[@]} == 0)); then return 0; fi
  require_debian /etc/os-release
  printf 'Installing %d missing Debian packages: %s\n' "${#SKILLSCALE_MISSING[@]}" \
    "${SKILLSCALE_MISSING[*]}" >&2
  local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=500)
  as_root "${apt[@]}" update >&2 || printf 'skillscale: apt-get update failed, going on\n' >&2
  as_root "${apt[@]}" install --yes --no-install-recommends --no-upgrade --no-remove \
    "${SKILLSCALE_MISSING[@]}" >&2 ||
    setup_failed "apt-get could not install: ${SKILLSCALE_MISSING[*]}" "read apt's message above, check the network, try again"
}

# The page is built by Node 18 or newer. A Node that is already there is never replaced.
ensure_node() {
  local major
  if ! command -v node > /dev/null; then
    install_packages nodejs npm
  elif ! command -v npm > /dev/null; then
    setup_failed "node is here but npm is not" "install the npm that belongs to $(command -v node)"
  fi
  major=$(node --version | sed 's/^v\([0-9]*\).*/\1/')
  if ((major < 18)); then
    setup_failed "node is version $major, the page needs 18 or newer" \
      "put a newer node first on PATH; skillscale does not replace yours"
  fi
}

# npm's own copy of the lock file tells whether node_modules is current.
ensure_page_modules() {
  local page=$SKILLSCALE_ROOT/viz/page
  if [[ ! -f $page/package-lock.json ]]; then return 0; fi
  ensure_node
  if [[ $page/node_modules/.package-lock.json -nt $page/package-lock.json ]]; then return 0; fi
  (cd "$page" && npm ci --no-audit --no-fund --loglevel=error >&2) ||
    setup_failed "npm could not install the page's modules" "read npm's message above"
  touch "$page/node_modules/.package-lock.json"
}

# setup SET...: everything those package sets and the page need.
setup() {
  local packages
  cd "$SKILLSCALE_ROOT" || return
  mapfile -t packages < <(packages_of "$@")
  install_packages "${packages[@]}"
  ensure_page_modules
}

# configure PRESET ON|OFF: with or without the tests. Tests once configured stay.
configure() {
  local cache=build/$1/CMakeCache.txt
  if [[ -f build/$1/build.ninja ]] && { [[ $2 == OFF ]] || grep -q '^BUILD_TESTING:BOOL=ON$' "$cache"; }; then
    return 0
  fi
  cmake --preset "$1" -DBUILD_TESTING="$2" -Wno-dev --log-level=WARNING >&2
}

# build PRESET [OPTION...]: Ninja configures again by itself when a CMake file has changed.
build() {
  cmake --build "build/$1" "${@:2}" >&2
}
