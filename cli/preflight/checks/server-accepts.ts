import type { Manifest } from '../../../constructs/in-apply-order';
import { nameOf } from '../../../constructs/in-apply-order';
import type { Reply } from '../../cluster/kube-server';
import { FORBIDDEN, messageOf, readObject } from '../../cluster/read';
import { at, textOf } from '../../diff/json';
import { both, curedByHand, good, lacking, NOTHING, noted, type Outcome } from '../outcome';
import { pathOf, servedKind } from '../served-kinds';
import { namespaceOf, type SystemCheck, type View } from '../view';

const DRY = 'dryRun=All&fieldManager=waybill-preflight&fieldValidation=Strict';

/** A server-side dry run of every object; what the server warns of counts, since it accepts Deployments whose pods it will refuse. */
export const serverAccepts: SystemCheck = {
  id: 'dry run',
  look: async (view, made) => {
    const { name } = made.chart.placed;
    const isThere = (await namespaceOf(view, name)) !== undefined;
    const tried = isThere ? made.manifests : made.manifests.filter(({ kind }) => kind === 'Namespace');
    const outcomes = await Promise.all(tried.map((manifest) => tryOut(view, manifest)));
    const all = both(...outcomes);
    const rest = isThere
      ? NOTHING
      : noted(`objects of ${name} were not tried: their namespace is not there yet; call preflight again when it is`);
    return both(rest, all.lacks.length === 0 && isThere ? good(`the server accepts all ${tried.length} objects without a warning`) : all);
  },
};

const tryOut = async (view: View, manifest: Manifest): Promise<Outcome> => {
  const served = await servedKind(view, manifest);
  if (served === undefined) return NOTHING;
  const path = pathOf(manifest, served);
  const apply = await view.server.ask({
    method: 'PATCH',
    path: `${path}?${DRY}&force=true`,
    body: manifest,
    type: 'application/apply-patch+yaml',
  });
  // Fields that other tools own stay in this way of applying, and with the new ones can make a whole that kubectl apply would not make.
  const reply = apply.status === 422 ? await replaced(view, manifest, path, apply) : apply;
  const where = `${nameOf(manifest)} of ${manifest.metadata.namespace ?? manifest.metadata.name}`;
  if (reply.status === 403 && isMissingRight(reply)) return NOTHING;
  if (reply.status < 200 || reply.status >= 300) {
    return lacking(curedByHand(`${where} is refused: ${short(messageOf(reply))}`, 'apply fails with the same words', fixOf(reply)));
  }
  return lacking(...reply.warnings.map((text) => curedByHand(`${where}: the server warns: ${short(text)}`, whyOf(text), MEND)));
};

const replaced = async (view: View, manifest: Manifest, path: string, instead: Reply): Promise<Reply> => {
  if (manifest.kind === 'Job') return instead;
  const live = await readObject(view.server, path);
  if (live === undefined || live === FORBIDDEN) return instead;
  const metadata = { ...manifest.metadata, resourceVersion: textOf(at(live, 'metadata', 'resourceVersion')) };
  const reply = await view.server.ask({ method: 'PUT', path: `${path}?${DRY}`, body: { ...manifest, metadata } });
  return reply.status >= 200 && reply.status < 300 ? reply : instead;
};

/** A server repeats whole lists of a StatefulSet in one message. */
const short = (text: string): string => (text.length > MOST ? `${text.slice(0, MOST)}…` : text);
const MOST = 700;

/** The check of rights says that, with all that is missing at once. Refused grants are another thing. */
const isMissingRight = (reply: Reply): boolean => / cannot (get|create|patch|update) resource /.test(messageOf(reply));
const MEND = 'change what the message names in systems/ or targets/, then npx cdk8s synth';
const fixOf = (reply: Reply): string =>
  /immutable|may not change|updates to \w+ spec/i.test(messageOf(reply))
    ? 'npx waybill diff says what to do about a field that cannot change'
    : /attempting to grant/.test(messageOf(reply))
      ? 'let an administrator apply this object: nobody may grant what he may not do'
      : MEND;
const whyOf = (warning: string): string =>
  /would violate PodSecurity/.test(warning)
    ? 'the object is accepted and its pods are refused: nothing would run, and apply would end with 0'
    : 'what a server warns of today, it or the next one may refuse';
