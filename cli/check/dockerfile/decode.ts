/** More than any Dockerfile people write by hand or make; what is larger is no Dockerfile. */
export const LARGEST = 1_048_576;

export interface Unreadable {
  readonly line: number;
  readonly found: string;
  readonly fix: string;
}
/** The text of a Dockerfile or .dockerignore, or why it is none. */
export const decode = (bytes: Uint8Array): string | Unreadable => {
  if (bytes.length > LARGEST) return { line: 1, found: 'more than 1 MiB, which no hand-written file has', fix: 'keep it below 1 MiB' };
  const nul = bytes.indexOf(0);
  if (nul !== -1) return { line: lineAt(bytes, nul), found: 'a NUL byte: this is a binary file or UTF-16', fix: 'save it as UTF-8 text' };
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { line: lineAt(bytes, firstInvalid(bytes)), found: 'bytes that are not UTF-8', fix: 'save the file as UTF-8' };
  }
};
const lineAt = (bytes: Uint8Array, end: number): number => bytes.subarray(0, end).reduce((lines, byte) => lines + (byte === 10 ? 1 : 0), 1);

/** By halves: the longest beginning that can be decoded ends where the fault is. */
const firstInvalid = (bytes: Uint8Array): number => {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  return good;
};
