"""One server for the seven web containers: what each of them answers stands in contracts.json."""
import http.server, json, os, signal, threading, urllib.request
import contract


def alive(_):
    return 200, {"status": "alive"}


def version(_):
    return 200, {"status": "healthy", "version": contract.version, "service": contract.name}


def upstream(path):
    base = os.environ.get("NEXT_PUBLIC_API_URL_IN_BUNDLE") or contract.contract["upstream"]
    try:
        with urllib.request.urlopen(base + path, timeout=5) as answer:
            return 200, {"status": "ready", "upstream": json.load(answer)}
    except OSError as error:
        return 503, {"status": "not_ready", "reason": str(error)}


def query(sql):
    import psycopg2

    connection = psycopg2.connect(os.environ["DATABASE_URL"], connect_timeout=3)
    try:
        with connection, connection.cursor() as cursor:
            cursor.execute(sql)
            return cursor.fetchone()[0]
    finally:
        connection.close()


def database(_, sql="select 1"):
    try:
        return 200, {"status": "ready", "answer": query(sql)}
    except Exception as error:
        print("database:", error, flush=True)
        return 503, {"status": "not_ready", "checks": {"database": "unhealthy"}}


def todos(_):
    return database(_, "select count(*) from todos")


ANSWERS = {"alive": alive, "version": version, "upstream": upstream, "database": database, "todos": todos}


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        kind, _, rest = contract.contract["get"].get(self.path, "").partition(" ")
        status, body = ANSWERS[kind](rest) if kind else (404, {"status": "not found"})
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = False  # those that are being answered may finish
    request_queue_size = 128


def serve(host, port):
    contract.hold()
    server = Server((host, port), Handler)
    signal.signal(signal.SIGTERM, lambda *_: threading.Thread(target=server.shutdown).start())
    print(f"{contract.name} {contract.version} listens on {host}:{port}", flush=True)
    server.serve_forever(poll_interval=0.1)
    server.server_close()
    print(f"{contract.name} ends", flush=True)
