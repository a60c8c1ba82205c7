"""/usr/local/bin/backend and /usr/local/bin/frontend"""
import server

server.serve("0.0.0.0", server.contract.contract["port"])
