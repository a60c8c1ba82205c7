"""Answers like an application whose database driver was built in the image."""

import psycopg2


async def app(scope, receive, send):
    ok = scope["type"] == "http" and scope["path"] in ("/livez", "/health") and psycopg2.__version__
    if scope["type"] == "http":
        await send({"type": "http.response.start", "status": 200 if ok else 500, "headers": []})
        await send({"type": "http.response.body", "body": b"ok" if ok else b"no"})
