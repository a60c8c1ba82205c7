import { struct, texts } from './shape';

export const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';
const OF_THE_SERVER = ['creationTimestamp', 'resourceVersion', 'uid', 'generation', 'managedFields', 'selfLink'];

/** Metadata without what only the server writes. */
export const metadata = struct(
  { labels: texts, annotations: texts },
  {
    rewrite: (self) => {
      const kept = Object.fromEntries(Object.entries(self).filter(([key]) => !OF_THE_SERVER.includes(key)));
      const { annotations } = kept;
      if (typeof annotations !== 'object' || annotations === null || !(LAST_APPLIED in annotations)) return kept;
      return { ...kept, annotations: Object.fromEntries(Object.entries(annotations).filter(([key]) => key !== LAST_APPLIED)) };
    },
  },
);
