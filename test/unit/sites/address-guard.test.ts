import { describe, expect, it } from '@jest/globals';
import { isAllowedAddress } from '#sites/index.ts';

const open = { loopback: true, privateNetwork: true };
const closed = { loopback: false, privateNetwork: false };

describe('an address to connect to', () => {
  it.each(['203.0.114.9', '8.8.8.8', '2606:4700::1111'])('may be public: %s', (address) => {
    expect(isAllowedAddress(address, closed)).toBe(true);
  });

  it.each(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])(
    'may be loopback in development only: %s',
    (address) => {
      expect(isAllowedAddress(address, closed)).toBe(false);
      expect(isAllowedAddress(address, open)).toBe(true);
    },
  );

  it.each(['10.0.0.1', '172.16.9.9', '192.168.1.1', 'fd00::1'])(
    'may be private where the site says so: %s',
    (address) => {
      expect(isAllowedAddress(address, { ...closed, privateNetwork: true })).toBe(true);
      expect(isAllowedAddress(address, { ...open, privateNetwork: false })).toBe(false);
    },
  );

  it.each([
    '169.254.169.254',
    'fe80::1',
    '0.0.0.0',
    '::',
    '224.0.0.1',
    '255.255.255.255',
    '100.64.0.1',
    '64:ff9b::a9fe:a9fe',
    '::ffff:169.254.169.254',
    'not an address',
    '',
  ])('is never special: %s', (address) => {
    expect(isAllowedAddress(address, open)).toBe(false);
  });
});
