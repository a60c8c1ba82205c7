import type { Picture, PictureNode } from '../picture/picture';

/** More than this and nobody follows the lines. */
const MOST_NODES = 40;
const MOST_EDGES = 80;
/** A label is a word or two of plain characters: what else a name may hold could be Mermaid. */
const label = (text: string): string =>
  text
    .replace(/[^A-Za-z0-9 ./:_-]/g, '·')
    .slice(0, 60)
    .replace(/\b(end|click|style|class|graph|subgraph)\b/gi, '$1 ');
const frameLabel = (text: string): string =>
  text
    .split(/([()])/)
    .map((part) => (/[()]/.test(part) ? part : label(part)))
    .join('');
const ARROWS = { new: '==>', gone: '-.->', same: '-->' } as const;

/** The picture for a Markdown page; undefined when there is nothing to see or too much. */
export const toMermaid = ({ nodes, edges }: Picture): string | undefined => {
  const seen = nodes.filter(({ id, mark }) => mark !== 'same' || edges.some(({ from, to }) => from === id || to === id));
  if (edges.length === 0 || seen.length > MOST_NODES || edges.length > MOST_EDGES) return undefined;
  const ids = new Map(seen.map(({ id }, index) => [id, `n${index}`]));
  const groups = [...new Set(seen.map(({ group }) => group))].filter((group) => group !== '');
  // One namespace needs no frame.
  const framed = groups.length > 1 ? groups : [];
  const nodesOf = (those: readonly PictureNode[]): readonly string[] =>
    those.map(
      ({ id, label: text, mark }) =>
        `  ${ids.get(id)}["${label(text)}${mark === 'same' ? '' : ` (${mark})`}"]${mark === 'same' ? '' : `:::${mark}`}`,
    );
  return [
    'flowchart LR',
    ...nodesOf(seen.filter(({ group }) => !framed.includes(group))),
    ...framed.flatMap((name, index) => [
      `  subgraph g${index}["${frameLabel(name)}"]`,
      ...nodesOf(seen.filter(({ group }) => group === name)),
      '  end',
    ]),
    ...edges.map(
      ({ from, to, label: text, mark }) =>
        `  ${ids.get(from)} ${ARROWS[mark]}|"${label(text)}${mark === 'same' ? '' : ` (${mark})`}"| ${ids.get(to)}`,
    ),
    '  classDef new stroke:#1a7f37,stroke-width:3px',
    '  classDef gone stroke:#cf222e,stroke-dasharray:5 3',
    '  classDef changed stroke:#9a6700,stroke-width:3px',
  ].join('\n');
};
