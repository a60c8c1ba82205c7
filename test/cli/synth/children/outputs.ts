const NAMES = ['a', 'b', 'c', 'd', 'e'].flatMap((name) => [`${name}.k8s.yaml`, `production/${name}.k8s.yaml`]);

const filled = (names: readonly string[], word: string): Readonly<Record<string, string>> =>
  Object.fromEntries(names.map((name) => [name, `${word} ${name}\n`.repeat(1000)]));

/** Two outputs of about the real size that differ in every file. */
export const OUTPUTS = [filled(NAMES, 'old'), filled([...NAMES, 'f.k8s.yaml'], 'new')] as const;
