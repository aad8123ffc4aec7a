import type { Description, HostDescription } from '../describe/model';
import type { End, Treatment } from '../facts';
import type { HostRef } from '../subject/hosts';
import type { Tone } from './blocks';

/** Hosts that have something in common that one wants to know first. */
export interface Glance {
  readonly label: string;
  readonly hosts: readonly HostRef[];
  readonly tone?: Tone;
}

/** Who has what, the most pressing first. Nothing of what no host has. */
export function glancesOf({ hosts }: Description): readonly Glance[] {
  const some = (label: string, has: (host: HostDescription) => boolean, tone?: Tone): readonly Glance[] => {
    const found = hosts.filter(has);
    return found.length > 0 ? [{ label, hosts: found, ...(tone && { tone }) }] : [];
  };
  return [
    ...some('Nobody serves it', (host) => ends(host, isUnserved), 'high'),
    ...some(
      'Injected faults',
      (host) => ends(host, isFault) || treated(host, ({ delay }) => !!delay),
      'medium',
    ),
    ...some('Open through gateways', ({ gateway }) => gateway !== undefined),
    ...some('Denies some requests', denies),
    ...some('Split by weight', (host) => treated(host, isSplit)),
    ...some('Copied', (host) => treated(host, ({ mirrors }) => mirrors.length > 0)),
  ];
}

function treated({ views }: HostDescription, is: (treatment: Treatment) => boolean): boolean {
  return views.some(({ routes }) => routes.some(({ treatment }) => is(treatment)));
}

function ends(host: HostDescription, is: (end: End) => boolean): boolean {
  return treated(host, (treatment) => treatment.ends.some(is));
}

function isUnserved(end: End): boolean {
  return end.kind === 'answer' && (end.flag === 'NC' || end.flag === 'UH');
}

function isFault(end: End): boolean {
  return end.kind === 'answer' && end.flag === 'FI';
}

function isSplit({ ends: all }: Treatment): boolean {
  return all.filter(({ kind }) => kind === 'delivery').length > 1;
}

function denies({ views }: HostDescription): boolean {
  return views.some(({ access }) =>
    access.some(({ verdict }) => verdict !== 'allowed' && verdict !== 'unknown'),
  );
}
