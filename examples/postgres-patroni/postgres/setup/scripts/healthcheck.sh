#!/bin/sh
# 0 when Patroni's loop runs and PostgreSQL runs or is on its way. A member that is rewound or copied anew is not ill: to kill it
# then would cost its data directory.
set -eu
exec python3 - "${PATRONI_RESTAPI_LISTEN:?}" <<'PY'
import http.client, json, pathlib, sys

host, port = sys.argv[1].rsplit(":", 1)
host = {"": "127.0.0.1", "*": "127.0.0.1", "0.0.0.0": "127.0.0.1", "[::]": "::1"}.get(host, host.strip("[]"))
ill = ("stopped", "stop failed", "start failed", "restart failed", "crashed", "initdb failed", "custom bootstrap failed")


def get(path):
    # The health check itself has ten seconds for two of these.
    connection = http.client.HTTPConnection(host, int(port), timeout=4)
    connection.request("GET", path)
    answer = connection.getresponse()
    return answer.status, answer.read()


def being_rebuilt():
    for process in pathlib.Path("/proc").glob("[0-9]*/comm"):
        try:
            if process.read_text().strip() in ("pg_rewind", "pg_basebackup"):
                return True
        except OSError:
            pass
    return False


try:
    status, _ = get("/liveness")
    if status != 200:
        sys.exit(f"Patroni's loop is late: /liveness answered {status}")
    member = json.loads(get("/patroni")[1])
except (OSError, ValueError, http.client.HTTPException) as error:
    sys.exit(f"Patroni does not answer: {error}")
if member.get("state") in ill and not member.get("pause") and not being_rebuilt():
    sys.exit(f"PostgreSQL is {member['state']}")
PY
