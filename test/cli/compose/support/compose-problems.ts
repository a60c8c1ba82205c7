import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { parse } from 'yaml';

const schema = JSON.parse(readFileSync(join(__dirname, '../../../schemas/compose-spec.json'), 'utf8')) as object;
// What the schema says of formats (durations, ports) is compose-go's to judge: test/check-oracles.
const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true, strict: false, validateFormats: false }).compile(schema);

/** What a compose file breaks of the compose-spec's own schema. */
export const composeProblems = (text: string): readonly string[] => {
  validate(parse(text));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};
