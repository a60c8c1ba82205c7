import type { CheckedSystem } from '../../contracts/check-all';
import type { PlacedContainer } from '../../contracts/placed';
import type { PlainJob } from '../../contracts/plain';
import { DATABASE, PASSWORD, USER } from '../../contracts/reading/postgres-of';
import { calls } from '../calls';
import { checksum } from '../checksum';
import type { Connection } from '../connections';
import { type Emission, emission } from '../emission';
import { type Explained, plain, rule, say } from '../explained';
import type { k8s } from '../k8s';
import { metadataOf } from '../metadata';
import { jobLabels, jobName, pullOf } from '../one-off-job';
import { membersOf } from '../reached-at';
import { toKubeDisk } from '../to-kube-disk';
import { toKubeNodes } from '../to-kube-nodes';
import { toKubeResources } from '../to-kube-resources';
import { toKubePodSecurityContext, toKubeSecurityContext } from '../to-kube-security-context';
import { EVERY_SERVERS, SUPERUSER, SUPERUSER_PASSWORD } from './superuser';
import { addressVariables, literal, variableOf } from './variables';

/** The contract’s user and database among members that know a superuser alone: made by a job, with the client of the contract’s image. */
export const applicationDatabase = (
  placed: CheckedSystem,
  database: PlacedContainer,
  connections: readonly Connection[],
): readonly Emission[] => {
  const job: PlainJob = { name: 'application', role: database.role, oneOff: 'application', when: 'each release', after: [] };
  const spec = toSpec(placed, database, job);
  // Its checksum is part of the name, so the name cannot be part of it.
  const name = `${jobName(database, job)}-${checksum(JSON.parse(JSON.stringify(plain(spec))), 6)}`;
  return [
    emission(placed, 'ServiceAccount', rule('own-service-account'), {
      metadata: metadataOf(placed, database),
      automountServiceAccountToken: say(false, rule('no-token-unless-needed')),
    }),
    ...calls(placed, { main: database, beside: [] }, connections),
    emission(placed, 'Job', rule('application-database'), {
      metadata: {
        ...metadataOf(placed, database),
        labels: jobLabels(placed, database, job),
        name: say(name, database.served?.at ?? database.at, rule('one-job-a-release')),
      },
      spec,
    }),
  ];
};

/** psql takes the values from its environment: none is part of a command line, and each is quoted by PostgreSQL itself. */
const SCRIPT = `set -eu
until psql -qAtc 'select 1' >/dev/null; do echo "waiting for $PGHOST:$PGPORT"; sleep 2; done
psql -qAt -v ON_ERROR_STOP=1 <<'SQL'
set log_statement = 'none';
set log_min_error_statement = 'panic';
\\set user \`printenv POSTGRES_USER\`
\\set password \`printenv POSTGRES_PASSWORD\`
\\set database \`printenv POSTGRES_DB\`
select format('create role %I', :'user') where not exists (select from pg_roles where rolname = :'user') \\gexec
select format('alter role %I login password %L', :'user', :'password') \\gexec
select format('create database %I owner %I', :'database', :'user')
  where not exists (select from pg_database where datname = :'database') \\gexec
SQL
echo "$POSTGRES_USER can log in to $POSTGRES_DB"
`;

const toSpec = (placed: CheckedSystem, database: PlacedContainer, job: PlainJob): Explained<k8s.JobSpec> => {
  const group = { main: database, beside: [] };
  const members = membersOf(placed, database);
  const why = [database.served?.at ?? database.at, rule('application-database')] as const;
  return {
    backoffLimit: say(6, rule('job-gives-up')),
    template: {
      metadata: { labels: jobLabels(placed, database, job) },
      spec: {
        serviceAccountName: say(database.contract.name, `${database.at}.name`, rule('own-service-account')),
        automountServiceAccountToken: say(false, rule('no-token-unless-needed')),
        enableServiceLinks: say(false, rule('service-links-off')),
        securityContext: toKubePodSecurityContext(database),
        ...toKubeNodes(placed, group),
        restartPolicy: say('Never', rule('failed-pods-stay')),
        containers: [
          {
            name: say(database.role, database.at),
            image: say(database.image.reference, ...(database.image.at as [string, ...string[]])),
            imagePullPolicy: pullOf(placed, job),
            command: ['sh', '-c', SCRIPT].map((word) => say(word, ...why)),
            env: [
              literal('PGDATABASE', EVERY_SERVERS, why),
              ...addressVariables(placed, database, why),
              variableOf(placed, members, SUPERUSER, 'PGUSER', why),
              variableOf(placed, members, SUPERUSER_PASSWORD, 'PGPASSWORD', why),
              ...[DATABASE, PASSWORD, USER].map((variable) => variableOf(placed, database, variable, variable, why)),
            ],
            resources: toKubeResources(database.resources, toKubeDisk(placed, group)),
            securityContext: toKubeSecurityContext(database, database.contract.user),
          },
        ],
      },
    },
  };
};
