/** Findings about `# waybill-ignore` itself; they cannot be ignored. */
export const OWN_RULES = {
  'ignores-have-a-reason': {
    promise: 'A `# waybill-ignore RULE: reason` names a rule and gives a reason.',
    why: 'Nobody who reads it later knows whether it still holds.',
    fix: 'write # waybill-ignore RULE: reason',
    source: 'this tool',
  },
  'ignores-are-used': {
    promise: 'A `# waybill-ignore` silences something.',
    why: 'It would silence the next mistake of that kind without anybody noticing.',
    fix: 'take it out',
    source: 'this tool',
  },
} as const;
