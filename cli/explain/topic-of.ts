/** What the parts of a contract are called, in the order in which people ask about them. */
const TOPICS: readonly (readonly [field: string, title: string])[] = [
  ['image', 'Image'],
  ['user', 'User'],
  ['resources', 'Resources'],
  ['ports', 'Ports'],
  ['health', 'Health'],
  ['env', 'Environment variables'],
  ['volumes', 'Volumes'],
  ['files', 'Configuration files'],
  ['process', 'Process'],
  ['oneOffs', 'One-off commands'],
  ['needs', 'Needs outside the pod'],
  ['name', 'Name'],
];

/** `todo-chatbot.backend.health.liveness.path` is about Health. */
export const topicOf = (place: string): { readonly title: string; readonly rank: number } => {
  const [, , part = 'name'] = place.split(/[.[]/);
  const found = TOPICS.findIndex(([field]) => field === part);
  return { title: TOPICS[found]?.[1] ?? part, rank: found === -1 ? TOPICS.length : found };
};
