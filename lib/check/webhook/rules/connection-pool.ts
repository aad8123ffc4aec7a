import { insert, remove, rename } from '../../edit';
import { policy } from '../examples';
import { isInside, rule } from '../rule';

const POOL = policy('connectionPool: {http: {http2MaxRequests: 10}}');

export const CONNECTION_POOL_RULES = [
  rule(
    'ConnectionPoolSettings',
    {
      id: 'connection-pool-empty',
      title: 'A connection pool says nothing',
      why: 'Most likely its content is not below http or tcp, and was dropped.',
      fix: 'Put the settings below http or tcp.',
      bad: policy('connectionPool: {}'),
      good: POOL,
    },
    ({ http, tcp }, at) => {
      if (!http && !tcp) at.say(`${at.field} must have http or tcp, got none`);
    },
  ),
  rule(
    'HttpPool',
    {
      id: 'http-limit-negative',
      title: 'A limit of HTTP is negative',
      why: 'It is a number of requests.',
      fix: 'Use a positive number, or leave it out for no limit.',
      bad: policy('connectionPool: {http: {http2MaxRequests: -1}}'),
      good: POOL,
    },
    (pool, at) => {
      for (const field of LIMITS)
        if (pool[field] < 0) at.say(`${field} must be at least 0, got ${pool[field]}`, field);
    },
  ),
  rule(
    'HttpPool',
    {
      id: 'upgrade-and-client-protocol',
      title: 'HTTP/2 is asked for, and the protocol of the client',
      why: 'UPGRADE speaks HTTP/2 to the service, useClientProtocol what the client spoke.',
      fix: 'Keep one of them.',
      bad: policy('connectionPool: {http: {h2UpgradePolicy: UPGRADE, useClientProtocol: true}}'),
      good: policy('connectionPool: {http: {h2UpgradePolicy: UPGRADE}}'),
    },
    ({ h2UpgradePolicy, useClientProtocol }, at) => {
      if (h2UpgradePolicy === 'UPGRADE' && useClientProtocol)
        at.say('useClientProtocol must not be true beside h2UpgradePolicy UPGRADE', 'useClientProtocol');
    },
  ),
  rule(
    'TcpPool',
    {
      id: 'max-connections-negative',
      title: 'The limit of connections is negative',
      why: 'It is a number of connections.',
      fix: 'Use a positive number, or leave it out for no limit.',
      bad: policy('connectionPool: {tcp: {maxConnections: -1}}'),
      good: policy('connectionPool: {tcp: {maxConnections: 100}}'),
    },
    ({ maxConnections }, at) => {
      if (maxConnections < 0)
        at.say(`maxConnections must be at least 0, got ${maxConnections}`, 'maxConnections');
    },
  ),
  rule(
    'OutlierDetection',
    {
      id: 'consecutive-errors-deprecated',
      severity: 'warning',
      title: 'consecutiveErrors is deprecated',
      why: 'Istio does not read it: hosts are ejected after the five errors that are Envoy’s default.',
      fix: 'Write consecutive5xxErrors or consecutiveGatewayErrors.',
      isFixable: true,
      bad: policy('outlierDetection: {consecutiveErrors: 5}'),
      good: policy('outlierDetection: {consecutive5xxErrors: 5}'),
    },
    ({ consecutiveErrors, consecutive5xxErrors, consecutiveGatewayErrors }, at) => {
      const path = ['consecutiveErrors'];
      // Istio does not read it: beside its successors it says nothing.
      const isMeant = consecutive5xxErrors === undefined && consecutiveGatewayErrors === undefined;
      // Istio loses its warnings about ports and subsets.
      if (consecutiveErrors !== 0 && !isInside(at, 'Subset') && !isInside(at, 'PortTrafficPolicy'))
        at.mend(
          [isMeant ? rename(path, 'consecutive5xxErrors') : remove(path)],
          `consecutive5xxErrors must be used instead of consecutiveErrors, got ${consecutiveErrors}`,
          'consecutiveErrors',
        );
    },
  ),
  rule(
    'OutlierDetection',
    {
      id: 'local-origin-failures-not-split',
      title: 'Failures to connect are counted, but not apart',
      why: 'consecutiveLocalOriginFailures has no effect unless failures to connect are told from errors of the service.',
      fix: 'Set splitExternalLocalOriginErrors: true.',
      isFixable: true,
      bad: policy('outlierDetection: {consecutiveLocalOriginFailures: 5}'),
      good: policy(
        'outlierDetection: {consecutiveLocalOriginFailures: 5, splitExternalLocalOriginErrors: true}',
      ),
    },
    ({ splitExternalLocalOriginErrors, consecutiveLocalOriginFailures: failures = 0 }, at) => {
      if (!splitExternalLocalOriginErrors && failures > 0)
        at.mend(
          [insert(['splitExternalLocalOriginErrors'], true, 'consecutiveLocalOriginFailures')],
          `splitExternalLocalOriginErrors must be true beside consecutiveLocalOriginFailures, got ${failures}`,
          'consecutiveLocalOriginFailures',
        );
    },
  ),
  rule(
    'OutlierDetection',
    {
      id: 'outlier-percent',
      title: 'A percentage of outlier detection is out of range',
      why: 'It is a share of the endpoints.',
      fix: 'Use a number from 0 to 100.',
      bad: policy('outlierDetection: {maxEjectionPercent: 101}'),
      good: policy('outlierDetection: {maxEjectionPercent: 100}'),
    },
    (outlier, at) => {
      for (const field of ['maxEjectionPercent', 'minHealthPercent'] as const)
        if (outlier[field] < 0 || outlier[field] > 100)
          at.say(`${field} must be from 0 to 100, got ${outlier[field]}`, field);
    },
  ),
];

const LIMITS = [
  'http1MaxPendingRequests',
  'http2MaxRequests',
  'maxRequestsPerConnection',
  'maxRetries',
  'maxConcurrentStreams',
] as const;
