import type { SecretDelivery, StoreDelivery } from '../secret-store';
import { said } from './said-shape';
import { chosenBy, fields, maybe, oneOf, text } from './shape';
import { duration } from './units-shape';

type From<K extends SecretDelivery['from']> = Extract<SecretDelivery, { readonly from: K }>;

export const secretDelivery = chosenBy<SecretDelivery, 'from'>('from', {
  existing: fields<From<'existing'>>({ from: oneOf('existing') }),
  'external-secrets': fields<From<'external-secrets'>>({
    from: oneOf('external-secrets'),
    store: fields<StoreDelivery['store']>({ kind: oneOf('SecretStore', 'ClusterSecretStore'), name: said(text) }),
    entry: said(text),
    registryEntry: maybe(said(text)),
    refreshEvery: duration,
  }),
});
