import type { Member } from './importer.ts';
import type { ByteSink } from './sinks.ts';

/** Decides by name and beginning who reads a member; undefined when nobody does. */
export type MemberOpener = (member: Member) => ByteSink | undefined;

/** Banners and odd header lines come first: this much is kept to look past them. */
const SNIFF_BYTES = 16 * 1024;

/** Holds the beginning of a member back until there is enough of it to choose its reader. */
export function sniffingSink(identity: Omit<Member, 'head'>, open: MemberOpener): ByteSink {
  let held: Uint8Array[] | undefined = [];
  let heldBytes = 0;
  let chosen: ByteSink | undefined;
  const choose = (): void => {
    if (held === undefined) return;
    const start = Buffer.concat(held);
    held = undefined;
    chosen = open({ ...identity, head: start.toString('latin1', 0, SNIFF_BYTES) });
    if (start.length > 0) chosen?.write(start);
  };
  return {
    write(chunk) {
      if (held === undefined) {
        chosen?.write(chunk);
        return;
      }
      held.push(chunk.slice());
      heldBytes += chunk.length;
      if (heldBytes >= SNIFF_BYTES) choose();
    },
    end() {
      choose();
      chosen?.end();
    },
  };
}
