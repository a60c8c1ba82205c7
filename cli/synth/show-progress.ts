import type { Told } from './run-synth';

export interface Screen extends Told {
  readonly isTTY?: boolean;
}
/** Work shorter than this is over before anybody wonders. */
const QUIET = 1000;
/** A terminal shows one line that changes; a log gets a new line now and then. */
const EVERY = { terminal: 200, log: 5000 } as const;

/** Says how far a long run is, how fast, and how long it will still take. `screen`: asked for once there is something to show. `now`: milliseconds. */
export const showProgress = (
  screen: () => Screen,
  now: () => number = () => process.uptime() * 1000,
): ((made: number, of: number) => void) => {
  const began = now();
  let next = began + QUIET;
  let isShown = false;
  return (made, of) => {
    const at = now();
    if (made === of) {
      if (isShown && screen().isTTY) screen().write('\r\x1b[K');
      return;
    }
    if (at < next) return;
    const to = screen();
    next = at + (to.isTTY ? EVERY.terminal : EVERY.log);
    isShown = true;
    const rate = made / ((at - began) / 1000);
    const text = `${made} of ${of} systems, ${Math.round(rate)} a second, ${Math.ceil((of - made) / rate)} s left`;
    to.write(to.isTTY ? `\r${text}\x1b[K` : `${text}\n`);
  };
};
