export const SELECTOR = {
  PolicySelector: { matchLabels: '{string}' },
  PolicyTargetReference: { group: 'string', kind: 'string', name: 'string', namespace: 'string' },
  WorkloadSelector: { labels: '{string}' },
} as const;
