"""The brokers that are measured with: the embedded one, and one of Apache Kafka, started here and killed at the end."""

import base64
import os
import pathlib
import shutil
import socket
import subprocess
import tempfile
import time

from programs import CEILING, ROOT, Failure, run, say, succeed

PASSWORD = "bench-secret"


class Broker:
    """An address, and what clients need to sign in: for rehearse a part of its scenario, for others librdkafka's properties."""

    def __init__(self, name, address, access="", properties=None):
        self.name, self.address, self.access, self.properties = name, address, access, properties or {}
        self.topics = 0

    @property
    def is_embedded(self):
        return self.address == "embedded"

    def fresh(self):
        """The name of a topic that was not used before."""
        self.topics += 1
        return f"{self.name.replace('_', '-')}-{self.topics}"

    def forget(self, topic, plain=None):
        """Deletes a topic: one that stays costs disk, and nothing else."""
        if not self.is_embedded:
            ended = run([CEILING, "delete", "--brokers", (plain or self).address, "--topic", topic])
            if ended.code != 0:
                say(f"{topic} was not deleted: {ended.errors.strip()}")


EMBEDDED = Broker("embedded", "embedded")


class Kafka:
    """One broker of Apache Kafka, with a plain listener and one of TLS with a login."""

    def __init__(self, home):
        self.home = pathlib.Path(home)
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="rehearse-kafka-"))
        self.process = None
        try:
            self._start()
        except BaseException:
            self.end()
            raise

    @staticmethod
    def absence():
        """The reason why there is none to start; none if there is."""
        home = os.environ.get("KAFKA_HOME", "")
        if not home:
            return "KAFKA_HOME is not set"
        if not list(pathlib.Path(home).glob("libs/*.jar")):
            return f"KAFKA_HOME is {home}, which has no libs/*.jar"
        return None if shutil.which("java") else "there is no java on the PATH"

    def _start(self):
        certificates = self.folder / "certificates"
        succeed([ROOT / "Scripts" / "test-certificates", certificates, "changeit"])
        plain, secure, controller = free_ports(3)
        properties = self.folder / "server.properties"
        properties.write_text(f"""process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:{controller}
controller.listener.names=CONTROLLER
listeners=PLAINTEXT://127.0.0.1:{plain},SASL_SSL://127.0.0.1:{secure},CONTROLLER://127.0.0.1:{controller}
listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,SASL_SSL:SASL_SSL
ssl.keystore.type=PEM
ssl.keystore.location={certificates}/server.store.pem
sasl.enabled.mechanisms=PLAIN
listener.name.sasl_ssl.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required \\
  user_bench="{PASSWORD}";
log.dirs={self.folder}/data
auto.create.topics.enable=false
offsets.topic.replication.factor=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
file.delete.delay.ms=1000
""")
        identity = base64.urlsafe_b64encode(os.urandom(16)).rstrip(b"=").decode().replace("-", "A")
        libraries = f"{self.home}/libs/*"
        succeed(["java", "-XX:TieredStopAtLevel=1", "-cp", libraries, "kafka.tools.StorageTool", "format", "-t", identity,
                 "-c", properties])
        log = open(self.folder / "kafka.log", "w")
        self.process = subprocess.Popen(
            ["java", "-Xms512m", "-Xmx512m", "-XX:+UseSerialGC", "-cp", libraries, "kafka.Kafka", str(properties)],
            stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        deadline = time.monotonic() + 60
        while not answers(plain):
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise Failure("Kafka did not start:\n" + (self.folder / "kafka.log").read_text()[-1000:])
            time.sleep(0.1)
        self.plain = Broker("kafka", f"127.0.0.1:{plain}")
        authority = certificates / "ca.pem"
        self.secure = Broker(
            "sasl_ssl", f"127.0.0.1:{secure}",
            f", tls: {{truststore: {authority}}}, auth: {{mechanism: PLAIN, username: bench, password: {{env: BENCH_PASSWORD}}}}",
            {"security.protocol": "SASL_SSL", "sasl.mechanism": "PLAIN", "sasl.username": "bench",
             "sasl.password": PASSWORD, "ssl.ca.location": authority})
        # The same in a request body of system A.
        self.account = {"truststore": {"location": str(authority)},
                        "authentication": {"serviceAcntNm": "bench", "serviceAcntPswd": PASSWORD}}
        os.environ["BENCH_PASSWORD"] = PASSWORD

    def performance(self, topic, count, size):
        """Messages a second of Kafka's own producer, which writes no content and reads nothing back."""
        ended = succeed([
            "java", "-cp", f"{self.home}/libs/*", "org.apache.kafka.tools.ProducerPerformance", "--topic", topic,
            "--num-records", count, "--record-size", size, "--throughput", "-1", "--producer-props",
            f"bootstrap.servers={self.plain.address}", "linger.ms=5", "acks=all"])
        words = ended.output.strip().splitlines()[-1].split()
        return float(words[words.index("records/sec") - 1])

    def end(self):
        if self.process:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


def answers(port):
    try:
        socket.create_connection(("127.0.0.1", port), 0.5).close()
        return True
    except OSError:
        return False


def free_ports(count):
    """Ports that nothing listens at; each is held until the last is found."""
    held = []
    for _ in range(count):
        held.append(socket.socket())
        held[-1].bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in held]
    for one in held:
        one.close()
    return ports
