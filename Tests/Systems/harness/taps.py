"""A note of what a system answered, taken outside it: a line "STATUS ID" for each POST in the file $JOURNAL, before the answer leaves.

The id is the first token of rehearse in the body. gunicorn starts taps:wsgi("MODULE"), uvicorn taps:asgi (MODULE in $TAPPED).
"""

import importlib
import io
import os
import re

TOKEN = re.compile(rb"\b(r[0-9a-z]{9,14})\b")
journal = os.open(os.environ["JOURNAL"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)


def note(status, body):
    token = TOKEN.search(body)
    # One write, so that the lines of several workers stay whole.
    os.write(journal, b"%s %s\n" % (str(status).encode(), token[1] if token else b"-"))


def wsgi(module):
    app = importlib.import_module(module).app

    def tapped(environ, start):
        if environ["REQUEST_METHOD"] != "POST":
            return app(environ, start)
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        environ["wsgi.input"], statuses = io.BytesIO(body), []

        def starting(line, *rest):
            statuses.append(line.split()[0])
            return start(line, *rest)

        answer = app(environ, starting)
        note(statuses[0], body)
        return answer

    return tapped


def asgi():
    app = importlib.import_module(os.environ["TAPPED"]).app

    async def tapped(scope, receive, send):
        if scope["type"] != "http" or scope["method"] != "POST":
            return await app(scope, receive, send)
        parts = []

        async def receiving():
            event = await receive()
            parts.append(event.get("body", b""))
            return event

        async def sending(event):
            if event["type"] == "http.response.start":
                note(event["status"], b"".join(parts))
            await send(event)

        await app(scope, receiving, sending)

    return tapped
