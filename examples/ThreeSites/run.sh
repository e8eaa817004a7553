#!/bin/sh
# Three sites in three processes on this machine. Each has a directory of its own for data and weights; all they share is a Redis.
# Needs redis-server and the .NET SDK. See README.md.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
work=${WORK:-$here/run}               # everything that is written
redis_port=${REDIS_PORT:-6390}
first_silo_port=${SILO_PORT:-11111}   # and the two after it
first_gateway_port=${GATEWAY_PORT:-30000}
first_endpoint_port=${ENDPOINT_PORT:-8081}
sites="hospital-a hospital-b hospital-c"

command -v redis-server >/dev/null || { echo "run.sh needs redis-server (on Debian and Ubuntu: apt install redis-server)." >&2; exit 1; }

if [ -z "${SITE_DLL:-}" ]; then
    dotnet build -c Release -v quiet "$here" -o "$work/program" >/dev/null
    dotnet build -c Release -v quiet "$here/../../src/CoLearn.Cli" -o "$work/colearn" >/dev/null
    SITE_DLL=$work/program/ThreeSites.dll
    COLEARN_DLL=$work/colearn/colearn.dll
fi

colearn() { dotnet "$COLEARN_DLL" "$@"; }
ask() { verb=$1; shift; colearn "$verb" "$@" --cluster "redis://127.0.0.1:$redis_port" --cluster-id three-sites --service-id three-sites; }
say() { printf '\n== %s\n' "$*"; }

# The settings of a site that this machine decides; all others are in its appsettings.json.
settings() {
    number=0
    for known in $sites; do
        [ "$known" = "$1" ] && break
        number=$((number + 1))
    done
    echo "--CoLearn:Cluster:ConnectionString=127.0.0.1:$redis_port" \
        "--CoLearn:Cluster:SiloPort=$((first_silo_port + number))" "--CoLearn:Cluster:GatewayPort=$((first_gateway_port + number))" \
        "--CoLearn:Endpoint:Url=http://127.0.0.1:$((first_endpoint_port + number))"
}

start_site() {
    cd "$work/$1"
    : >out.txt
    # shellcheck disable=SC2046
    dotnet "$COLEARN_DLL" silo "$SITE_DLL" -- $(settings "$1") >out.txt 2>err.txt &
    echo $! >pid.txt
    cd "$here"
    until grep -q "is ready" "$work/$1/out.txt"; do
        kill -0 "$(cat "$work/$1/pid.txt")" 2>/dev/null || { cat "$work/$1/err.txt" >&2; exit 1; }
        sleep 0.2
    done
    cat "$work/$1/out.txt"
}

stop_site() {
    pid=$(cat "$work/$1/pid.txt")
    rm "$work/$1/pid.txt"
    kill -TERM "$pid" 2>/dev/null || true
    wait "$pid" && echo "$1 stopped politely." || echo "$1 ended with exit code $?."
}

stop_all() {
    for site in $sites; do
        if [ -f "$work/$site/pid.txt" ]; then stop_site "$site"; fi
    done
    if [ -n "${redis:-}" ]; then kill "$redis" 2>/dev/null || true; wait "$redis" 2>/dev/null || true; fi
}
trap stop_all EXIT
trap 'exit 130' INT TERM

say "Each site gets digits of its own"
mkdir -p "$work"
for site in $sites; do
    rm -rf "${work:?}/$site"
    cp -r "$here/sites/$site" "$work/$site"
done
cd "$work"
dotnet "$SITE_DLL" split "$here/../Mnist/data" hospital-a/data hospital-b/data hospital-c/data
cd "$here"

: >"$work/redis.txt"
redis-server --port "$redis_port" --bind 127.0.0.1 --save '' --appendonly no --dir "$work" >"$work/redis.txt" 2>&1 &
redis=$!
until grep -q "Ready to accept connections" "$work/redis.txt"; do
    kill -0 "$redis" 2>/dev/null || { cat "$work/redis.txt" >&2; exit 1; }
    sleep 0.1
done

say "Can hospital-a start?"
cd "$work/hospital-a"
# shellcheck disable=SC2046
colearn check "$SITE_DLL" -- $(settings hospital-a)
cd "$here"

say "The sites start"
for site in $sites; do start_site "$site"; done

say "What the cluster serves"
ask probe

say "Three rounds"
ask start digits --model digits --learners alice,bob,carol --seed 1 --rounds 3 --grace 00:00:03

say "hospital-b stops, and the others go on"
stop_site hospital-b
ask start digits --rounds 2

say "hospital-b is back"
start_site hospital-b
ask start digits --rounds 3

say "What it has come to"
ask results digits

say "The record, and whether the sites confirm it"
ask export digits "$work/ledger.jsonl" --weights "$work/digits.safetensors"
colearn ledger verify "$work/ledger.jsonl" --cluster "redis://127.0.0.1:$redis_port" --cluster-id three-sites --service-id three-sites

say "Each site has the accepted weights in a store of its own"
cd "$work"
accepted=$(sha256sum digits.safetensors)
ls -- */store/weights/"${accepted%% *}"*
cd "$here"

say "The sites stop"
