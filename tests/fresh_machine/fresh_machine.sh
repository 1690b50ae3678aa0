#!/usr/bin/env bash
# Proves ./run and ./test on a machine that has nothing: a minimal Debian 12 made with debootstrap.
set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
SUITE=bookworm
# Exit statuses: 1 a step failed inside, 2 wrong use, 3 this machine cannot make the other one.

usage() {
  cat << 'HELP'
tests/fresh_machine/fresh_machine.sh [FOLDER] [STEP...]

Makes a minimal Debian 12 in FOLDER/machine (default build/fresh_machine), clones the last commit of this
checkout into it and works there as root, with nothing of this machine but its network:
  run      ./run
  test     ./test
  offline  ./run and ./test --label unit once more, without a network
Without STEP all of them, in this order. Each leaves its output in FOLDER/STEP.log; the machine is removed
at the end, however it ends. Needs root, debootstrap, 8 GB of disk, and an hour or more.
HELP
}

refuse() {
  local status=$1
  printf 'fresh machine: %s\n' "$2" >&2
  if (($# > 2)); then printf '  next: %s\n' "${@:3}" >&2; fi
  exit "$status"
}

# The mirrors that apt uses here for Debian 12, one `URI SUITE` a line.
mirrors() {
  # shellcheck disable=SC2016  # apt fills these in
  apt-get indextargets --no-release-info --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' \
    'Created-By: Packages' |
    awk -v suite="$SUITE" '$2 ~ "^" suite "(-updates|-security)?$" && $3 == "main" { print $1, $2 }' |
    sort -u
}

require_room() {
  local needed_gb=8 free_gb
  free_gb=$(df --output=avail -BG "$folder" | tail -1 | tr -dc 0-9)
  if ((free_gb < needed_gb)); then
    refuse 3 "$folder has $free_gb GB free, and the machine takes up to $needed_gb GB" "give a FOLDER on another disk"
  fi
}

require_this_machine() {
  if ((EUID != 0)); then
    refuse 3 "making a machine needs root" "sudo tests/fresh_machine/fresh_machine.sh"
  fi
  local tool
  for tool in debootstrap setpriv unshare chroot git; do
    command -v "$tool" > /dev/null ||
      refuse 3 "there is no $tool here" "apt-get install --no-install-recommends debootstrap util-linux coreutils git"
  done
  unshare --mount --pid --fork true ||
    refuse 3 "this machine allows no mounts of its own (unshare --mount --pid)" "run it outside a container, or in one with that right"
  require_room
  mirrors > "$folder/mirrors"
  grep -q " $SUITE\$" "$folder/mirrors" ||
    refuse 3 "apt here names no mirror of Debian 12 ($SUITE main)" "add one to /etc/apt/sources.list.d"
}

# The network as it is reached from here: apt's ways, proxies, and the certificates trusted beyond Debian's.
share_network() {
  local name certificates=${NODE_EXTRA_CA_CERTS:-}
  sed "s/^/deb /; s/\$/ main/" "$folder/mirrors" > "$machine/etc/apt/sources.list"
  # shellcheck disable=SC2016
  apt-config dump --format '%f "%v";%n' Acquire::http Acquire::https Acquire::Check-Valid-Until \
    Acquire::Check-Date > "$machine/etc/apt/apt.conf.d/80network"
  network=()
  for name in http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY; do
    if [[ -n ${!name:-} ]]; then network+=("$name=${!name}"); fi
  done
  if [[ -r $certificates ]]; then
    install -D -m 644 "$certificates" "$machine/etc/network-certificates.crt"
    network+=(NODE_EXTRA_CA_CERTS=/etc/network-certificates.crt)
  fi
}

make_machine() {
  printf 'fresh machine: debootstrap\n'
  local uri
  uri=$(sed -n "s/ $SUITE\$//p" "$folder/mirrors" | head -1)
  debootstrap --variant=minbase "$SUITE" "$machine" "$uri" > "$folder/debootstrap.log" 2>&1 ||
    refuse 3 "debootstrap failed: $(tail -1 "$folder/debootstrap.log")" "read $folder/debootstrap.log"
  # A clone, so that nothing built here is there.
  git clone --quiet --no-hardlinks "$ROOT" "$machine/root/skillscale"
}

# inside COMMAND: in the machine, with its own mounts and processes, which all end with it and with this script.
inside() {
  # shellcheck disable=SC2016  # the inner shell fills these in
  setpriv --pdeathsig KILL unshare --mount --pid --fork --kill-child "${isolation[@]}" /bin/bash -c '
    set -euo pipefail
    machine=$1
    mount -t proc proc "$machine/proc"
    mount -t devpts -o newinstance,ptmxmode=0666,mode=0620,gid=5 devpts "$machine/dev/pts"
    mkdir -p "$machine/dev/shm"
    mount -t tmpfs tmpfs "$machine/dev/shm"
    exec chroot "$machine" /usr/bin/env -i "${@:3}" /bin/bash -c "cd ~/skillscale && $2"
  ' inside "$machine" "$1" HOME=/root USER=root TERM=dumb \
    PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "${network[@]}"
}

step() {
  local log=$folder/$1.log begin=$SECONDS
  printf 'fresh machine: %s ... ' "$2"
  if inside "$2" > "$log" 2>&1 < /dev/null; then
    printf 'done in %d:%02d\n' $(((SECONDS - begin) / 60)) $(((SECONDS - begin) % 60))
  else
    printf 'failed; the end of %s:\n' "$log"
    tail -40 "$log"
    exit 1
  fi
}

work_through() {
  local name
  for name in "$@"; do
    isolation=()
    case $name in
      run) step run './run' ;;
      test) step test './test' ;;
      offline)
        isolation=(--net)
        step offline './run && ./test --label unit'
        ;;
    esac
  done
}

# The mounts live in namespaces of their own, so nothing of this machine can hang in the folder.
remove_machine() { rm -rf --one-file-system "$machine"; }

folder=$ROOT/build/fresh_machine
if [[ ${1:-} == -h || ${1:-} == --help ]]; then
  usage
  exit 0
fi
if [[ ${1:-} == */* ]]; then
  folder=$1
  shift
fi
for name in "$@"; do
  case $name in
    run | test | offline) ;;
    *) refuse 2 "there is no step $name" "tests/fresh_machine/fresh_machine.sh --help" ;;
  esac
done
mkdir -p "$folder"
folder=$(realpath "$folder")
machine=$folder/machine
exec 9> "$folder/lock"
flock --nonblock 9 || refuse 3 "another one is being made in $folder" "wait for it, or give another FOLDER"
require_this_machine
if [[ -n $(git -C "$ROOT" status --porcelain) ]]; then
  printf 'fresh machine: what is not committed is not in it\n' >&2
fi
trap remove_machine EXIT
remove_machine
make_machine
share_network
if (($# == 0)); then set -- run test offline; fi
work_through "$@"
