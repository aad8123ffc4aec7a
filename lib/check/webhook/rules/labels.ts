import { show } from '../../finding';
import { destinationRule, http, TO } from '../examples';
import type { MessageName } from '../proto/messages';
import { rule, type Place } from '../rule';
import { isLabelKey, isLabelValue } from '../text/labels';

const LABELS: Partial<Record<MessageName, string>> = {
  HTTPMatchRequest: 'sourceLabels',
  TLSMatchAttributes: 'sourceLabels',
  L4MatchAttributes: 'sourceLabels',
  Subset: 'labels',
  WorkloadEntry: 'labels',
};
const TYPES = Object.keys(LABELS) as MessageName[];

function labelsOf(message: object, at: Place): [string, ReadonlyMap<string, string>] {
  const field = LABELS[at.type]!;
  return [field, (message as Readonly<Record<string, ReadonlyMap<string, string>>>)[field]!];
}

export const LABEL_RULES = [
  rule(
    TYPES,
    {
      id: 'label-key',
      title: 'A label has a key that is none',
      why: 'Kubernetes lets no workload have such a label.',
      fix: 'Use letters, digits, - _ and ., at most 63, and before them at most a DNS name and a slash.',
      bad: destinationRule('{host: a, subsets: [{name: v1, labels: {"a b": c}}]}'),
      good: destinationRule('{host: a, subsets: [{name: v1, labels: {a.com/b: c}}]}'),
    },
    (message, at) => {
      const [field, labels] = labelsOf(message, at);
      for (const key of labels.keys())
        if (!isLabelKey(key)) at.say(`${field} must have valid keys, got ${show(key)}`, field, key);
    },
  ),
  rule(
    TYPES,
    {
      id: 'label-value',
      title: 'A label has a value that is none',
      why: 'Kubernetes lets no workload have such a label.',
      fix: 'Use letters, digits, - _ and ., and no * to match several.',
      bad: http(`match: [{sourceLabels: {version: "v*"}}], ${TO}`),
      good: http(`match: [{sourceLabels: {version: v1}}], ${TO}`),
    },
    (message, at) => {
      const [field, labels] = labelsOf(message, at);
      for (const [key, value] of labels)
        if (!isLabelValue(value)) at.say(`${field} must have valid values, got ${show(value)}`, field, key);
    },
  ),
];
