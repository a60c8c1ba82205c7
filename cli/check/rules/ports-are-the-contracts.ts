import { demandOf, isOpen } from '../clauses-of-place';
import { expand } from '../dockerfile/expand';
import { ofKeyword } from '../dockerfile/stage';
import { type CheckRule, type Problem, spotIn } from '../rule';

export const portsAreTheContracts: CheckRule = {
  id: 'ports-are-the-contracts',
  class: 'contradicts',
  level: 'problem',
  promise: 'EXPOSE lists the ports of the contract and no other.',
  why: '`docker run -P` and tools that read the image open what EXPOSE says; probes and Services go to the contract’s port.',
  fix: 'expose the ports of the contract',
  source: 'the contract',
  problems: ({ final, promised, file: { escapes } }) => {
    if (promised === undefined || final === undefined) return [];
    const ports = Object.entries(promised.contract.ports ?? {});
    const exposed = ofKeyword(final.chain, 'EXPOSE').flatMap((step) =>
      step.instruction.text.split(/\s+/).map((word) => {
        const [number, protocol = 'tcp'] = (expand(word, step.variables, escapes) ?? '').toLowerCase().split('/');
        return { step, word, number: number === undefined || !/^\d+$/.test(number) ? undefined : Number(number), protocol };
      }),
    );
    if (exposed.some(({ number }) => number === undefined) || ports.some(([name]) => isOpen(promised, `ports.${name}.number`))) return [];
    const missing = ports.flatMap(([name, { number }]): readonly Problem[] => {
      const { ids, isDemanded } = demandOf(promised, `ports.${name}.number`);
      return !isDemanded || exposed.some((one) => one.number === number)
        ? []
        : [
            {
              spot: spotIn(exposed[0]?.step ?? final.from),
              found: `port ${number} is not exposed`,
              fix: `EXPOSE ${number}`,
              class: 'not-declared',
              clauses: ids,
            },
          ];
    });
    const others = exposed.flatMap(({ step, word, number, protocol }): readonly Problem[] =>
      ports.some(([, port]) => port.number === number && port.protocol.toLowerCase() === protocol)
        ? []
        : [
            {
              spot: spotIn(step, word),
              found: `EXPOSE ${word} is no port of the contract`,
              fix: `expose ${ports.map(([, port]) => port.number).join(', ') || 'none'}`,
            },
          ],
    );
    return [...missing, ...others];
  },
};
