export const toHtml = (_report: import("../report/report").Report): string => "";
