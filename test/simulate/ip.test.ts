import { property, assert, oneof, ipV4, ipV6, array, constantFrom, string } from 'fast-check';
import { BlockList, isIP as isIpOfNode } from 'node:net';
import { containsIp } from '../../lib/simulate/listener/chain';
import { isIP } from '../../lib/simulate/names/ip';

const pieces = ['', '0', '1', '12', '255', '256', '01', 'f', 'ff0', 'abcd', '.', ':', '::', '%', 'eth0', ' '];
const texts = oneof(
  ipV4(),
  ipV6(),
  string(),
  array(constantFrom(...pieces), { maxLength: 16 }).map((all) => all.join('')),
  array(constantFrom('1', 'a', ':', '::', '1.2.3.4', '%x'), { maxLength: 16 }).map((all) => all.join('')),
);

describe('addresses', () => {
  it('are what Node says', () => {
    assert(
      property(texts, (text) => expect([text, isIP(text)]).toEqual([text, isIpOfNode(text)])),
      { numRuns: 5000 },
    );
  });

  it.each([
    '1:2:3:4:5:6:7::',
    '::1.2.3.4',
    '1.2.3.4::',
    '::ffff:1.2.3.4%x',
    'fe80::1%',
    'fe80::1%a/b',
    ':::',
  ])('such as %s, too', (text) => expect(isIP(text)).toBe(isIpOfNode(text)));

  it('are in a range as Node says', () => {
    assert(
      property(ipV4(), ipV4(), constantFrom(0, 1, 7, 8, 24, 31, 32), (base, ip, bits) => {
        const list = new BlockList();
        list.addSubnet(base, bits, 'ipv4');
        expect(containsIp(`${base}/${bits}`, ip)).toBe(list.check(ip));
      }),
    );
  });
});
