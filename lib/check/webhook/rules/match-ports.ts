import { virtualService, TO } from '../examples';
import { rule } from '../rule';
import { isPort } from '../text/protocols';

export const MATCH_PORT_RULES = [
  rule(
    ['HTTPMatchRequest', 'TLSMatchAttributes', 'L4MatchAttributes'],
    {
      id: 'match-port',
      title: 'A match is for a port that is none',
      why: 'Ports go up to 65535.',
      fix: 'Use a port from 1 to 65535.',
      bad: virtualService(`{hosts: [a.com], tcp: [{match: [{port: 70000}], ${TO}}]}`),
      good: virtualService(`{hosts: [a.com], tcp: [{match: [{port: 7000}], ${TO}}]}`),
    },
    ({ port }, at) => {
      if (port !== 0 && !isPort(port)) at.say(`port must be from 1 to 65535, got ${port}`, 'port');
    },
  ),
];
