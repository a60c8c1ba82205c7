import { ALL_RULES, CONTRACT_RULES, PLACED_RULES, SYSTEM_RULES } from '../../contracts/rules';
import { rulesPage } from './rules-page';

/** Every generated page, by its path below docs/. */
export const pages = (): Readonly<Record<string, string>> => ({
  'rules.md': rulesPage([
    { title: 'One container', rules: CONTRACT_RULES },
    { title: 'One system', rules: SYSTEM_RULES },
    { title: 'One system at one target', rules: PLACED_RULES },
    { title: 'All systems and targets together', rules: ALL_RULES },
  ]),
});
