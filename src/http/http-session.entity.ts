import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** Browser sessions, in the columns that connect-pg-simple writes. Holds a random key: no user, no patient, no tenant. */
export const HttpSession = defineEntity({
  name: 'HttpSession',
  tableName: 'http_session',
  properties: {
    sid: p.string().primary(),
    sess: p.json(),
    expire: p.datetime().index(),
  },
});
export type HttpSession = InferEntity<typeof HttpSession>;
