import { textOf } from '../../json';
import { imageName, versionOf } from '../image/image-name';
import type { Found, Rule } from '../rule';
import { containerPairs, sidesOf } from '../sides';

const DATABASES =
  /(?:^|[/_-])(postgres(?:ql)?|postgis|timescaledb|spilo|patroni|pgvector|mysql|mariadb|percona|mongo(?:db)?|redis|valkey|elasticsearch|opensearch|clickhouse(?:-server)?|cassandra|cockroach|influxdb|neo4j|etcd|rabbitmq|kafka|couchdb|minio)(?:$|[/_-])/i;

export const databaseMajorJumps: Rule = {
  id: 'database-major-jumps',
  class: 'data',
  says: "A database's image changes its major version: the new one may not read the old one's files.",
  find: ({ pairs }) =>
    pairs.flatMap((pair): readonly Found[] => {
      const { before, after } = sidesOf(pair);
      return containerPairs(before, after).flatMap(({ old, now }): readonly Found[] => {
        const [a, b] = [imageName(textOf(old.json.image)), imageName(textOf(now.json.image))];
        const [from, to] = [versionOf(a.tag)?.[0], versionOf(b.tag)?.[0]];
        if (now.isInit || !DATABASES.test(b.repository) || from === undefined || to === undefined || from === to) return [];
        return [
          {
            object: pair.object,
            path: `${now.path}.image`,
            sentence: `the major version of database ${b.repository} goes ${to > from ? 'up' : 'down'} from ${a.tag} to ${b.tag}`,
            cure:
              to > from
                ? 'back it up, and move the data as the database wants it (dump and restore, pg_upgrade)'
                : 'stay on the newer version: files it wrote are not read by an older one',
          },
        ];
      });
    }),
};
