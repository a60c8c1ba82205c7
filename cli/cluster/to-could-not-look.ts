import { CouldNotLook } from './could-not-look';

const AGAIN = 'start the cluster, or name another context with --context';
/** What a failed connection means, by the code Node gives it. */
const REASONS: Readonly<Record<string, readonly [string, string]>> = {
  ECONNREFUSED: ['nothing listens there', AGAIN],
  ENOTFOUND: ['its name is not known', 'correct the server of the context, or connect to the network that knows it'],
  EAI_AGAIN: ['its name cannot be looked up now', 'connect to the network that knows it'],
  EHOSTUNREACH: ['there is no way to it', AGAIN],
  ENETUNREACH: ['there is no way to it', AGAIN],
  ETIMEDOUT: ['it does not answer', AGAIN],
  ECONNRESET: ['it closes the connection', 'look whether the address is that of an API server'],
  EPIPE: ['it closes the connection', 'look whether the address is that of an API server'],
  EPROTO: ['it does not speak TLS', 'correct the server of the context: https or http, and the port'],
  CERT_HAS_EXPIRED: ['its certificate has expired', 'let whoever runs the cluster renew it: kubeadm certs renew all, minikube start'],
  CERT_NOT_YET_VALID: ['its certificate is not valid yet', 'look at the clocks of both machines'],
  DEPTH_ZERO_SELF_SIGNED_CERT: ['its certificate is signed by nobody the context trusts', 'take the kubeconfig of this very cluster again'],
  SELF_SIGNED_CERT_IN_CHAIN: ['its certificate is signed by nobody the context trusts', 'take the kubeconfig of this very cluster again'],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: [
    'its certificate is signed by nobody the context trusts',
    'take the kubeconfig of this very cluster again',
  ],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: [
    'its certificate is signed by nobody the context trusts',
    'take the kubeconfig of this very cluster again',
  ],
  CERT_SIGNATURE_FAILURE: ['its certificate is signed by nobody the context trusts', 'take the kubeconfig of this very cluster again'],
  ERR_TLS_CERT_ALTNAME_INVALID: ['its certificate is for another name', 'correct the server of the context'],
  ERR_SSL_WRONG_VERSION_NUMBER: ['it does not speak TLS', 'correct the server of the context: https or http, and the port'],
  ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED: ['it says that your certificate has expired', 'log in again, or take a new kubeconfig'],
  ERR_INVALID_CHAR: [
    'the token of the context holds a line break or another sign that cannot be sent',
    'log in again, or correct the kubeconfig',
  ],
  ERR_SSL_TLSV1_ALERT_UNKNOWN_CA: ['it does not know who signed your certificate', 'take the kubeconfig of this very cluster again'],
};

const STARTS = [
  ['HPE_', 'it does not speak HTTP', AGAIN],
  ['ERR_OSSL_', 'a certificate or key of the context cannot be read', 'take a new kubeconfig'],
] as const;

/** Why a server cannot be reached. Nothing of an error but its code is repeated: it could hold a token. */
export const toCouldNotLook = (url: string, error: unknown): CouldNotLook => {
  if (error instanceof CouldNotLook) return error;
  const code = String((error as { readonly code?: unknown } | null)?.code ?? 'unknown reason');
  const [why, fix] = REASONS[code] ??
    STARTS.find(([start]) => code.startsWith(start))?.slice(1) ?? [`the connection fails (${code})`, AGAIN];
  return new CouldNotLook(`${url}: ${why}`, fix);
};
