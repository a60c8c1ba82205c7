const { existsSync, readFileSync } = require('node:fs');
const Module = require('node:module');
const { dirname, isAbsolute, join, relative, sep } = require('node:path');
const { writePack } = require('./write-pack.cjs');

/** Runs `main` through tsx, and at its end keeps what it loaded. */
exports.record = (root, main, place, how) => {
  require('tsx/cjs/api').register();
  if (process.env.WAYBILL_CACHE !== 'off') keepAtEnd({ code: new Set(), requests: new Map(), streams: new Set() }, root, place, how);
  require(main);
};

/** From here on what is loaded is not among what was kept: at the end both are kept, so that runs of one verb in two ways do not undo each other. */
exports.extend = (root, place, { modules, streams }, how) => {
  require('tsx/cjs/api').register();
  const code = new Set(modules.map(([path]) => join(root, path)).filter((path) => !path.endsWith('.json')));
  const tableOf = ([, ...requests]) =>
    Object.fromEntries(requests.flatMap((request, at) => (at % 2 === 0 ? [[request, join(root, modules[requests[at + 1]][0])]] : [])));
  const requests = new Map(modules.map((one) => [join(root, one[0]), tableOf(one)]));
  keepAtEnd({ code, requests, streams: new Set(streams) }, root, place, how);
};

const keepAtEnd = (seen, root, place, { engine, lookAt }) => {
  const stop = watch(seen);
  process.on('exit', () => {
    stop();
    try {
      keep(seen, root, place, engine, lookAt);
    } catch (error) {
      // What cannot be kept is compiled again the next time.
      if (process.env.WAYBILL_CACHE === 'loud') throw error;
    }
  });
};

const watch = ({ code, requests, streams }) => {
  const { _load: load } = Module;
  const { _compile: compile } = Module.prototype;
  Module._load = function (request, parent, ...rest) {
    const exported = load.call(this, request, parent, ...rest);
    // Asked only now: Node itself does not ask again for a file that another one of the same folder has asked for.
    if (parent?.filename && !Module.isBuiltin(request)) {
      requests.set(parent.filename, { ...requests.get(parent.filename), [request]: Module._resolveFilename(request, parent, false) });
    }
    return exported;
  };
  Module.prototype._compile = function (content, filename, ...rest) {
    code.add(filename);
    return compile.call(this, content, filename, ...rest);
  };
  const streamsBefore = ['stdout', 'stderr'].map((name) => [name, Object.getOwnPropertyDescriptor(process, name)]);
  for (const [name, own] of streamsBefore) {
    const get = () => {
      if (!isAskedByNode()) streams.add(name);
      return own.get();
    };
    Object.defineProperty(process, name, { ...own, get });
  }
  return () => {
    for (const [name, own] of streamsBefore) Object.defineProperty(process, name, own);
    Module._load = load;
    Module.prototype._compile = compile;
  };
};

/** Node asks for them itself, whenever a socket ends. Behind the message come this function, the getter and who asked. */
const isAskedByNode = () => /\bnode:/.test(new Error().stack.split('\n')[3] ?? '');

const keep = ({ code, requests, streams }, root, place, engine, lookAt) => {
  const at = Date.now();
  const inRoot = (path) => isAbsolute(path) && !relative(root, path).startsWith('..');
  const data = [...requests.values()]
    .flatMap((table) => Object.values(table))
    .filter((path) => path.endsWith('.json') && inRoot(path) && existsSync(path));
  // What tsx itself loads meanwhile, no kept run asks for.
  const loaded = [...code].filter((path) => inRoot(path) && !path.startsWith(TSX));
  const compiled = compileAll(loaded);
  const texts = new Map([
    ...[...compiled].map(([path, text]) => [path, `(function (exports, require, module, __filename, __dirname) {${text}\n})`]),
    ...data.map((path) => [path, ascii(JSON.stringify(JSON.parse(readFileSync(path, 'utf8'))))]),
  ]);
  // A module that imports at run time needs Node's own loader behind it; its name among the requests is left out, so it gets that.
  const paths = [...texts.keys()].filter(
    (path) => inRoot(path) && !path.startsWith(__dirname + sep) && !/\bimport\s*\(/.test(texts.get(path)),
  );
  const numbers = new Map(paths.map((path, index) => [path, index]));
  const modules = paths.map((path) => [
    relative(root, path),
    ...Object.entries(requests.get(path) ?? {}).flatMap(([request, to]) => (numbers.has(to) ? [request, numbers.get(to)] : [])),
  ]);
  const how = ['run.cjs', 'record.cjs', 'write-pack.cjs'].map((name) => join(__dirname, name));
  const decide = [...new Set([...paths, ...loaded, ...how].flatMap((path) => deciding(path, root)))];
  const looks = decide.map(lookAt);
  const [changed, sizes, contents] = [0, 1, 2].map((part) => looks.map((look) => look[part]));
  const files = { paths: decide, changed, sizes, contents };
  const kept = paths.map((path) => texts.get(path));
  writePack(
    place,
    { engine, at, files, modules, builtins: builtinsOf(kept), streams: [...streams], readsArguments: kept.some(readsArguments) },
    withoutSpace(`[${kept.join(',\n')}]`),
    undefined,
  );
};

/** Node loads its parser of arguments when it is first asked for. */
const readsArguments = (text) => /\bparseArgs\)?\(/.test(text);
/** What modules take from Node as soon as they are loaded. */
const builtinsOf = (texts) => [...new Set(texts.flatMap((text) => [...text.matchAll(BUILTIN)].map(([, name]) => name)))];
const BUILTIN = /^(?:var|const) .*\brequire\("(node:[\w/]+)"\)/gm;

/**
 * Not as tsx does it: that names each function again each time it is made, which hot code pays for. Without comments, and in ASCII,
 * which is read at one byte a character.
 */
const compileAll = (paths) => {
  const { outputFiles } = esbuild().buildSync({
    entryPoints: Object.fromEntries(paths.map((path, index) => [String(index), path])),
    bundle: false,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    charset: 'ascii',
    legalComments: 'none',
    logLevel: 'silent',
    outdir: '/',
  });
  return new Map(
    outputFiles.map(({ path: output, text }) => {
      const path = paths[Number(/(\d+)\.js$/.exec(output)[1])];
      const own = withoutCopies(text);
      return [path, path.includes('node_modules') ? own : withPlainExports(own)];
    }),
  );
};

const TSX = dirname(require.resolve('tsx/package.json')) + sep;
const esbuild = () => require(require.resolve('esbuild', { paths: [TSX] }));
/** Each run reads it, and gives it to V8. */
const withoutSpace = (text) => esbuild().transformSync(text, { minifyWhitespace: true, charset: 'ascii', target: 'node20' }).code;

/** How esbuild begins a module that exports something: helpers, a function for each export, and a second one around each. */
const EXPORTS = /^var __defProp = [\s\S]*?\n__export\(\w+, \{\n([\s\S]*?)\n\}\);\nmodule\.exports = __toCommonJS\(\w+\);\n/m;
const HELPER = /\b__(?:toESM|reExport|require|copyProps|defProp)\b/;
/**
 * Where a module exports nothing but constants and classes, they are put on `exports` themselves once it is through: a call from
 * one module to another then is one call and not three.
 */
const withPlainExports = (text) => {
  const [header, table] = EXPORTS.exec(text) ?? [];
  if (header === undefined || HELPER.test(text.replace(header, ''))) return text;
  const exported = table.split('\n').map((line) => /^ {2}(\w+): \(\) => (\w+),?$/.exec(line));
  const isConstant = (one) => one !== null && new RegExp(`\\n(?:const ${one[2]} =|class ${one[2]}) `).test(text);
  if (!exported.every(isConstant)) return text;
  const begin = 'Object.defineProperty(exports, "__esModule", { value: true });\n';
  const end = exported.map(([, name, local]) => `exports.${name} = ${local};`);
  return [text.replace(header, begin).replace(/^var (import_\w+ = require\()/gm, 'const $1'), ...end].join('\n');
};
/** `import * as v` makes a copy of all names of a package in each file; where the package has them in the same form, it is used itself. */
const withoutCopies = (text) =>
  text.replace(
    'var __toESM = (mod, isNodeMode, target) =>',
    'var __toESM = (mod, isNodeMode) => (mod && mod.__esModule && !isNodeMode ? mod : __copied(mod, isNodeMode));\nvar __copied = (mod, isNodeMode, target) =>',
  );
const ascii = (json) => json.replace(/[^\0-\x7f]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** A file, its folder when it is a source, its package's package.json, and what decides for all of them. */
const deciding = (path, root) => {
  const shared = ['package.json', 'tsconfig.json', 'node_modules/.package-lock.json'];
  const own = relative(root, path);
  if (!own.startsWith(`node_modules${sep}`)) return [own, relative(root, dirname(path)) || '.', ...shared];
  let folder = dirname(path);
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return [own, relative(root, join(folder, 'package.json')), ...shared];
};
