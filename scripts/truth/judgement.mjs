// What the API server, Istio's webhook and istioctl's analyzers say about manifests, as complaints.
import { withSurroundings } from './surroundings.mjs';

/** What is refused or dropped, and what is warned about, when each object is created. */
export async function refusals(judging, docs) {
  const { results, error } = await judging.ask({ op: 'validate', docs });
  if (error) return { objects: 0, judged: 0, complaints: [error], warnings: [] };
  const about = (say) =>
    results.flatMap((result) => say(result).map((what) => `${result.kind} ${result.name}: ${what}`));
  return {
    objects: results.length,
    judged: results.filter(({ apiserver }) => apiserver).length,
    complaints: about(complaintsOf),
    warnings: about(({ webhook }) => webhook?.warnings ?? []),
  };
}

function complaintsOf({ error, apiserver, unknownFields, webhook, acceptedStrict }) {
  const said = [
    ...(error ? [error] : []),
    ...(apiserver ?? []).map(({ message }) => message),
    ...(unknownFields ?? []).map((field) => `unknown field ${field}`),
    ...(webhook?.errors ?? []),
  ];
  return said.length === 0 && apiserver && !acceptedStrict ? ['not accepted'] : said;
}

/** What is wrong between the objects of all texts together, on these levels. */
export async function findings(judging, texts, levels = ['Warning', 'Error']) {
  const docs = texts.map(withSurroundings).join('---\n');
  const { findings: found = [], unread = [], error } = await judging.ask({ op: 'analyze', docs });
  return [
    ...(error ? [error] : []),
    ...unread.map((one) => JSON.stringify(one)),
    ...found
      .filter(({ level }) => levels.includes(level))
      .map(({ code, level, origin, message }) => `${code} ${level} at ${origin}: ${message}`),
  ];
}
