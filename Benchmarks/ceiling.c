// What a program written straight on librdkafka reaches: the ceiling that `rehearse` is measured against.
//
//   ceiling produce|read|both --brokers HOST:PORT|embedded --topic T --partitions P --count N --size BYTES
//   ceiling both --brokers HOST:PORT --topic T --partitions P --count N --prefix TEXT --suffix TEXT [--partition N] [--producers N]
//   ceiling create|delete --brokers HOST:PORT --topic T [--partitions P]
//   --in-flight N: the most messages that wait for their acknowledgement, for each producer (10000)
//   --property NAME=VALUE, several times: a property of librdkafka, for a login or TLS
//
// produce  sends N messages and waits for every acknowledgement
// read     reads the N messages that a topic holds, from its beginning
// both     does the two at once, on a thread each; over when all are acknowledged and all were read
//
// Each record that is read must have a number of its partition that was not read before, and a value of that number's length.
//
// Clients are set up as those of `rehearse` (Sources/Load/Cluster/ClientProfile.swift), and a message is the same bytes, with
// one header of 35 bytes named "rehearse" that has the message's number, from 0, at byte 13. The value is one of these:
//
// --size             the number, then filling; partitions in turn, and one producer. A missing topic is created
// --prefix --suffix  the number from 1 between the two; to one partition, or 128 messages to one and 128 to the next; from as many
//                    producers as are asked for, each on a thread. The topic must exist
//
// Prints one line of JSON. Exit codes: 0, 1 when something failed or the counts are wrong, 3 after two minutes, 64 for a wrong
// command line.

#define _DEFAULT_SOURCE
#include <endian.h>
#include <getopt.h>
#include <inttypes.h>
#include <librdkafka/rdkafka.h>
#include <librdkafka/rdkafka_mock.h>
#include <pthread.h>
#include <signal.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

enum {
  DEADLINE_S = 120,
  MOST_PARTITIONS = 256,
  MOST_PRODUCERS = 64,
  HEADER_BYTES = 35,
  SEQUENCE_AT = 13,
  BATCH = 4096,
  MOST_PROPERTIES = 16,
  MOST_DIGITS = 20,
};

// Messages that wait for their acknowledgement. The client's queue takes 100,000, but ten thousand fit into the processor's
// cache: of a million messages, a quarter less CPU was measured, on either broker.
static int64_t most_in_flight = 10000;

// The mock cluster drops the oldest records of a partition at 5 MiB: what is in flight and unread stays below 4.
static const int64_t window = 4 << 20, overhead_per_record = 140;
static const char header_name[] = "rehearse";

static const char *brokers, *topic;
// NAME=VALUE of librdkafka, as by --property.
static const char *properties[MOST_PROPERTIES];
static int property_count;
static int partitions;
static int64_t count;
static bool embedded;

// The text before and after the number of a message, and the number of the first.
static const char *prefix, *suffix;
static size_t prefix_bytes, suffix_bytes;
static int64_t first;
// So many messages go to one partition before the next, to partition 0 and on or always to the same one.
static int64_t block = 1;
static int only_partition = -1;

// A producer sends every `producer_count`th block.
static struct sender {
  alignas(64) rd_kafka_t *client;
  int index;
  bool is_read;
  int64_t acknowledged;
} senders[MOST_PRODUCERS];
static int producer_count = 1;
static rd_kafka_t *producer;

// One writer for each of the two: the producing thread, the reading one.
static struct {
  alignas(64) _Atomic int64_t taken;
  alignas(64) _Atomic int64_t released;
} accounts[MOST_PARTITIONS];

static int64_t begins[MOST_PARTITIONS], ends[MOST_PARTITIONS];
static atomic_int awake;
static double last_read;

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void pause_us(long us) { nanosleep(&(struct timespec){.tv_nsec = us * 1000}, NULL); }

_Noreturn static void fail(const char *format, ...) {
  va_list list;
  va_start(list, format);
  fputs("ceiling: ", stderr);
  vfprintf(stderr, format, list);
  fputc('\n', stderr);
  exit(1);
}

static void too_late(int signal) {
  (void)signal;
  static const char text[] = "ceiling: not done after two minutes\n";
  if (write(STDERR_FILENO, text, sizeof text - 1) < 0) _exit(3);
  _exit(3);
}

// MARK: Clients

static void set(rd_kafka_conf_t *conf, const char *name, const char *value) {
  char text[256];
  if (rd_kafka_conf_set(conf, name, value, text, sizeof text) != RD_KAFKA_CONF_OK) fail("%s", text);
}

static int ignore(rd_kafka_t *rk, char *json, size_t length, void *opaque) {
  (void)rk, (void)json, (void)length, (void)opaque;
  return 0;
}

static rd_kafka_conf_t *settings(void) {
  rd_kafka_conf_t *conf = rd_kafka_conf_new();
  set(conf, "bootstrap.servers", brokers);
  set(conf, "client.id", "ceiling");
  set(conf, "log_level", "3");
  set(conf, "socket.nagle.disable", "true");
  set(conf, "socket.connection.setup.timeout.ms", "5000");
  set(conf, "reconnect.backoff.max.ms", "500");
  set(conf, "topic.metadata.propagation.max.ms", "5000");
  set(conf, "statistics.interval.ms", "1000");
  rd_kafka_conf_set_stats_cb(conf, ignore);
  for (int i = 0; i < property_count; i++) {
    char name[64];
    const char *value = strchr(properties[i], '=');
    size_t length = value ? (size_t)(value - properties[i]) : sizeof name;
    if (length >= sizeof name) fail("--property %s: NAME=VALUE", properties[i]);
    memcpy(name, properties[i], length);
    name[length] = 0;
    set(conf, name, value + 1);
  }
  return conf;
}

static rd_kafka_t *client(rd_kafka_type_t type, rd_kafka_conf_t *conf) {
  char text[256];
  rd_kafka_t *made = rd_kafka_new(type, conf, text, sizeof text);
  if (!made) fail("%s", text);
  return made;
}

static void delivered(rd_kafka_t *rk, const rd_kafka_message_t *message, void *opaque) {
  (void)rk;
  if (rd_kafka_message_status(message) != RD_KAFKA_MSG_STATUS_PERSISTED)
    fail("a message was not stored: %s", rd_kafka_err2str(message->err));
  ((struct sender *)opaque)->acknowledged++;
}

static rd_kafka_t *new_producer(struct sender *sender) {
  rd_kafka_conf_t *conf = settings();
  set(conf, "enable.idempotence", "true");
  rd_kafka_conf_set_opaque(conf, sender);
  rd_kafka_conf_set_dr_msg_cb(conf, delivered);
  return client(RD_KAFKA_PRODUCER, conf);
}

static rd_kafka_t *new_consumer(void) {
  rd_kafka_conf_t *conf = settings();
  set(conf, "group.id", "ceiling");
  set(conf, "enable.auto.commit", "false");
  set(conf, "enable.auto.offset.store", "false");
  set(conf, "enable.partition.eof", "true");
  set(conf, "auto.offset.reset", "error");
  set(conf, "isolation.level", "read_committed");
  set(conf, "allow.auto.create.topics", "false");
  set(conf, "check.crcs", "true");
  set(conf, "fetch.wait.max.ms", embedded ? "5" : "50");
  if (rd_kafka_version() >= 0x02020000)
    set(conf, "fetch.queue.backoff.ms", "10");
  else
    set(conf, "queued.min.messages", "1000000");
  return client(RD_KAFKA_CONSUMER, conf);
}

static void start_mock(void) {
  rd_kafka_conf_t *conf = rd_kafka_conf_new();
  set(conf, "socket.nagle.disable", "true");
  set(conf, "log_level", "0");
  rd_kafka_mock_cluster_t *mock = rd_kafka_mock_cluster_new(client(RD_KAFKA_PRODUCER, conf), 1);
  if (!mock || rd_kafka_mock_topic_create(mock, topic, partitions, 1)) fail("no embedded broker");
  brokers = rd_kafka_mock_cluster_bootstraps(mock);
}

// Asks for the topic to be created, or to be deleted; that it is there already is as good as created.
static void administer(bool create) {
  rd_kafka_queue_t *queue = rd_kafka_queue_new(producer);
  rd_kafka_AdminOptions_t *options = rd_kafka_AdminOptions_new(producer, RD_KAFKA_ADMIN_OP_ANY);
  if (rd_kafka_AdminOptions_set_operation_timeout(options, 20000, NULL, 0)) fail("no such option");
  if (create) {
    rd_kafka_NewTopic_t *wanted = rd_kafka_NewTopic_new(topic, partitions, 1, NULL, 0);
    rd_kafka_CreateTopics(producer, &wanted, 1, options, queue);
  } else {
    rd_kafka_DeleteTopic_t *unwanted = rd_kafka_DeleteTopic_new(topic);
    rd_kafka_DeleteTopics(producer, &unwanted, 1, options, queue);
  }
  rd_kafka_event_t *event = rd_kafka_queue_poll(queue, 60000);
  if (!event) fail("%s: no answer", brokers);
  if (rd_kafka_event_error(event)) fail("%s: %s", brokers, rd_kafka_event_error_string(event));
  size_t answers;
  const rd_kafka_topic_result_t *result =
      create ? *rd_kafka_CreateTopics_result_topics(rd_kafka_event_CreateTopics_result(event), &answers)
             : *rd_kafka_DeleteTopics_result_topics(rd_kafka_event_DeleteTopics_result(event), &answers);
  rd_kafka_resp_err_t error = rd_kafka_topic_result_error(result);
  if (error && error != RD_KAFKA_RESP_ERR_TOPIC_ALREADY_EXISTS) fail("%s: %s", topic, rd_kafka_err2str(error));
  rd_kafka_event_destroy(event);
}

// Waits until every partition has a leader, so that no message waits for that.
static void await_leaders(rd_kafka_topic_t *handle) {
  for (bool led = false; !led; led ? (void)0 : pause_us(50000)) {
    const struct rd_kafka_metadata *metadata;
    if (rd_kafka_metadata(producer, 0, handle, &metadata, 5000)) continue;
    led = metadata->topics[0].partition_cnt > 0;
    for (int p = 0; p < metadata->topics[0].partition_cnt; p++) led = led && metadata->topics[0].partitions[p].leader >= 0;
    if (led && metadata->topics[0].partition_cnt != partitions)
      fail("%s has %d partitions", topic, metadata->topics[0].partition_cnt);
    rd_kafka_metadata_destroy(metadata);
  }
}

// MARK: Producing

static bool has_space(int partition, int64_t bytes) {
  int64_t held = atomic_load_explicit(&accounts[partition].taken, memory_order_relaxed) -
                 atomic_load_explicit(&accounts[partition].released, memory_order_acquire);
  return held + bytes <= window;
}

static size_t digits_of(int64_t number) {
  size_t digits = 1;
  for (int64_t rest = number / 10; rest > 0; rest /= 10) digits++;
  return digits;
}

static size_t write_digits(int64_t number, char *to) {
  size_t digits = digits_of(number);
  for (size_t place = digits; place-- > 0; number /= 10) to[place] = (char)('0' + number % 10);
  return digits;
}

static int partition_of(int64_t sequence) {
  return only_partition >= 0 ? only_partition : (int)(sequence / block % partitions);
}

static int producer_of(int64_t sequence) { return (int)(sequence / block % producer_count); }

static void *produce(void *opaque) {
  struct sender *sender = opaque;
  unsigned char header[HEADER_BYTES] = {1};
  char *value = malloc(prefix_bytes + MOST_DIGITS + suffix_bytes);
  if (!value) fail("no memory");
  memcpy(value, prefix, prefix_bytes);
  rd_kafka_vu_t fields[] = {
      {.vtype = RD_KAFKA_VTYPE_RKT, .u.rkt = rd_kafka_topic_new(sender->client, topic, NULL)},
      {.vtype = RD_KAFKA_VTYPE_MSGFLAGS, .u.i = RD_KAFKA_MSG_F_COPY},
      {.vtype = RD_KAFKA_VTYPE_PARTITION},
      {.vtype = RD_KAFKA_VTYPE_VALUE, .u.mem.ptr = value},
      {.vtype = RD_KAFKA_VTYPE_HEADER, .u.header = {header_name, header, HEADER_BYTES}},
  };
  int64_t offered = 0;
  size_t digits_before = 0;
  for (int64_t sequence = sender->index * block; sequence < count;
       sequence += (sequence + 1) % block ? 1 : 1 + (producer_count - 1) * block) {
    size_t digits = write_digits(first + sequence, value + prefix_bytes);
    if (digits != digits_before) memcpy(value + prefix_bytes + digits, suffix, suffix_bytes);
    digits_before = digits;
    size_t length = prefix_bytes + digits + suffix_bytes;
    uint64_t little = htole64((uint64_t)sequence);
    memcpy(header + SEQUENCE_AT, &little, sizeof little);
    int partition = partition_of(sequence);
    fields[2].u.i32 = partition;
    fields[3].u.mem.size = length;
    int64_t bytes = (int64_t)length + overhead_per_record;
    while (embedded && sender->is_read && !has_space(partition, bytes))
      if (!rd_kafka_poll(sender->client, 0)) pause_us(50);
    rd_kafka_error_t *error;
    while ((error = rd_kafka_produceva(sender->client, fields, sizeof fields / sizeof *fields))) {
      if (rd_kafka_error_code(error) != RD_KAFKA_RESP_ERR__QUEUE_FULL) fail("%s", rd_kafka_error_string(error));
      rd_kafka_error_destroy(error);
      rd_kafka_poll(sender->client, 1);
    }
    // Only the embedded broker needs it, and that has one producer.
    if (embedded) atomic_store_explicit(&accounts[partition].taken, accounts[partition].taken + bytes, memory_order_relaxed);
    offered++;
    if (offered % 256 == 0) rd_kafka_poll(sender->client, 0);
    while (offered - sender->acknowledged > most_in_flight) rd_kafka_poll(sender->client, 1);
  }
  while (sender->acknowledged < offered) rd_kafka_poll(sender->client, 1);
  free(value);
  return NULL;
}

// MARK: Reading

static int64_t sequence_of(const rd_kafka_message_t *message) {
  rd_kafka_headers_t *headers;
  const void *header;
  size_t length;
  if (rd_kafka_message_headers(message, &headers) ||
      rd_kafka_header_get_last(headers, header_name, &header, &length) || length != HEADER_BYTES)
    fail("a record has no \"rehearse\" header");
  uint64_t little;
  memcpy(&little, (const char *)header + SEQUENCE_AT, sizeof little);
  return (int64_t)le64toh(little);
}

// Reads until `count` records were there, in the order of their partitions; `from` are the offsets to begin at.
static void *read_all(void *from) {
  const int64_t *offsets = from;
  rd_kafka_t *consumer = new_consumer();
  rd_kafka_topic_partition_list_t *list = rd_kafka_topic_partition_list_new(partitions);
  for (int p = 0; p < partitions; p++) rd_kafka_topic_partition_list_add(list, topic, p)->offset = offsets[p];
  if (rd_kafka_assign(consumer, list)) fail("cannot read %s", topic);
  rd_kafka_queue_t *queue = rd_kafka_queue_get_consumer(consumer);
  static rd_kafka_message_t *batch[BATCH];
  // One more than the last number read, by partition and producer: of a producer's messages each is in its place once.
  static int64_t due[MOST_PARTITIONS][MOST_PRODUCERS];
  for (int64_t found = 0; found < count;) {
    ssize_t got = rd_kafka_consume_batch_queue(queue, 2, batch, BATCH);
    for (ssize_t i = 0; i < got; i++) {
      rd_kafka_message_t *message = batch[i];
      int32_t partition = message->partition;
      if (message->err == RD_KAFKA_RESP_ERR__PARTITION_EOF) {
        if (awake < partitions) awake++;
      } else if (message->err) {
        fail("reading partition %d: %s", partition, rd_kafka_message_errstr(message));
      } else {
        int64_t sequence = sequence_of(message);
        if (sequence < 0 || sequence >= count || partition != partition_of(sequence))
          fail("partition %d: message %" PRId64, partition, sequence);
        int64_t *next = &due[partition][producer_of(sequence)];
        if (sequence < *next) fail("partition %d: message %" PRId64 " behind %" PRId64, partition, sequence, *next - 1);
        *next = sequence + 1;
        if (message->len != prefix_bytes + digits_of(first + sequence) + suffix_bytes)
          fail("partition %d: message %" PRId64 " has %zu bytes", partition, sequence, message->len);
        int64_t bytes = (int64_t)message->len + overhead_per_record;
        atomic_store_explicit(
            &accounts[partition].released, accounts[partition].released + bytes, memory_order_release);
        found++;
      }
      rd_kafka_message_destroy(message);
    }
  }
  last_read = now();
  return NULL;
}

// Notes where each partition begins and ends, and returns by how many records the ends have moved since the last call.
static int64_t note_offsets(void) {
  int64_t moved = 0;
  for (int p = 0; p < partitions; p++) {
    int64_t end = ends[p];
    rd_kafka_resp_err_t error;
    // The broker named as the leader of a new partition may not know it yet.
    while ((error = rd_kafka_query_watermark_offsets(producer, topic, p, &begins[p], &ends[p], 10000)) ==
           RD_KAFKA_RESP_ERR_NOT_LEADER_FOR_PARTITION)
      pause_us(50000);
    if (error) fail("partition %d: %s", p, rd_kafka_err2str(error));
    moved += ends[p] - end;
  }
  return moved;
}

// MARK: The command

_Noreturn static void usage(const char *reason) {
  fprintf(stderr,
          "ceiling: %s\nusage: ceiling produce|read|both --brokers HOST:PORT|embedded --topic T --partitions P --count N"
          " --size BYTES\n       ceiling both --brokers HOST:PORT --topic T --partitions P --count N --prefix TEXT --suffix TEXT"
          " [--partition N]\n                    [--producers N]\n       ceiling create|delete --brokers HOST:PORT --topic T"
          " [--partitions P]\n       --in-flight N: the most messages that wait for their acknowledgement\n"
          "       --property NAME=VALUE, up to %d times: a property of librdkafka\n",
          reason, MOST_PROPERTIES);
  exit(64);
}

static double cpu_seconds(const struct rusage *used) {
  return (double)(used->ru_utime.tv_sec + used->ru_stime.tv_sec) +
         (double)(used->ru_utime.tv_usec + used->ru_stime.tv_usec) / 1e6;
}

// The number and as much filling as make `size` bytes of the last message; earlier numbers have fewer digits.
static void fill(size_t size) {
  char digits[MOST_DIGITS];
  prefix = "";
  suffix_bytes = size - write_digits(count - 1, digits);
  char *filling = malloc(suffix_bytes);
  if (!filling) fail("no memory");
  suffix = memset(filling, 'x', suffix_bytes);
}

int main(int argc, char **argv) {
  static const struct option options[] = {
      {"brokers", required_argument, NULL, 'b'}, {"topic", required_argument, NULL, 't'},
      {"partitions", required_argument, NULL, 'p'}, {"count", required_argument, NULL, 'n'},
      {"size", required_argument, NULL, 's'}, {"property", required_argument, NULL, 'x'},
      {"prefix", required_argument, NULL, 'f'}, {"suffix", required_argument, NULL, 'a'},
      {"partition", required_argument, NULL, 'o'}, {"producers", required_argument, NULL, 'm'},
      {"in-flight", required_argument, NULL, 'w'}, {0}};
  size_t size = 0;
  for (int option; (option = getopt_long(argc, argv, "", options, NULL)) != -1;) switch (option) {
      case 'b': brokers = optarg; break;
      case 't': topic = optarg; break;
      case 'p': partitions = atoi(optarg); break;
      case 'n': count = atoll(optarg); break;
      case 's': size = (size_t)atoll(optarg); break;
      case 'f': prefix = optarg; break;
      case 'a': suffix = optarg; break;
      case 'o': only_partition = atoi(optarg); break;
      case 'm': producer_count = atoi(optarg); break;
      case 'w': most_in_flight = atoll(optarg); break;
      case 'x':
        if (property_count == MOST_PROPERTIES) usage("too many properties");
        properties[property_count++] = optarg;
        break;
      default: usage("unknown option");
    }
  if (optind != argc - 1 || !brokers || !topic) usage("a mode, --brokers and --topic are needed");
  const char *mode = argv[optind];
  bool produces = !strcmp(mode, "produce"), reads = !strcmp(mode, "read"), deletes = !strcmp(mode, "delete");
  bool creates = !strcmp(mode, "create"), is_wrapped = prefix && suffix;
  if (!strcmp(mode, "both")) produces = reads = true;
  if (!produces && !reads && !deletes && !creates) usage("unknown mode");
  if (!deletes && (partitions < 1 || partitions > MOST_PARTITIONS)) usage("partitions are 1 to 256");
  if ((produces || reads) && count < 1) usage("count is from 1");
  if ((produces || reads) && !is_wrapped && (size < 20 || size > 1000000)) usage("size is 20 to 1000000, or else --prefix and --suffix");
  if (!is_wrapped && (only_partition != -1 || producer_count != 1)) usage("--partition and --producers go with --prefix and --suffix");
  if (only_partition < -1 || (!deletes && only_partition >= partitions)) usage("there is no such partition");
  if (most_in_flight < 1) usage("--in-flight is from 1");
  if (producer_count < 1 || producer_count > MOST_PRODUCERS) usage("producers are 1 to 64");
  embedded = !strcmp(brokers, "embedded");
  if (embedded && (!produces || is_wrapped)) usage("the embedded broker is gone with the program: produce or both, with --size");
  if (is_wrapped) {
    prefix_bytes = strlen(prefix), suffix_bytes = strlen(suffix);
    first = 1, block = 128;
    char digits[MOST_DIGITS];
    size = prefix_bytes + write_digits(count, digits) + suffix_bytes;
  } else if (produces || reads) {
    fill(size);
  }

  signal(SIGALRM, too_late);
  alarm(DEADLINE_S);
  if (embedded) start_mock();
  for (int i = 0; i < producer_count; i++)
    senders[i] = (struct sender){.client = new_producer(&senders[i]), .index = i, .is_read = reads};
  producer = senders[0].client;
  if (!embedded && (creates || deletes || (produces && !is_wrapped))) administer(!deletes);
  if (deletes) return 0;
  await_leaders(rd_kafka_topic_new(producer, topic, NULL));
  if (creates) return 0;
  int64_t records = note_offsets();
  if (!produces && records != count) fail("%s holds %" PRId64 " records", topic, records);

  struct rusage before, after;
  pthread_t reader, threads[MOST_PRODUCERS];
  double start = now();
  getrusage(RUSAGE_SELF, &before);
  if (reads && pthread_create(&reader, NULL, read_all, produces ? ends : begins)) fail("no thread");
  if (produces && reads) {
    // The first fetch takes longest: the reader is at the end of every partition before the first message is sent.
    while (awake < partitions) pause_us(1000);
    start = now();
    getrusage(RUSAGE_SELF, &before);
  }
  if (produces) {
    for (int i = 1; i < producer_count; i++)
      if (pthread_create(&threads[i], NULL, produce, &senders[i])) fail("no thread");
    produce(&senders[0]);
    for (int i = 1; i < producer_count; i++) pthread_join(threads[i], NULL);
  }
  double end = now();
  if (reads) pthread_join(reader, NULL);
  if (reads && (last_read > end || !produces)) end = last_read;
  getrusage(RUSAGE_SELF, &after);
  if (produces && (records = note_offsets()) != count) fail("%s grew by %" PRId64 " records", topic, records);

  // The system takes back what the clients hold; nothing is left to be sent.
  printf("{\"mode\": \"%s\", \"count\": %" PRId64 ", \"size\": %zu, \"seconds\": %.6f, \"messages_per_s\": %.1f, "
         "\"cpu_s\": %.3f, \"rss_bytes\": %lld}\n",
         mode, count, size, end - start, (double)count / (end - start),
         cpu_seconds(&after) - cpu_seconds(&before), (long long)after.ru_maxrss * 1024);
  return 0;
}
