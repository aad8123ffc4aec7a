import type { Known } from '../check/mesh/known';

const LISTS = ['hosts', 'gateways', 'namespaces', 'serviceAccounts'] as const;
const HOW = 'write for example hosts: [ratings.prod.svc.cluster.local]';

/**
 * What is declared elsewhere, as somebody wrote it down.
 * @param thing what it is called in errors
 */
export function parseKnown(thing: string, value: object): Known {
  for (const [field, list] of Object.entries(value)) {
    if (!LISTS.some((one) => one === field))
      throw new Error(`a field of ${thing} must be one of ${LISTS.join(', ')}, got ${field}; ${HOW}`);
    if (!Array.isArray(list) || list.some((one) => typeof one !== 'string' || one === ''))
      throw new Error(`${field} of ${thing} must be a list of texts, got something else; ${HOW}`);
  }
  return value;
}
