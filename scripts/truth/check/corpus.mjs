// Objects to begin with: the stories of dist/, and whatever folder of manifests one has.
import { DIST } from '../paths.mjs';
import { library } from './library.mjs';

/** The objects in the folders of which the CRDs know the kind. */
export function corpus(folders) {
  const { loadManifests } = library('manifest/load');
  const { checkSchema } = library('check/schema/check');
  return [DIST, ...folders]
    .flatMap((folder) => loadManifests(folder).documents)
    .filter((document) => checkSchema(document, { gatewayChannel: 'experimental' }).isJudged)
    .map(({ object }) => object);
}
