/** Patroni's own variables: https://patroni.readthedocs.io/en/latest/ENVIRONMENT.html#postgresql */
export const SUPERUSER = 'PATRONI_SUPERUSER_USERNAME';
export const SUPERUSER_PASSWORD = 'PATRONI_SUPERUSER_PASSWORD';
/** The database that every server has. */
export const EVERY_SERVERS = 'postgres';
