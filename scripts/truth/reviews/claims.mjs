// What a review says of one request.
import { meets } from './library.mjs';

/** The changed classes that the request is in. */
export function claimsOn({ hosts }, { ref, port, isHttp }, request) {
  return hosts
    .filter(({ host, gateway }) => host === ref.host && same(gateway, ref.gateway))
    .flatMap(({ views }) => views)
    .filter((view) => view.port === port && view.callers.some((one) => isSender(one, request.from)))
    .flatMap(({ classes }) => classes)
    .filter((change) => isOfKind(change, request, isHttp) && isIn(request, change.requests));
}

function isIn(request, { matches, except }) {
  return meets(request, matches) && !except.some((match) => meets(request, [match]));
}

function isOfKind({ connections }, { url }, isHttp) {
  if (isHttp) return connections === undefined;
  return connections === 'all' || connections === (url.startsWith('tls') ? 'tls' : 'plain');
}

/** A caller without a service account stands for all of them. */
function isSender({ serviceAccount, ...one }, { serviceAccount: own, ...other }) {
  return same(one, other) && (serviceAccount === undefined || serviceAccount === own);
}

function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}
