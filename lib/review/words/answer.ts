import { ASPECTS, type Aspect, type End, type Treatment } from '../facts';
import { aspectText } from './aspects';
import { capitalized } from './case';
import { aspectSentences } from './description';
import { endsText } from './ends';
import { list, percent } from './numbers';
import { ABSENT, TITLES } from './titles';

/** One way in which a single request can end: how often, and how. */
export interface EndAnswer {
  readonly share: string;
  readonly fraction: number;
  readonly text: string;
  readonly isBad: boolean;
}

export function endAnswers({ ends, access }: Treatment): readonly EndAnswer[] {
  const isDenied = access?.allowed === false && !access.isUncertain;
  return ends.map((end) => ({
    share: percent(end.share),
    fraction: end.share,
    text: endsText([{ ...end, share: 1 }]),
    isBad: isBad(end) || (end.kind === 'delivery' && isDenied),
  }));
}

function isBad(end: End): boolean {
  return end.kind === 'closing' || (end.kind === 'answer' && (end.status >= 400 || end.flag === 'FI'));
}

/** What happens on the way. Of time and tries it also says what Istio does unasked. */
export function wayAnswers(treatment: Treatment, isHttp: boolean): readonly string[] {
  const isDelivered = treatment.ends.some(({ kind }) => kind === 'delivery');
  const unasked = treatment.retries?.isDefault === true ? aspectText(treatment, 'retries') : '';
  return [
    ...aspectSentences(treatment, ['access']).map(asSentence),
    ...aspectSentences(
      treatment,
      ASPECTS.filter((one) => one !== 'ends' && one !== 'access'),
    ).map(asSentence),
    ...(isHttp && isDelivered && treatment.timeout === undefined ? [`They ${ABSENT.timeout}.`] : []),
    ...(isHttp && isDelivered && unasked !== '' ? [`They ${unasked}: Istio does that by itself.`] : []),
  ];
}

/** What goes on after `These requests …`, as a sentence of its own. */
function asSentence(text: string): string {
  return /^(They|[A-Z\d<>])/.test(text) ? text : capitalized(`they ${text}`);
}

/** `destination and timeout` */
export function aspectNames(aspects: readonly Aspect[]): string {
  return list(aspects.map((aspect) => TITLES[aspect]));
}
