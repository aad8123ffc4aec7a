import type { Transport } from '../../simulate/decision';
import { fail } from '../../values/check';
import { matcher } from '../matcher';

const KINDS: readonly Transport['kind'][] = ['mutual-tls', 'per-endpoint', 'tls', 'plaintext'];

export const toSpeak = matcher(
  { name: 'toSpeak', arguments: 'transport', hides: ['security', 'fault', 'endpoints'] },
  ({ decision: { outcomes } }, transport: Transport['kind']) => {
    if (!KINDS.includes(transport))
      fail('the transport', `one of ${KINDS.join(', ')}`, transport, 'choose one');
    // To a destination that nobody knows the proxy adds nothing.
    const found = outcomes.flatMap((outcome) =>
      outcome.kind === 'forwarded' ? [outcome.policy?.transport.kind ?? 'plaintext'] : [],
    );
    return {
      pass: found.length > 0 && found.every((kind) => kind === transport),
      expected: transport,
      received: found.length > 0 ? [...new Set(found)].join(' or ') : 'nobody gets it',
    };
  },
);
