import type { Detector, Note } from '../detector.ts';
import type { DetectedSpan, IdentifierType } from '../span.ts';
import { AT_SIGN_LEAD, JOINT_LEAD, NUMBER_LEAD } from '../text/leads.ts';
import { digitsAt, endOf, isGlued, isNumber, isWord, markAt, nextLead, startOf, wordAt } from '../text/reading.ts';
import type { TokenList } from '../text/token-list.ts';
import { HANDLE_LEAD, handleAfter } from './handles.ts';
import { wordSet } from './vocabulary.ts';

/** E-mail addresses, URLs, IP addresses, and names of portal users. */
export const online: Detector = {
  name: 'patterns',
  detect: ({ tokens }: Note) => new OnlineFinder(tokens).run(),
};

const TOP_LEVELS = wordSet(
  'com org net edu gov mil io co us uk ca info biz health care med clinic app dev me tv ai eu de fr au test example local page site online link',
);
const LEADS = NUMBER_LEAD | AT_SIGN_LEAD | JOINT_LEAD | HANDLE_LEAD;
const TRAILING = new Set(['.', ',', ';', ':', ')', ']', '>', '"', "'", '!', '?', '”', '’']);

class OnlineFinder {
  readonly #tokens: TokenList;
  readonly #spans: DetectedSpan[] = [];

  constructor(tokens: TokenList) {
    this.#tokens = tokens;
  }

  run(): DetectedSpan[] {
    const tokens = this.#tokens;
    for (let at = nextLead(tokens, 0, LEADS); at < tokens.count; at = nextLead(tokens, at + 1, LEADS)) {
      const mark = markAt(tokens, at);
      let end = -1;
      if (mark === '@') end = this.#atSign(at);
      else if (mark === ':') end = this.#scheme(at);
      else if (mark === '.') end = this.#domain(at);
      else if (isNumber(tokens, at)) end = this.#address(at);
      else if (isWord(tokens, at)) end = this.#userName(at);
      if (end > at) at = end - 1;
    }
    return this.#spans;
  }

  /** `name@host.example`, or `@handle`. */
  #atSign(at: number): number {
    const tokens = this.#tokens;
    if ((!isWord(tokens, at + 1) && !isNumber(tokens, at + 1)) || !isGlued(tokens, at + 1)) return -1;
    const end = this.#runEnd(at);
    if (!isGlued(tokens, at) || at === 0) {
      if (wordAt(tokens, at + 1).length < 3) return -1;
      this.#emit(at, end, 'OTHER');
      return end;
    }
    let first = at;
    while (first > 0 && isGlued(tokens, first) && this.#isLocalPart(first - 1) && at - first < 40) first--;
    if (first === at) return -1;
    this.#emit(first, end, 'EMAIL');
    return end;
  }

  #isLocalPart(at: number): boolean {
    const mark = markAt(this.#tokens, at);
    return mark === '' || mark === '.' || mark === '-' || mark === '_' || mark === '+' || mark === '%' || mark === "'";
  }

  #scheme(at: number): number {
    const tokens = this.#tokens;
    if (
      markAt(tokens, at + 1) === '/' &&
      markAt(tokens, at + 2) === '/' &&
      isGlued(tokens, at + 2) &&
      isWord(tokens, at - 1) &&
      isGlued(tokens, at)
    ) {
      const end = this.#runEnd(at);
      this.#emit(at - 1, end, 'URL');
      return end;
    }
    return markAt(tokens, at + 1) === ':' || isHex(tokens, at - 1) ? this.#ipv6(at) : -1;
  }

  /** `portal.example.com/msg?id=4`: words joined by stops of which one is a top-level domain. */
  #domain(at: number): number {
    const tokens = this.#tokens;
    const next = wordAt(tokens, at + 1);
    if (!TOP_LEVELS.has(next) || !isGlued(tokens, at) || !isGlued(tokens, at + 1)) return -1;
    if (isGlued(tokens, at + 2) && isWord(tokens, at + 2)) return -1;
    if (SHORT_LEVELS.has(next) && markAt(tokens, at + 2) !== '/') return -1;
    let first = at;
    while (
      first > 0 &&
      isGlued(tokens, first) &&
      (isWord(tokens, first - 1) ||
        isNumber(tokens, first - 1) ||
        markAt(tokens, first - 1) === '.' ||
        markAt(tokens, first - 1) === '-') &&
      at - first < 30
    )
      first--;
    if (first === at || markAt(tokens, first) === '.') return -1;
    const end = this.#runEnd(at);
    this.#emit(first, end, 'URL');
    return end;
  }

  /** Index after the last token without a blank before it, closing marks left out. */
  #runEnd(at: number): number {
    const tokens = this.#tokens;
    let end = at + 1;
    while (end < tokens.count && isGlued(tokens, end)) end++;
    while (end > at + 1 && TRAILING.has(markAt(tokens, end - 1))) end--;
    return end;
  }

  #address(at: number): number {
    const tokens = this.#tokens;
    if (isGlued(tokens, at) && markAt(tokens, at - 1) === '.') return -1;
    for (let part = 0; part < 4; part++) {
      const digits = digitsAt(tokens, at + part * 2);
      if (digits === '' || digits.length > 3 || Number(digits) > 255) return -1;
      if (
        part > 0 &&
        (markAt(tokens, at + part * 2 - 1) !== '.' ||
          !isGlued(tokens, at + part * 2) ||
          !isGlued(tokens, at + part * 2 - 1))
      )
        return -1;
    }
    const end = at + 7;
    if (markAt(tokens, end) === '.' && isNumber(tokens, end + 1) && isGlued(tokens, end + 1)) return -1;
    this.#emit(at, end, 'IP');
    return end;
  }

  #ipv6(at: number): number {
    const tokens = this.#tokens;
    let first = at;
    while (first > 0 && isGlued(tokens, first) && isHex(tokens, first - 1) && at - first < 4) first--;
    if (first === at) return -1;
    let colons = 0;
    let end = at;
    while (
      end < tokens.count &&
      (end === at || isGlued(tokens, end)) &&
      (markAt(tokens, end) === ':' || isHex(tokens, end)) &&
      end - at < 40
    ) {
      if (markAt(tokens, end) === ':') colons++;
      end++;
    }
    const double = markAt(tokens, at + 1) === ':';
    if (colons < 4 && !(double && colons >= 3)) return -1;
    if (!/[a-f]/i.test(tokens.text.slice(startOf(tokens, first), endOf(tokens, end - 1))) && colons < 7) return -1;
    this.#emit(first, end, 'IP');
    return end;
  }

  /** `Portal user name suzannespu75`, `username: jdoe`. */
  #userName(at: number): number {
    const handle = handleAfter(this.#tokens, at);
    if (handle === undefined) return -1;
    this.#emit(handle.first, handle.end, 'OTHER');
    return handle.end;
  }

  #emit(first: number, end: number, type: IdentifierType): void {
    this.#spans.push({
      start: startOf(this.#tokens, first),
      end: endOf(this.#tokens, end - 1),
      type,
      score: 0.95,
      detector: 'patterns',
    });
  }
}

/** Top-level domains that are words of English too. */
const SHORT_LEVELS = wordSet(
  'co us me health care med clinic app page site link test local de ai io dev info online example',
);

function isHex(tokens: TokenList, at: number): boolean {
  const key = tokens.key[at] ?? '';
  return key.length <= 4 && /^[0-9a-f]+$/.test(key) && (isWord(tokens, at) || isNumber(tokens, at));
}
