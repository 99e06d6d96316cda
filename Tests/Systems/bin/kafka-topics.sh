#!/bin/sh
# kafka-topics.sh of Apache Kafka, for scenarios that call it by that name: the one in $KAFKA_HOME/bin, or the same class from its jars
# where KAFKA_HOME has only libs.
set -eu
home=${KAFKA_HOME:?set KAFKA_HOME to an unpacked Apache Kafka}
[ ! -x "$home/bin/kafka-topics.sh" ] || exec "$home/bin/kafka-topics.sh" "$@"
exec java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -cp "$home/libs/*" org.apache.kafka.tools.TopicCommand "$@"
