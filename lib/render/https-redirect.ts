import { ANY } from '../model/condition';
import type { Outcome } from '../model/outcome';
import type { Entry } from '../model/table';

/** What a listener does that redirects every request to https. */
export function httpsRedirect(port: number): readonly Entry<Outcome>[] {
  const action = { kind: 'redirect', code: 301, scheme: 'https', port } as const;
  const author = { path: '', name: 'redirect-to-https' };
  return [{ condition: ANY, outcome: { action, author, effects: [] } }];
}
