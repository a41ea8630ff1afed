import express, { Router } from 'express';
import { z } from 'zod';
import { FAULT_KINDS, type FaultRule, type Faults } from './fault.ts';

const ruleSchema = z.strictObject({
  kind: z.enum(FAULT_KINDS),
  method: z.string().optional(),
  path: z.string().startsWith('/').or(z.string().startsWith('*')).optional(),
  nth: z.int().min(1).optional(),
  count: z.int().min(1).optional(),
  retryAfter: z.string().optional(),
  delayMs: z.int().min(0).max(600_000).optional(),
});

/** The fault panel over HTTP: GET lists, POST adds (201), DELETE /:id removes one (204), DELETE removes all (204). */
export function createFaultRoutes(faults: Faults): Router {
  const router = Router();
  router.get('/', (_request, response) => void response.json({ kinds: FAULT_KINDS, faults: faults.list() }));
  router.post('/', express.json(), (request, response) => {
    const parsed = ruleSchema.safeParse(request.body);
    if (parsed.success) response.status(201).json(faults.add(toRule(parsed.data)));
    else response.status(400).json({ error: z.prettifyError(parsed.error) });
  });
  router.delete('/', (_request, response) => {
    faults.clear();
    response.status(204).end();
  });
  router.delete(
    '/:id',
    (request, response) => void response.status(faults.remove(request.params.id) ? 204 : 404).end(),
  );
  return router;
}

function toRule({ kind, method, path, nth, count, retryAfter, delayMs }: z.infer<typeof ruleSchema>): FaultRule {
  return {
    kind,
    ...(method === undefined ? {} : { method }),
    ...(path === undefined ? {} : { path }),
    ...(nth === undefined ? {} : { nth }),
    ...(count === undefined ? {} : { count }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
    ...(delayMs === undefined ? {} : { delayMs }),
  };
}
