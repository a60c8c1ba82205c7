import { type CheckRule, type Promised, spotIn } from '../rule';

/** A contract whose arguments BuildKit gives; without one any builder of today will do. */
const countsOnIt = (promised: Promised | undefined): boolean =>
  promised?.contract.image.kind === 'built' &&
  Object.values(promised.contract.image.build.arguments ?? {}).some(({ need }) => need === 'automatic');

export const needsBuildkit: CheckRule = {
  id: 'needs-buildkit',
  class: 'defect',
  level: 'warning',
  promise: 'A file that needs BuildKit says so.',
  why: 'A builder without BuildKit leaves $BUILDPLATFORM empty and ends with an error that does not say why.',
  fix: 'name the syntax in the first line',
  source: 'https://docs.docker.com/reference/dockerfile/#syntax',
  problems: ({ stages: { stages }, file: { directives }, promised }) =>
    !countsOnIt(promised) || directives.syntax !== undefined
      ? []
      : stages
          .filter(({ platform }) => /BUILDPLATFORM|TARGETPLATFORM/.test(platform ?? ''))
          .slice(0, 1)
          .map(({ from }) => ({
            spot: spotIn(from),
            found: 'the old builder leaves this variable empty, and FROM fails',
            fix: '# syntax=docker/dockerfile:1 in the first line',
          })),
};
