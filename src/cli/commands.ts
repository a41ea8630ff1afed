import { Command, Help } from 'commander';

/** A command of `revrx`: how the help lists it, and where it is. */
export interface ListedCommand {
  readonly name: string;
  /** What it takes, as the help shows it behind the name. */
  readonly takes: string;
  readonly description: string;
  /** Makes the whole command, with its options, subcommands and action. */
  readonly load: () => Promise<Command>;
}

const openServices = async () => (await import('./with-services.ts')).openSiteServices();

/** All commands, in the order of the help. Each brings its part of RevRx along, so only the one that is called is loaded. */
export const COMMANDS: readonly ListedCommand[] = [
  {
    name: 'start',
    takes: '',
    description: 'Run everything in one process: database, web, worker and, outside production, the sandbox EHR.',
    load: async () => (await import('./run.ts')).startCommand(),
  },
  {
    name: 'serve',
    takes: '',
    description: 'Run the web role: launches, the app and its API. Workers run apart ("revrx work").',
    load: async () => (await import('./run.ts')).serveCommand(),
  },
  {
    name: 'work',
    takes: '',
    description: 'Run the worker role: take reviews through their steps. Run as many as the load needs.',
    load: async () => (await import('./run.ts')).workCommand(),
  },
  {
    name: 'migrate',
    takes: '[options]',
    description: 'Bring the database to the newest version. Safe to run again and beside running processes.',
    load: async () => (await import('./migrate.ts')).migrateCommand(),
  },
  {
    name: 'site',
    takes: '',
    description: 'Connections to EHRs.',
    load: async () => (await import('./site.ts')).siteCommand(openServices),
  },
  {
    name: 'pull',
    takes: '[options]',
    description: 'Pull the finished encounters of an EHR now, and ask for a review of each.',
    load: async () => (await import('./pull.ts')).pullCommand(),
  },
  {
    name: 'review',
    takes: '[options] <file...>',
    description: 'Review FHIR Bundles in files: no database, no server, nothing leaves this machine.',
    load: async () => (await import('./review.ts')).reviewCommand(),
  },
  {
    name: 'deidentify',
    takes: '[options] [file]',
    description: 'Replace every identifier of a text by a token. Reads standard input when no file is given.',
    load: async () => (await import('./deidentify.ts')).deidentifyCommand(),
  },
  {
    name: 'codes',
    takes: '',
    description: 'Official code tables: import, install, list and look up.',
    load: async () => (await import('./codes.ts')).codesCommand(),
  },
  {
    name: 'keys',
    takes: '',
    description: 'Keys that seal everything derived from a chart.',
    load: async () => (await import('./keys.ts')).keysCommand(),
  },
  {
    name: 'jobs',
    takes: '',
    description: 'Show queues and stopped reviews; send stopped reviews again.',
    load: async () => (await import('./jobs.ts')).jobsCommand(),
  },
  {
    name: 'audit',
    takes: '',
    description: 'Show the audit log, and check that nobody has changed it.',
    load: async () => (await import('./audit.ts')).auditCommand(openServices),
  },
  {
    name: 'doctor',
    takes: '[options]',
    description: 'Check the configuration, the database, the keys, the code tables and the disk.',
    load: async () => (await import('./doctor.ts')).doctorCommand(),
  },
];

/** The command line, with the command that `args` call whole and the others by name and description only. */
export async function createProgram(args: readonly string[]): Promise<Command> {
  const called = calledIn(args);
  const program = new Command('revrx').description(
    'Reviews the coding of finished encounters against their documentation.',
  );
  const takes = new Map(COMMANDS.map((command) => [command.name, command.takes]));
  const plain = new Help();
  program.configureHelp({
    subcommandTerm: (command) => {
      const taken = takes.get(command.name());
      return taken === undefined ? plain.subcommandTerm(command) : `${command.name()} ${taken}`.trimEnd();
    },
  });
  for (const { name, description, load } of COMMANDS) {
    program.addCommand(name === called ? await load() : new Command(name).description(description));
  }
  return program.showHelpAfterError('(add --help for what it takes)');
}

/** `revrx review …`, and `revrx help review`. */
function calledIn(args: readonly string[]): string | undefined {
  const [first, second] = args.filter((arg) => !arg.startsWith('-'));
  return first === 'help' ? second : first;
}
