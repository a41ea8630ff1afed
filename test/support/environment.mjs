import { TestEnvironment } from 'jest-environment-node';
import { types } from 'node:util';

/**
 * Jest runs tests in a context of their own, whose `Error` is not the one that Node's errors are made by: there
 * `error instanceof Error` would be false for ENOENT. Here it is true, as it is outside of Jest.
 */
export default class Environment extends TestEnvironment {
  async setup() {
    await super.setup();
    const { Error: ContextError } = this.global;
    const ordinary = Function.prototype[Symbol.hasInstance];
    Object.defineProperty(ContextError, Symbol.hasInstance, {
      value(value) {
        return ordinary.call(this, value) || (this === ContextError && types.isNativeError(value));
      },
    });
  }
}
