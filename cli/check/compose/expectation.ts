/** What a clause expects of the compose file beyond the contract's own data. */
export interface ComposeExpectation {
  readonly clause: string;
  /** The container whose service is meant. */
  readonly role?: string;
  /** Each of these is a service. */
  readonly services?: readonly string[];
  /** A port as the short form writes it: `5432:5432`. */
  readonly port?: string;
  /** A mount as the short form writes it: `data:/var/lib/data`. */
  readonly mount?: string;
  /** A role it waits for. */
  readonly after?: string;
  /** How; absent: in any way. */
  readonly until?: 'service_started' | 'service_healthy' | 'service_completed_successfully';
  /** A volume of the whole file. */
  readonly volume?: string;
}
