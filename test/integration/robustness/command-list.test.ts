import { describe, expect, it } from '@jest/globals';
import { Help } from 'commander';
import { COMMANDS, createProgram } from '../../../src/cli/commands.ts';

describe('the list of commands', () => {
  it.each(COMMANDS.map((command) => [command.name, command] as const))(
    'says of %s what the command says of itself',
    async (_name, { name, takes, description, load }) => {
      const whole = await load();
      expect(whole.description()).toBe(description);
      expect(new Help().subcommandTerm(whole)).toBe(`${name} ${takes}`.trimEnd());
    },
  );

  it('has only the command whole that is called, or asked about', async () => {
    for (const args of [
      ['codes', 'list'],
      ['help', 'codes'],
    ]) {
      const { commands } = await createProgram(args);
      expect(commands.filter((command) => command.commands.length > 0).map((command) => command.name())).toEqual([
        'codes',
      ]);
    }
  });
});
