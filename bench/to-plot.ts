const [WIDTH, HEIGHT, LEFT, TOP, BOTTOM] = [640, 360, 60, 20, 50];
const COLOURS: Readonly<Record<string, string>> = { waybill: '#1f6feb', helm: '#8250df', kustomize: '#bf8700', cdk8s: '#57606a' };

/** CPU seconds over services, both in powers of ten. */
export const toPlot = (seconds: Readonly<Record<string, Readonly<Record<string, number>>>>): string => {
  const x = (count: number): number => LEFT + (Math.log10(count) / 4) * (WIDTH - LEFT - 110);
  const y = (value: number): number => TOP + ((2 - Math.log10(value)) / 4) * (HEIGHT - TOP - BOTTOM);
  const text = (at: readonly [number, number], words: string, anchor = 'middle', fill = '#57606a') =>
    `<text x="${at[0].toFixed(1)}" y="${at[1].toFixed(1)}" text-anchor="${anchor}" fill="${fill}">${words}</text>`;
  const grid = [0.01, 0.1, 1, 10, 100].map(
    (value) => `<path d="M${LEFT} ${y(value)}H${x(10_000)}" stroke="#d0d7de"/>${text([LEFT - 8, y(value) + 4], `${value} s`, 'end')}`,
  );
  const counts = [1, 10, 100, 1000, 10_000].map((count) => text([x(count), HEIGHT - BOTTOM + 18], count.toLocaleString('en')));
  const lines = Object.entries(seconds).map(([name, values]) => {
    const points = Object.entries(values).map(([count, value]) => [x(Number(count)), y(value)] as const);
    const last = points.at(-1) ?? [0, 0];
    const path = points.map(([px, py]) => `${px.toFixed(1)} ${py.toFixed(1)}`).join('L');
    const dots = points.map(([px, py]) => `<circle cx="${px.toFixed(1)}" cy="${py.toFixed(1)}" r="3" fill="${COLOURS[name]}"/>`).join('');
    return `<path d="M${path}" fill="none" stroke="${COLOURS[name]}" stroke-width="2"/>${dots}${text([last[0] + 8, last[1] + 4], name, 'start', COLOURS[name])}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" role="img" aria-label="CPU seconds over services">
<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>
${[...grid, ...counts, text([(LEFT + x(10_000)) / 2, HEIGHT - 12], 'services'), ...lines].join('\n')}
</svg>
`;
};
