#!/usr/bin/env bash
# Runs `footlint --jsonl` over many documents under GNU parallel, on hosts that are network namespaces of this machine with an
# sshd each, kills one worker on the way, and checks that no record is lost or doubled. Needs GNU parallel, and for hosts
# root, iproute2, openssh-server and rsync.
# Usage: bash bench/jsonl/run.sh [documents] [hosts] [documents in a part]      (0 hosts: this machine without ssh)
#
# The parts are files, not blocks of one: with `--pipepart`, parallel 20221122 gives some blocks no input after a retry, and
# calls that a success.
set -euo pipefail

documents=${1:-1000000} hosts=${2:-2} size=${3:-40000}
here=$(cd "$(dirname "$0")" && pwd)
bin=${FOOTLINT_BIN:-$here/../../dist/bin/footlint.js}
work=$(mktemp -d)
node=$(command -v node)
logins=:

clean() {
  for host in $(seq 1 "$hosts"); do
    [ -f "$work/sshd$host.pid" ] && kill "$(cat "$work/sshd$host.pid")" || true
    ip netns del "footlint$host" 2>/dev/null || true
  done
  rm -rf "$work"
}
trap clean EXIT

# start_host <n>: a namespace with an address of its own and an sshd that knows one key.
start_host() {
  local name=footlint$1 net=10.199.$1
  ip netns add "$name"
  ip link add "fl$1" type veth peer name eth0 netns "$name"
  ip addr add "$net.1/24" dev "fl$1" && ip link set "fl$1" up
  ip netns exec "$name" sh -c "ip addr add $net.2/24 dev eth0; ip link set eth0 up; ip link set lo up"
  ip netns exec "$name" /usr/sbin/sshd -f /dev/null -h "$work/host" -o ListenAddress="$net.2" -o PidFile="$work/sshd$1.pid" \
    -o AuthorizedKeysFile="$work/user.pub" -o StrictModes=no -o PermitRootLogin=prohibit-password -o UsePAM=no -o MaxStartups=100
  logins="$logins,1/$(id -un)@$net.2"
}

if [ "$hosts" -gt 0 ]; then
  logins=
  mkdir -p /run/sshd
  ssh-keygen -q -t ed25519 -N '' -f "$work/host" && ssh-keygen -q -t ed25519 -N '' -f "$work/user"
  for host in $(seq 1 "$hosts"); do start_host "$host"; done
  logins=${logins#,}
fi
export PARALLEL_SSH="ssh -i $work/user -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR -o ControlMaster=no"

mkdir "$work/parts" && cd "$work/parts"
"$node" "$here/make.js" "$documents" | split -a 4 -d -l "$size" --additional-suffix=.jsonl - part
bytes=$(cat part*.jsonl | wc -c)
cat >"$work/job" <<JOB
#!/bin/sh
echo \$\$ >>"$work/pids"
exec "$node" "$bin" --jsonl --concurrency off --no-config
JOB
chmod +x "$work/job"
moves=()
[ "$hosts" -eq 0 ] || moves=(--transferfile {} --return {.}.answers --cleanup --workdir ...)

# One worker dies in the middle of its part.
( while [ ! -s "$work/pids" ]; do sleep 0.1; done; sleep "${KILL_AFTER:-2}"; kill -9 "$(head -n 1 "$work/pids")" ) 2>/dev/null &

began=$(date +%s.%N)
times_before=$(cut -d' ' -f1-3 /proc/loadavg)
parallel --will-cite -S "$logins" --retries 3 --joblog "$work/log" "${moves[@]}" "$work/job < {} > {.}.answers" ::: part*.jsonl
seconds=$(echo "$(date +%s.%N) - $began" | bc)

jobs=$(($(wc -l <"$work/log") - 1)) tries=$(wc -l <"$work/pids") lost=$(awk 'NR > 1 && ($7 != 0 || $8 != 0)' "$work/log" | wc -l)
cat part*.answers | "$node" "$here/check.js" "$documents"
busy=$(awk 'NR > 1 { sum += $4 } END { print sum }' "$work/log")
echo "$documents documents, $bytes bytes; $hosts hosts; $jobs parts, $tries workers started, $lost parts lost"
awk -v n="$documents" -v b="$bytes" -v s="$seconds" -v w="$busy" -v l="$times_before" \
  'BEGIN { printf "%.1f s; %.0f documents and %.2f MB a second for each worker, %.0f documents a second in all (load before: %s)\n", s, n / w, b / w / 1e6, n / s, l }'
[ "$lost" -eq 0 ] && [ "$tries" -gt "$jobs" ]
