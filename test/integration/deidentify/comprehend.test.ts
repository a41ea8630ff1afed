import { describe, expect, it } from '@jest/globals';
import {
  createComprehendDetector,
  createProcessBudget,
  type ComprehendOptions,
  type DetectedSpan,
} from '#deidentify/index.ts';
import { entitiesFor, startComprehendServer } from '#test/support/comprehend-server.ts';

const unlimited = { take: () => Promise.resolve(0) };

function optionsFor(endpoint: string, more: Partial<ComprehendOptions> = {}): ComprehendOptions {
  return {
    client: { endpoint, region: 'us-east-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } },
    budget: unlimited,
    send: 'all',
    firstPauseMs: 1,
    ...more,
  };
}

describe('Comprehend Medical', () => {
  it('turns code points into UTF-16 and keeps the scores that pass', async () => {
    await using server = await startComprehendServer((text) => ({
      entities: [
        ...entitiesFor(text, 'Zoë Ångström', 'NAME'),
        ...entitiesFor(text, 'nurse', 'PROFESSION'),
        ...entitiesFor(text, 'May', 'DATE', 0.1),
      ],
    }));
    using detector = await createComprehendDetector(optionsFor(server.endpoint));
    const text = '😀👩‍⚕️ nurse saw Zoë Ångström in May 😀';
    const spans = await detector.detect(text, []);
    expect(spans.map(({ start, end, type }) => [text.slice(start, end), type])).toEqual([['Zoë Ångström', 'NAME']]);
    expect(server.targets).toEqual(['ComprehendMedical_20181030.DetectPHI']);
  });

  it('leaves ages under 90, years and weekdays', async () => {
    await using server = await startComprehendServer((text) => ({
      entities: [
        ...entitiesFor(text, '67', 'AGE'),
        ...entitiesFor(text, '94', 'AGE'),
        ...entitiesFor(text, '2019', 'DATE'),
        ...entitiesFor(text, 'Monday', 'DATE'),
        ...entitiesFor(text, '3/4', 'DATE'),
      ],
    }));
    using detector = await createComprehendDetector(optionsFor(server.endpoint));
    const text = 'At 67 and 94, in 2019, on Monday 3/4.';
    expect((await detector.detect(text, [])).map(({ start, end }) => text.slice(start, end))).toEqual(['94', '3/4']);
  });

  it('cuts a long text under 20,000 bytes at sentences, and finds what lies at a cut', async () => {
    await using server = await startComprehendServer((text) => ({
      entities: entitiesFor(text, 'Amadi Okoye', 'NAME'),
    }));
    using detector = await createComprehendDetector(optionsFor(server.endpoint));
    const text = 'The knee is évidently sore, says Amadi Okoye today. '.repeat(1500);
    const spans = await detector.detect(text, []);
    expect(new Set(spans.map(({ start }) => start)).size).toBe(1500);
    expect(spans.every(({ start, end }) => text.slice(start, end) === 'Amadi Okoye')).toBe(true);
    expect(Math.max(...server.texts.map((piece) => Buffer.byteLength(piece)))).toBeLessThan(20_000);
    expect(server.texts.slice(0, -1).every((piece) => piece.endsWith('. '))).toBe(true);
  });

  it('does not send what the local detectors found', async () => {
    await using server = await startComprehendServer((text) => ({ entities: entitiesFor(text, 'Okoye', 'NAME') }));
    using detector = await createComprehendDetector(optionsFor(server.endpoint));
    const text = 'Zoë A\u030angström 😀 (MRN 4471-20) saw Okoye.';
    const local = ['Zoë A\u030angström', '4471-20'].map((value): DetectedSpan => {
      const start = text.indexOf(value);
      return { start, end: start + value.length, type: 'NAME', score: 1, detector: 'known' };
    });
    const spans = await detector.detect(text, local);
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(['Okoye']);
    expect(server.texts).toEqual(['XXX XXXXXXXXX 😀 (MRN 0000-00) saw Okoye.']);
  });

  it.each(['TooManyRequestsException', 'ServiceUnavailableException', 'InternalServerException'])(
    'tries again after %s',
    async (error) => {
      await using server = await startComprehendServer((text, number) =>
        number <= 2
          ? { status: error === 'InternalServerException' ? 500 : 400, error }
          : { entities: entitiesFor(text, 'Amadi', 'NAME') },
      );
      using detector = await createComprehendDetector(optionsFor(server.endpoint));
      expect(await detector.detect('Amadi came.', [])).toHaveLength(1);
      expect(server.texts).toHaveLength(3);
      expect(detector.usage()).toMatchObject({ requests: 3, units: 1 });
    },
  );

  it('tries again when an answer does not come in time', async () => {
    await using server = await startComprehendServer((text, number) =>
      number === 1 ? { hang: true } : { entities: entitiesFor(text, 'Amadi', 'NAME') },
    );
    using detector = await createComprehendDetector(optionsFor(server.endpoint, { timeoutMs: 50 }));
    expect(await detector.detect('Amadi came.', [])).toHaveLength(1);
  });

  it.each([
    ['offsets beyond the text', { entities: [{ BeginOffset: 3, EndOffset: 900, Score: 1, Type: 'NAME' }] }],
    ['negative offsets', { entities: [{ BeginOffset: -3, EndOffset: 4, Score: 1, Type: 'NAME' }] }],
    ['no offsets', { entities: [{ Score: 1, Type: 'NAME' }] }],
    ['an answer without entities', { raw: '{}' }],
    ['an answer that is no JSON', { raw: '<html>' }],
    ['missing rights', { status: 400, error: 'AccessDeniedException' }],
    ['a refused request', { status: 400, error: 'InvalidRequestException' }],
  ])('fails closed on %s', async (_, answer) => {
    await using server = await startComprehendServer(() => answer);
    using detector = await createComprehendDetector(optionsFor(server.endpoint));
    await expect(detector.detect('Amadi came.', [])).rejects.toMatchObject({ code: 'comprehend-unavailable' });
    expect(server.texts).toHaveLength(1);
  });

  it('stops asking after five failures in a row', async () => {
    await using server = await startComprehendServer(() => ({ status: 503, error: 'ServiceUnavailableException' }));
    using detector = await createComprehendDetector(optionsFor(server.endpoint, { attempts: 8 }));
    await expect(detector.detect('Amadi came.', [])).rejects.toMatchObject({ code: 'comprehend-unavailable' });
    await expect(detector.detect('Amadi came.', [])).rejects.toMatchObject({
      code: 'comprehend-unavailable',
      detail: 'circuit open',
    });
    expect(server.texts).toHaveLength(5);
  });

  it('sends only the sentences in which the local detectors are unsure, and counts what that saves', async () => {
    await using server = await startComprehendServer((text) => ({ entities: entitiesFor(text, 'Brzvk', 'NAME') }));
    using detector = await createComprehendDetector(optionsFor(server.endpoint, { send: 'unsure' }));
    const text = `${'The knee is sore and the hip is fine. '.repeat(30)}Then Brzvk called about it. ${'The heart is regular. '.repeat(30)}`;
    const spans = await detector.detect(text, []);
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(['Brzvk']);
    expect(server.texts).toEqual(['Then Brzvk called about it.']);
    const { characters, charactersSent, savedUsd } = detector.usage();
    expect(charactersSent / characters).toBeLessThan(0.02);
    expect(savedUsd).toBeGreaterThan(0);
  });

  it('asks nothing when the local detectors are sure', async () => {
    await using server = await startComprehendServer(() => ({}));
    using detector = await createComprehendDetector(optionsFor(server.endpoint, { send: 'unsure' }));
    expect(await detector.detect('The knee is sore.', [])).toEqual([]);
    expect(server.texts).toEqual([]);
  });

  it('takes requests and characters from the budget before it asks', async () => {
    const taken: [number, number][] = [];
    await using server = await startComprehendServer(() => ({}));
    using detector = await createComprehendDetector(
      optionsFor(server.endpoint, {
        budget: {
          take: (requests, characters) => {
            taken.push([requests, characters]);
            return Promise.resolve(0);
          },
        },
      }),
    );
    await detector.detect('Amadi 😀 came.', []);
    expect(taken).toEqual([[1, 13]]);
  });
});

describe('the budget of a process', () => {
  it('lets a second of requests through at once and spaces out the rest', async () => {
    const clock = { ms: 10_000 };
    const budget = createProcessBudget({ requestsPerSecond: 10, charactersPerSecond: 40_000 }, () => clock.ms);
    const waits = [await budget.take(5, 100), await budget.take(1, 60_000), await budget.take(1, 20_000)];
    expect(waits).toEqual([0, 502.5, 1002.5]);
    clock.ms += 5000;
    expect(await budget.take(1, 400)).toBe(0);
  });
});
