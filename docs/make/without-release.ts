/** Version, where it has one, and checksum at the end of a job's name: what is written down must not change with them. */
const RELEASE = /(?<=^Job\/.*)(-v[0-9-]+)?-[0-9a-f]{6}$/;

/** `Job/todo-backend-migrate-v1-0-0-a56411` -> `Job/todo-backend-migrate`; other objects keep their names. */
export const withoutRelease = (object: string): string => object.replace(RELEASE, '');
