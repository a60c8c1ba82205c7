const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Whether the server reads a text as bytes: lines may be broken, padding may not be missing. */
export const isBase64 = (text: string): boolean => BASE64.test(text.replace(/[\r\n]/g, ''));
