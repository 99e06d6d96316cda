"""A proxy between a client and a target, which loses some of what it carries and closes the client's connection then.

Every EVERY-th POST loses its answer: the target has got the request and has answered. Every EVERY-th, half of EVERY later, is lost
itself: the target never gets it. Arguments: PORT TARGET_PORT EVERY FILE; in FILE is a line "answer ID" or "request ID" for each.
"""

import asyncio
import re
import sys

TOKEN = re.compile(rb"\b(r[0-9a-z]{9,14})\b")
port, target, every, lost = int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
posts = 0


def note(what, message):
    token = TOKEN.search(message)
    with open(lost, "a", encoding="ascii") as file:
        file.write(f"{what} {token[1].decode() if token else '-'}\n")


async def message(reader):
    """A request or an answer as it is; none at the end of the connection."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
        length = re.search(rb"(?i)\r\ncontent-length: *(\d+)", head)
        return head + (await reader.readexactly(int(length[1])) if length else b"")
    except (asyncio.IncompleteReadError, ConnectionError):
        return None


async def connection(reader, writer):
    global posts
    to = None
    try:
        from_target, to = await asyncio.open_connection("127.0.0.1", target)
        while asked := await message(reader):
            turn = -1
            if asked.startswith(b"POST"):
                posts += 1
                turn = posts % every
            if turn == every // 2:
                note("request", asked)
                break
            to.write(asked)
            answer = await message(from_target)
            if answer is None:
                break
            if turn == 0:
                note("answer", asked)
                break
            writer.write(answer)
            await writer.drain()
    except ConnectionError:
        pass
    finally:
        for one in (writer, to):
            if one:
                one.close()


async def main():
    server = await asyncio.start_server(connection, "127.0.0.1", port, backlog=1024)
    await server.serve_forever()


asyncio.run(main())
