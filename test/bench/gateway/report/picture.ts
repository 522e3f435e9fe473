import type { Summary } from './summary.ts';

export interface Chart {
  title: string;
  summaries: readonly Summary[];
}

const width = 800;
const labelWidth = 330;
const valueWidth = 120;
const barHeight = 18;
const rowHeight = 26;
const groupGap = 44;

/** Follows the reader's light or dark colours, and shows where neither is told. */
const style = `
  text { font: 13px system-ui, sans-serif; fill: #1f2328 }
  .title { font-weight: 600; font-size: 14px }
  .quiet { fill: #59636e; font-size: 12px }
  .bar { fill: #8c959f }
  .ours { fill: #2f8f4e }
  @media (prefers-color-scheme: dark) {
    text { fill: #f0f6fc }
    .quiet { fill: #9198a1 }
    .bar { fill: #656c76 }
    .ours { fill: #3fb950 }
  }`;

/** Requests a second as bars, a group for each workload, as an SVG picture. @param footer when and on what it was measured. */
export function picture(charts: readonly Chart[], footer: string): string {
  let y = 0;
  const groups = charts.map(({ title, summaries }) => {
    y += groupGap;
    const heading = `<text class="title" x="0" y="${y - 12}">${escapeXml(title)}, requests/s</text>`;
    const most = Math.max(...summaries.map(({ requestsASecond }) => requestsASecond.median));
    const bars = summaries.map((summary) => {
      const top = y;
      y += rowHeight;
      return bar(summary, most, top);
    });
    return [heading, ...bars].join('\n');
  });
  const height = y + groupGap;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">
<title>Gateways compared: requests a second of one process on one core</title>
<style>${style}
</style>
${groups.join('\n')}
<text class="quiet" x="0" y="${height - 16}">${escapeXml(footer)}</text>
</svg>
`;
}

function bar({ name, title, requestsASecond, ratio }: Summary, most: number, top: number): string {
  const length = Math.max(1, Math.round((requestsASecond.median / most) * (width - labelWidth - valueWidth)));
  const middle = top + barHeight - 5;
  const value = `${Math.round(requestsASecond.median)} (${ratio.median.toFixed(1)}×)`;
  return `<text x="${labelWidth - 10}" y="${middle}" text-anchor="end">${escapeXml(title)}</text>
<rect class="${name.startsWith('ours') ? 'ours' : 'bar'}" x="${labelWidth}" y="${top}" width="${length}" height="${barHeight}" rx="2"/>
<text class="quiet" x="${labelWidth + length + 8}" y="${middle}">${value}</text>`;
}

const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
