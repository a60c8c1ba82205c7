/** A text of the contract where GitHub would otherwise look for an expression: nothing in it is one. */
export const literal = (text: string): string => text.replaceAll('${{', "${{ '${{' }}");
