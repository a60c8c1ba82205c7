/** A word that a shell takes as it is, or in quotes: names in printed commands come from kubeconfigs, servers and manifests. */
export const shellWord = (text: string): string => (/^[\w./:=,@%+-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`);
