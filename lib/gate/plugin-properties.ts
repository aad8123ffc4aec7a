import { parseKnown } from '../verdict/known';
import type { Policy } from '../verdict/judge';
import { FAIL_LEVELS, type FailLevel } from '../verdict/severity';
import { fail } from '../values/check';

const NAMES = ['failOn', 'only', 'skip', 'known', 'meshConfig', 'channel'] as const;
const CHANNELS = ['standard', 'experimental'] as const;
const HOW = 'correct it in cdk8s.yaml';

type Properties = Readonly<Partial<Record<(typeof NAMES)[number], unknown>>>;

/** What `properties` of a validation in `cdk8s.yaml` say: written by hand, so that it may be anything. */
export function policyOf(properties: object): { readonly policy: Policy; readonly failOn: FailLevel } {
  for (const name of Object.keys(properties)) choice('a property of MeshValidation', name, NAMES);
  const { failOn = 'error', only, skip, known = {}, meshConfig, channel } = properties as Properties;
  return {
    failOn: choice('failOn', failOn, FAIL_LEVELS),
    policy: {
      known: {
        ...parseKnown('known', objectIn('known', known)),
        ...(meshConfig !== undefined && { mesh: objectIn('meshConfig', meshConfig) }),
      },
      ...(only !== undefined && { only: names('only', only) }),
      ...(skip !== undefined && { skip: names('skip', skip) }),
      ...(channel !== undefined && { channel: choice('channel', channel, CHANNELS) }),
    },
  };
}

function choice<T extends string>(thing: string, got: unknown, choices: readonly T[]): T {
  return choices.find((one) => one === got) ?? fail(thing, `one of ${choices.join(', ')}`, got, HOW);
}

function objectIn(thing: string, got: unknown): object {
  if (typeof got === 'object' && got !== null && !Array.isArray(got)) return got;
  return fail(thing, 'an object', got, HOW);
}

function names(thing: string, got: unknown): readonly string[] {
  const isList = Array.isArray(got) && got.every((one) => typeof one === 'string');
  return isList ? got : fail(thing, 'a list of rules', got, HOW);
}
