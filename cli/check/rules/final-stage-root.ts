import { imageName } from '../dockerfile/image-name';
import { runsAs } from '../dockerfile/runs-as';
import { lastOf } from '../dockerfile/stage';
import { type CheckRule, spotIn } from '../rule';

const STEPS_DOWN = /\.sh\b|entrypoint|\/init\b|gosu|su-exec|setpriv|runuser|s6-|supervisord|nginx|httpd|apache|php-fpm/;

/** Their own ENTRYPOINT steps down, whatever CMD says. */
const STARTS_ITSELF = ['postgres', 'redis', 'nginx'];

export const finalStageRoot: CheckRule = {
  id: 'final-stage-root',
  class: 'defect',
  level: 'warning',
  promise: 'The last stage names a user other than root.',
  why: 'Who breaks out of the process has root’s rights in the container; a restricted cluster refuses it.',
  fix: 'USER with a number',
  source: 'https://docs.docker.com/build/building/best-practices/#user',
  problems: ({ final, file: { escapes } }) => {
    if (final === undefined) return [];
    const started = (lastOf(final, 'ENTRYPOINT') ?? lastOf(final, 'CMD'))?.instruction.text;
    // A base image's own start, and a script, may step down by themselves.
    if (started === undefined || STEPS_DOWN.test(started)) return [];
    if (lastOf(final, 'ENTRYPOINT') === undefined && STARTS_ITSELF.includes(imageName(final.root ?? '').repository)) return [];
    const { uid, step } = runsAs(final, escapes) ?? {};
    return uid === 0 ? [{ spot: spotIn(step ?? final.from), found: 'the container runs as root' }] : [];
  },
};
