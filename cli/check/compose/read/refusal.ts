/** Why a compose file cannot be looked at: it is made to exhaust, goes in a circle or leaves its folder. One sentence and how to mend it. */
export class Refusal extends Error {
  constructor(
    message: string,
    readonly fix: string,
  ) {
    super(message);
  }
}
