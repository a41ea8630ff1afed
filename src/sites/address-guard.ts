import ipaddr from 'ipaddr.js';

/** Which addresses a connection may go to. */
export interface AddressPolicy {
  /** Development: the sandbox EHR on this machine. */
  readonly loopback: boolean;
  /** An EHR inside a private network (RFC 1918, unique local). */
  readonly privateNetwork: boolean;
}

/**
 * Whether an IP address may be connected to. Public unicast may; loopback and private ranges only by policy; link-local
 * (cloud metadata), multicast, NAT64 and every other special range never, whatever the name that resolved to it.
 */
export function isAllowedAddress(address: string, policy: AddressPolicy): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  const range = parsed.range();
  if (range === 'unicast') return true;
  if (range === 'loopback') return policy.loopback;
  return (range === 'private' || range === 'uniqueLocal') && policy.privateNetwork;
}
