import { show } from '../../finding';
import { telemetry } from '../examples';
import type { View } from '../proto/messages';
import { rule } from '../rule';
import { celProblem } from '../text/cel';

const PROVIDERS = ['AccessLogging', 'Tracing', 'Metrics'] as const;
const tracing = (text: string) => telemetry(`{tracing: [{${text}}]}`);
const tags = (text: string) => tracing(`customTags: {${text}}`);
const overrides = (text: string) => telemetry(`{metrics: [{overrides: [{${text}}]}]}`);
const GOOD_TAG = tags('a: {literal: {value: b}}');

export const TELEMETRY_RULES = [
  rule(
    PROVIDERS,
    {
      id: 'telemetry-provider-name',
      title: 'A provider of telemetry has no name',
      why: 'Providers are declared in the MeshConfig, and named here.',
      fix: 'Set name.',
      bad: telemetry('{accessLogging: [{providers: [{}]}]}'),
      good: telemetry('{accessLogging: [{providers: [{name: envoy}]}]}'),
    },
    ({ providers }, at) => {
      const i = providers.findIndex(({ name }) => name === '');
      if (i !== -1) at.say('name of a provider must be set, got nothing', 'providers', i);
    },
  ),
  rule(
    'Telemetry',
    {
      id: 'tracing-multiple',
      severity: 'warning',
      title: 'Tracing is configured more than once',
      why: 'Istio takes the first.',
      fix: 'Keep one.',
      bad: telemetry('{tracing: [{randomSamplingPercentage: 1}, {randomSamplingPercentage: 2}]}'),
      good: tracing('randomSamplingPercentage: 1'),
    },
    ({ tracing: all }, at) => {
      if (all.length > 1) at.say(`tracing must have one entry, got ${all.length}`, 'tracing');
    },
  ),
  rule(
    'Tracing',
    {
      id: 'tracing-providers-multiple',
      severity: 'warning',
      title: 'Tracing has more than one provider',
      why: 'Istio takes the first.',
      fix: 'Keep one.',
      bad: tracing('providers: [{name: a}, {name: b}]'),
      good: tracing('providers: [{name: a}]'),
    },
    ({ providers }, at) => {
      if (providers.length > 1) at.say(`providers must have one entry, got ${providers.length}`, 'providers');
    },
  ),
  rule(
    'Tracing',
    {
      id: 'tracing-percentage',
      title: 'The percentage of traces is out of range',
      why: 'It is a share of the requests.',
      fix: 'Use a number from 0 to 100.',
      bad: tracing('randomSamplingPercentage: 101'),
      good: tracing('randomSamplingPercentage: 0.5'),
    },
    ({ randomSamplingPercentage: percentage = 0 }, at) => {
      if (percentage < 0 || percentage > 100)
        at.say(
          `randomSamplingPercentage must be from 0 to 100, got ${percentage}`,
          'randomSamplingPercentage',
        );
    },
  ),
  rule(
    'Tracing',
    {
      id: 'tag-name-empty',
      title: 'A tag has no name',
      why: 'Nobody could look for it.',
      fix: 'Name it.',
      bad: tags('"": {literal: {value: b}}'),
      good: GOOD_TAG,
    },
    ({ customTags }, at) => {
      if (customTags.has('')) at.say('a tag must have a name, got ""', 'customTags', '');
    },
  ),
  ...(
    [
      ['literal', 'value', 'TracingLiteral'],
      ['header', 'name', 'TracingRequestHeader'],
      ['environment', 'name', 'TracingEnvironment'],
    ] as const
  ).map(([field, part]) =>
    rule(
      'CustomTag',
      {
        id: `tag-${field}`,
        title: `A tag from a ${field} has no ${part}`,
        why: 'It would always be empty.',
        fix: `Set ${part}.`,
        bad: tags(`a: {${field}: {}}`),
        good: tags(`a: {${field}: {${part}: b}}`),
      },
      (tag, at) => {
        if (tag[field] && textOf(tag[field]) === '')
          at.say(`${part} of a tag must be set, got nothing`, field);
      },
    ),
  ),
  rule(
    'MetricsOverrides',
    {
      id: 'metric-tag-name-empty',
      severity: 'warning',
      title: 'A tag of a metric has no name',
      why: 'Nobody could look for it.',
      fix: 'Name it.',
      bad: overrides('tagOverrides: {"": {value: a}}'),
      good: overrides('tagOverrides: {b: {value: a}}'),
    },
    ({ tagOverrides }, at) => {
      if (tagOverrides.has('')) at.say('a tag must have a name, got ""', 'tagOverrides', '');
    },
  ),
  rule(
    'TagOverride',
    {
      id: 'metric-tag-value-missing',
      title: 'A tag of a metric has no value',
      why: 'UPSERT, which is the default, sets it to a value.',
      fix: 'Set value, or operation: REMOVE.',
      bad: overrides('tagOverrides: {a: {}}'),
      good: overrides('tagOverrides: {a: {operation: REMOVE}}'),
    },
    ({ operation, value }, at) => {
      if (operation === 'UPSERT' && value === '')
        at.say('value must be set with operation UPSERT, got nothing');
    },
  ),
  rule(
    'TagOverride',
    {
      id: 'metric-tag-value-removed',
      title: 'A tag of a metric is removed, and has a value',
      why: 'What is removed has no value.',
      fix: 'Remove value, or use operation UPSERT.',
      bad: overrides('tagOverrides: {a: {operation: REMOVE, value: b}}'),
      good: overrides('tagOverrides: {a: {operation: REMOVE}}'),
    },
    ({ operation, value }, at) => {
      if (operation === 'REMOVE' && value !== '')
        at.say(`value must not be set with operation REMOVE, got ${show(value)}`, 'value');
    },
  ),
  rule(
    'MetricSelector',
    {
      id: 'custom-metric-empty',
      title: 'A metric has no name',
      why: 'The override would be of nothing.',
      fix: 'Set customMetric, or metric.',
      bad: overrides('match: {customMetric: ""}'),
      good: overrides('match: {customMetric: a}'),
    },
    ({ customMetric }, at) => {
      if (customMetric === '') at.say('customMetric must not be empty, got ""', 'customMetric');
    },
  ),
  rule(
    'LogFilter',
    {
      id: 'log-filter',
      title: 'A filter of access logs is no CEL expression',
      why: 'Envoy could not tell which requests to log.',
      fix: 'Write an expression such as response.code >= 400.',
      links: ['https://istio.io/latest/docs/reference/config/telemetry/#AccessLogging-Filter'],
      bad: telemetry('{accessLogging: [{filter: {expression: "response.code >="}}]}'),
      good: telemetry('{accessLogging: [{filter: {expression: "response.code >= 400"}}]}'),
    },
    ({ expression }, at) => {
      const problem = celProblem(expression);
      if (problem) at.say(`expression must be CEL, got ${show(expression)}: ${problem}`, 'expression');
    },
  ),
];

function textOf(
  part: View<'TracingLiteral'> | View<'TracingRequestHeader'> | View<'TracingEnvironment'>,
): string {
  return 'value' in part ? part.value : part.name;
}
