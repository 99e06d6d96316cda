"""A target that misbehaves: the path of a POST says how. What it stores, it appends to a file for each path, one id a line.

/fine        200                                         /slow     stores; every second one is answered after SLOW_S
/closes      closes the connection under the request; every second one is stored first
/second      answers the first request of a connection and closes it under each later one, which is not stored
/stored-500  500 for what it stored                      /refused  400 for what it stored
/redirects   307 to /elsewhere, which stores             /silent   stores, and never answers
/endless     stores; 200 and an answer of 2 GB           /garbage  stores; an answer that is no HTTP

Arguments: PORT FOLDER. In FOLDER are PATH.txt, and requests.txt, a line "PATH ID" for each request that arrived.
"""

import asyncio
import pathlib
import re
import sys

TOKEN = re.compile(rb"\b(r[0-9a-z]{9,14})\b")
SLOW_S = 4
ENDLESS = 2 << 30

port, folder = int(sys.argv[1]), pathlib.Path(sys.argv[2])
folder.mkdir(parents=True, exist_ok=True)
counts = {}


def append(name, line):
    with open(folder / f"{name}.txt", "ab", buffering=0) as file:
        file.write(line + b"\n")


async def request(reader):
    """The method, the path and the id of one request; none at the end of the connection."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except (asyncio.IncompleteReadError, ConnectionError):
        return None
    length = re.search(rb"(?i)\r\ncontent-length: *(\d+)", head)
    body = await reader.readexactly(int(length[1])) if length else b""
    method, path = head.split()[:2]
    token = TOKEN.search(body)
    return method.decode(), path.decode().lstrip("/").split("?")[0], token[1] if token else b"-"


def answer(writer, status, more=b"", body=b"{}"):
    writer.write(b"HTTP/1.1 %d -\r\nContent-Length: %d\r\n%s\r\n%s" % (status, len(body), more, body))


async def endless(writer):
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % ENDLESS)
    block = b"x" * (1 << 20)
    for _ in range(ENDLESS // len(block)):
        writer.write(block)
        await writer.drain()


async def react(writer, path, token, number, nth):
    """Answers one request; False closes the connection."""
    is_even = nth % 2 == 0
    if path == "second" and number > 1:
        return False
    if path == "closes":
        if is_even:
            append(path, token)
        return False
    if path == "redirects":
        answer(writer, 307, b"Location: http://127.0.0.1:%d/elsewhere\r\n" % port)
        return True
    append(path, token)
    match path:
        case "slow":
            if is_even:
                await asyncio.sleep(SLOW_S)
            answer(writer, 200)
        case "stored-500":
            answer(writer, 500)
        case "refused":
            answer(writer, 400)
        case "silent":
            await asyncio.sleep(3600)
        case "endless":
            await endless(writer)
        case "garbage":
            writer.write(bytes(range(256)) * 8)
            await writer.drain()
            return False
        case _:
            answer(writer, 200)
    return True


async def connection(reader, writer):
    number = 0
    try:
        while one := await request(reader):
            method, path, token = one
            number += 1
            if method != "POST":
                answer(writer, 200)
                continue
            append("requests", path.encode() + b" " + token)
            counts[path] = counts.get(path, 0) + 1
            if not await react(writer, path, token, number, counts[path]):
                break
            await writer.drain()
    except (ConnectionError, asyncio.IncompleteReadError):
        pass
    finally:
        writer.close()


async def main():
    server = await asyncio.start_server(connection, "127.0.0.1", port, backlog=1024)
    await server.serve_forever()


asyncio.run(main())
