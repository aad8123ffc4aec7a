// truth validity: whether the API server, Istio's webhook and istioctl's analyzers take what is in dist/.
import { findings, refusals } from './judgement.mjs';
import { judge } from './oracle/judge.mjs';
import { manifestOf, stories } from './paths.mjs';
import { progress, progressDone } from './progress.mjs';

export const usage = `truth validity
  Creates every object of dist/ and analyzes every story. Nothing may be refused, dropped, or warned about.`;

/** Stories that need the experimental channel of the Gateway API. */
const EXPERIMENTAL = [];

/** Whether nobody complains about anything. */
export async function validity() {
  const judges = { standard: judge('standard'), experimental: judge('experimental') };
  const complaints = [];
  const rows = [];
  const all = stories();
  for (const story of all) {
    progress(story);
    const channel = EXPERIMENTAL.includes(story) ? 'experimental' : 'standard';
    const created = await refusals(judges[channel], manifestOf(story));
    const parts = all.filter((other) => isPartOf(other, story));
    const isPart = all.some((other) => isPartOf(story, other));
    const found = isPart ? [] : await findings(judges[channel], [story, ...parts].map(manifestOf));
    const said = [...created.complaints, ...created.warnings, ...found];
    complaints.push(...said.map((complaint) => `${story}: ${complaint}`));
    rows.push([
      story,
      channel,
      `${created.objects} objects`,
      `${created.judged} judged`,
      said.length === 0 ? 'ok' : `${said.length} complaints`,
    ]);
  }
  for (const one of Object.values(judges)) one.close();
  progressDone();
  console.log(table(rows));
  for (const complaint of complaints) console.log(complaint);
  console.log(`validity: ${all.length} stories, ${complaints.length} complaints`);
  return complaints.length === 0;
}

/** Whether the one is deployed into the namespace of the other: then they are seen together. */
function isPartOf(part, whole) {
  return part.startsWith(`${whole}-`) && manifestOf(part).includes(`namespace: ${whole}\n`);
}

function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (row) => row.map((cell, i) => cell.padEnd(widths[i])).join('  ');
  return rows.map((row) => line(row).trimEnd()).join('\n');
}
