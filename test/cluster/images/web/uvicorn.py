"""`python -m uvicorn APP --host H --port P`"""
import argparse
import server

parser = argparse.ArgumentParser()
parser.add_argument("app")
parser.add_argument("--host", default="127.0.0.1")
parser.add_argument("--port", type=int, default=8000)
options = parser.parse_args()
server.serve(options.host, options.port)
