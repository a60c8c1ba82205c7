import { composeFiles } from '../../cli/compose/compose-files';
import { placeOnLaptop } from '../../cli/compose/place-on-laptop';
import { systems } from '../../systems';

/** What each system's developers start on a laptop, by its path below examples/. */
export const composeExamples = (): Readonly<Record<string, string>> => {
  const { findings, placed } = placeOnLaptop(systems);
  if (findings.length > 0) throw new Error('what has findings has no compose file: run npm run synth');
  return Object.fromEntries(
    placed.flatMap((one) => Object.entries(composeFiles(one)).map(([path, text]) => [`${one.name}/${path}`, text])),
  );
};
