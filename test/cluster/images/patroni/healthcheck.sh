#!/bin/sh
exec python3 -c 'import urllib.request; urllib.request.urlopen("http://127.0.0.1:8008/liveness", timeout=8)'
