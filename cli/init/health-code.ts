import { ask, type Code, call, fields, raw, text, words } from './code';
import type { ImageFacts } from './image-facts';

/** `http` for the port that people open in a browser; a number tells the others apart. */
export const portName = ({ number }: { readonly number: number }, ports: ImageFacts['ports']): string =>
  ports.find(({ isUdp }) => !isUdp)?.number === number ? 'http' : `port${number}`;

const URL_IN_COMMAND = /\bhttp:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?::(\d+))?(\/[\w./~-]*)?/;

/** From the HEALTHCHECK, or the question that is left without one. */
export const healthCode = ({ healthcheck }: ImageFacts, ports: ImageFacts['ports']): Code => {
  const first = ports.find(({ isUdp }) => !isUdp);
  const silent = ports.length > 0 ? '' : ' The Dockerfile exposes no port; with ports: { http: tcp(8080, …) } it can be asked there.';
  const timing = fields({ every: text('30s'), within: text('5s'), failures: raw(3) });
  const question = (what: string) =>
    ask(
      `${what}${silent}`,
      first === undefined ? call('exec', words(['true']), timing) : call('connect', text(portName(first, ports)), timing),
    );
  const startsWithin = ask('How long may a start take?', text('60s'));
  if (healthcheck === undefined) {
    return fields({
      liveness: question('How can be seen that it lives?'),
      readiness: question('How can be seen that it can serve?'),
      startsWithin,
    });
  }
  const [, number, path = '/'] = URL_IN_COMMAND.exec(healthcheck.command) ?? [];
  const asked = ports.find((port) => !port.isUdp && port.number === Number(number));
  const check = asked === undefined ? call('exec', words(healthcheck.words)) : call('get', text(portName(asked, ports)), text(path));
  return fields({
    liveness: check,
    readiness: ask('What tells that it can serve, apart from that it lives?', check),
    healthcheck: fields({
      interval: text(healthcheck.interval),
      timeout: text(healthcheck.timeout),
      startPeriod: healthcheck.startPeriod === undefined ? startsWithin : text(healthcheck.startPeriod),
      retries: raw(healthcheck.retries),
      command: text(healthcheck.command),
    }),
  });
};
