import { show } from '../../finding';
import { isPatchTarget, readPatch } from '../envoy/patches';
import { envoyFilter } from '../examples';
import { rule } from '../rule';

const patch = (text: string) => envoyFilter(`{configPatches: [{${text}}]}`);
const GOOD = patch('applyTo: LISTENER, patch: {operation: REMOVE}');
const LUA = 'type.googleapis.com/envoy.extensions.filters.http.lua.v3.Lua';

export const ENVOY_PATCH_RULES = [
  rule(
    'ConfigPatch',
    {
      id: 'patch-target-unknown',
      title: 'A patch applies to something unknown',
      why: 'Istio could not tell what its value is a part of.',
      fix: 'Use a name for applyTo.',
      bad: patch('applyTo: 99, patch: {operation: ADD, value: {}}'),
      good: GOOD,
    },
    ({ applyTo, patch: change }, at) => {
      if (change?.value && !isPatchTarget(applyTo))
        at.say(`applyTo must be a name, got ${applyTo}`, 'applyTo');
    },
  ),
  rule(
    'ConfigPatch',
    {
      id: 'patch-value',
      title: 'The value of a patch is no part of Envoy',
      why: 'Istio could not put it where it belongs: a type is unknown, or a field has a value of another type.',
      fix: "Compare it with the reference of Envoy's API v3.",
      links: ['https://www.envoyproxy.io/docs/envoy/latest/api-v3/api'],
      bad: patch(
        `applyTo: HTTP_FILTER, patch: {operation: ADD, value: {name: a, typed_config: {"@type": a/b}}}`,
      ),
      good: patch(
        `applyTo: HTTP_FILTER, patch: {operation: ADD, value: {name: a, typed_config: {"@type": ${LUA}}}}`,
      ),
    },
    ({ applyTo, patch: change }, at) => {
      const problem = change?.value && readPatch(applyTo, change.value).problem;
      if (problem) at.say(`value of a patch of ${applyTo}: ${problem}`, 'patch', 'value');
    },
  ),
  rule(
    'ConfigPatch',
    {
      id: 'patch-value-unknown-field',
      severity: 'warning',
      title: 'The value of a patch has an unknown field',
      why: 'It is dropped, unless the Envoy of the proxies is newer than istiod.',
      fix: "Correct the name, or the place; compare with the reference of Envoy's API v3.",
      links: ['https://www.envoyproxy.io/docs/envoy/latest/api-v3/api'],
      bad: patch('applyTo: CLUSTER, patch: {operation: MERGE, value: {timeout: 1s}}'),
      good: patch('applyTo: CLUSTER, patch: {operation: MERGE, value: {connect_timeout: 1s}}'),
    },
    ({ applyTo, patch: change }, at) => {
      const unknown = change?.value && readPatch(applyTo, change.value).unknown;
      if (unknown)
        at.say(`value of a patch of ${applyTo} must have known fields, got ${unknown}`, 'patch', 'value');
    },
  ),
  rule(
    'ConfigPatch',
    {
      id: 'patch-value-untyped',
      severity: 'warning',
      title: 'A patch names an extension without configuring it',
      why: 'Envoy finds extensions by the type of their configuration, not by name.',
      fix: 'Add typed_config with @type.',
      bad: patch('applyTo: HTTP_FILTER, patch: {operation: ADD, value: {name: envoy.filters.http.lua}}'),
      good: patch(
        `applyTo: HTTP_FILTER, patch: {operation: ADD, value: {name: a, typed_config: {"@type": ${LUA}}}}`,
      ),
    },
    ({ applyTo, patch: change }, at) => {
      const untyped = change?.value ? readPatch(applyTo, change.value).untyped : [];
      if (untyped.length > 0)
        at.say(`typed_config must be set for ${untyped.map(show).join(', ')}, got nothing`, 'patch', 'value');
    },
  ),
];
