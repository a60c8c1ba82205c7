const SHELLS: readonly string[] = ['sh', 'bash', 'dash', 'ash', 'zsh', 'ksh'];
/** Whether one of these words starts a shell: `sh`, `/bin/bash`, `tini -- sh`. */
export const hasShell = (words: readonly string[]): boolean => words.some((word) => SHELLS.includes(word.split('/').at(-1) ?? ''));
