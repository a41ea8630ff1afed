#!/usr/bin/env node
// The `revrx` command: any Node >= 20 may start it; it runs on the pinned Node.
import { fileURLToPath } from 'node:url';
import { runOnPinnedNode } from './pinned-node.mjs';

runOnPinnedNode([fileURLToPath(new URL('../src/cli/main.ts', import.meta.url)), ...process.argv.slice(2)]);
