import type { AllSubject, ContractSubject, PlacedSubject, Rule, SystemSubject } from '../rule';
import { portsAreUnprivileged } from './ports-are-unprivileged';

/** Explicit and in reporting order: no rule registers itself. */
export const CONTRACT_RULES: readonly Rule<ContractSubject>[] = [portsAreUnprivileged];
export const SYSTEM_RULES: readonly Rule<SystemSubject>[] = [];
export const PLACED_RULES: readonly Rule<PlacedSubject>[] = [];
export const ALL_RULES: readonly Rule<AllSubject>[] = [];
