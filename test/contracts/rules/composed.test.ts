import { atBuild, fromOwner, optional, optionalSecret, own, required, secrets, text } from '../../../contracts';
import { containerWith, imageTaking } from '../../support/container-with';
import { findingsIn } from '../../support/findings-with';

const env = { A: optional('a', 'A'), B: optional('b', 'B'), C: optional('c', 'C'), IP: optional(null, 'Own address') };
const api = containerWith({ env });
const web = containerWith({ name: 'shop-web', env });
const giving = (given: unknown) => findingsIn({ containers: { api, web }, given });

describe('A text that holds a fact of the pod’s own is composed from a variable that is given it alone', () => {
  const rule = 'composed-facts-stand-alone';

  it('with such a variable it keeps the rule', () => {
    expect(giving({ api: { A: text`${own.ip}:80`, IP: own.ip } })).toEqual([]);
  });
  it('without one it is one finding, however many texts hold the fact', () => {
    expect(giving({ api: { A: text`${own.ip}:80`, B: text`${own.ip}:81`, IP: own.name } })).toEqual([
      {
        rule,
        at: 'shop.given.api.A',
        found: 'the text holds own.ip, which no variable of api is given alone',
        fix: "add a variable to api’s contract, OWN_IP: required('Own ip'), and give it own.ip",
      },
    ]);
  });
  it('a variable of another container does not help', () => {
    expect(giving({ api: { A: text`${own.ip}:80` }, web: { IP: own.ip } }).map((one) => one.rule)).toEqual([rule]);
  });
});

describe('No container is given what only a running copy of another one knows', () => {
  const rule = 'own-facts-stay-at-home';

  it('a variable of its own that holds a fact keeps it', () => {
    expect(giving({ api: { A: text`${api.env.IP}:80`, IP: own.ip } })).toEqual([]);
  });
  it('another container’s breaks it, also by way of a text', () => {
    const fix = 'refer to the host or a port’s address of api, or give web its own fact';

    expect(giving({ api: { A: text`${own.ip}:80`, IP: own.ip }, web: { A: api.env.A, B: text`x ${api.env.IP}` } })).toEqual([
      { rule, at: 'shop.given.web.A', found: 'the value holds own.ip of api, which only api knows', fix },
      { rule, at: 'shop.given.web.B', found: 'the value holds own.ip of api, which only api knows', fix },
    ]);
  });
});

describe('What is fixed before there is a pod holds none of its facts', () => {
  const rule = 'own-facts-come-at-run-time';
  const keys = secrets({ key: fromOwner('Key') });
  const early = containerWith({
    image: imageTaking('BASE'),
    env: {
      BASE: atBuild('Base'),
      CONFIG: required('Configuration', { source: 'configuration' }),
      SECRET: optionalSecret('Secret'),
      IP: required('Own address'),
    },
  });

  it('a build argument, configuration and a secret break it', () => {
    const given = { BASE: own.name, CONFIG: own.ip, SECRET: text`${keys.key}@${own.ip}`, IP: own.ip };

    expect(
      findingsIn({ containers: { api: early }, secrets: keys, given: { api: given } }).map((one) => `${one.at} [${one.rule}] ${one.found}`),
    ).toEqual([
      `shop.given.api.BASE [${rule}] own.name is part of a build argument, which is made before there is a pod`,
      `shop.given.api.CONFIG [${rule}] own.ip is part of configuration, which is made before there is a pod`,
      `shop.given.api.SECRET [${rule}] own.ip is part of a secret, which is made before there is a pod`,
    ]);
  });
  it('a plain variable keeps it', () => {
    expect(findingsIn({ containers: { api: early }, given: { api: { BASE: 'b', CONFIG: 'c', IP: own.ip } } })).toEqual([]);
  });
});

describe('No variable is composed of itself', () => {
  const rule = 'composed-values-have-no-cycle';
  const fix = 'give one of them a value of its own';

  it('a variable that refers to itself breaks it', () => {
    expect(giving({ api: { A: text`${api.env.A}:x` } })).toEqual([
      { rule, at: 'shop.given.api.A', found: 'it is composed of itself: api.A → api.A', fix },
    ]);
  });
  it('a circle through two containers and a text inside a text is one finding', () => {
    const given = { web: { C: text`${text`${api.env.B}!`}?` }, api: { B: web.env.A, A: web.env.C } };

    expect(giving({ ...given, web: { ...given.web, A: web.env.C } })).toEqual([
      { rule, at: 'shop.given.api.B', found: 'it is composed of itself: api.B → web.A → web.C → api.B', fix },
    ]);
  });
  it('two that refer to a third keep it', () => {
    expect(giving({ api: { A: web.env.C, B: web.env.C }, web: { C: api.env.C } })).toEqual([]);
  });
});
