// Objects to begin with: the stories of dist/, some that break what few objects break, and whatever folder one has.
import { readFileSync } from 'node:fs';
import { CHECKED, DIST } from '../paths.mjs';
import { library } from './library.mjs';

/** The objects in the folders of which the CRDs know the kind. */
export function corpus(folders) {
  const { loadManifests } = library('manifest/load');
  const { checkSchema } = library('check/schema/check');
  const found = [DIST, ...folders]
    .flatMap((folder) => loadManifests(folder).documents)
    .filter((document) => checkSchema(document, { gatewayChannel: 'experimental' }).isJudged)
    .map(({ object }) => object);
  return [...rare(), ...found];
}

function rare() {
  return readFileSync(`${CHECKED}/rare.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}
