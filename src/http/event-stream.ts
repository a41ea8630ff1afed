import type { Response } from 'express';
import { AppError } from '#kernel/index.ts';

/** A stream of server-sent events to one browser. */
export interface EventStream {
  /** JSON data under an event name. False once the stream has ended, or the browser does not read. */
  send(event: string, data: object): boolean;
  end(): void;
  /** Aborts when the browser has gone, the time is up, or the server stops. */
  readonly signal: AbortSignal;
}

export interface EventStreams {
  /** Answers with a stream. Throws AppError `too-many-requests` when `key` has its share open already. */
  open(response: Response, key: string): EventStream;
  /** Ends all streams: browsers connect again, to another process. */
  endAll(): void;
}

const HEARTBEAT_MS = 15_000;
/** Browsers reconnect by themselves; an end now and then lets a server be replaced and a lost session show. */
const MAX_AGE_MS = 15 * 60_000;
const MAX_OPEN_BY_KEY = 8;
const MAX_OPEN = 2_000;

export function createEventStreams(): EventStreams {
  const open = new Map<AbortController, string>();
  return {
    open(response, key) {
      const own = [...open.values()].filter((owner) => owner === key).length;
      if (own >= MAX_OPEN_BY_KEY || open.size >= MAX_OPEN) throw tooMany();
      const ending = new AbortController();
      open.set(ending, key);
      ending.signal.addEventListener('abort', () => open.delete(ending), { once: true });
      return startStream(response, ending);
    },
    endAll: () => {
      for (const ending of open.keys()) ending.abort();
    },
  };
}

function startStream(response: Response, ending: AbortController): EventStream {
  response.status(200).set({ 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' });
  response.flushHeaders();
  response.write(': open\n\n');
  const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
  const age = setTimeout(() => ending.abort(), MAX_AGE_MS);
  response.once('close', () => ending.abort());
  response.once('error', () => ending.abort());
  ending.signal.addEventListener(
    'abort',
    () => {
      clearInterval(heartbeat);
      clearTimeout(age);
      response.end();
    },
    { once: true },
  );
  return {
    signal: ending.signal,
    send(event, data) {
      if (ending.signal.aborted) return false;
      const taken = response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
      // A browser that does not read would fill our memory: it may connect again and read the state anew.
      if (!taken && response.writableLength > 1024 * 1024) ending.abort();
      return !ending.signal.aborted;
    },
    end: () => ending.abort(),
  };
}

function tooMany(): AppError {
  return new AppError('too-many-requests', {
    publicMessage: 'Too many windows are following reviews. Close some, and reload this one.',
  });
}
