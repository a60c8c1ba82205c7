import { deflateRawSync } from 'node:zlib';

interface Entry {
  readonly name: string;
  readonly data: Buffer;
  readonly method?: 0 | 8;
}
const words = (format: string, ...values: readonly number[]): Buffer =>
  Buffer.concat(
    values.map((value, index) => {
      const bytes = Buffer.alloc(format[index] === '4' ? 4 : 2);
      if (bytes.length === 4) bytes.writeUInt32LE(value);
      else bytes.writeUInt16LE(value);
      return bytes;
    }),
  );

/** A zip with these files, whatever their names are. Its checksums are empty: whoever reads it here looks at none. */
export const zipOf = (files: Readonly<Record<string, string | Buffer>>, method: 0 | 8 = 8): Buffer => {
  const entries: readonly Entry[] = Object.entries(files).map(([name, data]) => ({ name, data: Buffer.from(data) }));
  const parts: Buffer[] = [];
  const listed: Buffer[] = [];
  let at = 0;
  for (const { name, data } of entries) {
    const packed = method === 8 ? deflateRawSync(data) : data;
    const title = Buffer.from(name);
    const about = words('22222444', 20, 0, method, 0, 0, 0, packed.length, data.length);
    const local = Buffer.concat([words('4', 0x04034b50), about, words('22', title.length, 0), title, packed]);
    listed.push(words('42', 0x02014b50, 20), about, words('2222244', title.length, 0, 0, 0, 0, 0, at), title);
    parts.push(local);
    at += local.length;
  }
  const list = Buffer.concat(listed);
  return Buffer.concat([...parts, list, words('42222442', 0x06054b50, 0, 0, entries.length, entries.length, list.length, at, 0)]);
};
