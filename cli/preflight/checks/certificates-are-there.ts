import { X509Certificate } from 'node:crypto';
import type { Manifest } from '../../../constructs/in-apply-order';
import { FORBIDDEN } from '../../cluster/read';
import { at, listOf, textOf } from '../../diff/json';
import { both, curedBy, good, lacking, NOTHING, noted, type Outcome } from '../outcome';
import { type ReadSecret, readSecret } from '../secret-values';
import { namespaceOf, type SystemCheck, type View } from '../view';

const TYPE = 'kubernetes.io/tls';

/** The certificates that Ingresses serve, unless something in the cluster issues them. */
export const certificatesAreThere: SystemCheck = {
  id: 'certificates',
  look: async (view, made) => ((await namespaceOf(view, made.chart.placed.name)) === undefined ? NOTHING : lookForCertificates(view, made)),
};

export const lookForCertificates: SystemCheck['look'] = async (view, made) => {
  const { name, target } = made.chart.placed;
  if (target.exposure.kind !== 'ingress' || target.exposure.tls !== 'secret') return NOTHING;
  const issuer = Object.keys(target.exposure.annotations ?? {}).find((key) => /^(cert-manager\.io|acme\.cert-manager\.io)\//.test(key));
  if (issuer !== undefined) return noted(`certificates of ${name} are issued after apply (${issuer})`);
  return both(...(await Promise.all(made.manifests.flatMap(wantedBy).map((one) => look(view, name, one)))));
};

interface Wanted {
  readonly secret: string;
  readonly hosts: readonly string[];
}
const wantedBy = ({ kind, spec }: Manifest): readonly Wanted[] =>
  kind === 'Ingress'
    ? listOf(at(spec as never, 'tls')).map((one) => ({
        secret: textOf(at(one, 'secretName')),
        hosts: listOf(at(one, 'hosts')).map(textOf),
      }))
    : [];

const look = async (view: View, namespace: string, { secret, hosts }: Wanted): Promise<Outcome> => {
  const found = await readSecret(view, namespace, secret);
  if (found === FORBIDDEN) return noted(`whether Secret ${secret} holds a certificate cannot be known: you may not get it`);
  const make = `${view.kubectl} -n ${namespace} create secret tls ${secret} --cert=${secret}.pem --key=${secret}.key`;
  const why = `browsers that open ${hosts.join(', ')} get no certificate they trust`;
  if (found === undefined) return lacking(curedBy(`Secret ${secret} with the certificate of ${hosts.join(', ')} is not there`, why, make));
  const problem = problemOf(found, hosts);
  return problem === undefined
    ? good(`certificate of ${hosts.join(', ')}`)
    : lacking(curedBy(`Secret ${secret} ${problem}`, why, `${view.kubectl} -n ${namespace} delete secret ${secret}\n${make}`));
};
const problemOf = ({ type, values }: ReadSecret, hosts: readonly string[]): string | undefined => {
  if (type !== TYPE) return `is of type ${type} and should be ${TYPE}`;
  const missing = ['tls.crt', 'tls.key'].find((key) => (values.get(key) ?? '') === '');
  if (missing !== undefined) return `has no ${missing}`;
  try {
    const certificate = new X509Certificate(values.get('tls.crt') ?? '');
    if (Date.parse(certificate.validTo) < Date.now()) return `holds a certificate that expired on ${certificate.validTo}`;
    const host = hosts.find((one) => certificate.checkHost(one) === undefined);
    return host === undefined ? undefined : `holds a certificate that is not for ${host}`;
  } catch {
    return 'holds no certificate in PEM under tls.crt';
  }
};
