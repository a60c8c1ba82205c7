const { mkdirSync, renameSync, rmSync, writeFileSync } = require('node:fs');
const { dirname } = require('node:path');

/** Whole or not at all, and not at all where it may not write: a run never fails for want of a faster next one. */
exports.writePack = (place, head, source, data) => {
  const beside = `${place}.${process.pid}`;
  try {
    mkdirSync(dirname(place), { recursive: true });
    const text = `waybill 1\n${JSON.stringify({ ...head, source: source.length, data: data?.length ?? 0 })}\n`;
    writeFileSync(beside, Buffer.concat([Buffer.from(text), Buffer.from(source, 'latin1'), data ?? Buffer.alloc(0)]));
    renameSync(beside, place);
  } catch {
    try {
      rmSync(beside, { force: true });
    } catch {
      // Nothing more can be done, and nothing is wrong with this run.
    }
  }
};
