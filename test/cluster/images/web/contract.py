"""What the contract of $STANDIN asks of its surroundings; a process that is not given it ends with 1 and says what is missing."""
import json, os, sys

name = os.environ["STANDIN"]
version = os.environ["STANDIN_VERSION"]
with open("/standin/contracts.json") as file:
    contract = json.load(file)[name]


def problems():
    for variable, length in contract.get("required", {}).items():
        value = os.environ.get(variable, "")
        if not value:
            yield f"{variable} is required"
        elif len(value) < length:
            yield f"{variable} must have {length} characters or more"
    if [os.getuid(), os.getgid()] != contract["user"]:
        yield f"must run as {contract['user']}, not as {[os.getuid(), os.getgid()]}"
    for folder in contract["writable"]:
        if not os.access(folder, os.W_OK):
            yield f"{folder} must be writable"
    if not os.statvfs("/").f_flag & os.ST_RDONLY:
        yield "the root file system must be read-only"
    if "init" in contract and open("/proc/1/comm").read().strip() != contract["init"]:
        yield f"{contract['init']} must be process 1"
    elif "init" not in contract and os.getcwd() != "/app":
        yield f"the working folder must be /app, not {os.getcwd()}"


def hold():
    found = list(problems())
    for problem in found:
        print(f"{name}: {problem}", file=sys.stderr, flush=True)
    if found:
        sys.exit(1)
