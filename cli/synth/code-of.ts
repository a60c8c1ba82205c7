/** The system's name for an error, such as ENOENT; empty for any other error. */
export const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';

/** What a rename says when another folder stands there already. */
export const IS_THERE: readonly string[] = ['ENOTEMPTY', 'EEXIST'];
