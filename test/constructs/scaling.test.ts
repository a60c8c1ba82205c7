import { synthesize } from '../../constructs/synthesize';
import type { Target } from '../../contracts';
import { systems } from '../../systems';
import { targets, versions } from '../../targets';
import { podSecurityProblems } from '../judges/pod-security-problems';
import { schemaProblems, VERSIONS } from '../judges/schema-problems';
import { ourSynthesis } from '../support/our-synthesis';
import { placeOf } from '../support/place';
import { targetCalled } from '../support/synthesized';

/** Every container of ours whose copies are alike, at a target that has its own settings too. */
const scaling = (min: number) => ({ min, max: 10, cpu: 70, memory: 80 });
const scaledAt = (target: Target, min = 2): Target => ({
  ...target,
  systems: systems.map(({ name, containers }) => {
    const own = target.systems.find(({ system }) => system === name)?.settings ?? {};
    const roles = Object.keys(containers).filter((role) => role === 'frontend' || role === 'backend');
    return { system: name, settings: { ...own, autoscaling: Object.fromEntries(roles.map((role) => [role, scaling(min)])) } };
  }),
});
const made = synthesize(
  systems,
  targets.map((target) => scaledAt(target)),
  versions,
);
const chatbot = placeOf('todo-chatbot', 'production', made);

describe('A container that is scaled by its load', () => {
  it('has an autoscaler of v2, between the copies that the target says', () => {
    expect(chatbot.see('HorizontalPodAutoscaler/todo-backend apiVersion')).toBe('autoscaling/v2');
    expect(chatbot.see('HorizontalPodAutoscaler/todo-backend spec')).toMatchObject({
      minReplicas: 2,
      maxReplicas: 10,
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'todo-backend' },
    });
  });
  it('counts what the container itself uses of what it requests', () => {
    expect(chatbot.see('HorizontalPodAutoscaler/todo-backend spec.metrics')).toEqual(
      [
        ['cpu', 70],
        ['memory', 80],
      ].map(([name, averageUtilization]) => ({
        type: 'ContainerResource',
        containerResource: { container: 'backend', name, target: { type: 'Utilization', averageUtilization } },
      })),
    );
  });
  it('grows at once and shrinks slowly', () => {
    expect(chatbot.see('HorizontalPodAutoscaler/todo-backend spec.behavior')).toEqual({
      scaleUp: {
        stabilizationWindowSeconds: 0,
        selectPolicy: 'Max',
        policies: [
          { type: 'Percent', value: 100, periodSeconds: 60 },
          { type: 'Pods', value: 2, periodSeconds: 60 },
        ],
      },
      scaleDown: {
        stabilizationWindowSeconds: 300,
        selectPolicy: 'Max',
        policies: [
          { type: 'Percent', value: 10, periodSeconds: 60 },
          { type: 'Pods', value: 1, periodSeconds: 60 },
        ],
      },
    });
  });
  it('carries no number of copies, or each apply would reset it', () => {
    expect(chatbot.see('Deployment/todo-backend spec')).not.toHaveProperty('replicas');
    expect(chatbot.see('StatefulSet/todo-postgres spec.replicas')).toBe(1);
  });
  it('is spread and keeps its budget, also where one copy is enough at night', () => {
    const night = placeOf(
      'todo-chatbot',
      'production',
      synthesize(systems, [scaledAt(targetCalled('production'), 1)], { production: versions.production }),
    );

    expect(night.see('PodDisruptionBudget/todo-backend spec.maxUnavailable')).toBe(1);
    expect(night.see('Deployment/todo-backend spec.template.spec.topologySpreadConstraints')).toHaveLength(2);
    expect(placeOf('todo-chatbot', 'minikube', made).text).not.toContain('PodDisruptionBudget');
  });
});

describe('Autoscaling', () => {
  const manifests = made.systems.flatMap((one) => one.manifests);

  it.each(VERSIONS)('is valid on %s, with all pods within the restricted profile', (version) => {
    expect(manifests.flatMap((one) => schemaProblems(one, version))).toEqual([]);
    expect(manifests.flatMap(podSecurityProblems)).toEqual([]);
  });
  it('that is switched off again leaves nothing: our own dist has none', () => {
    expect([...ourSynthesis().files.values()].join('')).not.toContain('HorizontalPodAutoscaler');
  });
});
