/** What a clause expects of the Dockerfile or .dockerignore beyond the contract's own data, in Dockerfile words. */
export interface Expectation {
  readonly clause: string;
  /** Absent: every container of the system. */
  readonly role?: string;
  /** Absent: any stage; `final`: the last one with what it builds on. */
  readonly stage?: string;
  /** An instruction that is there: `WORKDIR /app`; of a RUN, the words of one command in their order. */
  readonly has?: string;
  /** Does as well. */
  readonly or?: string;
  /** Comes before this one. */
  readonly before?: string;
  /** Of this stage there is none, or one, which stands first and does not ship. */
  readonly first?: string;
  /** An instruction that is not there. */
  readonly lacks?: string;
  /** A path that the build context does not have, or has. */
  readonly ignores?: string;
  readonly keeps?: string;
  readonly why?: string;
}
