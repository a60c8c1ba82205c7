const { readdirSync, readFileSync, statSync } = require('node:fs');
const Module = require('node:module');
const { isAbsolute, join, relative, sep } = require('node:path');
const vm = require('node:vm');

// All that a usual run needs stands in this one file: Node takes half a millisecond to find and load each.
const ROOT = join(__dirname, '..', '..');
/** A file that changed this shortly before it was looked at may change again within the clock's grain. */
const SETTLED = 2000;

/** From Node 22 on V8 counts calls. Waiting for more of them is better still for a short run, and a quarter more work for 10,000 services. */
const COUNTED = [
  '--invocation-count-for-feedback-allocation=32',
  '--invocation-count-for-maglev=2000',
  '--invocation-count-for-maglev-osr=500',
  '--invocation-count-for-turbofan=20000',
];
/**
 * How V8 is to compile, by the major version of Node: other versions stay as they are, since V8 complains of flags that it does not know. Most
 * runs are over before code that is optimized as early as it is by default has paid for it; on Node 20 a long one asks for it sooner
 * (`compile-sooner.ts`). What is called a few times runs without notes of what it was called with, which cost more to make than they save there.
 * Only what V8 asks for anew each time may stand here: `--no-regexp-tier-up`, set while regular expressions stand, ends Node with a fault.
 */
const FLAGS = {
  // Code with all it calls put into it costs more to make than it saves in most runs, and so do loops that are taken apart and methods of
  // arrays that are written out in it.
  20: [
    '--interrupt-budget=250000',
    '--interrupt-budget-factor-for-feedback-allocation=32',
    '--max-inlined-bytecode-size=60',
    '--max-inlined-bytecode-size-cumulative=100',
    '--no-turbo-inline-array-builtins',
    '--no-turbo-loop-peeling',
  ],
  22: COUNTED,
  24: COUNTED,
  26: COUNTED,
};

/**
 * Runs a file of this repository. What it loaded the last time is kept compiled, in one file for each entry and verb, and used while
 * every source, dependency, folder of sources and Node itself are what they were; otherwise the run goes through tsx, and is kept anew.
 */
exports.start = (entry) => {
  try {
    start(entry);
  } catch (error) {
    if (!isToldToAuthors(error)) throw error;
  }
};
const isToldToAuthors = (error) => {
  try {
    require('tsx/cjs/api').register();
  } catch {
    process.stderr.write('node_modules: what Waybill needs is not installed\n  fix: npm ci [imports-are-there]\n');
    process.exitCode = 2;
    return true;
  }
  return require('./why-not-loaded').sayWhyNotLoaded(error);
};
const start = (entry) => {
  const place = placeOf(entry, process.argv[2]);
  const kept = process.env.WAYBILL_CACHE === 'off' ? undefined : readPack(place);
  const main = kept?.head.modules.findIndex(([path]) => path === entry.replaceAll('/', sep)) ?? -1;
  if (main !== -1) return runPack(kept, main, place);
  setEngine();
  require('./record.cjs').record(ROOT, join(ROOT, entry), place, exports);
};
const setEngine = () => {
  const flags = FLAGS[Number.parseInt(process.versions.node, 10)];
  if (flags !== undefined) require('node:v8').setFlagsFromString(flags.join(' '));
};

/**
 * The form of what is kept, and Node and its flags, which decide how code is compiled: each combination has files of its own, or two in turn
 * would never find theirs.
 */
const ENGINE = ['2', process.version, process.arch, process.platform, ...process.execArgv, process.env.NODE_OPTIONS ?? ''].join(' ');
const engineId = () => [...ENGINE].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0, 7).toString(36);
exports.engine = ENGINE;

/** A verb loads what no other does, so each has a file of its own; anything else a person may type has none. */
const placeOf = (entry, word = '') =>
  join(ROOT, 'node_modules/.cache/waybill', [entry, isVerb(word) ? word : 'run', engineId()].join('-').replace(/[^\w-]/g, '-'));
const isVerb = (word) => /^[a-z]{1,20}$/.test(word) && statOf(join('cli', word, 'command.ts')) !== undefined;

/** Loaded when a file has to be read: in most runs none has changed. */
const hash = (content) => require('node:crypto').createHash('sha1').update(content).digest('hex');

/** Of a file: when it last changed, its size, and its content, which alone decides. A missing one has none. */
exports.lookAt = (path) => {
  const stat = statOf(path);
  return stat === undefined ? [0, 0, ''] : [stat.ctimeMs, stat.size, contentOf(path, stat)];
};
const statOf = (path) => statSync(ROOT + sep + path, { throwIfNoEntry: false });
const contentOf = (path, stat) => (stat.isDirectory() ? listing(path) : hash(readFileSync(join(ROOT, path))));
/** What an import could mean depends on the names beside it; names that no import reaches are left out. */
const listing = (path) =>
  hash(
    readdirSync(join(ROOT, path))
      .filter((name) => !name.startsWith('.') && (/\.([cm]?[jt]sx?|json|node)$/.test(name) || !name.includes('.')))
      .sort()
      .join('\n'),
  );
/** `head.isOld`: a file was written since, as it was, and is known by its new time from `now` on. */
const isSame = (head, index, now) => {
  const { paths, changed, sizes, contents } = head.files;
  const stat = statOf(paths[index]);
  if (stat === undefined) return contents[index] === '';
  // As git does: the change time moves with every write, so that content is read only where it moved.
  if (stat.ctimeMs === changed[index] && stat.size === sizes[index] && stat.ctimeMs < head.at - SETTLED) return true;
  if (contentOf(paths[index], stat) !== contents[index]) return false;
  [changed[index], sizes[index]] = [stat.ctimeMs, stat.size];
  if (stat.ctimeMs < now - SETTLED) head.isOld = true;
  return true;
};

const readPack = (place) => {
  let bytes;
  try {
    bytes = readFileSync(place);
  } catch {
    return undefined;
  }
  try {
    const headEnd = bytes.indexOf(10);
    const head = JSON.parse(bytes.utf8Slice(0, headEnd));
    const body = bytes.subarray(headEnd + 1);
    if (body.length !== head.data + head.source || head.engine !== ENGINE) return undefined;
    const now = Date.now();
    if (!head.files.paths.every((_, index) => isSame(head, index, now))) return undefined;
    if (head.isOld) head.at = now;
    return { head, data: head.data === 0 ? undefined : body.subarray(0, head.data), source: body.latin1Slice(head.data) };
  } catch {
    // Not a file of ours, or one that was cut short: as if there were none.
    return undefined;
  }
};

const runPack = ({ head, source, data }, main, place) => {
  let extended = false;
  // First, since V8 takes what Node itself keeps compiled only as long as its flags are those it was compiled with.
  for (const name of head.builtins) require(name);
  // What Node loads for a stream depends on whether it is a file, a pipe or a terminal.
  for (const name of head.streams) process[name];
  if (head.readsArguments && process.argv.length > 2) require('node:util').parseArgs;
  setEngine();
  const script = new vm.Script(source, { filename: `${place}.js`, cachedData: data });
  const made = script.runInThisContext();
  const isCompiled = data !== undefined && !script.cachedDataRejected;
  if (!isCompiled || head.isOld) {
    process.on('exit', () => {
      if (extended) return;
      // V8 takes it only under the flags it was made under, and a long run has changed them.
      if (!isCompiled) setEngine();
      require('./write-pack.cjs').writePack(place, { ...head, isOld: undefined }, source, isCompiled ? data : script.createCachedData());
    });
  }

  const started = [];
  const load = (index) => {
    if (started[index] !== undefined) return started[index].exports;
    const filename = ROOT + sep + head.modules[index][0];
    if (extended && Module._cache[filename] !== undefined) return Module._cache[filename].exports;
    const module = {
      id: filename,
      // Node's `dirname` goes letter by letter, a third of a millisecond for all modules together.
      path: filename.slice(0, filename.lastIndexOf(sep)),
      exports: {},
      filename,
      loaded: false,
      children: [],
      paths: [],
    };
    started[index] = module;
    if (extended) asNodeHasIt(module);
    const make = made[index];
    if (typeof make !== 'function') module.exports = make;
    else {
      try {
        make.call(module.exports, module.exports, requireFor(module, head.modules[index]), module, filename, module.path);
      } catch (error) {
        started[index] = undefined;
        delete Module._cache[filename];
        throw error;
      }
    }
    module.loaded = true;
    return module.exports;
  };
  /** `requests`: what was asked for, each before the number of the module that it meant. */
  const requireFor = (module, requests) => {
    const asked = (request) => {
      // Behind the path of the module itself.
      const at = requests.indexOf(request, 1);
      if (at !== -1) return load(requests[at + 1]);
      if (Module.isBuiltin(request)) return require(request);
      // What the last run did not need is loaded as any run without this file would.
      extendOnce();
      module.paths = Module._nodeModulePaths(module.path);
      return module.require(request);
    };
    asked.resolve = (request) => Module._resolveFilename(request, module);
    asked.cache = Module._cache;
    return asked;
  };
  const extendOnce = () => {
    if (extended) return;
    extended = true;
    for (const module of started) if (module !== undefined) asNodeHasIt(module);
    require('./record.cjs').extend(ROOT, place, head, exports);
  };
  load(main);
};
/** Only then, since it takes Node longer to make a module of its own than most modules take to run. */
const asNodeHasIt = (module) => {
  Module._cache[module.filename] = Object.setPrototypeOf(module, Module.prototype);
};

/** `node cli/start/run.cjs main.ts …` is `node --import tsx main.ts …`, with what it loads kept compiled. */
if (require.main === module) {
  process.argv.splice(1, 1);
  const path = process.argv[1] ?? 'main.ts';
  exports.start(relative(ROOT, isAbsolute(path) ? path : join(process.cwd(), path)));
}
