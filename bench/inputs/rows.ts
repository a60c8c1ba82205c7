import type { Cpu, Memory } from '../../contracts/units';

/** One service of a benchmark, as every tool is told it. */
export interface Row {
  readonly system: string;
  readonly name: string;
  readonly tag: string;
  readonly port: number;
  readonly cpu: Cpu;
  readonly memory: Memory;
  readonly settings: Readonly<Record<string, string>>;
  /** The service of the same system whose address it is given; absent: it calls nobody. */
  readonly calls?: string;
}
/** How services are spread over systems, and whom they call. */
export type Shape = 'small systems' | 'one system' | 'all call one' | 'a chain';
export const SHAPES: readonly Shape[] = ['small systems', 'one system', 'all call one', 'a chain'];
const IN_A_SYSTEM = 5;
const IN_A_CHAIN = 1000;

/** The same services for the same numbers, on every machine. */
export const rowsOf = (count: number, shape: Shape = 'small systems'): readonly Row[] =>
  Array.from({ length: count }, (_, nth) => rowOf(nth, shape));

const rowOf = (nth: number, shape: Shape): Row => {
  const callee = calledBy(nth, shape);
  return {
    system: shape === 'small systems' ? `shop-${Math.floor(nth / IN_A_SYSTEM)}` : 'shop',
    name: nameOf(nth),
    tag: `v1.${nth % 10}.${nth % 7}`,
    port: 8000 + (nth % 100),
    cpu: `${BigInt(50 + (nth % 4) * 50)}m`,
    memory: `${BigInt(128 + (nth % 3) * 64)}Mi`,
    settings: {
      LOG_LEVEL: nth % 2 === 0 ? 'info' : 'debug',
      FEATURES: `search,export-${nth % 13}`,
      TIMEOUT_SECONDS: String(5 + (nth % 20)),
      GREETING: `Welcome to service ${nth}: ready & "waiting"`,
    },
    ...(callee === undefined ? {} : { calls: nameOf(callee) }),
  };
};
const nameOf = (nth: number): string => `service-${nth}`;
const calledBy = (nth: number, shape: Shape): number | undefined => {
  if (shape === 'all call one') return nth === 0 ? undefined : 0;
  const first = nth % (shape === 'a chain' ? IN_A_CHAIN : IN_A_SYSTEM) === 0;
  return first ? undefined : nth - 1;
};
