/** The parts of a version as docker/metadata-action names them; undefined: it is none. */
export const semverOf = (text: string) => {
  const found = /^v?((0|[1-9]\d{0,15})\.(0|[1-9]\d{0,15})\.(0|[1-9]\d{0,15}))(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/.exec(text);
  if (found === null) return undefined;
  const [, core = '', major = '', minor = '', patch = '', pre = ''] = found;
  return { isPre: pre !== '', fields: { version: `${core}${pre}`, raw: text, major, minor, patch } };
};
