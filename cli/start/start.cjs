const { readdirSync, readFileSync, statSync } = require('node:fs');
const Module = require('node:module');
const { dirname, join, sep } = require('node:path');
const vm = require('node:vm');

const ROOT = join(__dirname, '..', '..');
const MAGIC = 'waybill 1\n';
/** A file that changed this shortly before it was looked at may change again within the clock's grain. */
const SETTLED = 2000;

/**
 * How Node 20 is to compile; newer ones have other tiers. Code with all it calls put into it costs more to make than it saves in most runs,
 * and so do loops that are taken apart and methods of arrays that are written out in it. Most runs are over before code that is optimized
 * as early as it is by default has paid for it; a long one asks for it sooner (`compile-sooner.ts`).
 */
const NODE_20 = [
  '--interrupt-budget=250000',
  '--max-inlined-bytecode-size=60',
  '--max-inlined-bytecode-size-cumulative=100',
  '--no-turbo-inline-array-builtins',
  '--no-turbo-loop-peeling',
].join(' ');

/**
 * Runs a file of this repository. What it loaded the last time is kept compiled, in one file for each entry and verb, and used while
 * every source, dependency, folder of sources and Node itself are what they were; otherwise the run goes through tsx, and is kept anew.
 */
exports.start = (entry) => {
  const place = placeOf(entry, process.argv[2]);
  const kept = process.env.WAYBILL_CACHE === 'off' ? undefined : readPack(place);
  if (kept !== undefined) return runPack(kept, entry.replaceAll('/', sep), place);
  setEngine();
  require('./record.cjs').record(ROOT, join(ROOT, entry), place, exports);
};
const setEngine = () => {
  if (process.versions.v8.startsWith('11.')) require('node:v8').setFlagsFromString(NODE_20);
};

/** Node and its flags decide how code is compiled: each combination has files of its own, or two in turn would never find theirs. */
const ENGINE = [process.version, process.arch, process.platform, ...process.execArgv, process.env.NODE_OPTIONS ?? ''].join(' ');
const engineId = () => [...ENGINE].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0, 7).toString(36);
exports.engine = ENGINE;

/** A verb loads what no other does, so each has a file of its own; anything else a person may type has none. */
const placeOf = (entry, verb = '') =>
  join(ROOT, 'node_modules/.cache/waybill', [entry, /^[a-z]{1,20}$/.test(verb) ? verb : 'run', engineId()].join('-').replace(/[^\w-]/g, '-'));

/** Loaded when a file has to be read: in most runs none has changed. */
const hash = (content) => require('node:crypto').createHash('sha1').update(content).digest('hex');

/** Of a file: when it last changed, its size, and its content, which alone decides. A missing one has none. */
exports.lookAt = (path) => {
  const stat = statSync(join(ROOT, path), { throwIfNoEntry: false });
  return stat === undefined ? [0, 0, ''] : [stat.ctimeMs, stat.size, stat.isDirectory() ? listing(path) : hash(readFileSync(join(ROOT, path)))];
};
/** What an import could mean depends on the names beside it; names that no import reaches are left out. */
const listing = (path) =>
  hash(
    readdirSync(join(ROOT, path))
      .filter((name) => !name.startsWith('.') && (/\.([cm]?[jt]sx?|json|node)$/.test(name) || !name.includes('.')))
      .sort()
      .join('\n'),
  );
const isSame = ([path, changed, size, content], at) => {
  const stat = statSync(join(ROOT, path), { throwIfNoEntry: false });
  if (stat === undefined) return content === '';
  // As git does: the change time moves with every write, so that content is read only where it moved.
  if (stat.ctimeMs === changed && stat.size === size && changed < at - SETTLED) return true;
  return exports.lookAt(path)[2] === content;
};

const readPack = (place) => {
  let bytes;
  try {
    bytes = readFileSync(place);
  } catch {
    return undefined;
  }
  try {
    const headEnd = bytes.indexOf(10, MAGIC.length);
    if (bytes.latin1Slice(0, MAGIC.length) !== MAGIC || headEnd === -1) return undefined;
    const head = JSON.parse(bytes.utf8Slice(MAGIC.length, headEnd));
    const body = bytes.subarray(headEnd + 1);
    if (body.length !== head.source + head.data || head.engine !== ENGINE) return undefined;
    if (!head.files.every((file) => isSame(file, head.at))) return undefined;
    return { head, source: body.latin1Slice(0, head.source), data: head.data === 0 ? undefined : body.subarray(head.source) };
  } catch {
    // Not a file of ours, or one that was cut short: as if there were none.
    return undefined;
  }
};

const runPack = ({ head, source, data }, main, place) => {
  let extended = false;
  // First, since V8 takes what Node itself keeps compiled only as long as its flags are those it was compiled with.
  for (const name of head.builtins) require(name);
  setEngine();
  const script = new vm.Script(source, { filename: `${place}.js`, cachedData: data });
  const functions = script.runInThisContext();
  const modules = new Map(head.modules.map(([path, requests], index) => [path, { make: functions[index], requests }]));
  if (data === undefined || script.cachedDataRejected) {
    process.on('exit', () => {
      // V8 takes it only under the flags it was made under, and a long run has changed them.
      setEngine();
      if (!extended) require('./write-pack.cjs').writePack(place, head, source, script.createCachedData());
    });
  }

  const load = (path) => {
    const filename = ROOT + sep + path;
    const before = Module._cache[filename];
    if (before !== undefined) return before.exports;
    const { make, requests } = modules.get(path);
    const module = new Module(filename);
    module.filename = filename;
    Module._cache[filename] = module;
    if (typeof make !== 'function') module.exports = make;
    else {
      try {
        make.call(module.exports, module.exports, requireFor(module, requests), module, filename, dirname(filename));
      } catch (error) {
        delete Module._cache[filename];
        throw error;
      }
    }
    module.loaded = true;
    return module.exports;
  };
  const requireFor = (module, requests) => {
    const asked = (request) => {
      const path = requests[request];
      if (path !== undefined) return load(path);
      if (Module.isBuiltin(request)) return require(request);
      // What the last run did not need is loaded as any run without this file would.
      extendOnce();
      module.paths = Module._nodeModulePaths(dirname(module.filename));
      return module.require(request);
    };
    asked.resolve = (request) => Module._resolveFilename(request, module);
    asked.cache = Module._cache;
    return asked;
  };
  const extendOnce = () => {
    if (!extended) require('./record.cjs').extend(ROOT, place, head.modules, exports);
    extended = true;
  };
  load(main);
};
