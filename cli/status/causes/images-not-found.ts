import { at, textOf } from '../../diff/json';
import { shellWord } from '../../shell-word';
import type { Cause } from '../cause';
import { contractWords } from '../contract-words';
import { lastEvent, messageIn } from '../events';
import type { Setting } from '../setting';
import type { Snapshot } from '../snapshot';
import type { Workload } from '../workload';
import { uidOf } from '../workload';
import { containersOf, placeOf } from './containers-of';

const WAITING = /^(ErrImagePull|ImagePullBackOff|ErrImageNeverPull|InvalidImageName|ImageInspectError|RegistryUnavailable)$/;

export const imagesNotFound = (workload: Workload, snapshot: Snapshot, setting: Setting): readonly Cause[] =>
  containersOf(workload, setting)
    .filter(({ status }) => WAITING.test(textOf(at(status, 'state', 'waiting', 'reason'))))
    .map((container) => {
      const image = setting.mask(textOf(at(container.spec, 'image')));
      const event = lastEvent(snapshot, [uidOf(container.pod)], /^Failed$/);
      const said =
        [messageIn(event), textOf(at(container.status, 'state', 'waiting', 'message'))].find((text) => /pull|image/i.test(text)) ?? '';
      const isDenied = /401|403|unauthorized|denied|forbidden|authorization/i.test(said);
      const { images } = setting.made.chart.placed.target;
      return {
        at: placeOf(workload, container),
        what: `${isDenied ? 'the registry does not give the image' : 'image not found:'} ${image}${said === '' ? '' : `: ${setting.mask(said)}`}`,
        contract: contractWords(setting, workload.manifest, `containers[${container.name}].image`),
        cure:
          images.from === 'this machine'
            ? `minikube image load ${shellWord(image)}, or another tag in targets/versions.json`
            : isDenied
              ? setting.preflight
              : `push ${shellWord(image)}, or write a tag that is there into targets/versions.json`,
      };
    });
