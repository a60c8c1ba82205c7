"""`loop.py SECONDS URL…`: calls each URL ten times a second, each time on a new connection, and prints every failure; says how many at the end."""
import http.client, sys, time, threading, urllib.request

seconds, urls = float(sys.argv[1]), sys.argv[2:]
end = time.monotonic() + seconds
counts = {url: [0, 0] for url in urls}


def call(url):
    while time.monotonic() < end:
        counts[url][0] += 1
        try:
            with urllib.request.urlopen(url, timeout=10) as answer:
                answer.read()
        except (OSError, http.client.HTTPException) as error:
            counts[url][1] += 1
            print("failed", url, time.strftime("%H:%M:%S"), error, flush=True)
        time.sleep(0.1)


threads = [threading.Thread(target=call, args=(url,)) for url in urls]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
for url, (calls, failures) in counts.items():
    print("calls", url, calls, failures, flush=True)
