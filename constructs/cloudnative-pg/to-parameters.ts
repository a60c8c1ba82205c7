import type { PlacedContainer, PlacedSystem } from '../../contracts/placed';
import { flatMap } from '../../contracts/reading/flat-map';
import { givenFiles } from '../config-data';
import { type Because, rule, say } from '../explained';

/** What the operator sets itself and refuses from anybody else: https://cloudnative-pg.io/documentation/current/postgresql_conf/ */
const FIXED = [
  /^(allow_(alter_system|system_table_mods)|cluster_name|config_file|data_(directory|sync_retry)|event_source|external_pid_file)$/,
  /^(full_page_writes|hba_file|hot_standby|ident_file|jit_provider|listen_addresses|port|restart_after_crash|restore_command)$/,
  /^(archive|bonjour|log_(destination|directory|file|filename|rotation|truncate)|logging_collector|primary_|promote_trigger_file)/,
  /^(recovery_|shared_preload_libraries|ssl|stats_temp_directory|synchronous_standby_names|syslog_|unix_socket_)/,
];

/** The settings of the contract's files that are given here, less what is the operator's own. */
export const toParameters = (placed: PlacedSystem, database: PlacedContainer): Readonly<Record<string, Because<string>>> =>
  Object.fromEntries(
    flatMap(givenFiles(placed, database), ({ file: { content }, at }) =>
      content.format === 'as it is'
        ? []
        : Object.entries(content.settings)
            .filter(([name]) => !FIXED.some((pattern) => pattern.test(name)))
            .map(([name, value]) => [
              name,
              say(unquoted(String(value)), `${at}.content.settings.${name}`, rule('operator-fits-the-contract')),
            ]),
    ),
  );
/** The file wants quotes around what is no plain word; the operator writes its own. */
const unquoted = (value: string): string => /^'(.*)'$/s.exec(value)?.[1]?.replaceAll("''", "'") ?? value;
