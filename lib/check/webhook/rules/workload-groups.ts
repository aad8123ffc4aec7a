import { show } from '../../finding';
import { workloadGroup } from '../examples';
import { rule } from '../rule';
import { isLabelKey, isLabelValue } from '../text/labels';
import { isPort } from '../text/protocols';

const probe = (text: string) => workloadGroup(`{template: {}, probe: {${text}}}`);
const GOOD_GROUP = probe('httpGet: {port: 80, path: /}');

export const WORKLOAD_GROUP_RULES = [
  rule(
    'WorkloadGroup',
    {
      id: 'group-without-template',
      title: 'A WorkloadGroup has no template',
      why: 'Istio makes the WorkloadEntries of its workloads from it. The webhook looks no further then.',
      fix: 'Add template; it may be empty.',
      bad: workloadGroup('{}'),
      good: GOOD_GROUP,
    },
    ({ template }, at) => {
      if (template) return;
      at.say('template must be set, got nothing');
      at.stop();
    },
  ),
  rule(
    'WorkloadGroup',
    {
      id: 'group-labels',
      title: 'A WorkloadGroup gives its workloads labels that are none',
      why: 'Kubernetes refuses objects with such labels. The webhook looks no further then.',
      fix: 'Use letters, digits, - _ and . in keys and values.',
      bad: workloadGroup('{template: {}, metadata: {labels: {"a b": c}}}'),
      good: workloadGroup('{template: {}, metadata: {labels: {a: c}}}'),
    },
    ({ metadata }, at) => {
      for (const [key, value] of metadata?.labels ?? []) {
        if (isLabelKey(key) && isLabelValue(value)) continue;
        at.say(`labels must be valid, got ${show(`${key}=${value}`)}`, 'metadata', 'labels', key);
        at.stop();
      }
    },
  ),
  rule(
    'ReadinessProbe',
    {
      id: 'probe-number-negative',
      title: 'A number of a probe is negative',
      why: 'It is a time or a count.',
      fix: 'Use 0 for the default, or a positive number.',
      bad: probe('periodSeconds: -1, httpGet: {port: 80, path: /}'),
      good: GOOD_GROUP,
    },
    (one, at) => {
      for (const field of PROBE_NUMBERS)
        if (one[field] < 0) at.say(`${field} must be at least 0, got ${one[field]}`, field);
    },
  ),
  rule(
    ['HTTPHealthCheckConfig', 'TCPHealthCheckConfig'],
    {
      id: 'probe-port',
      title: 'A probe has no valid port',
      why: 'Ports go from 1 to 65535.',
      fix: 'Use a port from 1 to 65535.',
      bad: probe('tcpSocket: {port: 70000}'),
      good: probe('tcpSocket: {port: 8080}'),
    },
    ({ port }, at) => {
      if (!isPort(port)) at.say(`port must be from 1 to 65535, got ${port}`, 'port');
    },
  ),
  rule(
    'HTTPHealthCheckConfig',
    {
      id: 'probe-scheme',
      title: 'A probe has an unknown scheme',
      why: 'It asks by HTTP or HTTPS.',
      fix: 'Use HTTP or HTTPS, in upper case.',
      bad: probe('httpGet: {port: 80, path: /, scheme: http}'),
      good: probe('httpGet: {port: 80, path: /, scheme: HTTP}'),
    },
    ({ scheme }, at) => {
      if (!['', 'HTTP', 'HTTPS'].includes(scheme))
        at.say(`scheme must be HTTP or HTTPS, got ${show(scheme)}`, 'scheme');
    },
  ),
  rule(
    'HTTPHeader',
    {
      id: 'probe-header',
      title: 'A header of a probe has no valid name',
      why: 'The probe could not be sent.',
      fix: 'Use letters, digits and hyphens.',
      bad: probe('httpGet: {port: 80, path: /, httpHeaders: [{name: a_b, value: c}]}'),
      good: probe('httpGet: {port: 80, path: /, httpHeaders: [{name: a-b, value: c}]}'),
    },
    ({ name }, at) => {
      if (!/^[-A-Za-z0-9]+$/.test(name)) at.say(`name of a header must be valid, got ${show(name)}`, 'name');
    },
  ),
  rule(
    'ExecHealthCheckConfig',
    {
      id: 'probe-command',
      title: 'A probe runs nothing',
      why: 'It has no command.',
      fix: 'Add command.',
      bad: probe('exec: {command: []}'),
      good: probe('exec: {command: [a]}'),
    },
    ({ command }, at) => {
      if (command.length === 0) at.say('command must have a word, got none');
    },
  ),
  rule(
    'ReadinessProbe',
    {
      id: 'probe-method',
      title: 'A probe has no method that Istio knows',
      why: 'Istio does not take grpc here, although the CRD has it.',
      fix: 'Use httpGet, tcpSocket or exec.',
      bad: probe('grpc: {port: 80}'),
      good: GOOD_GROUP,
    },
    ({ httpGet, tcpSocket, exec }, at) => {
      if (!httpGet && !tcpSocket && !exec)
        at.say('a probe must have httpGet, tcpSocket or exec, got none of them');
    },
  ),
];

const PROBE_NUMBERS = [
  'periodSeconds',
  'initialDelaySeconds',
  'timeoutSeconds',
  'successThreshold',
  'failureThreshold',
] as const;
