/** What we decide where a document says nothing of `docker compose`: one sentence each. */
export const COMPOSE_RULES = {
  'reached-by-service-name': 'Under compose a container is reached by the name of its service.',
  'urls-are-localhost': 'Ports that people use are published on localhost, under their own numbers.',
  'secrets-come-from-dotenv': 'A secret that the document gives no development value comes from .env.',
  'own-name-is-the-host-name': 'A container’s own name is its host name.',
  'own-address-is-the-service-name': 'No address is known before the start; the name of the service leads to it.',
  'namespace-is-the-project': 'The project’s name stands for the namespace.',
  'settable-in-dotenv': 'The document says that it comes from .env; without one the default holds.',
  'passed-through-when-set': 'It may stay unset; .env or the shell may set it.',
} as const satisfies Readonly<Record<string, string>>;
export type ComposeRuleId = keyof typeof COMPOSE_RULES;
