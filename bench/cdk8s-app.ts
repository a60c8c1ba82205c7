import { readFileSync } from 'node:fs';
import { ApiObject, type ApiObjectProps, App, Chart } from 'cdk8s';

/** The usual cdk8s app, a chart for each service and `app.synth()` at the end, given its objects as data: MANIFESTS names the file. */
const groups = JSON.parse(readFileSync(process.env.MANIFESTS ?? '', 'utf8')) as Readonly<Record<string, readonly ApiObjectProps[]>>;
const app = new App({ outdir: process.argv[2] ?? '' });
for (const [service, objects] of Object.entries(groups)) {
  const chart = new Chart(app, service);
  for (const object of objects) new ApiObject(chart, `${object.kind}-${object.metadata?.name}`, object);
}
app.synth();
