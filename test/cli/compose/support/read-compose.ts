import { parse } from 'yaml';

export interface ReadService {
  readonly image: string;
  readonly build?: { readonly context: string; readonly dockerfile: string; readonly args?: Readonly<Record<string, string>> };
  readonly pull_policy?: string;
  readonly container_name?: string;
  readonly hostname?: string;
  readonly network_mode?: string;
  readonly command?: readonly string[];
  readonly user: string;
  readonly group_add?: readonly string[];
  readonly environment?: Readonly<Record<string, string | null>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly configs?: readonly { readonly source: string; readonly target: string }[];
  readonly tmpfs?: readonly string[];
  readonly shm_size?: string;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: {
    readonly test?: readonly string[];
    readonly interval?: string;
    readonly timeout?: string;
    readonly start_period?: string;
    readonly retries?: number;
    readonly disable?: boolean;
  };
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly restart?: string;
  readonly profiles?: readonly string[];
  readonly stop_signal?: string;
  readonly stop_grace_period?: string;
  readonly deploy?: unknown;
}
export interface ReadFile {
  readonly name: string;
  readonly services: Readonly<Record<string, ReadService>>;
  readonly volumes?: Readonly<Record<string, null>>;
  readonly configs?: Readonly<Record<string, { readonly file: string }>>;
}

/** The file with what `.env` gives filled in. Knows the three forms that Waybill writes: `$$`, `${X:-default}` and `${X:?why}`. */
export const readCompose = (text: string, env: Readonly<Record<string, string>> = {}): ReadFile =>
  parse(text, (_, value: unknown) => (typeof value === 'string' ? filledIn(value, env) : value)) as ReadFile;

const filledIn = (text: string, env: Readonly<Record<string, string>>): string =>
  text.replace(/\$(?:\$|\{(\w+):([-?])([^}]*)\}|)/g, (all, name: string | undefined, kind: string | undefined, rest: string) => {
    if (all === '$$') return '$';
    if (name === undefined) throw new Error(`${text} is no interpolation that is known`);
    const given = env[name];
    if (given !== undefined && given !== '') return given;
    if (kind === '?') throw new Error(`${name} is missing: ${rest}`);
    return rest;
  });
