import { remove, replaceField } from '../../edit';
import { show } from '../../finding';
import { http, TO } from '../examples';
import { rule } from '../rule';

const MIRROR = `${TO}, mirror: {host: shadow}`;

export const MIRROR_RULES = [
  rule(
    'HTTPRoute',
    {
      id: 'mirror-percent',
      title: 'More than all requests are mirrored',
      why: 'A request is mirrored once at most.',
      fix: 'Use mirrorPercentage with a value from 0 to 100.',
      bad: http(`${MIRROR}, mirrorPercent: 101`),
      good: http(`${MIRROR}, mirrorPercentage: {value: 100}`),
    },
    ({ mirrorPercent }, at) => {
      if (mirrorPercent !== undefined && mirrorPercent > 100)
        at.say(`mirrorPercent must be from 0 to 100, got ${mirrorPercent}`, 'mirrorPercent');
    },
  ),
  rule(
    'HTTPRoute',
    {
      id: 'mirror-percent-deprecated',
      severity: 'warning',
      title: 'mirrorPercent is deprecated',
      why: 'It knows whole percents only, and mirrorPercentage wins over it.',
      fix: 'Write mirrorPercentage: {value: …}.',
      isFixable: true,
      bad: http(`${MIRROR}, mirrorPercent: 10`),
      good: http(`${MIRROR}, mirrorPercentage: {value: 10}`),
    },
    ({ mirrorPercent, mirrorPercentage }, at) => {
      const path = ['mirrorPercent'];
      if (mirrorPercent !== undefined)
        at.mend(
          mirrorPercentage
            ? [remove(path)]
            : replaceField(path, 'mirrorPercentage', { value: mirrorPercent }),
          `mirrorPercentage must be used instead of mirrorPercent, got ${mirrorPercent}`,
          'mirrorPercent',
        );
    },
  ),
  rule(
    ['HTTPRoute', 'HTTPMirrorPolicy'],
    {
      id: 'mirror-percentage',
      title: 'The percentage of a mirror is out of range',
      why: 'It is a share of the requests.',
      fix: 'Use a value from 0 to 100.',
      bad: http(`${MIRROR}, mirrorPercentage: {value: 101}`),
      good: http(`${MIRROR}, mirrorPercentage: {value: 0.5}`),
    },
    (message, at) => {
      const [field, percentage] =
        'percentage' in message
          ? (['percentage', message.destination && message.percentage] as const)
          : (['mirrorPercentage', message.mirrorPercentage] as const);
      const value = percentage?.value ?? 0;
      if (value < 0 || value > 100)
        at.say(`${field} must be from 0 to 100, got ${show(value)}`, field, 'value');
    },
  ),
  rule(
    'HTTPMirrorPolicy',
    {
      id: 'mirror-destination',
      title: 'A mirror goes nowhere',
      why: 'It has no destination.',
      fix: 'Add destination.',
      bad: http(`${TO}, mirrors: [{percentage: {value: 1}}]`),
      good: http(`${TO}, mirrors: [{destination: {host: shadow}}]`),
    },
    ({ destination }, at) => {
      if (!destination) at.say('destination of a mirror must be set, got nothing');
    },
  ),
];
