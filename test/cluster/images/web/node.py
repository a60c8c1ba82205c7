"""`node server.js`: a standalone Next.js server binds to $HOSTNAME, which is the pod's name where nobody sets it."""
import os, sys
import server

assert sys.argv[1:] == ["server.js"], sys.argv
server.serve(os.environ.get("HOSTNAME", "0.0.0.0"), int(os.environ.get("PORT", "3000")))
