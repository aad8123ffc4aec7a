import { nameCaller } from '../../../simulate/written/caller';
import type { Caller } from '../../../simulate/request';
import type { Review } from '../../review';
import { exampleOf, type HostRef } from '../../subject/hosts';
import type { Question } from './question';

/** A question about a host that can be asked as it stands: by its first callers, at its first port. */
export function firstQuestion(review: Review, host: HostRef | undefined): Question {
  const hosts: readonly (HostRef & { readonly views: readonly View[] })[] = review.hosts;
  const view = hosts.find((one) => one === host)?.views.find(({ port }) => port > 0);
  const caller = view?.callers[0] ?? host?.gateway;
  const scheme = view?.protocol === 'tcp' ? 'tcp' : 'http';
  return {
    ...(caller !== undefined && { from: nameCaller(caller) }),
    method: 'GET',
    scheme,
    ...(host && { host: exampleOf(host.host) }),
    ...(view && { port: `${view.port}` }),
    path: '/',
  };
}

/** What descriptions and differences have in common. */
interface View {
  readonly port: number;
  readonly callers: readonly Caller[];
  readonly protocol?: 'http' | 'tcp';
}
