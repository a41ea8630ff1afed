import { Command } from 'commander';
import { rotateKeys, type KeysRotated, type Services } from '#compose/index.ts';
import { createProgress } from './progress-bar.ts';
import { counted, print } from './output.ts';
import { untilStopped } from './until-stopped.ts';
import { withServices } from './with-services.ts';

interface RotateCommandOptions {
  readonly prune?: true;
  readonly json?: true;
}

/** `revrx keys rotate` */
export function keysRotateCommand(): Command {
  return new Command('rotate')
    .description('Move all data keys to a new key of the key file, or to the configured KMS key, while RevRx runs.')
    .option('--prune', 'then take keys out of the key file that no data key needs any more')
    .option('--json', 'for a program to read')
    .addHelpText(
      'after',
      `
With a key file: puts a new key into it, unless a rotation is unfinished, which is finished first. Back the file up
afterwards. Processes on other machines need the file too, at the same time: keep it on a volume that they share.
With KMS: moves what another key wraps (the key file before KMS_KEY_ID was set, an alias that pointed elsewhere).
Can be stopped with Ctrl-C, and killed, at any time: nothing is lost, and the next run goes on.
Exit code 1: it was stopped, or some data keys did not open.`,
    )
    .action((options: RotateCommandOptions) => withServices((services) => run(services, options)));
}

async function run(services: Services, { prune, json }: RotateCommandOptions): Promise<void> {
  const stop = new AbortController();
  void untilStopped().then(() => stop.abort());
  using progress = createProgress('Data keys');
  const done = await rotateKeys(services, {
    prune: prune === true,
    onTotal: (total) => progress.total(total),
    onRewrapped: () => progress.step(),
    signal: stop.signal,
  });
  progress[Symbol.dispose]();
  if (done.stopped || done.unopened.length > 0) process.exitCode = 1;
  await print(json === true ? JSON.stringify(done) : describe(services, done));
}

function describe({ config }: Services, done: KeysRotated): string {
  const { rewrapped, newKey, left, pruned, stopped, unopened } = done;
  const lines: string[] = [];
  if (newKey) lines.push(`Put a new key into ${config.vault.keyFile}. Back the file up.`);
  lines.push(`${counted(rewrapped, 'data key')} wrapped again.`);
  if (unopened.length > 0) {
    lines.push(
      `${counted(unopened.length, 'data key')} did not open and stayed as before: the key that wrapped them is not there or may not be used.`,
      '"revrx keys list" names it. Restore it, or allow its use, and run this again.',
    );
  }
  if (stopped) lines.push(`Stopped. ${counted(left, 'data key')} left: run "revrx keys rotate" again to go on.`);
  else if (left > unopened.length) lines.push('More became due meanwhile: run this again.');
  if (pruned.length > 0) lines.push(`Took ${counted(pruned.length, 'old key')} out of the key file.`);
  return lines.join('\n');
}
