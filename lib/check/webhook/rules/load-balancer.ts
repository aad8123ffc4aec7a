import { replaceField } from '../../edit';
import { show } from '../../finding';
import { policy } from '../examples';
import { isInside, rule } from '../rule';
import { isPrime } from '../text/primes';

const MAX_TABLE = 5000011;
const hash = (text: string) => policy(`loadBalancer: {consistentHash: {${text}}}`);
const cookie = (text: string) => hash(`httpCookie: {${text}}`);
const warmup = (text: string) => policy(`loadBalancer: {simple: ROUND_ROBIN, warmup: {${text}}}`);

export const LOAD_BALANCER_RULES = [
  rule(
    'HTTPCookie',
    {
      id: 'cookie-name',
      title: 'A cookie for stickiness has no name',
      why: 'Envoy could neither read nor set it.',
      fix: 'Name the cookie.',
      bad: cookie('ttl: 0s'),
      good: cookie('name: user, ttl: 0s'),
    },
    ({ name }, at) => {
      if (name === '') at.say('name of a cookie must be set, got nothing');
    },
  ),
  rule(
    'HTTPCookie',
    {
      id: 'cookie-attribute-name',
      title: 'An attribute of a cookie has no name',
      why: 'Browsers would not understand the cookie.',
      fix: 'Name the attribute, such as SameSite.',
      bad: cookie('name: user, ttl: 0s, attributes: [{value: Strict}]'),
      good: cookie('name: user, ttl: 0s, attributes: [{name: SameSite, value: Strict}]'),
    },
    ({ attributes }, at) => {
      attributes.forEach(({ name }, i) => {
        if (name === '') at.say('name of an attribute must be set, got nothing', 'attributes', i);
      });
    },
  ),
  rule(
    'HTTPCookie',
    {
      id: 'cookie-attribute-duplicate',
      title: 'A cookie has an attribute twice',
      why: 'Browsers would take one of the two.',
      fix: 'Remove one.',
      bad: cookie('name: user, ttl: 0s, attributes: [{name: Path, value: /a}, {name: Path, value: /b}]'),
      good: cookie('name: user, ttl: 0s, attributes: [{name: Secure}, {name: HttpOnly}]'),
    },
    ({ attributes }, at) => {
      const names = new Set<string>();
      attributes.forEach(({ name }, i) => {
        if (name !== '' && names.has(name))
          at.say(`attributes must be unique, got ${show(name)} again`, 'attributes', i);
        names.add(name);
      });
    },
  ),
  rule(
    'ConsistentHash',
    {
      id: 'minimum-ring-size-deprecated',
      severity: 'warning',
      title: 'minimumRingSize is deprecated',
      why: 'It belongs to one of the two algorithms.',
      fix: 'Write ringHash: {minimumRingSize: …}.',
      isFixable: true,
      bad: hash('httpHeaderName: a, minimumRingSize: 1024'),
      good: hash('httpHeaderName: a, ringHash: {minimumRingSize: 1024}'),
    },
    ({ minimumRingSize, maglev, ringHash }, at) => {
      const isAlone = !maglev && !ringHash;
      if (minimumRingSize !== 0 && !isInside(at, 'Subset') && !isInside(at, 'PortTrafficPolicy'))
        at.mend(
          isAlone
            ? replaceField(['minimumRingSize'], 'ringHash', { minimumRingSize: Number(minimumRingSize) })
            : [],
          `ringHash.minimumRingSize must be used instead of minimumRingSize, got ${minimumRingSize}`,
          'minimumRingSize',
        );
    },
  ),
  rule(
    'ConsistentHash',
    {
      id: 'minimum-ring-size-and-algorithm',
      title: 'minimumRingSize stands beside an algorithm',
      why: 'It would contradict ringHash, and means nothing to maglev.',
      fix: 'Remove minimumRingSize, or move it into ringHash.',
      bad: hash('httpHeaderName: a, minimumRingSize: 1024, maglev: {tableSize: 5}'),
      good: hash('httpHeaderName: a, maglev: {tableSize: 5}'),
    },
    ({ minimumRingSize, maglev, ringHash }, at) => {
      if (minimumRingSize !== 0 && (maglev ?? ringHash))
        at.say('minimumRingSize must not be set beside maglev or ringHash', 'minimumRingSize');
    },
  ),
  rule(
    'MagLev',
    {
      id: 'maglev-table-size-missing',
      title: 'A maglev table has no size',
      why: 'Istio has no default for it here.',
      fix: 'Give tableSize, such as 65537.',
      bad: hash('httpHeaderName: a, maglev: {}'),
      good: hash('httpHeaderName: a, maglev: {tableSize: 65537}'),
    },
    ({ tableSize }, at) => {
      if (tableSize === 0) at.say('tableSize must be set, got 0');
    },
  ),
  rule(
    'MagLev',
    {
      id: 'maglev-table-size-limit',
      title: 'A maglev table is too large',
      why: 'Every proxy would keep it in memory, once for each cluster.',
      fix: `Use a prime below ${MAX_TABLE}.`,
      bad: hash(`httpHeaderName: a, maglev: {tableSize: ${MAX_TABLE}}`),
      good: hash('httpHeaderName: a, maglev: {tableSize: 65537}'),
    },
    ({ tableSize }, at) => {
      if (tableSize >= MAX_TABLE)
        at.say(`tableSize must be below ${MAX_TABLE}, got ${tableSize}`, 'tableSize');
    },
  ),
  rule(
    'MagLev',
    {
      id: 'maglev-table-size-prime',
      title: 'The size of a maglev table is no prime',
      why: 'Only then every endpoint gets its turn.',
      fix: 'Use a prime such as 65537.',
      bad: hash('httpHeaderName: a, maglev: {tableSize: 1024}'),
      good: hash('httpHeaderName: a, maglev: {tableSize: 65537}'),
    },
    ({ tableSize }, at) => {
      if (!isPrime(tableSize)) at.say(`tableSize must be a prime, got ${tableSize}`, 'tableSize');
    },
  ),
  rule(
    'LoadBalancerSettings',
    {
      id: 'warmup-duration-missing',
      title: 'A warm-up has no duration',
      why: 'New endpoints would get their full share at once.',
      fix: 'Give duration.',
      bad: warmup('minimumPercent: 10'),
      good: warmup('duration: 30s'),
    },
    ({ warmup: settings }, at) => {
      if (settings && settings.duration === undefined)
        at.say('duration of a warm-up must be set, got nothing', 'warmup');
    },
  ),
  rule(
    'WarmupConfiguration',
    {
      id: 'warmup-minimum-percent',
      title: 'A warm-up begins above its end',
      why: 'It is a share of the final weight.',
      fix: 'Use a number up to 100.',
      bad: warmup('duration: 30s, minimumPercent: 101'),
      good: warmup('duration: 30s, minimumPercent: 10'),
    },
    ({ minimumPercent = 0 }, at) => {
      if (minimumPercent > 100)
        at.say(`minimumPercent must be at most 100, got ${minimumPercent}`, 'minimumPercent');
    },
  ),
  rule(
    'WarmupConfiguration',
    {
      id: 'warmup-aggression',
      title: 'A warm-up is too timid',
      why: 'Istio 1.30 takes an aggression of 1, which is linear, or more.',
      fix: 'Use 1 or more, or leave it out.',
      bad: warmup('duration: 30s, aggression: 0.5'),
      good: warmup('duration: 30s, aggression: 2'),
    },
    ({ aggression }, at) => {
      if (aggression !== undefined && aggression < 1)
        at.say(`aggression must be at least 1, got ${aggression}`, 'aggression');
    },
  ),
];
