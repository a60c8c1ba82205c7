const { mkdirSync, renameSync, rmSync, writeFileSync } = require('node:fs');
const { dirname } = require('node:path');

const WORD = 16;

/** Whole or not at all, and not at all where it may not write: a run never fails for want of a faster next one. */
exports.writePack = (place, head, source, data) => {
  const beside = `${place}.${process.pid}`;
  try {
    mkdirSync(dirname(place), { recursive: true });
    const text = Buffer.from(JSON.stringify({ ...head, source: source.length, data: data?.length ?? 0 }));
    // V8 copies data that does not begin at a whole word.
    const end = Buffer.from('\n'.padStart(WORD - (text.length % WORD)));
    writeFileSync(beside, Buffer.concat([text, end, data ?? Buffer.alloc(0), Buffer.from(source, 'latin1')]));
    renameSync(beside, place);
  } catch {
    try {
      rmSync(beside, { force: true });
    } catch {
      // Nothing more can be done, and nothing is wrong with this run.
    }
  }
};
