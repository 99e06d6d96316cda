#!/usr/bin/env bash
# Measures rehearse beside a program in C on the same client library, and rendering beside Python's Faker, and prints
# tables; .build/bench/bench.csv has every run. What the figures mean, and how to have the half on Apache Kafka: Benchmarks/README.md.
#
#   BENCH_PAIRS   pairs of runs per row (9)
#   BENCH_COUNT   messages per run (1000000)
#   KAFKA_HOME    an Apache Kafka distribution, for the half on a real broker; a java must be on the PATH
set -euo pipefail
export LC_ALL=C # a decimal point in $EPOCHREALTIME
cd "$(dirname "${BASH_SOURCE[0]}")/.."

pairs=${BENCH_PAIRS:-9}
count=${BENCH_COUNT:-1000000}
partitions=4
sizes=(100 300)
rehearse=$PWD/.build/release/rehearse
ceiling=$PWD/.build/bench/ceiling
csv=$PWD/.build/bench/bench.csv
work=$(mktemp -d)
broker_pid=
topics=0
certificates=$work/certificates
# User and authority as the C program's properties; `rehearse` derives the same from its scenario.
export BENCH_PASSWORD=bench-secret
login=(security.protocol=SASL_SSL sasl.mechanism=PLAIN sasl.username=bench "sasl.password=$BENCH_PASSWORD"
  "ssl.ca.location=$certificates/ca.pem")

clean_up() {
  if [[ -n $broker_pid ]]; then
    kill -KILL "$broker_pid" 2>/dev/null || true
    wait "$broker_pid" 2>/dev/null || true
  fi
  rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

die() {
  printf 'bench: %s\n' "$*" >&2
  exit 1
}

say() { printf '%s\n' "$*" >&2; }

# median: of the numbers on standard input, one a line.
median() { sort -g | awk '{ v[NR] = $1 } END { if (NR) print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }

# json NAME: the number of that name in one line of JSON.
json() { sed -n "s/.*\"$1\": *\([0-9.eE+-]*\).*/\1/p"; }

# microseconds COMMAND…: how long it took, from its start to its exit.
microseconds() {
  local started=${EPOCHREALTIME/./}
  "$@" >/dev/null 2>&1 || die "failed: $*"
  echo $((${EPOCHREALTIME/./} - started))
}

start_up() {
  local run
  for ((run = 0; run < 21; run++)); do microseconds "$@"; done | median | awk '{ printf "%.1f", $1 / 1000 }'
}

# note BROKER SIZE PAIR PROGRAM SECONDS TO_VERDICT PROCESS MESSAGES_PER_S CPU RSS: one row of the CSV.
note() {
  local IFS=,
  echo "$*" >>"$csv"
}

# of BROKER SIZE PROGRAM COLUMN: the median of a column; nothing where there is no such run.
of() { awk -F, -v b="$1" -v s="$2" -v p="$3" -v c="$4" '$1 == b && $2 == s && $4 == p { print $c }' "$csv" | median; }

# ratio BROKER SIZE COLUMN: what rehearse reached by what the C program did, from their seconds; the median of the pairs.
ratio() {
  awk -F, -v b="$1" -v s="$2" -v c="$3" '
    $1 == b && $2 == s && $4 == "c-both" { beside[$3] = $5 }
    $1 == b && $2 == s && $4 == "rehearse" { rehearse[$3] = $c }
    END { for (pair in rehearse) if (pair in beside) print beside[pair] / rehearse[pair] }' "$csv" | median
}

# in_c MODE BROKER ADDRESS SIZE PAIR TOPIC
in_c() {
  local mode=$1 broker=$2 address=$3 size=$4 pair=$5 topic=$6 line seconds
  local -a properties=()
  if [[ $broker == sasl_ssl ]]; then properties=("${login[@]/#/--property=}"); fi
  line=$("$ceiling" "$mode" --brokers "$address" --topic "$topic" --partitions $partitions --count "$count" --size "$size" \
    "${properties[@]}") || die "the C program failed"
  seconds=$(json seconds <<<"$line")
  note "$broker" "$size" "$pair" "c-$mode" "$seconds" '' '' "$(json messages_per_s <<<"$line")" \
    "$(json cpu_s <<<"$line")" "$(json rss_bytes <<<"$line")"
}

# scenario BROKER ADDRESS SIZE TOPIC: a value of SIZE bytes; the numbers that have fewer digits than the last are that much
# shorter.
scenario() {
  local last=$((count - 1)) filling access=
  filling=$(printf "%$(($3 - ${#last}))s" '' | tr ' ' x)
  if [[ $1 == sasl_ssl ]]; then
    access=", tls: {truststore: $certificates/ca.pem}"
    access+=', auth: {mechanism: PLAIN, username: bench, password: {env: BENCH_PASSWORD}}'
  fi
  cat <<YAML
version: 1
name: bench
seed: 1
cluster: {brokers: "$2"$access}
topics:
  $4: {partitions: $partitions}
templates:
  filled: {format: string, value: "{{seq}}$filling"}
stages:
  - {name: max, topic: $4, template: filled, partition: round-robin, count: $count}
YAML
}

# in_rehearse BROKER ADDRESS SIZE PAIR TOPIC
in_rehearse() {
  local broker=$1 address=$2 size=$3 pair=$4 topic=$5 started process rss='' code=0
  local -a timed=()
  if [[ -x /usr/bin/time ]] && /usr/bin/time -f %M -o "$work/rss" true 2>/dev/null; then
    timed=(/usr/bin/time -f %M -o "$work/rss")
  fi
  scenario "$broker" "$address" "$size" "$topic" >"$work/scenario.yaml"
  rm -rf "$work/reports"
  started=${EPOCHREALTIME/./}
  "${timed[@]}" "$rehearse" run --report-dir "$work/reports" "$work/scenario.yaml" >"$work/output" 2>&1 || code=$?
  process=$((${EPOCHREALTIME/./} - started))
  if ((code != 0)); then
    cat "$work/output" >&2
    die "rehearse ended with $code"
  fi
  if ((${#timed[@]} > 0)); then rss=$(awk 'END { print $1 * 1024 }' "$work/rss"); fi
  # Texts may hold commas; none of them is needed.
  awk -F, -v OFS=, -v broker="$broker" -v size="$size" -v pair="$pair" -v process="$process" -v rss="$rss" '
    { gsub(/"[^"]*"/, "") }
    NR == 1 { for (i = 1; i <= NF; i++) column[$i] = i; next }
    $column["stage"] == "max" {
      found = $column["found"]; sending = $column["duration_s"]; reading = $column["read"] / $column["read_rate_per_s"]
      sent = $column["sent"] / $column["rate_kept_per_s"]; cpu = $column["client_cpu_s"]
      if (rss == "") rss = $column["client_rss_max_bytes"]
    }
    $column["stage"] == "*" {
      moved = sending > reading ? sending : reading
      printf "%s,%s,%s,rehearse,%.6f,%.6f,%.6f,%.1f,%s,%.0f\n", broker, size, pair, moved, sent + $column["drain_s"],
        process / 1e6, found / moved, cpu, rss
    }' "$work"/reports/bench/*/stages.csv >>"$csv"
}

# performance ADDRESS SIZE PAIR TOPIC: Kafka's own producer, which writes no content and reads nothing back.
performance() {
  local line rate
  line=$(java -cp "$KAFKA_HOME/libs/*" org.apache.kafka.tools.ProducerPerformance --topic "$4" --num-records "$count" \
    --record-size "$2" --throughput -1 --producer-props "bootstrap.servers=$1" linger.ms=5 acks=all 2>/dev/null | tail -1)
  rate=$(sed -n 's/.* records sent, \([0-9.]*\) records\/sec.*/\1/p' <<<"$line")
  [[ -n $rate ]] || die "ProducerPerformance said: $line"
  note kafka "$2" "$3" producer-performance "$(awk -v n="$count" -v r="$rate" 'BEGIN { printf "%.6f", n / r }')" '' '' "$rate" '' ''
}

# fresh: the name of the next topic, in $topic.
fresh() {
  topics=$((topics + 1))
  topic=bench-$topics
}

# forget BROKER TOPIC: a topic that stays costs disk, and nothing else.
forget() {
  [[ $1 != embedded ]] || return 0
  "$ceiling" delete --brokers "127.0.0.1:$kafka_port" --topic "$2" || say "$2 was not deleted"
}

# measure BROKER ADDRESS
measure() {
  local broker=$1 address=$2 size pair topic
  for size in "${sizes[@]}"; do
    for ((pair = 1; pair <= pairs; pair++)); do
      say "$broker, $size bytes, pair $pair of $pairs"
      # The order alternates, so that the effects of one on the next are the same for both.
      local -a order=(both rehearse)
      if ((pair % 2 == 0)); then order=(rehearse both); fi
      local who
      for who in "${order[@]}"; do
        fresh
        if [[ $who == rehearse ]]; then
          in_rehearse "$broker" "$address" "$size" "$pair" "$topic"
        else
          in_c both "$broker" "$address" "$size" "$pair" "$topic"
        fi
        forget "$broker" "$topic"
      done
      ((pair <= 3)) || continue
      fresh
      in_c produce "$broker" "$address" "$size" "$pair" "$topic"
      if [[ $broker == kafka ]]; then
        in_c read "$broker" "$address" "$size" "$pair" "$topic"
        performance "$address" "$size" "$pair" "$topic"
        forget "$broker" "$topic"
      fi
    done
  done
}

answers() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

free_port() {
  local port
  while port=$((20000 + RANDOM % 12000)) && answers "$port"; do :; done
  echo "$port"
}

# start_kafka: one broker in this script's own folder; its ports in $kafka_port and $secure_port.
start_kafka() {
  local controller tries id
  Scripts/test-certificates "$certificates" changeit || die 'the certificates could not be made'
  kafka_port=$(free_port)
  secure_port=$(free_port)
  controller=$(free_port)
  id=$(head -c 16 /dev/urandom | base64 | tr '+/' '-_' | tr -d '=')
  cat >"$work/server.properties" <<PROPERTIES
process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:$controller
controller.listener.names=CONTROLLER
listeners=PLAINTEXT://127.0.0.1:$kafka_port,SASL_SSL://127.0.0.1:$secure_port,CONTROLLER://127.0.0.1:$controller
listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,SASL_SSL:SASL_SSL
ssl.keystore.type=PEM
ssl.keystore.location=$certificates/server.store.pem
sasl.enabled.mechanisms=PLAIN
listener.name.sasl_ssl.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required user_bench="$BENCH_PASSWORD";
log.dirs=$work/kafka
auto.create.topics.enable=false
offsets.topic.replication.factor=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
file.delete.delay.ms=1000
PROPERTIES
  java -XX:TieredStopAtLevel=1 -cp "$KAFKA_HOME/libs/*" kafka.tools.StorageTool format -t "$id" -c "$work/server.properties" \
    >"$work/kafka.log" 2>&1 || die "Kafka's storage could not be made: $(tail -3 "$work/kafka.log")"
  java -Xms512m -Xmx512m -XX:+UseSerialGC -cp "$KAFKA_HOME/libs/*" kafka.Kafka "$work/server.properties" \
    >>"$work/kafka.log" 2>&1 </dev/null &
  broker_pid=$!
  for ((tries = 0; tries < 300; tries++)); do
    if answers "$kafka_port"; then return; fi
    kill -0 "$broker_pid" 2>/dev/null || break
    sleep 0.1
  done
  die "Kafka did not start: $(tail -3 "$work/kafka.log")"
}

# Cells of the table; a dash for nothing.
thousands() { if [[ -z $1 ]]; then echo -; else awk -v n="$1" 'BEGIN { printf "%.0f", n / 1000 }'; fi; }
megabytes() { if [[ -z $1 ]]; then echo -; else awk -v n="$1" 'BEGIN { printf "%.0f", n / 1e6 }'; fi; }
fixed() { if [[ -z $1 ]]; then echo -; else printf %.2f "$1"; fi; }

table() {
  local broker size seconds
  printf 'start-up, median of 21\n  rehearse --version          %6s ms   aim: under 50\n' "$version_ms"
  printf '  rehearse check, quickstart  %6s ms   aim: under 60\n\n' "$check_ms"
  printf '%d messages of SIZE bytes at max, %d partitions; thousands a second, medians of %d interleaved pairs\n\n' \
    "$count" "$partitions" "$pairs"
  local row='%-8s %4s   %7s %8s %5s   %10s %5s   %9s   %4s %4s   %6s %6s %6s\n'
  # shellcheck disable=SC2059 # the format is a constant
  printf "$row" broker SIZE 'C both' rehearse ratio 'to verdict' ratio 'process s' 'C MB' MB 'C send' 'C read' Kafka
  for broker in "$@"; do
    for size in "${sizes[@]}"; do
      seconds=$(of "$broker" "$size" rehearse 6)
      # shellcheck disable=SC2059
      printf "$row" "$broker" "$size" \
        "$(thousands "$(of "$broker" "$size" c-both 8)")" "$(thousands "$(of "$broker" "$size" rehearse 8)")" \
        "$(fixed "$(ratio "$broker" "$size" 5)")" "$(thousands "$(awk -v n="$count" -v s="$seconds" 'BEGIN { print n / s }')")" \
        "$(fixed "$(ratio "$broker" "$size" 6)")" "$(fixed "$(of "$broker" "$size" rehearse 7)")" \
        "$(megabytes "$(of "$broker" "$size" c-both 10)")" "$(megabytes "$(of "$broker" "$size" rehearse 10)")" \
        "$(thousands "$(of "$broker" "$size" c-produce 8)")" "$(thousands "$(of "$broker" "$size" c-read 8)")" \
        "$(thousands "$(of "$broker" "$size" producer-performance 8)")"
    done
  done
  cat <<LEGEND

C both      a C program on librdkafka that sends on one thread and reads back on another: from the first send until
            the last message was acknowledged and read
rehearse    the same stretch of a run
to verdict  from the first send until every partition was read to an end known to be stable, which on Kafka takes
            answers a second apart: all that the verdict rests on
ratio       of the column before it to C both: the median of the pairs' ratios
process s   the whole command, from its start to its exit, reports included
MB          most memory resident; the embedded broker is in the process, of either program
C send, C read, Kafka
            one way only, and Kafka's ProducerPerformance, which sends; medians of three
LEGEND
}

[[ -x $rehearse ]] || die "there is no $rehearse; run make bench"
mkdir -p .build/bench
# shellcheck disable=SC2046 # several words are meant
cc -std=c11 -O2 -Wall -Wextra -o "$ceiling" Benchmarks/ceiling.c $(pkg-config --cflags --libs rdkafka) -pthread
echo broker,size,pair,program,moved_s,to_verdict_s,process_s,messages_per_s,cpu_s,rss_bytes >"$csv"

# First, while nothing has warmed or filled the machine.
rendering=$(Benchmarks/templates.sh) || die 'rendering could not be measured'
say 'start-up'
version_ms=$(start_up "$rehearse" --version)
check_ms=$(start_up "$rehearse" check Scenarios/quickstart.yaml)
measure embedded embedded
brokers=(embedded)
if [[ -z ${KAFKA_HOME:-} ]] || ! compgen -G "$KAFKA_HOME/libs/*.jar" >/dev/null || ! command -v java >/dev/null; then
  skipped='skipped: the half on Apache Kafka; for it set KAFKA_HOME to an unpacked distribution and have java on the PATH'
else
  start_kafka
  measure kafka "127.0.0.1:$kafka_port"
  measure sasl_ssl "127.0.0.1:$secure_port"
  brokers+=(kafka sasl_ssl)
fi
table "${brokers[@]}"
printf '\n%s\n' "$rendering"
if [[ -n ${skipped:-} ]]; then printf '\n%s\n' "$skipped"; fi
printf '\nwrote .build/bench/bench.csv\n'
